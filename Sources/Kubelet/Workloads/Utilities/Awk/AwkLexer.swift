/// Takes a program in awk apart into words.
struct AwkLexer {
  enum Token: Hashable, Sendable {
    case number(Double)
    case text(String)
    case name(String)
    /// A name with a bracket right behind it, as calls have.
    case function(String)
    case keyword(String)
    case sign(String)
    case newline
    case end
  }

  private static let keywords: Set<String> = [
    "BEGIN", "END", "break", "continue", "delete", "do", "else", "exit", "for", "function", "getline", "if", "in",
    "next", "nextfile", "print", "printf", "return", "while",
  ]

  /// The longest first.
  private static let signs = [
    "**=", "&&", "||", "==", "<=", ">=", "!=", "++", "--", "+=", "-=", "*=", "/=", "%=", "^=", "**", ">>", "!~", "{",
    "}", "(", ")", "[", "]", ";", ",", "+", "-", "*", "/", "%", "^", "!", ">", "<", "|", "?", ":", "~", "$", "=",
  ]

  private var rest: Substring

  init(_ program: String) { rest = program[...] }

  /// The next word; throws where none begins.
  mutating func next() throws(AwkError) -> Token {
    skipSpace()
    guard let first = rest.first else { return .end }
    if first == "\n" {
      rest.removeFirst()
      return .newline
    }
    if first == "\"" { return .text(try quoted("\"")) }
    if first.isASCIIDigit || (first == "." && rest.dropFirst().first?.isASCIIDigit == true) { return number() }
    if first.isASCIILetter || first == "_" { return name() }
    guard let sign = AwkLexer.signs.first(where: rest.hasPrefix) else { throw .syntax }
    rest = rest.dropFirst(sign.count)
    return .sign(sign)
  }

  /// What follows a slash that begins a pattern, up to the slash that ends it.
  mutating func pattern(after sign: String) throws(AwkError) -> String {
    let begun = sign == "/=" ? "=" : ""
    var out = ""
    while let character = rest.popFirst() {
      if character == "/" { return begun + out }
      if character == "\\", rest.first == "/" {
        rest.removeFirst()
        out.append("/")
      } else {
        out.append(character)
        if character == "\\", let escaped = rest.popFirst() { out.append(escaped) }
      }
    }
    throw .syntax
  }

  private mutating func skipSpace() {
    while let first = rest.first {
      if first == " " || first == "\t" || first == "\r" {
        rest.removeFirst()
      } else if rest.hasPrefix("\\\n") {
        rest = rest.dropFirst(2)
      } else if first == "#" {
        rest = rest.drop { $0 != "\n" }
      } else {
        return
      }
    }
  }

  private mutating func quoted(_ end: Character) throws(AwkError) -> String {
    rest.removeFirst()
    var raw = ""
    while let character = rest.popFirst() {
      if character == end { return AwkLexer.unescaped(raw) }
      raw.append(character)
      if character == "\\", let escaped = rest.popFirst() { raw.append(escaped) }
    }
    throw .syntax
  }

  /// Text with its `\n`, `\t`, `\"` … resolved.
  static func unescaped(_ raw: String) -> String {
    var out = ""
    var rest = raw[...]
    while let character = rest.popFirst() {
      guard character == "\\", let escaped = rest.popFirst() else {
        out.append(character)
        continue
      }
      switch escaped {
      case "n": out.append("\n")
      case "t": out.append("\t")
      case "r": out.append("\r")
      case "\\", "\"", "/": out.append(escaped)
      default: out += "\\\(escaped)"
      }
    }
    return out
  }

  private mutating func number() -> Token {
    var digits = String(rest.prefix { $0.isASCIIDigit || $0 == "." })
    rest = rest.dropFirst(digits.count)
    if rest.first == "e" || rest.first == "E" {
      let sign = rest.dropFirst().prefix { $0 == "-" || $0 == "+" }
      let exponent = rest.dropFirst(1 + sign.count).prefix { $0.isASCIIDigit }
      if !exponent.isEmpty, sign.count <= 1 {
        digits += "e" + sign + exponent
        rest = rest.dropFirst(1 + sign.count + exponent.count)
      }
    }
    return .number(Double(digits.hasSuffix(".") ? String(digits.dropLast()) : digits) ?? 0)
  }

  private mutating func name() -> Token {
    let name = String(rest.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == "_" })
    rest = rest.dropFirst(name.count)
    if AwkLexer.keywords.contains(name) { return .keyword(name) }
    let isFunction = rest.first == "(" || AwkFunction(rawValue: name) != nil
    return isFunction ? .function(name) : .name(name)
  }
}
