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
    String(
      String.UnicodeScalarView(
        String(decoding: lines(bytes), as: UTF8.self).unicodeScalars.filter {
          "\n\t".unicodeScalars.contains($0) || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
        }
      )
    )
  }

  /// With a line feed at each end of a line. While a line is edited the terminal takes line feeds for carriage returns
  /// and the other way round, so that a pair can come in either order.
  private static func lines(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let (feed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var lines: [UInt8] = []
    var other: UInt8?
    for byte in bytes {
      if byte == other {
        other = nil
        continue
      }
      other = byte == feed ? carriageReturn : byte == carriageReturn ? feed : nil
      lines.append(other == nil ? byte : feed)
    }
    return lines
  }
}
