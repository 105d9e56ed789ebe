// Expressions, the loosest first.
extension AwkParser {
  mutating func list() throws(AwkError) -> [AwkExpression] {
    var out = [try expression()]
    while try take(",") {
      try skipNewlines()
      out.append(try expression())
    }
    return out
  }

  mutating func expression() throws(AwkError) -> AwkExpression {
    let left = try ternary()
    guard case .sign(let sign) = token, case .place(let place) = left else { return left }
    if sign == "=" {
      try advance()
      try refuseSeparator(place)
      return .assignment(place, nil, try expression())
    }
    guard sign.hasSuffix("="), let first = sign.first,
      let operation = AwkOperator(rawValue: sign == "**=" ? "^" : first),
      sign.count == 2 || sign == "**="
    else { return left }
    try advance()
    return .assignment(place, operation, try expression())
  }

  private func refuseSeparator(_ place: AwkPlace) throws(AwkError) {
    if case .variable("RS") = place { throw .notSimulated("a record separator (RS)") }
  }

  private mutating func ternary() throws(AwkError) -> AwkExpression {
    let condition = try either()
    guard try take("?") else { return condition }
    try skipNewlines()
    let first = try expression()
    try skipNewlines()
    try expect(":")
    try skipNewlines()
    return .choice(condition, first, try expression())
  }

  private mutating func either() throws(AwkError) -> AwkExpression {
    var left = try both()
    while try take("||") {
      try skipNewlines()
      left = .or(left, try both())
    }
    return left
  }

  private mutating func both() throws(AwkError) -> AwkExpression {
    var left = try membership()
    while try take("&&") {
      try skipNewlines()
      left = .and(left, try membership())
    }
    return left
  }

  private mutating func membership() throws(AwkError) -> AwkExpression {
    var left = try matching()
    while try take(keyword: "in") {
      guard case .name(let array) = token else { throw .syntax }
      try advance()
      if case .isIn(let keys, array: "") = left {
        left = .isIn(keys, array: array)
      } else {
        left = .isIn([left], array: array)
      }
    }
    return left
  }

  private mutating func matching() throws(AwkError) -> AwkExpression {
    var left = try compared()
    while isAt("~") || isAt("!~") {
      let isNegated = isAt("!~")
      try advance()
      let match = AwkExpression.match(left, try compared())
      left = isNegated ? .not(match) : match
    }
    return left
  }

  private mutating func compared() throws(AwkError) -> AwkExpression {
    let left = try joined()
    guard case .sign(let sign) = token, let comparison = AwkComparison(rawValue: sign),
      !(sign == ">" && stopsAtGreater)
    else {
      if isAt("|"), !stopsAtGreater { throw .notSimulated("pipes") }
      return left
    }
    try advance()
    return .comparison(comparison, left, try joined())
  }

  private mutating func joined() throws(AwkError) -> AwkExpression {
    var left = try sum()
    while beginsOperand { left = .joined(left, try sum()) }
    return left
  }

  /// Whether what comes next can be joined on; a sign of plus or minus belongs to a sum.
  private var beginsOperand: Bool {
    switch token {
    case .number, .text, .name, .function: true
    case .sign(let sign): ["$", "(", "++", "--"].contains(sign)
    case .keyword, .newline, .end: false
    }
  }

  private mutating func sum() throws(AwkError) -> AwkExpression {
    var left = try product()
    while case .sign(let sign) = token, sign == "+" || sign == "-" {
      try advance()
      left = .arithmetic(sign == "+" ? .add : .subtract, left, try product())
    }
    return left
  }

  private mutating func product() throws(AwkError) -> AwkExpression {
    var left = try signed()
    while case .sign(let sign) = token, ["*", "/", "%"].contains(sign),
      let operation = AwkOperator(rawValue: Character(sign))
    {
      try advance()
      left = .arithmetic(operation, left, try signed())
    }
    return left
  }

  private mutating func signed() throws(AwkError) -> AwkExpression {
    if try take("!") { return .not(try signed()) }
    if try take("-") { return .negative(try signed()) }
    if try take("+") { return .positive(try signed()) }
    return try power()
  }

  private mutating func power() throws(AwkError) -> AwkExpression {
    let left = try stepped()
    guard isAt("^") || isAt("**") else { return left }
    try advance()
    return .arithmetic(.power, left, isAt("-") ? try signed() : try power())
  }

  private mutating func stepped() throws(AwkError) -> AwkExpression {
    for (sign, step) in [("++", 1.0), ("--", -1.0)] where isAt(sign) {
      try advance()
      guard case .place(let place) = try primary() else { throw .syntax }
      return .increment(place, step, isPostfix: false)
    }
    let inner = try primary()
    guard case .place(let place) = inner else { return inner }
    if try take("++") { return .increment(place, 1, isPostfix: true) }
    if try take("--") { return .increment(place, -1, isPostfix: true) }
    return inner
  }

  private mutating func primary() throws(AwkError) -> AwkExpression {
    let first = token
    switch first {
    case .sign("/"), .sign("/="):
      let text = try lexer.pattern(after: isAt("/") ? "/" : "/=")
      guard let pattern = RegularExpression(text, isExtended: true) else { throw .syntax }
      try advance()
      return .pattern(pattern)
    case .keyword("getline"): throw .notSimulated("getline")
    default: break
    }
    try advance()
    switch first {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .sign("$"): return .place(.field(try stepped()))
    case .sign("("): return try grouped()
    case .function(let name): return try call(name)
    case .name(let name):
      guard try take("[") else { return .place(.variable(name)) }
      let keys = try list()
      try expect("]")
      return .place(.element(array: name, keys))
    default: throw .syntax
    }
  }

  /// What stands in brackets; a list of several is only good before `in` and after `print`, and has no array yet.
  private mutating func grouped() throws(AwkError) -> AwkExpression {
    let outer = stopsAtGreater
    stopsAtGreater = false
    defer { stopsAtGreater = outer }
    let inner = try list()
    try expect(")")
    if inner.count > 1 { return .isIn(inner, array: "") }
    // Brackets keep an assignable place from being assigned to by what follows, which is never written.
    return inner[0]
  }

  private mutating func call(_ name: String) throws(AwkError) -> AwkExpression {
    guard let function = AwkFunction(rawValue: name) else { throw .notSimulated("\(name)()") }
    guard try take("(") else {
      guard function == .length else { throw .syntax }
      return .call(.length, [])
    }
    let outer = stopsAtGreater
    stopsAtGreater = false
    defer { stopsAtGreater = outer }
    let arguments = isAt(")") ? [] : try list()
    try expect(")")
    guard function.accepts(arguments.count) else { throw .syntax }
    return .call(function, arguments)
  }
}

extension AwkFunction {
  fileprivate func accepts(_ count: Int) -> Bool {
    switch self {
    case .length: count <= 1
    case .int, .sqrt, .tolower, .toupper: count == 1
    case .index, .match: count == 2
    case .gsub, .split, .sub, .substr: (2...3).contains(count)
    case .sprintf: count >= 1
    }
  }
}
