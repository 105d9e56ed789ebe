extension StringProtocol {
  /// This text in lines of at most `width` terminal cells, broken at spaces. `first` stands before it; the lines behind
  /// the first begin with `indent` spaces, where it is nil under the first's text. A word that is longer than a line
  /// stays whole.
  package func folded(toCells width: Int, first: String = "", indent: Int? = nil) -> [String] {
    let indent = String(repeating: " ", count: indent ?? first.cellWidth)
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in split(separator: " ") {
      if !isEmpty, line.cellWidth + 1 + word.cellWidth > width {
        lines.append(line)
        line = indent
        isEmpty = true
      }
      line += isEmpty ? String(word) : " \(word)"
      isEmpty = false
    }
    return lines + [line]
  }

  /// This line, folded where it takes more than `width` terminal cells: what follows begins under the line's last
  /// column that leaves room for its words, or where there is none two cells further in than the line. Columns are two
  /// spaces apart or more; a mark of a list is one too.
  package func foldedInColumn(toCells width: Int) -> String {
    guard cellWidth > width else { return String(self) }
    let indent = prefix { $0 == " " }.count
    // A word that fits into no line makes no room by beginning elsewhere. However long its words are, a line keeps its
    // indent.
    let longest = split(separator: " ").map(\.cellWidth).filter { $0 <= width - indent }.max() ?? 0
    let head = columnHead(within: Swift.max(indent, Swift.min(width * 2 / 3, width - longest)))
    let hangs = head.count == indent && indent + 2 + longest <= width
    return dropFirst(head.count)
      .folded(toCells: width, first: String(head), indent: hangs ? indent + 2 : nil)
      .joined(separator: "\n")
  }

  /// What stands before the text of the last column that begins within so many cells.
  private func columnHead(within cells: Int) -> SubSequence {
    var head = self[startIndex..<startIndex]
    var spaces = 0
    var width = 0
    for (index, character) in zip(indices, self) {
      if width > cells { break }
      if character != " " {
        let isMarked = spaces == 1 && ["-", "*", ">"].contains(String(self[head.endIndex..<index].dropLast()))
        if spaces > 1 || isMarked { head = self[..<index] }
      }
      spaces = character == " " ? spaces + 1 : 0
      width += String(character).cellWidth
    }
    return head
  }
}
