package import Basics
package import Objects

/// Why a manifest could not be read, in kubectl's words, and where.
package enum ManifestError: Error, Hashable, Sendable {
  /// Text that is no YAML, or YAML that is no JSON.
  ///
  /// `line` is the one that kubectl names: counted from the document's start, off by one for some problems, and absent
  /// for others. `position` is the true place in the whole text.
  case yaml(problem: String, line: Int?, position: SourcePosition)
  /// A value that JSON cannot carry; kubectl names no line.
  case notJSON(problem: String, position: SourcePosition)
  /// Text that begins as JSON and goes on neither as JSON nor as YAML. `offset` is how many bytes of the stream Go has
  /// read when it notices; nil where kubectl does not say.
  case json(JSONSyntaxError, offset: Int?, position: SourcePosition)
  /// JSON that nests deeper than this reader goes; Go would go to ten times that.
  case tooDeep(position: SourcePosition)
  /// Something other than a comment behind `---`.
  case separator(text: String, position: SourcePosition)

  /// Where in the whole text.
  package var position: SourcePosition {
    switch self {
    case .yaml(_, _, let position), .notJSON(_, let position), .json(_, _, let position), .tooDeep(let position),
      .separator(_, let position):
      position
    }
  }

  /// What kubectl prints behind `error: error parsing FILE: `.
  package var text: String {
    switch self {
    case .yaml(let problem, let line, _):
      "error converting YAML to JSON: yaml: \(line.map { "line \($0): " } ?? "")\(problem)"
    case .notJSON(let problem, _): "error converting YAML to JSON: \(problem)"
    case .json(let error, let offset, _):
      if error.problem == .unexpectedEnd {
        "unexpected EOF"
      } else {
        (offset.map { "json: offset \($0): " } ?? "") + error.text
      }
    case .tooDeep: "exceeded max depth of \(ManifestReader.maxDepth)"
    case .separator(let text, _): "invalid Yaml document separator: \(text)"
    }
  }
}
