package import Basics

/// What a press of the Tab key does.
package enum Completion: Equatable {
  /// This text is typed for the user.
  case insert(String)
  /// Nothing more is certain; these are the words to choose from.
  case list([String])
  /// No word fits.
  case none

  /// The completion of `typed`, the part of the word before the cursor, from `candidates`.
  package init(of typed: String, from candidates: [Candidate]) {
    let fitting = candidates.filter { $0.word.beginsByBytes(with: typed) }
    guard let first = fitting.first else {
      self = .none
      return
    }
    let rest = Completion.commonPrefix(of: fitting).utf8.dropFirst(typed.utf8.count)
    let end = fitting.count == 1 && !first.goesOn ? " " : ""
    let more = String(decoding: Array(rest), as: UTF8.self) + end
    self = more.isEmpty ? .list(fitting.map(\.word)) : .insert(more)
  }

  /// The part of the word before the cursor in `line`, whose first `cursor` bytes are before it.
  package static func typedWord(in line: String, cursor: Int) -> String {
    let before = String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
    return before.lastIndex(of: " ").map { String(before[before.index(after: $0)...]) } ?? before
  }

  /// How many words are listed at the most.
  static let listedAtMost = 200

  /// What is shown for a list: `words` in columns, and how many are left out.
  static func listing(_ words: [String], width: Int) -> String {
    let rest = words.count - listedAtMost
    return columns(Array(words.prefix(listedAtMost)), width: width) + (rest > 0 ? "… +\(rest)\n" : "")
  }

  /// `words` in columns of a terminal with `width` cells, filled from top to bottom.
  static func columns(_ words: [String], width: Int) -> String {
    let cell = (words.map(\.cellWidth).max() ?? 0) + 2
    let perRow = max(1, width / cell)
    let rows = (words.count + perRow - 1) / perRow
    var text = ""
    for row in 0..<rows {
      let line = stride(from: row, to: words.count, by: rows).map { words[$0] }
      text += line.dropLast().map { $0.padded(toCells: cell) }.joined() + (line.last ?? "") + "\n"
    }
    return text
  }

  /// In bytes, up to the end of a character: what the words that come first and last by their bytes begin with.
  private static func commonPrefix(of candidates: [Candidate]) -> String {
    var first = candidates.first?.word ?? ""
    var last = first
    for candidate in candidates.dropFirst() {
      if candidate.word.precedesByBytes(first) { first = candidate.word }
      if last.precedesByBytes(candidate.word) { last = candidate.word }
    }
    var bytes = zip(first.utf8, last.utf8).prefix { $0 == $1 }.map(\.0)
    while !bytes.isEmpty, String(validating: bytes, as: UTF8.self) == nil { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
