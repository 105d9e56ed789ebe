package import Basics

/// Why a text is not a duration in Go's form.
package enum GoDurationError: Error, Hashable, Sendable {
  case invalid(String)
  case missingUnit(String)
  case unknownUnit(String, String)

  package var text: String {
    switch self {
    case .invalid(let text): "time: invalid duration \(text.goQuoted)"
    case .missingUnit(let text): "time: missing unit in duration \(text.goQuoted)"
    case .unknownUnit(let unit, let text): "time: unknown unit \(unit.goQuoted) in duration \(text.goQuoted)"
    }
  }
}

extension Interval {
  /// Reads a duration like `1h30m`, `90s`, `1.5h`; parts of a microsecond are dropped.
  ///
  /// Mirrors Go's `time.ParseDuration`.
  package init(goDuration text: String) throws(GoDurationError) {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if let sign = rest.first, sign == "-" || sign == "+" { rest.removeFirst() }
    if rest == "0" {
      self = .zero
      return
    }
    guard !rest.isEmpty else { throw .invalid(text) }
    var total = 0.0
    while !rest.isEmpty {
      let number = rest.prefix { "0123456789.".contains($0) }
      guard let value = Double(number.hasPrefix(".") ? "0\(number)" : "\(number)"), number != "." else {
        throw .invalid(text)
      }
      rest = rest.dropFirst(number.count)
      let unit = rest.prefix { !"0123456789.".contains($0) }
      guard !unit.isEmpty else { throw .missingUnit(text) }
      guard let scale = Interval.goUnits[String(unit)] else { throw .unknownUnit(String(unit), text) }
      total += value * scale
      rest = rest.dropFirst(unit.count)
    }
    guard total < 9.2e15 else { throw .invalid(text) }
    self.init(microseconds: Int64(isNegative ? -total : total))
  }

  /// Microseconds.
  private static let goUnits: [String: Double] = [
    "ns": 0.001, "us": 1, "µs": 1, "μs": 1, "ms": 1_000, "s": 1_000_000, "m": 60_000_000, "h": 3_600_000_000,
  ]

  /// This interval as Go prints a duration: `1h30m0s`, `1.5s`, `500ms`.
  ///
  /// Mirrors `time.Duration.String`.
  package var goText: String {
    if microseconds == 0 { return "0s" }
    let sign = microseconds < 0 ? "-" : ""
    let magnitude = microseconds.magnitude
    if magnitude < 1_000 { return "\(sign)\(magnitude)µs" }
    if magnitude < 1_000_000 { return "\(sign)\(Interval.decimal(magnitude, digits: 3))ms" }
    let (minutes, rest) = magnitude.quotientAndRemainder(dividingBy: 60_000_000)
    let seconds = Interval.decimal(rest, digits: 6) + "s"
    if minutes == 0 { return sign + seconds }
    return minutes < 60 ? "\(sign)\(minutes)m\(seconds)" : "\(sign)\(minutes / 60)h\(minutes % 60)m\(seconds)"
  }

  /// `number` with so many digits behind the point, without zeros at the end.
  private static func decimal(_ number: UInt64, digits: Int) -> String {
    var text = String(number)
    while text.count <= digits { text = "0" + text }
    var (whole, fraction) = (String(text.dropLast(digits)), String(text.suffix(digits)))
    while fraction.last == "0" { fraction.removeLast() }
    if !fraction.isEmpty { whole += "." + fraction }
    return whole
  }
}
