/// Why a text is not a quantity.
package enum QuantityError: Error, Hashable, Sendable {
  case format
  case number
  case suffix
  /// More than 2^63-1, which Kubernetes keeps and this simulator does not.
  case tooLarge(String)

  package var text: String {
    switch self {
    case .format:
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
    case .number: "unable to parse numeric part of quantity"
    case .suffix: "unable to parse quantity's suffix"
    case .tooLarge(let text): "not simulated: the quantity \(text), which is above 9223372036854775807"
    }
  }
}

extension Quantity {
  /// Reads a quantity.
  ///
  /// Mirrors `resource.ParseQuantity`: more than nine decimals are rounded up, and binary amounts stop at 2^63-1.
  package init(parsing text: String) throws(QuantityError) {
    let parts = try QuantityParts(text)
    guard let unit = Unit(parts.suffix) else { throw .suffix }
    var amount = try parts.amount(unit: unit, text: text)
    if unit.format == .binarySI, amount.whole == 0 { amount.format = .decimalSI }
    if parts.isNegative { amount = -amount }
    amount.format = unit.format == .binarySI && amount.whole == 0 ? .decimalSI : unit.format
    if parts.isKeptAsWritten(unit: unit) { amount.writtenText = text }
    self = amount
  }

  /// What a suffix multiplies by: a power of ten or of two.
  fileprivate struct Unit {
    let format: Format
    let exponent: Int

    init?(_ suffix: String) {
      if let index = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"].firstIndex(of: suffix) {
        (format, exponent) = (.decimalSI, index * 3 - 9)
      } else if let index = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"].firstIndex(of: suffix) {
        (format, exponent) = (.binarySI, (index + 1) * 10)
      } else if let first = suffix.first, first == "e" || first == "E", let power = Int32(suffix.dropFirst()) {
        (format, exponent) = (.decimalExponent, Int(power))
      } else {
        return nil
      }
    }
  }
}

/// The sign, digits and suffix of a quantity as it was written.
private struct QuantityParts {
  var isNegative = false
  /// Without leading zeros; `0` for none.
  var numerator = ""
  var denominator = ""
  var suffix = ""

  init(_ text: String) throws(QuantityError) {
    guard !text.isEmpty else { throw .format }
    var rest = text[...]
    if let sign = rest.first, sign == "-" || sign == "+" {
      isNegative = sign == "-"
      rest.removeFirst()
    }
    func isDigit(_ character: Character) -> Bool { character.isASCII && character.isWholeNumber }
    let digits = rest.prefix(while: isDigit)
    numerator = String(digits.drop { $0 == "0" })
    if numerator.isEmpty { numerator = "0" }
    rest = rest[digits.endIndex...]
    if rest.first == "." {
      rest.removeFirst()
      denominator = String(rest.prefix(while: isDigit))
      rest = rest.dropFirst(denominator.count)
    }
    suffix = String(rest)
    rest = rest.drop { "eEinumkKMGTP".contains($0) }
    if let sign = rest.first, sign == "-" || sign == "+" { rest.removeFirst() }
    guard rest.allSatisfy(isDigit) else { throw .format }
  }

  /// The amount without its sign.
  func amount(unit: Quantity.Unit, text: String) throws(QuantityError) -> Quantity {
    let isBinary = unit.format == .binarySI
    let shift = isBinary ? 0 : unit.exponent
    let digits = Array(numerator + denominator)
    let point = numerator.count + shift
    if digits.allSatisfy({ $0 == "0" }) { return Quantity(0) }
    guard point <= 400 else { throw .tooLarge(text) }
    let wholeDigits = point <= 0 ? "0" : String(digits.prefix(point)) + zeros(point - digits.count)
    let fraction = point <= 0 ? zeros(-point) + String(digits) : String(digits.dropFirst(point))
    guard let whole = Int64(wholeDigits) else {
      if isBinary { return Quantity(.max) }
      throw .tooLarge(text)
    }
    // Eighteen decimals, rounded up; enough for a binary suffix to leave nine exact ones.
    let kept = fraction.prefix(18)
    var decimals = UInt64(kept + zeros(18 - kept.count)) ?? 0
    if fraction.dropFirst(18).contains(where: { $0 != "0" }) { decimals += 1 }
    return isBinary ? scaled(whole, decimals, by: unit.exponent) : QuantityParts.quantity(whole, decimals)
  }

  private func scaled(_ whole: Int64, _ decimals: UInt64, by exponent: Int) -> Quantity {
    let factor = UInt64(1) << UInt64(exponent)
    let (product, isTooLarge) = whole.multipliedReportingOverflow(by: Int64(factor))
    let wide = decimals.multipliedFullWidth(by: factor)
    let (carry, rest) = UInt64(1_000_000_000_000_000_000).dividingFullWidth((wide.high, wide.low))
    let (sum, overflows) = product.addingReportingOverflow(Int64(carry))
    return isTooLarge || overflows ? Quantity(.max) : QuantityParts.quantity(sum, rest)
  }

  /// From a whole number and 10^-18 parts, which are rounded up to 10^-9.
  private static func quantity(_ whole: Int64, _ decimals: UInt64) -> Quantity {
    let nanos = Int64((decimals + 999_999_999) / 1_000_000_000)
    guard nanos >= 1_000_000_000 else { return Quantity(whole: whole, nanos: nanos, format: .decimalSI) }
    return Quantity(whole == .max ? whole : whole + 1)
  }

  private func zeros(_ count: Int) -> String { String(repeating: "0", count: max(0, count)) }

  /// Kubernetes keeps the text of what its fast path reads and takes for canonical.
  func isKeptAsWritten(unit: Quantity.Unit) -> Bool {
    let digits = numerator + denominator
    guard digits.contains(where: { $0 != "0" }) else { return false }
    if unit.format == .binarySI {
      let precision = 14 - numerator.count - unit.exponent * 3 / 10
      return denominator.isEmpty && precision >= 0 && (Int64(numerator) ?? 0) & 7 != 0
    }
    let scale = unit.exponent - denominator.count
    return digits.count <= 18 && scale >= -9 && scale % 3 == 0 && !digits.hasSuffix("000") && !digits.hasPrefix("0")
  }
}
