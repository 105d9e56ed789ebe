/// Numbers in YAML as go-yaml v2 reads them: decimal, `0x`, `0b`, `0o`, and octal with a bare leading 0.
///
/// Underscores may stand anywhere in them.
enum YAMLNumber {
  /// The number that `text` is; nil for other texts.
  static func read(_ text: String) -> YAMLScalar.Meaning? {
    guard let first = text.utf8.first else { return nil }
    switch first {
    case UInt8(ascii: "."): return decimal(text).map(YAMLScalar.Meaning.float)
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let plain = text.replacing("_", with: "")
      return whole(plain) ?? decimal(plain).map(YAMLScalar.Meaning.float)
    default: return nil
    }
  }

  /// Mirrors Go's `strconv.ParseInt` and `ParseUint` with base 0.
  private static func whole(_ text: String) -> YAMLScalar.Meaning? {
    let isNegative = text.hasPrefix("-")
    let isSigned = isNegative || text.hasPrefix("+")
    var digits = text.dropFirst(isSigned ? 1 : 0)
    var radix = 10
    for (prefix, base) in [("0x", 16), ("0X", 16), ("0b", 2), ("0B", 2), ("0o", 8), ("0O", 8), ("0", 8)]
    where digits.hasPrefix(prefix) && digits.utf8.count > prefix.utf8.count {
      digits = digits.dropFirst(prefix.utf8.count)
      radix = base
      break
    }
    // `Int64(_:radix:)` would take another sign here.
    guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else { return nil }
    if let number = Int64((isNegative ? "-" : "") + digits, radix: radix) { return .int(number) }
    return isSigned ? nil : UInt64(digits, radix: radix).map(YAMLScalar.Meaning.unsigned)
  }

  /// A decimal fraction, with an exponent or without; nil for one out of range.
  ///
  /// Mirrors go-yaml's `yamlStyleFloat`: `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`.
  private static func decimal(_ text: String) -> Double? {
    var rest = Substring(text).utf8
    func skip(_ bytes: String) -> Bool {
      guard let first = rest.first, bytes.utf8.contains(first) else { return false }
      rest.removeFirst()
      return true
    }
    func skipDigits() -> Int {
      let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      rest.removeFirst(count)
      return count
    }
    _ = skip("+-")
    let before = skipDigits()
    if skip(".") {
      if before + skipDigits() == 0 { return nil }
    } else if before == 0 {
      return nil
    }
    if skip("eE") {
      _ = skip("+-")
      if skipDigits() == 0 { return nil }
    }
    guard rest.isEmpty, let number = Double(text), number.isFinite else { return nil }
    return number
  }
}
