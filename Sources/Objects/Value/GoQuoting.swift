extension String {
  /// This text in double quotes as Go's `%q` writes it.
  package var goQuoted: String {
    var out = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\u{07}": out += "\\a"
      case "\u{08}": out += "\\b"
      case "\u{0C}": out += "\\f"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0B}": out += "\\v"
      default: out += scalar.isGoPrintable ? String(scalar) : scalar.goEscape
      }
    }
    return out + "\""
  }
}

extension Unicode.Scalar {
  /// Mirrors Go's `strconv.IsPrint`: letters, marks, numbers, punctuation, symbols and the ASCII space.
  fileprivate var isGoPrintable: Bool {
    if self == " " { return true }
    return switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      false
    default: true
    }
  }

  fileprivate var goEscape: String {
    let code = String(value, radix: 16)
    func padded(_ width: Int) -> String { String(repeating: "0", count: width - code.count) + code }
    if value < 0x80 { return "\\x" + padded(2) }
    return value < 0x10000 ? "\\u" + padded(4) : "\\U" + padded(8)
  }
}
