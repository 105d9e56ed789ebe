import Basics

/// Boxes of plain characters with titles, as many side by side as a line takes.
struct BoxGrid {
  struct Box {
    var title: String
    var entries: [Entry]
    /// What stands in a box without entries.
    var ifEmpty: String
  }

  /// A heading, and parts that go on one line or several under it.
  struct Entry {
    var head: String
    var parts: [String]
  }

  private let boxes: [Box]
  private static let indent = "  "
  private static let gap = "  "
  /// What a border and the space beside it take.
  private static let frame = 4

  init(_ boxes: [Box]) { self.boxes = boxes }

  /// Lines of at most `width` cells, unless a single word is wider.
  func lines(width: Int) -> [String] {
    let least = boxes.map(\.leastWidth).max() ?? 0
    let perRow = max(1, min(boxes.count, (width + BoxGrid.gap.count) / (least + BoxGrid.frame + BoxGrid.gap.count)))
    let share = (width + BoxGrid.gap.count) / perRow - BoxGrid.gap.count - BoxGrid.frame
    let inner = max(least, min(share, boxes.map(\.fullWidth).max() ?? 0))
    return stride(from: 0, to: boxes.count, by: perRow).flatMap { first in
      row(boxes[first..<min(first + perRow, boxes.count)], inner: inner)
    }
  }

  private func row(_ boxes: ArraySlice<Box>, inner: Int) -> [String] {
    let contents = boxes.map { $0.contents(width: inner) }
    let height = contents.map(\.count).max() ?? 0
    let border = "+" + String(repeating: "-", count: inner + 2) + "+"
    let tops = boxes.map { box in
      let title = "+- \(box.title) "
      return title + String(repeating: "-", count: max(0, border.count - 1 - title.cellWidth)) + "+"
    }
    let middle = (0..<height).map { index in
      contents.map { "| " + ($0.count > index ? $0[index] : "").padded(toCells: inner) + " |" }
    }
    let rows = [tops] + middle + [boxes.map { _ in border }]
    return rows.map { $0.joined(separator: BoxGrid.gap) }
  }
}

extension BoxGrid.Box {
  /// Under which the box cannot be drawn.
  fileprivate var leastWidth: Int {
    let parts = entries.flatMap(\.parts).map { $0.cellWidth + 1 + BoxGrid.indent.count }
    return (parts + entries.map(\.head.cellWidth) + [title.cellWidth + 1, ifEmpty.cellWidth]).max() ?? 0
  }

  /// That it takes with the parts of each entry on one line.
  fileprivate var fullWidth: Int {
    max(leastWidth, entries.map { $0.line.cellWidth }.max() ?? 0)
  }

  fileprivate func contents(width: Int) -> [String] {
    entries.isEmpty ? [ifEmpty] : entries.flatMap { $0.lines(width: width) }
  }
}

extension BoxGrid.Entry {
  fileprivate var line: String { BoxGrid.indent + parts.joined(separator: ", ") }

  fileprivate func lines(width: Int) -> [String] {
    var lines: [String] = []
    var open = BoxGrid.indent
    for (index, part) in parts.enumerated() {
      let piece = index + 1 < parts.count ? part + "," : part
      if open.cellWidth + 1 + piece.cellWidth > width, open != BoxGrid.indent {
        lines.append(open)
        open = BoxGrid.indent
      }
      open += open == BoxGrid.indent ? piece : " " + piece
    }
    return [head] + lines + [open]
  }
}
