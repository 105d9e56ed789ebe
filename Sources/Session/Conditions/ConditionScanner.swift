/// A condition's text, read from left to right: words, comparison signs, parentheses.
struct ConditionScanner {
  private let bytes: [UInt8]
  private(set) var position: Int
  private let end: Int

  /// A word with its place; whether it stood in quotes.
  struct Word {
    var text: String
    var offset: Int
    var isQuoted = false
  }

  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.bytes = bytes
    let inside = ConditionScanner.withoutQuotes(bytes)
    position = inside.lowerBound
    end = inside.upperBound
  }

  /// A whole condition may stand in quotes, as a shell would want it.
  private static func withoutQuotes(_ bytes: [UInt8]) -> Range<Int> {
    guard let first = bytes.firstIndex(where: { $0 != UInt8(ascii: " ") }),
      let last = bytes.lastIndex(where: { $0 != UInt8(ascii: " ") }), first < last, isQuote(bytes[first]),
      bytes[first] == bytes[last], !bytes[(first + 1)..<last].contains(bytes[first])
    else { return bytes.indices }
    return (first + 1)..<last
  }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  private var byte: UInt8? { position < end ? bytes[position] : nil }

  mutating func skipSpaces() {
    while let byte, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { position += 1 }
  }

  var isAtEnd: Bool {
    var copy = self
    copy.skipSpaces()
    return copy.byte == nil
  }

  /// Takes `text` where it comes next.
  mutating func take(_ text: String) -> Bool {
    skipSpaces()
    guard position + text.utf8.count <= end, bytes[position..<(position + text.utf8.count)].elementsEqual(text.utf8)
    else { return false }
    position += text.utf8.count
    return true
  }

  /// The next word without taking it; nil at the end, at a sign and at a parenthesis.
  func peek() -> String? {
    var copy = self
    return (try? copy.word())?.text
  }

  /// Takes the next word where it is `text`.
  mutating func takeWord(_ text: String) -> Bool {
    guard peek() == text else { return false }
    _ = try? word()
    return true
  }

  /// Takes the next word: up to white space, a comparison or a parenthesis that the word has not opened itself.
  mutating func word() throws(ConditionError) -> Word {
    skipSpaces()
    guard let first = byte else { throw ConditionError(.wordExpected, at: position) }
    let start = position
    if ConditionScanner.isQuote(first) {
      guard let close = bytes[(position + 1)..<end].firstIndex(of: first) else {
        throw ConditionError(.unclosed(String(UnicodeScalar(first))), at: start)
      }
      position = close + 1
      return Word(text: text(start + 1, close), offset: start, isQuoted: true)
    }
    var open: [(byte: UInt8, place: Int)] = []
    reading: while let byte {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["):
        if position == start { break reading }
        open.append((byte, position))
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        if open.isEmpty { break reading }
        open.removeLast()
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"),
        UInt8(ascii: ">"):
        if open.isEmpty { break reading }
      default: break
      }
      position += 1
    }
    if let last = open.last { throw ConditionError(.unclosed(text(last.place, last.place + 1)), at: last.place) }
    guard position > start else { throw ConditionError(.unexpected(text(start, start + 1)), at: start) }
    return Word(text: text(start, position), offset: start)
  }

  private func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  /// Takes a comparison sign; nil where none comes next. A single `=` means the same as `==`.
  mutating func comparison() -> ValueComparison? {
    for sign in ValueComparison.allCases where take(sign.rawValue) { return sign }
    return take("=") ? .equal : nil
  }
}
