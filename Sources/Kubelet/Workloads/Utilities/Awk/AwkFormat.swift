/// Numbers and `printf` as awk writes them.
enum AwkFormat {
  /// A number as text: whole ones without a fraction, others with six digits.
  static func plain(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e16 { return String(Int64(number)) }
    return general(number, digits: 6)
  }

  /// The format with the values in the places of its directives.
  static func filled(_ format: String, _ values: ArraySlice<AwkValue>) throws(AwkError) -> String {
    var values = values
    var out = ""
    var rest = format[...]
    while let character = rest.popFirst() {
      guard character == "%" else {
        out.append(character)
        continue
      }
      if rest.first == "%" {
        rest.removeFirst()
        out.append("%")
        continue
      }
      let flags = rest.prefix { "-0+ #".contains($0) }
      rest = rest.dropFirst(flags.count)
      let width = size(&rest, &values)
      var precision: Int?
      if rest.first == "." {
        rest.removeFirst()
        precision = size(&rest, &values) ?? 0
      }
      guard let kind = rest.popFirst() else { throw .notSimulated("printf \(format)") }
      let value = values.popFirst() ?? .nothing
      guard let text = converted(kind, value, precision) else { throw .notSimulated("printf %\(kind)") }
      let isLeft = (width ?? 0) < 0
      out += EchoUtilities.aligned(
        text,
        String(flags) + (isLeft ? "-" : ""),
        min(abs(width ?? 0), 10_000),
        isNumber: !"sc".contains(kind)
      )
    }
    return out
  }

  /// A width or precision: digits, or `*` for the next value.
  private static func size(_ rest: inout Substring, _ values: inout ArraySlice<AwkValue>) -> Int? {
    if rest.first == "*" {
      rest.removeFirst()
      return Int(values.popFirst()?.number.clamped ?? 0)
    }
    let digits = rest.prefix { $0.isASCIIDigit }
    rest = rest.dropFirst(digits.count)
    return Int(digits)
  }

  private static func converted(_ kind: Character, _ value: AwkValue, _ precision: Int?) -> String? {
    let number = value.number
    switch kind {
    case "s": return precision.map { String(value.text.prefix($0)) } ?? value.text
    case "c":
      if case .number(let code) = value, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) {
        return String(Character(scalar))
      }
      return String(value.text.prefix(1))
    case "d", "i": return String(Int64(number.clamped))
    case "u": return String(UInt64(max(0, number.clamped)))
    case "x": return String(Int64(number.clamped), radix: 16)
    case "X": return String(Int64(number.clamped), radix: 16, uppercase: true)
    case "o": return String(Int64(number.clamped), radix: 8)
    case "f", "F":
      guard abs(number) < 1e12 else { return nil }
      return EchoUtilities.fixed(number, places: min(precision ?? 6, 9))
    case "e": return scientific(number, places: min(precision ?? 6, 15))
    case "g": return general(number, digits: min(max(precision ?? 6, 1), 15))
    default: return nil
    }
  }

  /// A number as whole digits without trailing zeros and a power of ten.
  private static func digits(of number: Double, count: Int) -> (digits: String, exponent: Int) {
    var exponent = 0
    var rest = abs(number)
    while rest >= 10 {
      rest /= 10
      exponent += 1
    }
    while rest > 0, rest < 1 {
      rest *= 10
      exponent -= 1
    }
    var scale = 1.0
    for _ in 1..<max(count, 1) { scale *= 10 }
    var whole = Int64((rest * scale).rounded(.toNearestOrEven))
    if Double(whole) >= scale * 10 {
      whole /= 10
      exponent += 1
    }
    let text = String(whole)
    return (text + String(repeating: "0", count: max(0, count - text.count)), exponent)
  }

  private static func scientific(_ number: Double, places: Int) -> String {
    guard number.isFinite else { return "\(number)" }
    let (digits, exponent) = digits(of: number, count: places + 1)
    let fraction = places > 0 ? "." + digits.dropFirst() : ""
    return (number < 0 ? "-" : "") + digits.prefix(1) + fraction + power(exponent)
  }

  private static func power(_ exponent: Int) -> String {
    "e" + (exponent < 0 ? "-" : "+") + (abs(exponent) < 10 ? "0" : "") + String(abs(exponent))
  }

  /// As `%g` has it: so many digits, without zeros at the end, and with a power of ten only where that is shorter.
  private static func general(_ number: Double, digits count: Int) -> String {
    guard number.isFinite else { return "\(number)" }
    if number == 0 { return "0" }
    let (all, exponent) = digits(of: number, count: count)
    var digits = all[...]
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    let sign = number < 0 ? "-" : ""
    if exponent < -4 || exponent >= count {
      let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
      return sign + digits.prefix(1) + fraction + power(exponent)
    }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    if digits.count <= exponent + 1 {
      return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
  }
}
