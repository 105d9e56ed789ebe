import Basics

/// Reads the arguments of flags as Go's strconv and time packages do, with their errors.
enum GoNumbers {
  /// Mirrors `strconv.ParseBool`.
  static func bool(_ text: String) throws(FlagTextError) -> Bool {
    switch text {
    case "1", "t", "T", "true", "TRUE", "True": true
    case "0", "f", "F", "false", "FALSE", "False": false
    default: throw .notANumber(function: "ParseBool", text: text)
    }
  }

  /// Mirrors `strconv.ParseInt` with base 0: `10`, `-3`, `0x1f`, `010` (octal), `1_000`.
  static func int(_ text: String) throws(FlagTextError) -> Int64 {
    let invalid = FlagTextError.notANumber(function: "ParseInt", text: text)
    var digits = Array(text.utf8)[...]
    let negative = digits.first == UInt8(ascii: "-")
    if negative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    var base: UInt64 = 10
    if digits.count > 1, digits.first == UInt8(ascii: "0") {
      digits = digits.dropFirst()
      switch digits.first.map({ $0 | 32 }) {
      case UInt8(ascii: "x"): (base, digits) = (16, digits.dropFirst())
      case UInt8(ascii: "b"): (base, digits) = (2, digits.dropFirst())
      case UInt8(ascii: "o"): (base, digits) = (8, digits.dropFirst())
      default: base = 8
      }
    }
    guard !digits.isEmpty else { throw invalid }
    var magnitude: UInt64 = 0
    var overflow = false
    var separated = digits.startIndex == 0
    for byte in digits {
      if byte == UInt8(ascii: "_"), !separated {
        separated = true
        continue
      }
      guard let digit = hexDigit(byte), digit < base else { throw invalid }
      separated = false
      let (product, tooBig) = magnitude.multipliedReportingOverflow(by: base)
      let (sum, carried) = product.addingReportingOverflow(digit)
      overflow = overflow || tooBig || carried
      magnitude = sum
    }
    guard !separated else { throw invalid }
    let limit = UInt64(Int64.max) + (negative ? 1 : 0)
    guard !overflow, magnitude <= limit else { throw .outOfRange(function: "ParseInt", text: text) }
    return negative ? Int64(truncatingIfNeeded: 0 &- magnitude) : Int64(magnitude)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 48...57: UInt64(byte - 48)
    case 97...102: UInt64(byte - 87)
    case 65...70: UInt64(byte - 55)
    default: nil
    }
  }

  /// Mirrors `time.ParseDuration`, to whole microseconds: `30s`, `1m30s`, `1.5h`, `-1s`, `0`.
  static func duration(_ text: String) throws(FlagTextError) -> Interval {
    var rest = text[...]
    let negative = rest.hasPrefix("-")
    if negative || rest.hasPrefix("+") { rest = rest.dropFirst() }
    if rest == "0" { return .zero }
    guard !rest.isEmpty else { throw .invalidDuration(text) }
    var total = 0.0
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard let value = Double(number.hasPrefix(".") ? "0" + number : String(number)) else {
        throw .invalidDuration(text)
      }
      rest = rest.dropFirst(number.count)
      let unit = rest.prefix { !($0.isASCII && ($0.isNumber || $0 == ".")) }
      guard !unit.isEmpty else { throw .durationWithoutUnit(text) }
      guard let scale = units.first(where: { $0.name == unit })?.microseconds else {
        throw .unknownDurationUnit(unit: String(unit), text: text)
      }
      rest = rest.dropFirst(unit.count)
      total += value * scale
    }
    // Go counts nanoseconds in 64 bits.
    guard total < 9.2e15 else { throw .invalidDuration(text) }
    return .microseconds(Int64(negative ? -total : total))
  }

  private static let units: [(name: Substring, microseconds: Double)] = [
    ("ns", 0.001), ("us", 1), ("µs", 1), ("μs", 1), ("ms", 1_000), ("s", 1_000_000), ("m", 60_000_000),
    ("h", 3_600_000_000),
  ]
}
