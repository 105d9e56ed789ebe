/// Floating point numbers as Go writes them.
enum GoFloat {
  /// The shortest text that reads back as `number`. Mirrors `strconv.FormatFloat(number, 'g', -1, …)`: with an exponent
  /// below 1e-4 and from 1e+06 on.
  static func text<Number: BinaryFloatingPoint & CustomStringConvertible>(_ number: Number) -> String {
    guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "-Inf" : "+Inf" }
    let sign = number.sign == .minus ? "-" : ""
    let (digits, point) = decimal(of: number.magnitude)
    // The exponent as scientific notation has it.
    let exponent = point - 1
    if exponent < -4 || exponent >= 6 {
      let tail = digits.dropFirst()
      let size = String(exponent.magnitude)
      return sign + digits.prefix(1) + (tail.isEmpty ? "" : "." + tail) + (exponent < 0 ? "e-" : "e+")
        + (size.count < 2 ? "0" : "") + size
    }
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  }

  /// The same with YAML's words for what is no number.
  static func yamlText<Number: BinaryFloatingPoint & CustomStringConvertible>(_ number: Number) -> String {
    if number.isNaN { return ".nan" }
    if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
    return text(number)
  }

  /// The shortest digits of a finite number, and how many of them stand before the decimal point.
  private static func decimal(of number: some CustomStringConvertible) -> (digits: String, point: Int) {
    let parts = number.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = mantissa[0]
    let fraction = mantissa.count > 1 && mantissa[1] != "0" ? mantissa[1] : ""
    var point = whole.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    var digits = String(whole + fraction)
    while digits.hasPrefix("0"), digits.count > 1 {
      digits.removeFirst()
      point -= 1
    }
    while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
    return digits == "0" ? ("0", 1) : (digits, point)
  }
}
