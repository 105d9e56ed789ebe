extension Interval {
  /// Reads a length of time as Go does: `10s`, `1m30s`, `1.5h`, `250ms`; a bare number and a negative one are refused.
  ///
  /// Mirrors `time.ParseDuration`, down to microseconds.
  package init?(_ text: String) {
    var rest = text[...]
    if rest.hasPrefix("+") { rest.removeFirst() }
    guard !rest.isEmpty else { return nil }
    if rest == "0" {
      self = .zero
      return
    }
    var total = 0.0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard let number = Double(digits), !digits.isEmpty else { return nil }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { $0.isLetter }
      guard let factor = Interval.microsecondsInUnit[String(unit)] else { return nil }
      rest = rest.dropFirst(unit.count)
      total += number * factor
      guard total <= Interval.longest else { return nil }
    }
    self.init(microseconds: Int64(total.rounded()))
  }

  /// What Go's `time.Duration` can hold, in microseconds.
  private static let longest = 9_223_372_036_854_775.0

  private static let microsecondsInUnit: [String: Double] = [
    "us": 1, "µs": 1, "ms": 1_000, "s": 1_000_000, "m": 60_000_000, "h": 3_600_000_000,
  ]
}
