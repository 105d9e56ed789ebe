import Basics

/// A word that can stand where the cursor is.
package struct Candidate: Hashable, Sendable {
  /// The whole word, the part that was typed included.
  package var word: String
  /// Whether the line goes on behind the word without a space, as behind `--output=` or a folder.
  package var goesOn: Bool

  package init(_ word: String, goesOn: Bool = false) {
    self.word = word
    self.goesOn = goesOn
  }
}

/// What a press of the Tab key does.
enum Completion: Equatable {
  /// This text is typed for the user.
  case insert(String)
  /// Nothing more is certain; these are the words to choose from.
  case list([String])
  /// No word fits.
  case none

  /// The completion of `typed`, the part of the word before the cursor, from `candidates`.
  init(of typed: String, from candidates: [Candidate]) {
    let fitting = candidates.filter { $0.word.utf8.starts(with: typed.utf8) }
    guard let first = fitting.first else {
      self = .none
      return
    }
    let rest = Completion.commonPrefix(of: fitting.map(\.word)).utf8.dropFirst(typed.utf8.count)
    let end = fitting.count == 1 && !first.goesOn ? " " : ""
    let more = String(decoding: Array(rest), as: UTF8.self) + end
    self = more.isEmpty ? .list(fitting.map(\.word)) : .insert(more)
  }

  /// The part of the word before the cursor in `line`, whose first `cursor` bytes are before it.
  static func typedWord(in line: String, cursor: Int) -> String {
    let before = String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
    return before.lastIndex(of: " ").map { String(before[before.index(after: $0)...]) } ?? before
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

  private static func commonPrefix(of words: [String]) -> String {
    guard var prefix = words.first.map({ Substring($0) }) else { return "" }
    for word in words.dropFirst() {
      while !word.hasPrefix(prefix) { prefix.removeLast() }
    }
    return String(prefix)
  }
}
