/// Reads the arguments of flags as Go's strconv package does, with their errors.
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
}
