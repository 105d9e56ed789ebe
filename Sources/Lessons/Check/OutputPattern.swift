import Session

/// The output that a lesson promises: `[..]` is anything within a line, a line `...` any number of lines.
struct OutputPattern {
  private let lines: [String]

  init(_ lines: [String]) { self.lines = lines.map(OutputPattern.withoutEnd) }

  /// Whether `text` is as promised. White space at the ends of lines does not count.
  func matches(_ text: String) -> Bool {
    let actual = text.outputLines.map(OutputPattern.withoutEnd)
    return OutputPattern.matches(lines[...], actual[...])
  }

  private static func matches(_ pattern: ArraySlice<String>, _ actual: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return actual.isEmpty }
    let rest = pattern.dropFirst()
    if first == "..." { return (actual.startIndex...actual.endIndex).contains { matches(rest, actual[$0...]) } }
    guard let line = actual.first else { return false }
    return matches(line: line, first) && matches(rest, actual.dropFirst())
  }

  private static func matches(line: String, _ pattern: String) -> Bool {
    let pieces = pattern.split(separator: "[..]", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else { return line == pattern }
    guard line.hasPrefix(first), line.count >= first.count + last.count else { return false }
    var rest = line.dropFirst(first.count).dropLast(last.count)
    guard line.hasSuffix(last) else { return false }
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let range = rest.firstRange(of: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }

  private static func withoutEnd(_ line: String) -> String {
    var text = line[...]
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}

extension String {
  /// The lines of a command's output; the last need not be ended, as that of `-o jsonpath` is not.
  var outputLines: [String] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }
}
