package import Basics

/// Why a manifest could not be read, in kubectl's words, and where.
package enum ManifestError: Error, Hashable, Sendable {
  /// Text that is no YAML, or YAML that is no JSON.
  ///
  /// `line` is the one that kubectl names: counted from the document's start, off by one for some problems, and absent
  /// for others. `position` is the true place in the whole text.
  case yaml(problem: String, line: Int?, position: SourcePosition)
  /// A value that JSON cannot carry; kubectl names no line.
  case notJSON(problem: String, position: SourcePosition)
  /// Something other than a comment behind `---`.
  case separator(text: String, position: SourcePosition)

  /// Where in the whole text.
  package var position: SourcePosition {
    switch self {
    case .yaml(_, _, let position), .notJSON(_, let position), .separator(_, let position): position
    }
  }

  /// What kubectl prints behind `error: error parsing FILE: `.
  package var text: String {
    switch self {
    case .yaml(let problem, let line, _):
      "error converting YAML to JSON: yaml: \(line.map { "line \($0): " } ?? "")\(problem)"
    case .notJSON(let problem, _): "error converting YAML to JSON: \(problem)"
    case .separator(let text, _): "invalid Yaml document separator: \(text)"
    }
  }
}
