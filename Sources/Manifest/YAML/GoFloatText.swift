import Objects

extension Double {
  /// The shortest text that reads back as this number, as `strconv.FormatFloat(number, 'g', -1, 64)` of Go writes it:
  /// with an exponent below 1e-4 and from 1e+06 on.
  var goGeneralText: String {
    guard isFinite else { return isNaN ? "NaN" : self < 0 ? "-Inf" : "+Inf" }
    // Between these bounds it is the text that JSON has.
    guard self != 0, magnitude < 1e-4 || magnitude >= 1e6 else { return goText }
    let (digits, exponent) = magnitude.shortestDigits
    let fraction = digits.dropFirst()
    let power = String(exponent.magnitude)
    return (self < 0 ? "-" : "") + digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
      + (exponent < 0 ? "e-" : "e+") + (power.count < 2 ? "0" : "") + power
  }

  /// The same with YAML's words for what is no number.
  var yamlText: String {
    if isNaN { return ".nan" }
    if isInfinite { return self < 0 ? "-.inf" : ".inf" }
    return goGeneralText
  }
}

extension Float {
  /// The shortest text that reads back as this number of 32 bits.
  var yamlText: String { (Double(description) ?? Double(self)).yamlText }
}
