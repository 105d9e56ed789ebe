extension Unicode.Scalar {
  var endsLine: Bool { self == "\r" || self == "\n" }

  /// Whether a name ends before this.
  var endsName: Bool {
    switch self {
    case " ", "\t", "\r", "\n", ".", ",", "[", "]", "$", "@", "{", "}": true
    default: false
    }
  }

  /// Whether a name may start with this.
  var isWord: Bool {
    self == "_" || properties.isAlphabetic || properties.generalCategory == .decimalNumber
  }

  /// The number in at least four hexadecimal digits.
  var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension String {
  var trimmingSpaces: String {
    var rest = self[...].drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }

  /// What the text in quotes `quoted` stands for, by Go's escapes; nil where it is malformed.
  ///
  /// Mirrors `UnquoteExtend`.
  init?(unquoting quoted: String) {
    guard quoted.utf8.count >= 2, let quote = quoted.unicodeScalars.first else { return nil }
    var rest = quoted.unicodeScalars.dropFirst().dropLast()
    var out = ""
    while let scalar = rest.popFirst() {
      if scalar == quote { return nil }
      guard scalar == "\\" else {
        out.unicodeScalars.append(scalar)
        continue
      }
      guard let escape = rest.popFirst(), let meant = String.meaning(of: escape, quote, &rest) else { return nil }
      out.unicodeScalars.append(meant)
    }
    self = out
  }

  private static func meaning(
    of escape: Unicode.Scalar,
    _ quote: Unicode.Scalar,
    _ rest: inout Substring.UnicodeScalarView
  ) -> Unicode.Scalar? {
    switch escape {
    case "a": return "\u{07}"
    case "b": return "\u{08}"
    case "f": return "\u{0C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "v": return "\u{0B}"
    case "\\": return "\\"
    case "'", "\"": return escape == quote ? escape : nil
    case "x", "u", "U":
      let length = escape == "x" ? 2 : escape == "u" ? 4 : 8
      let digits = rest.prefix(length)
      guard digits.count == length, let number = UInt32(String(digits), radix: 16) else { return nil }
      rest = rest.dropFirst(length)
      return Unicode.Scalar(number)
    default: return nil
    }
  }
}
