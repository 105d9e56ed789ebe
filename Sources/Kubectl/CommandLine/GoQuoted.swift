extension String {
  /// This text in double quotes, as Go's `%q` writes it.
  ///
  /// Mirrors `strconv.Quote`; letters of all languages stay as they are.
  package var quotedAsGo: String {
    var out = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\u{7}": out += "\\a"
      case "\u{8}": out += "\\b"
      case "\u{C}": out += "\\f"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{B}": out += "\\v"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          out += "\\x" + (digits.count < 2 ? "0" : "") + digits
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }
}
