import Basics

/// Lays a table out in columns, whose cells are broken into lines where the width asks for it.
struct TableLayout {
  private let table: ProseTable
  private let prose: ProseLayout

  private static let indent = "  "
  private static let gap = "  "
  /// A column is not made narrower than this, whatever the width.
  private static let leastColumn = 8

  init(_ table: ProseTable, in prose: ProseLayout) {
    self.table = table.map(ProseLayout.plain)
    self.prose = prose
  }

  /// The lines; where the reader listens a line a row, with the column's name before each cell.
  var lines: [String] { prose.isAccessible ? spoken : drawn }

  private var spoken: [String] {
    table.rows.flatMap { row in
      prose.wrapped(zip(table.head, row).filter { !$1.isEmpty }.map { "\($0): \($1)" }.joined(separator: ", "))
    }
  }

  private var drawn: [String] {
    let widths = widths
    let rule = widths.map { String(repeating: "-", count: $0) }
    return row(table.head, widths) + row(rule, widths) + table.rows.flatMap { row($0, widths) }
  }

  /// How many cells each column takes: as many as its longest text, or less where the line has no room for all; the
  /// widest gives way first.
  private var widths: [Int] {
    var widths = table.head.indices.map { column in
      ([table.head] + table.rows).map { $0[column].cellWidth }.max() ?? 0
    }
    let room = prose.width - TableLayout.indent.count - TableLayout.gap.count * max(0, widths.count - 1)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > TableLayout.leastColumn,
      let column = widths.firstIndex(of: widest)
    {
      widths[column] -= 1
    }
    return widths
  }

  private func row(_ cells: [String], _ widths: [Int]) -> [String] {
    let columns = zip(cells, widths).map { $0.folded(toCells: $1) }
    return (0..<(columns.map(\.count).max() ?? 0)).map { index in
      let pieces = zip(columns, widths).map { lines, width in
        (lines.count > index ? lines[index] : "").padded(toCells: width)
      }
      let line = TableLayout.indent + pieces.joined(separator: TableLayout.gap)
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
