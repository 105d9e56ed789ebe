extension String {
  /// This text in lines of at most `width` terminal cells, broken at spaces; those behind the first begin with `indent`
  /// spaces. A word that is wider stays whole.
  package func folded(to width: Int, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    // The spaces before the first word stay.
    var line = String(prefix { $0 == " " })
    var isEmpty = true
    for word in split(separator: " ").map(String.init) {
      if !isEmpty, line.cellWidth + 1 + word.cellWidth > width {
        lines.append(line)
        line = margin
        isEmpty = true
      }
      line += isEmpty ? word : " \(word)"
      isEmpty = false
    }
    return isEmpty ? lines : lines + [line]
  }
}
