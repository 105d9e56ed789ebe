import Basics

/// One line of a script, taken apart.
enum ScriptLine: Hashable {
  case empty
  case note
  case sleep(Interval)
  /// `let NAME = COMMAND`: the trimmed answer is kept.
  case assign(String, String)
  /// `until 60s TEXT :: COMMAND`: repeated until the answer contains the text.
  case until(Interval, String, String)
  /// `timeout 5s COMMAND`: interrupted after that long.
  case timeout(Interval, String)
  /// `bg 30s COMMAND`: the same beside the commands that follow.
  case background(Interval, String)
  case command(String)

  init(_ line: String) {
    let text = line.trimmed
    let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true).map(String.init)
    guard let first = words.first, !first.hasPrefix("#") else {
      self = .empty
      return
    }
    let rest = words.count > 1 ? text.dropFirst(first.count).description.trimmed : ""
    switch first {
    case "note":
      self = .note
      return
    case "sleep":
      if let length = Interval(rest) {
        self = .sleep(length)
        return
      }
    case "let":
      if words.count == 3, words[2].hasPrefix("= ") {
        self = .assign(words[1], String(words[2].dropFirst(2)).trimmed)
        return
      }
    case "until":
      if words.count == 3, let limit = Interval(words[1]), let range = words[2].firstRange(of: " :: ") {
        self = .until(
          limit,
          String(words[2][..<range.lowerBound]).trimmed,
          String(words[2][range.upperBound...]).trimmed
        )
        return
      }
    case "timeout":
      if words.count == 3, let limit = Interval(words[1]) {
        self = .timeout(limit, words[2])
        return
      }
    case "bg":
      if words.count == 3, let limit = Interval(words[1]) {
        self = .background(limit, words[2])
        return
      }
    default: break
    }
    self = .command(text)
  }
}

extension String {
  /// This text without white space at its ends.
  package var trimmed: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    return String(text)
  }
}
