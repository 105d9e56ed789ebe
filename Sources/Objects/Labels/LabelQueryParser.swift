import Basics

/// The grammar of label selectors.
///
/// Mirrors `labels.Parser`: which word an error names and what it says was expected follow it exactly.
struct LabelQueryParser {
  private let words: [LabelWord]
  private var position = 0

  init(_ text: String) { words = LabelWord.words(of: text) }

  mutating func requirements() throws(LabelQueryError) -> [LabelRequirement] {
    var found: [LabelRequirement] = []
    while true {
      switch next {
      case .end: return found
      case .identifier, .symbol("!"): break
      case let word:
        throw unexpected(word, ", expected: !, identifier, or 'end of string'", insideRequirement: false)
      }
      found.append(try requirement())
      switch take() {
      case .end: return found
      case .symbol(","):
        switch next {
        case .identifier, .symbol("!"): continue
        case let word: throw unexpected(word, ", expected: identifier after ','", insideRequirement: false)
        }
      case let word: throw unexpected(word, ", expected: ',' or 'end of string'", insideRequirement: false)
      }
    }
  }

  private mutating func requirement() throws(LabelQueryError) -> LabelRequirement {
    let (key, isNegated) = try self.key()
    if next == .end || next == .symbol(",") {
      return LabelRequirement(key: key, test: isNegated ? .absent : .exists)
    }
    switch take() {
    case .identifier("in"): return try check(key, values: values()) { .isIn($0) }
    case .identifier("notin"): return try check(key, values: values()) { .notIn($0) }
    case .symbol("="), .symbol("=="): return try check(key, values: [exactValue()]) { .equals($0[0]) }
    case .symbol("!="): return try check(key, values: [exactValue()]) { .notEquals($0[0]) }
    case .symbol(">"): return try comparison(key) { .greaterThan($0) }
    case .symbol("<"): return try comparison(key) { .lessThan($0) }
    case let word: throw unexpected(word, ", expected: in, notin, =, ==, !=, gt, lt")
    }
  }

  private mutating func key() throws(LabelQueryError) -> (String, isNegated: Bool) {
    var word = take()
    let isNegated = word == .symbol("!")
    if isNegated { word = take() }
    guard case .identifier(let key) = word else { throw unexpected(word, ", expected: identifier") }
    let errors = NameSyntax.labelKey(key)
    guard errors.isEmpty else {
      throw .invalid([FieldError(.root, .invalid(.string(key)), errors.joined(separator: "; "))])
    }
    return (key, isNegated)
  }

  /// `(a,b)`; nothing between two commas stands for the empty value.
  private mutating func values() throws(LabelQueryError) -> [String] {
    let start = take()
    guard start == .symbol("(") else { throw unexpected(start, " expected: '('") }
    switch next {
    case .symbol(")"):
      _ = take()
      return [""]
    case .identifier, .symbol(","): break
    case let word: throw unexpected(word, ", expected: ',', ')' or identifier")
    }
    var values: Set<String> = []
    while true {
      switch take() {
      case .identifier(let value):
        values.insert(value)
        switch next {
        case .symbol(","): continue
        case .symbol(")"): break
        case let word: throw unexpected(word, ", expected: ',' or ')'")
        }
      case .symbol(","):
        if values.isEmpty || next == .symbol(",") { values.insert("") }
        guard next == .symbol(")") else { continue }
        values.insert("")
      case let word: throw unexpected(word, ", expected: ',', or identifier")
      }
      _ = take()
      return values.sorted { $0.precedesByBytes($1) }
    }
  }

  private mutating func exactValue() throws(LabelQueryError) -> String {
    if next == .end || next == .symbol(",") { return "" }
    let word = take()
    guard case .identifier(let value) = word else { throw unexpected(word, ", expected: identifier") }
    return value
  }

  private mutating func comparison(
    _ key: String,
    _ test: (Int64) -> LabelRequirement.Test
  ) throws(LabelQueryError) -> LabelRequirement {
    let value = try exactValue()
    guard let bound = Int64(value) else {
      let path = FieldPath("values")[0]
      throw .invalid(
        [FieldError(path, .invalid(.string(value)), "for 'Gt', 'Lt' operators, the value must be an integer")]
          + valueErrors(key, [value])
      )
    }
    return LabelRequirement(key: key, test: test(bound))
  }

  private func check(
    _ key: String,
    values: [String],
    _ test: ([String]) -> LabelRequirement.Test
  ) throws(LabelQueryError) -> LabelRequirement {
    let errors = valueErrors(key, values)
    if !errors.isEmpty { throw .invalid(errors) }
    return LabelRequirement(key: key, test: test(values))
  }

  private func valueErrors(_ key: String, _ values: [String]) -> [FieldError] {
    values.enumerated().compactMap { index, value in
      let errors = NameSyntax.labelValue(value)
      let path = FieldPath("values")[index][key: key]
      return errors.isEmpty ? nil : FieldError(path, .invalid(.string(value)), errors.joined(separator: "; "))
    }
  }

  private var next: LabelWord { position < words.count ? words[position] : .end }

  private mutating func take() -> LabelWord {
    let word = next
    position += 1
    return word
  }

  private func unexpected(
    _ word: LabelWord,
    _ expected: String,
    insideRequirement: Bool = true
  ) -> LabelQueryError {
    .unexpected(found: word.text, expected: expected, insideRequirement: insideRequirement)
  }
}

/// A word of a label selector.
enum LabelWord: Hashable {
  /// A key or a value; also `in` and `notin`, which are operators only after a key.
  case identifier(String)
  case symbol(String)
  /// Symbols that make no operator together; the sentence that stands in their place.
  case error(String)
  case end

  var text: String {
    switch self {
    case .identifier(let text), .symbol(let text), .error(let text): text
    case .end: ""
    }
  }

  static func words(of text: String) -> [LabelWord] {
    var words: [LabelWord] = []
    var rest = Array(text.unicodeScalars)[...]
    while let first = rest.first {
      if isSpace(first) {
        rest.removeFirst()
      } else if isSymbol(first) {
        words.append(symbol(&rest))
      } else {
        let word = rest.prefix { !isSpace($0) && !isSymbol($0) }
        rest.removeFirst(word.count)
        words.append(.identifier(string(word)))
      }
    }
    return words
  }

  /// The longest operator at the start of `rest`; symbols that are none are taken until one is.
  private static func symbol(_ rest: inout ArraySlice<Unicode.Scalar>) -> LabelWord {
    let operators = [")", ",", "!", "==", "=", ">", "<", "!=", "("]
    var taken = ""
    var longest: String?
    while let scalar = rest.first, isSymbol(scalar) {
      let candidate = taken + String(scalar)
      if operators.contains(candidate) {
        longest = candidate
      } else if longest != nil {
        break
      }
      taken = candidate
      rest.removeFirst()
    }
    return longest.map(LabelWord.symbol) ?? .error("error expected: keyword found '\(taken)'")
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { [" ", "\t", "\r", "\n"].contains(scalar) }
  private static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
    ["=", "!", "(", ")", ",", ">", "<"].contains(scalar)
  }
  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}
