import Basics
// Yams' own copy of libyaml. Yams itself composes nodes from the same events, but refuses a mapping that has a key
// twice, where kubectl takes the last one.
import CYaml

/// The events of one YAML text.
///
/// The text is parsed by libyaml, which is also what kubectl's go-yaml was translated from: the same text gives the
/// same events and the same problems.
final class YAMLParser {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let firstLine: Int

  /// Parses `bytes`, which begin on line `firstLine` of a larger text.
  init(_ bytes: [UInt8], firstLine: Int) {
    self.firstLine = firstLine
    input = .allocate(capacity: max(bytes.count, 1))
    _ = input.initialize(from: bytes)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event. Not to be called again after the stream's end or an error.
  func next() throws(ManifestError) -> YAMLEvent {
    var raw = yaml_event_t()
    guard yaml_parser_parse(parser, &raw) == 1 else { throw problem() }
    defer { yaml_event_delete(&raw) }
    let (content, anchor) = YAMLParser.content(of: raw)
    return YAMLEvent(
      content: content,
      anchor: anchor.map { String(cString: $0) },
      line: raw.start_mark.line,
      column: raw.start_mark.column
    )
  }

  /// The place in the larger text of an event.
  func position(of event: YAMLEvent) -> SourcePosition {
    SourcePosition(line: firstLine + event.line, column: event.column + 1)
  }

  private static func content(
    of event: yaml_event_t
  ) -> (YAMLEvent.Content, anchor: UnsafeMutablePointer<yaml_char_t>?) {
    switch event.type {
    case YAML_ALIAS_EVENT: return (.alias(String(cString: event.data.alias.anchor)), nil)
    case YAML_SCALAR_EVENT:
      let raw = event.data.scalar
      let text = UnsafeBufferPointer(start: raw.value, count: raw.length)
      let scalar = YAMLScalar(
        text: String(decoding: text, as: UTF8.self),
        tag: raw.tag.map { String(cString: $0) } ?? "",
        isPlain: raw.plain_implicit != 0
      )
      return (.scalar(scalar), raw.anchor)
    case YAML_SEQUENCE_START_EVENT: return (.sequenceStart, event.data.sequence_start.anchor)
    case YAML_SEQUENCE_END_EVENT: return (.sequenceEnd, nil)
    case YAML_MAPPING_START_EVENT: return (.mappingStart, event.data.mapping_start.anchor)
    case YAML_MAPPING_END_EVENT: return (.mappingEnd, nil)
    case YAML_STREAM_END_EVENT: return (.streamEnd, nil)
    default: return (.boundary, nil)
    }
  }

  /// The parser's error. Mirrors `parser.fail` of go-yaml: a scanner's problem counts lines from 1, the others from 0,
  /// and line 0 is not named.
  private func problem() -> ManifestError {
    let state = parser.pointee
    var line = state.problem_mark.line
    if line != 0 {
      if state.error == YAML_SCANNER_ERROR { line += 1 }
    } else {
      line = state.context_mark.line
    }
    let mark = state.problem_mark
    let position =
      state.error == YAML_READER_ERROR
      ? position(ofByte: state.problem_offset) : SourcePosition(line: firstLine + mark.line, column: mark.column + 1)
    let text = state.problem.map { String(cString: $0) } ?? "unknown problem parsing YAML content"
    if text.hasPrefix("Maximum nesting level") {
      return .yaml(problem: "exceeded max depth of \(ManifestReader.maxDepth)", line: line + 1, position: position)
    }
    return .yaml(problem: text, line: line == 0 ? nil : line, position: position)
  }

  /// The place in the larger text of the byte at `offset`.
  private func position(ofByte offset: Int) -> SourcePosition {
    let before = input.prefix(offset)
    let lines = String(decoding: before, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return SourcePosition(
      line: firstLine + lines.count - 1,
      column: (lines.last?.unicodeScalars.count ?? 0) + 1
    )
  }
}
