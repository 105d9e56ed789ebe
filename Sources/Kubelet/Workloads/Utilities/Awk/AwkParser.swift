/// Reads a program in awk.
///
/// Not known are functions of one's own, `getline`, pipes and files to print to: they are refused by name.
struct AwkParser {
  var lexer: AwkLexer
  private(set) var token = AwkLexer.Token.end
  /// Whether `>` ends an expression, as in `print x > file`.
  var stopsAtGreater = false

  private init(_ program: String) throws(AwkError) {
    lexer = AwkLexer(program)
    try advance()
  }

  static func rules(_ program: String) throws(AwkError) -> [AwkRule] {
    var parser = try AwkParser(program)
    var rules: [AwkRule] = []
    while true {
      try parser.skipEnds()
      if parser.token == .end { return rules }
      rules.append(try parser.rule())
    }
  }

  // MARK: Words

  mutating func advance() throws(AwkError) { token = try lexer.next() }

  func isAt(_ sign: String) -> Bool { token == .sign(sign) }

  mutating func take(_ sign: String) throws(AwkError) -> Bool {
    guard isAt(sign) else { return false }
    try advance()
    return true
  }

  mutating func expect(_ sign: String) throws(AwkError) {
    guard try take(sign) else { throw .syntax }
  }

  mutating func take(keyword: String) throws(AwkError) -> Bool {
    guard token == .keyword(keyword) else { return false }
    try advance()
    return true
  }

  mutating func skipNewlines() throws(AwkError) { while token == .newline { try advance() } }

  private mutating func skipEnds() throws(AwkError) {
    while token == .newline || isAt(";") { try advance() }
  }

  // MARK: Rules and statements

  private mutating func rule() throws(AwkError) -> AwkRule {
    if token == .keyword("function") { throw .notSimulated("a function of one's own") }
    if try take(keyword: "BEGIN") { return AwkRule(pattern: .begin, action: try block()) }
    if try take(keyword: "END") { return AwkRule(pattern: .end, action: try block()) }
    if isAt("{") { return AwkRule(pattern: .always, action: try block()) }
    var pattern = AwkRule.Pattern.when(try expression())
    if try take(","), case .when(let first) = pattern {
      try skipNewlines()
      pattern = .range(first, try expression())
    }
    return AwkRule(pattern: pattern, action: isAt("{") ? try block() : nil)
  }

  private mutating func block() throws(AwkError) -> AwkStatement {
    try expect("{")
    var statements: [AwkStatement] = []
    try skipEnds()
    while try !take("}") {
      statements.append(try statement())
      try skipEnds()
    }
    return .block(statements)
  }

  private mutating func statement() throws(AwkError) -> AwkStatement {
    if isAt("{") { return try block() }
    if try take(";") { return .block([]) }
    guard case .keyword(let word) = token else { return try simple() }
    switch word {
    case "if": return try choice()
    case "while":
      try advance()
      let condition = try bracketed()
      return .loop(condition, try body(), step: nil)
    case "do": return try loopAfter()
    case "for": return try forLoop()
    default: return try simple()
    }
  }

  /// A statement that must be closed by `;`, a line end or `}`.
  private mutating func simple() throws(AwkError) -> AwkStatement {
    let statement = try unclosed()
    guard isAt(";") || isAt("}") || token == .newline || token == .end else {
      if isAt("|") || isAt(">") || isAt(">>") { throw .notSimulated("printing to files and commands") }
      throw .syntax
    }
    return statement
  }

  private mutating func unclosed() throws(AwkError) -> AwkStatement {
    guard case .keyword(let word) = token else { return .expression(try expression()) }
    try advance()
    switch word {
    case "print": return .print(try printed())
    case "printf":
      let arguments = try printed()
      guard !arguments.isEmpty else { throw .syntax }
      return .printf(arguments)
    case "next": return .next
    case "break": return .leaveLoop
    case "continue": return .continueLoop
    case "exit": return .exit(endsHere ? nil : try expression())
    case "delete":
      guard case .name(let array) = token else { throw .syntax }
      try advance()
      guard try take("[") else { return .delete(array: array, nil) }
      let keys = try list()
      try expect("]")
      return .delete(array: array, keys)
    case "getline", "nextfile": throw .notSimulated(word)
    default: throw .syntax
    }
  }

  private var endsHere: Bool { isAt(";") || isAt("}") || token == .newline || token == .end }

  private mutating func printed() throws(AwkError) -> [AwkExpression] {
    if endsHere || isAt(">") || isAt("|") { return [] }
    stopsAtGreater = true
    defer { stopsAtGreater = false }
    let arguments = try list()
    // `print (a, b)`: the brackets are around the list.
    if arguments.count == 1, case .isIn(let inner, array: "") = arguments[0] { return inner }
    return arguments
  }

  private mutating func bracketed() throws(AwkError) -> AwkExpression {
    try expect("(")
    let condition = try expression()
    try expect(")")
    return condition
  }

  private mutating func body() throws(AwkError) -> AwkStatement {
    try skipNewlines()
    return try statement()
  }

  private mutating func choice() throws(AwkError) -> AwkStatement {
    try advance()
    let condition = try bracketed()
    let then = try body()
    let before = self
    try skipEnds()
    guard try take(keyword: "else") else {
      self = before
      return .choice(condition, then, nil)
    }
    return .choice(condition, then, try body())
  }

  private mutating func loopAfter() throws(AwkError) -> AwkStatement {
    try advance()
    let inner = try body()
    try skipEnds()
    guard try take(keyword: "while") else { throw .syntax }
    return .loopAfter(inner, try bracketed())
  }

  private mutating func forLoop() throws(AwkError) -> AwkStatement {
    try advance()
    try expect("(")
    if case .name(let variable) = token {
      let before = self
      try advance()
      if try take(keyword: "in"), case .name(let array) = token {
        try advance()
        if try take(")") { return .each(variable, array: array, try body()) }
      }
      self = before
    }
    let first = isAt(";") ? nil : try unclosed()
    try expect(";")
    let condition = isAt(";") ? nil : try expression()
    try expect(";")
    let step = isAt(")") ? nil : try unclosed()
    try expect(")")
    let loop = AwkStatement.loop(condition, try body(), step: step)
    return .block((first.map { [$0] } ?? []) + [loop])
  }
}
