import Basics

/// The words of JSON text; errors as the scanner of Go's `encoding/json` tells them.
struct JSONScanner {
  enum Start {
    case scalar(Value)
    case array
    case object
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// An error at the place that was read last.
  func error(_ problem: JSONSyntaxError.Problem, at offset: Int? = nil) -> JSONSyntaxError {
    let offset = min(offset ?? position, bytes.count)
    var place = SourcePosition(line: 1, column: 1)
    for byte in bytes[..<offset] {
      if byte == 10 {
        place = SourcePosition(line: place.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return JSONSyntaxError(problem: problem, position: place, offset: offset)
  }

  /// The start of a value: a whole scalar, or the bracket of a container.
  mutating func beginValue() throws(JSONSyntaxError) -> Start {
    switch try nextSignificant() {
    case UInt8(ascii: "{"):
      position += 1
      return .object
    case UInt8(ascii: "["):
      position += 1
      return .array
    case UInt8(ascii: "\""): return .scalar(.string(try string()))
    case UInt8(ascii: "t"): return .scalar(try literal("true", .bool(true)))
    case UInt8(ascii: "f"): return .scalar(try literal("false", .bool(false)))
    case UInt8(ascii: "n"): return .scalar(try literal("null", .null))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .scalar(try number())
    default: throw unexpected("looking for beginning of value")
    }
  }

  /// Whether the next word is `byte`, which is then taken.
  mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// A member's name and its colon.
  mutating func key() throws(JSONSyntaxError) -> String {
    guard try nextSignificant() == UInt8(ascii: "\"") else {
      throw unexpected("looking for beginning of object key string")
    }
    let name = try string()
    guard try nextSignificant() == UInt8(ascii: ":") else { throw unexpected("after object key") }
    position += 1
    return name
  }

  /// Takes a comma or the `end` of a container; true for the end.
  mutating func separator(end: UInt8, context: String) throws(JSONSyntaxError) -> Bool {
    let byte = try nextSignificant()
    guard byte == end || byte == UInt8(ascii: ",") else { throw unexpected(context) }
    position += 1
    return byte == end
  }

  mutating func expectEnd() throws(JSONSyntaxError) {
    skipSpace()
    if position < bytes.count { throw unexpected("after top-level value") }
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }

  private mutating func nextSignificant() throws(JSONSyntaxError) -> UInt8 {
    skipSpace()
    return try current()
  }

  private func current() throws(JSONSyntaxError) -> UInt8 {
    guard position < bytes.count else { throw error(.unexpectedEnd) }
    return bytes[position]
  }

  private func unexpected(_ context: String) -> JSONSyntaxError {
    guard position < bytes.count else { return error(.unexpectedEnd) }
    return error(.invalidCharacter(bytes[position], context: context))
  }

  private mutating func literal(_ word: StaticString, _ value: Value) throws(JSONSyntaxError) -> Value {
    let name = "\(word)"
    for letter in name.utf8 {
      guard try current() == letter else {
        throw unexpected("in literal \(name) (expecting '\(Character(Unicode.Scalar(letter)))')")
      }
      position += 1
    }
    return value
  }
}

/// Numbers.
extension JSONScanner {
  private mutating func number() throws(JSONSyntaxError) -> Value {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    if try current() == UInt8(ascii: "0") {
      position += 1
    } else {
      try digits("in numeric literal")
    }
    var isWhole = true
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      try digits("after decimal point in numeric literal")
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      position += 1
      if [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(try current()) { position += 1 }
      try digits("in exponent of numeric literal")
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let whole = Int64(text) { return .int(whole) }
    guard let number = Double(text), number.isFinite else { throw error(.numberOutOfRange(text), at: start) }
    return .double(number)
  }

  /// One digit or more.
  private mutating func digits(_ context: String) throws(JSONSyntaxError) {
    guard isDigit(try current()) else { throw unexpected(context) }
    while position < bytes.count, isDigit(bytes[position]) { position += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

/// Strings.
extension JSONScanner {
  private mutating func string() throws(JSONSyntaxError) -> String {
    position += 1
    var out: [UInt8] = []
    while true {
      let byte = try current()
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: out, as: UTF8.self)
      case UInt8(ascii: "\\"):
        position += 1
        out += try escape()
      case 0..<0x20: throw unexpected("in string literal")
      default:
        out.append(byte)
        position += 1
      }
    }
  }

  private mutating func escape() throws(JSONSyntaxError) -> [UInt8] {
    let byte = try current()
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(try unicode()).utf8)
    default:
      position -= 1
      throw unexpected("in string escape code")
    }
  }

  /// The scalar after `\u`; half of a surrogate pair on its own becomes U+FFFD.
  private mutating func unicode() throws(JSONSyntaxError) -> Character {
    let first = try hexadecimal()
    if (0xD800..<0xDC00).contains(first), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    {
      let mark = position
      position += 2
      let second = try hexadecimal()
      if (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return Character(scalar)
      }
      position = mark
    }
    return Character(Unicode.Scalar(first) ?? "\u{FFFD}")
  }

  private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      let byte = try current()
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw unexpected("in \\u hexadecimal character escape")
      }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }
}
