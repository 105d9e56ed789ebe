/// Evaluates what stands in `$(( … ))`: whole numbers of 64 bits that wrap around, as in C.
struct Arithmetic {
  enum Failure: Error, Hashable, Sendable {
    case syntax
    case divisionByZero

    var message: String {
      switch self {
      case .syntax: "arithmetic syntax error"
      case .divisionByZero: "divide by zero"
      }
    }
  }

  private let text: [Character]
  private var place = 0
  /// Deeper nesting is refused.
  private var depth = 0
  private var variables: Variables
  /// Whether assignments count; not in a branch that is only read.
  private var isLive = true

  private init(_ text: String, _ variables: Variables) {
    self.text = Array(text)
    self.variables = variables
  }

  /// The value of an expression, whose assignments are made in `variables`.
  static func value(of text: String, _ variables: inout Variables) throws(Failure) -> Int64 {
    var arithmetic = Arithmetic(text, variables)
    arithmetic.skip()
    if arithmetic.text[arithmetic.place...].isEmpty { return 0 }
    let value = try arithmetic.expression()
    guard arithmetic.place == arithmetic.text.count else { throw .syntax }
    variables = arithmetic.variables
    return value
  }

  private mutating func skip() {
    while place < text.count, text[place].isWhitespace { place += 1 }
  }

  private mutating func take(_ sign: String, unless followers: String = "") -> Bool {
    let characters = Array(sign)
    guard place + characters.count <= text.count, Array(text[place..<(place + characters.count)]) == characters else {
      return false
    }
    let next = place + characters.count
    if next < text.count, followers.contains(text[next]) { return false }
    place = next
    skip()
    return true
  }

  private mutating func expression() throws(Failure) -> Int64 {
    depth += 1
    defer { depth -= 1 }
    if depth > 50 { throw .syntax }
    let begin = place
    if let name = takeName() {
      for sign in ["=", "+=", "-=", "*=", "/=", "%="] where take(sign, unless: sign == "=" ? "=" : "") {
        let right = try expression()
        let value = sign == "=" ? right : try Arithmetic.apply(String(sign.prefix(1)), number(name), right)
        if isLive { variables.set(name, String(value)) }
        return value
      }
      place = begin
    }
    return try conditional()
  }

  private mutating func conditional() throws(Failure) -> Int64 {
    let condition = try binary(level: 0)
    guard take("?") else { return condition }
    let wasLive = isLive
    isLive = wasLive && condition != 0
    let yes = try expression()
    guard take(":") else { throw .syntax }
    isLive = wasLive && condition == 0
    let no = try expression()
    isLive = wasLive
    return condition != 0 ? yes : no
  }

  /// Operators from those that bind least; after one, the characters that would make it another.
  private static let levels: [[(sign: String, unless: String)]] = [
    [("||", "")], [("&&", "")], [("|", "|=")], [("^", "=")], [("&", "&=")], [("==", ""), ("!=", "")],
    [("<=", ""), (">=", ""), ("<", "<="), (">", ">=")], [("<<", "="), (">>", "=")], [("+", "+="), ("-", "-=")],
    [("*", "="), ("/", "="), ("%", "=")],
  ]

  private mutating func binary(level: Int) throws(Failure) -> Int64 {
    guard level < Arithmetic.levels.count else { return try unary() }
    var left = try binary(level: level + 1)
    while let sign = takeOperator(level) {
      let wasLive = isLive
      if sign == "&&" { isLive = wasLive && left != 0 }
      if sign == "||" { isLive = wasLive && left == 0 }
      let right = try binary(level: level + 1)
      left = isLive || wasLive == isLive ? try Arithmetic.apply(sign, left, right, isLive: isLive) : left
      if sign == "&&" || sign == "||" { left = left != 0 ? 1 : 0 }
      isLive = wasLive
    }
    return left
  }

  private mutating func takeOperator(_ level: Int) -> String? {
    for (sign, unless) in Arithmetic.levels[level] where take(sign, unless: unless) { return sign }
    return nil
  }

  private static func apply(
    _ sign: String,
    _ left: Int64,
    _ right: Int64,
    isLive: Bool = true
  ) throws(Failure) -> Int64 {
    switch sign {
    case "||": return left != 0 || right != 0 ? 1 : 0
    case "&&": return left != 0 && right != 0 ? 1 : 0
    case "|": return left | right
    case "^": return left ^ right
    case "&": return left & right
    case "==": return left == right ? 1 : 0
    case "!=": return left != right ? 1 : 0
    case "<=": return left <= right ? 1 : 0
    case ">=": return left >= right ? 1 : 0
    case "<": return left < right ? 1 : 0
    case ">": return left > right ? 1 : 0
    case "<<": return left &<< right
    case ">>": return left &>> right
    case "+": return left &+ right
    case "-": return left &- right
    case "*": return left &* right
    default:
      if right == 0 {
        if isLive { throw .divisionByZero }
        return 0
      }
      return sign == "/"
        ? left.dividedReportingOverflow(by: right).partialValue
        : left.remainderReportingOverflow(dividingBy: right).partialValue
    }
  }

  private mutating func unary() throws(Failure) -> Int64 {
    depth += 1
    defer { depth -= 1 }
    if depth > 50 { throw .syntax }
    for sign in ["++", "--"] where take(sign) {
      guard let name = takeName() else { throw .syntax }
      let value = number(name) &+ (sign == "++" ? 1 : -1)
      if isLive { variables.set(name, String(value)) }
      return value
    }
    if take("!") { return try unary() == 0 ? 1 : 0 }
    if take("~") { return ~(try unary()) }
    if take("-") { return 0 &- (try unary()) }
    if take("+") { return try unary() }
    if take("(") {
      let value = try expression()
      guard take(")") else { throw .syntax }
      return value
    }
    if let name = takeName() {
      let value = number(name)
      for sign in ["++", "--"] where take(sign) {
        if isLive { variables.set(name, String(value &+ (sign == "++" ? 1 : -1))) }
      }
      return value
    }
    return try literal()
  }

  private mutating func literal() throws(Failure) -> Int64 {
    var digits = ""
    while place < text.count, text[place].isASCII, text[place].isLetter || text[place].isNumber {
      digits.append(text[place])
      place += 1
    }
    guard let value = Arithmetic.number(digits) else { throw .syntax }
    skip()
    return value
  }

  /// Decimal, octal with a leading 0, hexadecimal with 0x.
  private static func number(_ digits: String) -> Int64? {
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") { return Int64(digits.dropFirst(2), radix: 16) }
    return digits.hasPrefix("0") ? Int64(digits, radix: 8) : Int64(digits)
  }

  private mutating func takeName() -> String? {
    var name = ""
    while place < text.count, text[place].isShellName, !(name.isEmpty && text[place].isASCIIDigit) {
      name.append(text[place])
      place += 1
    }
    if name.isEmpty { return nil }
    skip()
    return name
  }

  private func number(_ name: String) -> Int64 {
    let text = (variables[name] ?? "").filter { !$0.isWhitespace }
    if text.hasPrefix("-") { return Arithmetic.number(String(text.dropFirst())).map { 0 &- $0 } ?? 0 }
    return Arithmetic.number(text) ?? 0
  }
}
