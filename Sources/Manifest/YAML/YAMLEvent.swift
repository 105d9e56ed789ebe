import Basics

/// One event of YAML's serialisation, with its place in the text that was parsed.
struct YAMLEvent {
  enum Content {
    case alias(String)
    case scalar(YAMLScalar)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
    /// The beginning of the stream, or the beginning or the end of a document.
    case boundary
    case streamEnd
  }

  var content: Content
  /// The name that an alias can refer to.
  var anchor: String?
  /// Line from 0 and column from 0.
  var line: Int
  var column: Int
}
