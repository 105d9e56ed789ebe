import Basics

/// How all is drawn and told: for whom, and with how much room.
package struct Layout: Hashable, Sendable {
  /// How many terminal cells a line has.
  package var width: Int
  /// Whether the reader listens: then there are no boxes and columns, but `name: web-1, ready: no` lines.
  package var isAccessible: Bool
  /// Whether sentences that are longer than a line are folded; not in files and pipes, where a line is a line.
  package var folds: Bool
  /// Whether words can be underlined and bold: on a terminal that has colours.
  package var emphasizes: Bool

  package init(width: Int = 80, isAccessible: Bool = false, folds: Bool = false, emphasizes: Bool = false) {
    self.width = width
    self.isAccessible = isAccessible
    self.folds = folds
    self.emphasizes = emphasizes
  }

  /// `text` with its long lines folded, where lines are. Objects of JSON are no sentences.
  package func folded(_ text: String) -> String {
    guard folds, text.utf8.count > width else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("{") ? String(line) : line.foldedInColumn(toCells: width)
    }.joined(separator: "\n")
  }
}
