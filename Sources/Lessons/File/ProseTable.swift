import Session

/// A table of a lesson: what stands between the bars, without them.
package struct ProseTable: Hashable, Sendable {
  package var head: [String]
  /// Each as long as the head.
  package var rows: [[String]]

  /// Reads the lines of a table as GitHub does: the second line is of dashes, `\|` is a bar that ends no cell, rows
  /// with too few cells are filled and the rest of too long ones is dropped; nil where the lines are no table.
  init?(_ lines: [String]) {
    guard lines.count > 1, ProseTable.cells(lines[1]).allSatisfy(ProseTable.isRule) else { return nil }
    let head = ProseTable.cells(lines[0])
    self.head = head
    rows = lines.dropFirst(2).map { line in
      let cells = ProseTable.cells(line).prefix(head.count)
      return cells + Array(repeating: "", count: head.count - cells.count)
    }
  }

  private init(head: [String], rows: [[String]]) {
    self.head = head
    self.rows = rows
  }

  /// This table with every cell changed.
  func map(_ change: (String) -> String) -> ProseTable {
    ProseTable(head: head.map(change), rows: rows.map { $0.map(change) })
  }

  private static func cells(_ line: String) -> [String] {
    let escaped = "\u{0}"
    let inner = line.trimmed.replacing("\\|", with: escaped)
    var cells = inner.split(separator: "|", omittingEmptySubsequences: false).map {
      String($0).trimmed.replacing(escaped, with: "|")
    }
    if inner.hasPrefix("|") { cells.removeFirst() }
    if inner.hasSuffix("|"), !cells.isEmpty { cells.removeLast() }
    return cells
  }

  /// `---`, `:--`, `--:`.
  private static func isRule(_ cell: String) -> Bool { cell.contains("-") && cell.allSatisfy { "-:".contains($0) } }
}
