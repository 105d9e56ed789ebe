import Basics
package import Narration

/// A table as text: in kubectl's columns; on a terminal that is too narrow for these, in columns that are closer
/// together and folded; for a reader who listens, in a line of names and values for each row.
///
/// A value that is kept prints on, as `get -w` does: the header once, and columns that only get wider.
package struct TableText: Sendable {
  private let header: [String]
  private let layout: Layout
  private var printsHeader: Bool
  private var writer: TabWriter
  private var columns: NarrowColumns
  /// Whether a row did not fit into the terminal; the rows behind it are then laid out as that one.
  private var isNarrow = false

  package init(_ header: [String], noHeaders: Bool = false, writer: TabWriter = .table, _ layout: Layout) {
    self.header = header
    self.layout = layout
    self.writer = writer
    printsHeader = !noHeaders
    columns = NarrowColumns(width: layout.width)
  }

  /// The next rows, before the first of them the header. A row has a cell for each name in the header.
  package mutating func text(of rows: [[String]]) -> String {
    if layout.isAccessible { return rows.map(spoken).joined() }
    let lines = (printsHeader ? [header] : []) + rows
    printsHeader = false
    for line in lines { writer.write(line.joined(separator: "\t") + "\n") }
    let text = writer.flush()
    guard layout.folds else { return text }
    columns.widen(for: lines)
    isNarrow = isNarrow || text.split(separator: "\n").contains { $0.cellWidth > layout.width }
    return isNarrow ? columns.text(of: lines) : text
  }

  private func spoken(_ row: [String]) -> String {
    zip(header, row).map { name, cell in "\(name.lowercased()): \(cell.trimmingSpace)" }.joined(separator: ", ") + "\n"
  }
}

/// The columns of a table on a terminal that is too narrow for them: two cells apart, and where that does not help in
/// several lines a row, all of them broken before the same column.
private struct NarrowColumns: Sendable {
  /// What a line has, in terminal cells.
  let width: Int
  /// The widest cell of each column so far.
  private var widths: [Int] = []

  private static let gap = 2
  /// Before the further lines of a row.
  private static let indent = "    "

  init(width: Int) { self.width = width }

  mutating func widen(for rows: [[String]]) {
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.cellWidth)
      }
    }
  }

  func text(of rows: [[String]]) -> String {
    let parts = parts
    return rows.map { row in
      zip(parts.indices, parts).map { line(row, $1, after: $0 == 0 ? "" : NarrowColumns.indent) }.joined()
    }.joined()
  }

  /// The columns of each line of a row.
  private var parts: [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var used = 0
    for (column, cells) in widths.enumerated() {
      if column > start, used + cells > width {
        parts.append(start..<column)
        start = column
        used = NarrowColumns.indent.cellWidth
      }
      used += cells + NarrowColumns.gap
    }
    return parts + [start..<widths.count]
  }

  /// One line of a row; the words of its last cell are folded where they do not fit.
  private func line(_ row: [String], _ part: Range<Int>, after indent: String) -> String {
    guard let last = part.last, last < row.count else { return "" }
    let head = row[part.dropLast()].enumerated().map { offset, cell in
      cell.padded(toCells: widths[part.lowerBound + offset] + NarrowColumns.gap)
    }.joined()
    guard (indent + head + row[last]).cellWidth > width else { return indent + head + row[last] + "\n" }
    return row[last].folded(toCells: width, first: indent + head).joined(separator: "\n") + "\n"
  }
}
