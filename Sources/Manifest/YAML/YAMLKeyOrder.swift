/// The order in which go-yaml writes the keys of a mapping, which is not that of their bytes: letters come behind
/// everything else, and numbers in a name count as numbers (`web-2` before `web-10`).
enum YAMLKeyOrder {
  /// Whether `left` is written before `right`. Mirrors `keyList.Less` of go-yaml v2.
  static func precedes(_ left: String, _ right: String) -> Bool {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    guard let index = zip(left, right).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
      return left.count < right.count
    }
    switch (isLetter(left[index]), isLetter(right[index])) {
    case (true, true): return left[index] < right[index]
    case (false, true): return true
    case (true, false): return false
    case (false, false): break
    }
    let isInsideNumber =
      (left[index] == "0" || right[index] == "0")
      && left[..<index].reversed().prefix(while: isDigit).contains { $0 != "0" }
    let leftNumber = number(in: left, at: index, behindDigits: isInsideNumber)
    let rightNumber = number(in: right, at: index, behindDigits: isInsideNumber)
    if leftNumber.value != rightNumber.value { return leftNumber.value < rightNumber.value }
    if leftNumber.length != rightNumber.length { return leftNumber.length < rightNumber.length }
    return left[index] < right[index]
  }

  /// The number that begins at `index`. A leading 0 counts as a place of its number where other digits come before it.
  private static func number(
    in text: [Unicode.Scalar],
    at index: Int,
    behindDigits: Bool
  ) -> (value: Int64, length: Int) {
    let digits = text[index...].prefix(while: isDigit)
    // Wraps around for very long numbers, as Go's does.
    let value = digits.reduce(behindDigits ? 1 : 0) { $0 &* 10 &+ (Int64($1.value) - 48) }
    return (value, digits.count)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }
}
