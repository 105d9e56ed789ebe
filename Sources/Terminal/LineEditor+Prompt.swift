extension LineEditor {
  /// The byte that encloses what the terminal does not draw, within a prompt.
  static let marker: UInt8 = 1

  /// `text` with the escape sequences for colours in it marked as not drawn. Sequences next to each other share their
  /// marks: libedit takes what stands behind one mark for a drawn character.
  static func marked(_ text: String) -> String {
    let mark = Unicode.Scalar(marker)
    var out = String.UnicodeScalarView()
    var isSequence = false
    var isMarked = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { isSequence = true }
      if isSequence != isMarked {
        out.append(mark)
        isMarked = isSequence
      }
      out.append(scalar)
      // A sequence is ESC, [, parameters and a final letter.
      if isSequence, ("@"..."~").contains(scalar), scalar != "[" { isSequence = false }
    }
    if isMarked { out.append(mark) }
    return String(out)
  }
}
