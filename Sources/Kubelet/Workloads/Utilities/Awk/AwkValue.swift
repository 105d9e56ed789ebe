import Basics

/// What a variable of awk holds.
enum AwkValue: Hashable, Sendable {
  /// What was never set: zero, and empty text.
  case nothing
  case number(Double)
  case text(String)
  /// Text from the input that looks like a number and compares as one.
  case readNumber(String, Double)

  /// Text that was read: from a line, an array's key, the command line.
  static func read(_ text: String) -> AwkValue {
    let trimmed = text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed()
    let word = String(trimmed)
    guard !word.isEmpty, let number = AwkNumber.prefix(of: word), number.length == word.utf8.count else {
      return .text(text)
    }
    return .readNumber(text, number.value)
  }

  var number: Double {
    switch self {
    case .nothing: 0
    case .number(let number), .readNumber(_, let number): number
    case .text(let text): AwkNumber.prefix(of: text)?.value ?? 0
    }
  }

  /// As text: a whole number without a fraction, any other with six digits, as `CONVFMT` and `OFMT` have it by default.
  var text: String {
    switch self {
    case .nothing: ""
    case .text(let text), .readNumber(let text, _): text
    case .number(let number): AwkFormat.plain(number)
    }
  }

  var isTrue: Bool {
    switch self {
    case .nothing: false
    case .number(let number), .readNumber(_, let number): number != 0
    case .text(let text): !text.isEmpty
    }
  }

  private var isNumeric: Bool { if case .text = self { false } else { true } }

  /// Numbers compare as numbers; where one side is text both compare as text.
  func compares(_ comparison: AwkComparison, to other: AwkValue) -> Bool {
    let order: Int
    if isNumeric, other.isNumeric {
      order = number < other.number ? -1 : number > other.number ? 1 : 0
    } else {
      order = text == other.text ? 0 : text.precedesByBytes(other.text) ? -1 : 1
    }
    switch comparison {
    case .less: return order < 0
    case .atMost: return order <= 0
    case .equal: return order == 0
    case .different: return order != 0
    case .atLeast: return order >= 0
    case .greater: return order > 0
    }
  }
}

/// An array of awk; `for (key in array)` takes its keys in the order in which they came.
struct AwkArray: Sendable {
  private(set) var keys: [String] = []
  private var values: [String: AwkValue] = [:]

  func contains(_ key: String) -> Bool { values[key] != nil }

  /// An element, which is there from then on.
  subscript(touching key: String) -> AwkValue {
    mutating get {
      if values[key] == nil { set(key, .nothing) }
      return values[key] ?? .nothing
    }
  }

  mutating func set(_ key: String, _ value: AwkValue) {
    if values.updateValue(value, forKey: key) == nil { keys.append(key) }
  }

  mutating func remove(_ key: String) {
    guard values.removeValue(forKey: key) != nil else { return }
    keys.removeAll { $0 == key }
  }
}

/// Numbers as text begins with them.
enum AwkNumber {
  /// The number at the beginning of text, after blanks, and how many bytes it takes; nil where there is none.
  static func prefix(of text: String) -> (value: Double, length: Int)? {
    let bytes = Array(text.utf8)
    var place = 0
    func isDigit(_ index: Int) -> Bool { index < bytes.count && (48...57).contains(bytes[index]) }
    func isSign(_ index: Int) -> Bool { index < bytes.count && (bytes[index] == 43 || bytes[index] == 45) }
    while place < bytes.count, bytes[place] == 32 || bytes[place] == 9 { place += 1 }
    let begin = place
    if isSign(place) { place += 1 }
    let digits = place
    while isDigit(place) { place += 1 }
    if place < bytes.count, bytes[place] == 46, isDigit(place + 1) || place > digits {
      place += 1
      while isDigit(place) { place += 1 }
    }
    guard place > digits else { return nil }
    if place < bytes.count, bytes[place] == 101 || bytes[place] == 69 {
      let exponent = isSign(place + 1) ? place + 2 : place + 1
      if isDigit(exponent) {
        place = exponent
        while isDigit(place) { place += 1 }
      }
    }
    var word = String(decoding: bytes[begin..<place], as: UTF8.self)
    if word.hasSuffix(".") { word.removeLast() }
    return Double(word).map { ($0, place) }
  }
}

extension Double {
  /// Within what fits a whole number; 0 for what is no number.
  var clamped: Double { isNaN ? 0 : Swift.min(Swift.max(self, -9e15), 9e15) }
}
