/// The marks with which a terminal tells what is pasted from what is typed.
enum Bracketing {
  /// Before a paste.
  static let start = Array("\u{1B}[200~".utf8)
  /// Behind a paste.
  static let finish = Array("\u{1B}[201~".utf8)

  /// Asks the terminal for the marks; one that does not know them sends pastes as keys.
  static func begin() { show("\u{1B}[?2004h") }
  static func end() { show("\u{1B}[?2004l") }

  /// What was pasted, as a text: line feeds between lines, and no characters that would be commands to a terminal.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    let text = String(decoding: Array(bytes), as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          "\n\t".unicodeScalars.contains($0) || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
        }
      )
    )
  }
}
