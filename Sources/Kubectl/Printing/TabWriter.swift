import Basics

/// Aligns tab-separated text in columns, as Go's `text/tabwriter` does for kubectl.
///
/// A column is a run of adjacent lines that have a cell there which a tab ends; the last cell of a line belongs to no
/// column and is not padded. Widths count terminal cells, where Go counts code points.
package struct TabWriter: Sendable {
  /// The least width of a column, in terminal cells, its padding included.
  package let minimumWidth: Int
  /// Spaces between the widest cell of a column and the next column.
  package let padding: Int
  /// Whether columns never get narrower from one flush to the next, as `get -w` prints them.
  package let remembersWidths: Bool

  private var pending = ""
  private var remembered: [Int] = []

  package init(minimumWidth: Int, padding: Int, remembersWidths: Bool = false) {
    self.minimumWidth = minimumWidth
    self.padding = padding
    self.remembersWidths = remembersWidths
  }

  /// The layout of `kubectl get`.
  ///
  /// Mirrors `printers.GetNewTabWriter`.
  package static var table: TabWriter { TabWriter(minimumWidth: 6, padding: 3, remembersWidths: true) }

  /// The layout of `kubectl describe`.
  ///
  /// Mirrors `describe.tabbedString`.
  package static var description: TabWriter { TabWriter(minimumWidth: 0, padding: 2) }

  /// Takes in text whose cells are separated by tabs and whose lines end in newlines.
  package mutating func write(_ text: String) { pending += text }

  /// What was written since the last flush, aligned.
  package mutating func flush() -> String {
    let lines = pending.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false)
    }
    pending = ""
    var layout = Layout(writer: self, lines: lines, remembered: remembered)
    layout.format(from: 0, to: lines.count)
    remembered = layout.remembered
    return layout.out
  }
}

/// One flush of a `TabWriter`.
private struct Layout {
  let writer: TabWriter
  let lines: [[Substring]]
  var remembered: [Int]
  var out = ""
  /// Widths of the columns to the left of the one being looked at.
  private var widths: [Int] = []

  init(writer: TabWriter, lines: [[Substring]], remembered: [Int]) {
    self.writer = writer
    self.lines = lines
    self.remembered = remembered
  }

  /// Prints the lines, looking for blocks of the next column among them.
  mutating func format(from start: Int, to end: Int) {
    let column = widths.count
    var printed = start
    var line = start
    while line < end {
      guard hasCell(column, line) else {
        line += 1
        continue
      }
      print(from: printed, to: line)
      printed = line
      var width = writer.minimumWidth
      while line < end, hasCell(column, line) {
        width = max(width, lines[line][column].cellWidth + writer.padding)
        line += 1
      }
      widths.append(remembering(width, column))
      format(from: printed, to: line)
      widths.removeLast()
      printed = line
    }
    print(from: printed, to: end)
  }

  private func hasCell(_ column: Int, _ line: Int) -> Bool { column < lines[line].count - 1 }

  private mutating func remembering(_ width: Int, _ column: Int) -> Int {
    guard writer.remembersWidths else { return width }
    if column == remembered.count { remembered.append(width) }
    remembered[column] = max(remembered[column], width)
    return remembered[column]
  }

  private mutating func print(from start: Int, to end: Int) {
    for line in start..<end {
      for (column, cell) in lines[line].enumerated() {
        out +=
          column < lines[line].count - 1 && column < widths.count
          ? cell.padded(toCells: widths[column]) : String(cell)
      }
      if line < lines.count - 1 { out += "\n" }
    }
  }
}
