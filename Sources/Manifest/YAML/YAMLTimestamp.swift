/// Points in time as YAML 1.1 writes them. Values that look so stay strings, but are quoted when written.
enum YAMLTimestamp {
  /// Whether go-yaml takes `text` for a timestamp. Mirrors its `parseTimestamp` with the formats of Go's `time.Parse`.
  static func matches(_ text: String) -> Bool {
    var scanner = Scanner(rest: Substring(text).utf8)
    guard let year = scanner.number(digits: 4...4), scanner.skip("-"),
      let month = scanner.number(digits: 1...2), (1...12).contains(month), scanner.skip("-"),
      let day = scanner.number(digits: 1...2), (1...days(in: month, of: year)).contains(day)
    else { return false }
    if scanner.rest.isEmpty { return true }
    if scanner.skip("T") || scanner.skip("t") { return scanner.clock() && scanner.zone() && scanner.rest.isEmpty }
    guard scanner.skip(" ") else { return false }
    while scanner.skip(" ") {}
    return scanner.clock() && scanner.rest.isEmpty
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  private struct Scanner {
    var rest: Substring.UTF8View

    mutating func skip(_ character: Character) -> Bool {
      guard let first = rest.first, first == character.asciiValue else { return false }
      rest.removeFirst()
      return true
    }

    /// As many digits as there are, up to the upper bound; nil for fewer than the lower one.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
      let found = rest.prefix(digits.upperBound).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard digits.contains(found.count) else { return nil }
      rest.removeFirst(found.count)
      return found.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Hours, minutes, seconds and a fraction.
    mutating func clock() -> Bool {
      guard let hour = number(digits: 1...2), hour < 24, skip(":"), let minute = number(digits: 1...2), minute < 60,
        skip(":"), let second = number(digits: 1...2), second < 60
      else { return false }
      guard skip(".") || skip(",") else { return true }
      guard number(digits: 1...1) != nil else { return false }
      while number(digits: 1...1) != nil {}
      return true
    }

    /// `Z` or an offset.
    mutating func zone() -> Bool {
      if skip("Z") { return true }
      guard skip("+") || skip("-"), let hour = number(digits: 2...2), hour <= 24, skip(":"),
        let minute = number(digits: 2...2), minute <= 60
      else { return false }
      return true
    }
  }
}
