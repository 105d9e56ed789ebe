/// A program in awk that runs: its variables, and the line that it is at.
///
/// It takes in lines and gives back what it writes. What it may do for one line is limited, so that an endless loop
/// cannot stop the simulator.
struct AwkMachine: Sendable {
  /// How a statement ends.
  enum Flow: Hashable {
    case on, next, leavesLoop, continues, exits
  }

  private let rules: [AwkRule]
  private var isInRange: Set<Int> = []
  private(set) var variables: [String: AwkValue] = ["FS": .text(" "), "OFS": .text(" "), "ORS": .text("\n")]
  var arrays: [String: AwkArray] = [:]
  var fields: [AwkValue] = []
  /// The line as a whole; nil where a field has changed since.
  private var line: String? = ""
  /// What it has written since it was last asked.
  var output = ""
  private(set) var exitCode = 0
  private(set) var hasExited = false
  private var stepsLeft = 0

  private static let steps = 200_000

  /// Reads the program; `assignments` are those of `-v`.
  init(_ program: String, assignments: [(name: String, value: String)]) throws(AwkError) {
    rules = try AwkParser.rules(program)
    variables["NR"] = .number(0)
    for (name, value) in assignments { variables[name] = .read(AwkLexer.unescaped(value)) }
  }

  /// Whether it does anything with its input.
  var readsInput: Bool {
    rules.contains { rule in if case .begin = rule.pattern { false } else { true } }
  }

  /// Runs what stands under BEGIN; what that writes.
  mutating func begin() throws(AwkError) -> String {
    try runRules { if case .begin = $0 { true } else { false } }
    if hasExited { return try finish() }
    return taken()
  }

  /// Takes in one line; what is written for it.
  mutating func take(_ text: String) throws(AwkError) -> String {
    variables["NR"] = .number(self["NR"].number + 1)
    variables["FNR"] = variables["NR"]
    setLine(text)
    stepsLeft = AwkMachine.steps
    for index in rules.indices where try applies(rules[index].pattern, index) {
      guard let action = rules[index].action else {
        output += wholeLine + self["ORS"].text
        continue
      }
      let flow = try run(action)
      if flow == .exits { return try finish() }
      if flow == .next { break }
    }
    return taken()
  }

  /// The input has ended, or the program has: runs what stands under END; what that writes.
  mutating func finish() throws(AwkError) -> String {
    hasExited = true
    try runRules { if case .end = $0 { true } else { false } }
    return taken()
  }

  private mutating func taken() -> String {
    defer { output = "" }
    return output
  }

  private mutating func runRules(_ isWanted: (AwkRule.Pattern) -> Bool) throws(AwkError) {
    stepsLeft = AwkMachine.steps
    for rule in rules where isWanted(rule.pattern) {
      guard let action = rule.action else { continue }
      if try run(action) == .exits {
        hasExited = true
        return
      }
    }
  }

  private mutating func applies(_ pattern: AwkRule.Pattern, _ index: Int) throws(AwkError) -> Bool {
    switch pattern {
    case .begin, .end: return false
    case .always: return true
    case .when(let condition): return try value(condition).isTrue
    case .range(let first, let last):
      if !isInRange.contains(index) {
        guard try value(first).isTrue else { return false }
        isInRange.insert(index)
      }
      if try value(last).isTrue { isInRange.remove(index) }
      return true
    }
  }

  // MARK: Statements

  private mutating func count() throws(AwkError) {
    stepsLeft -= 1
    if stepsLeft < 0 { throw .notSimulated("more than \(AwkMachine.steps) steps") }
  }

  private mutating func run(_ statement: AwkStatement) throws(AwkError) -> Flow {
    try count()
    switch statement {
    case .expression(let expression): _ = try value(expression)
    case .print(let arguments):
      let texts = try arguments.isEmpty ? [wholeLine] : values(arguments).map(\.text)
      output += texts.joined(separator: self["OFS"].text) + self["ORS"].text
    case .printf(let arguments):
      let values = try values(arguments)
      output += try AwkFormat.filled(values[0].text, values.dropFirst())
    case .block(let statements):
      for statement in statements {
        let flow = try run(statement)
        if flow != .on { return flow }
      }
    case .choice(let condition, let then, let otherwise):
      if try value(condition).isTrue { return try run(then) }
      if let otherwise { return try run(otherwise) }
    case .loop(let condition, let body, let step): return try loop(condition, body, step)
    case .loopAfter(let body, let condition):
      repeat {
        let flow = try run(body)
        if flow == .leavesLoop { break }
        if flow == .next || flow == .exits { return flow }
      } while try value(condition).isTrue
    case .each(let variable, let array, let body):
      for key in arrays[array]?.keys ?? [] {
        variables[variable] = .read(key)
        let flow = try run(body)
        if flow == .leavesLoop { break }
        if flow == .next || flow == .exits { return flow }
      }
    case .delete(let array, let keys):
      guard let keys else {
        arrays[array] = nil
        break
      }
      let key = try key(keys)
      arrays[array]?.remove(key)
    case .next: return .next
    case .leaveLoop: return .leavesLoop
    case .continueLoop: return .continues
    case .exit(let code):
      if let code { exitCode = Int(try value(code).number.clamped) & 0xFF }
      return .exits
    }
    return .on
  }

  private mutating func loop(
    _ condition: AwkExpression?,
    _ body: AwkStatement,
    _ step: AwkStatement?
  ) throws(AwkError) -> Flow {
    while true {
      if let condition, try !value(condition).isTrue { return .on }
      let flow = try run(body)
      if flow == .leavesLoop { return .on }
      if flow == .next || flow == .exits { return flow }
      if let step { _ = try run(step) }
    }
  }

  // MARK: Places

  subscript(name: String) -> AwkValue { variables[name] ?? .nothing }

  /// The line as a whole.
  var wholeLine: String { line ?? fields.map(\.text).joined(separator: self["OFS"].text) }

  private mutating func setLine(_ text: String) {
    line = text
    fields = AwkMachine.parts(of: text, separator: self["FS"].text).map { .read($0) }
    variables["NF"] = .number(Double(fields.count))
  }

  /// Splits text as `FS` says: one blank stands for any white space, more than one sign for an expression.
  static func parts(of text: String, separator: String) -> [String] {
    if text.isEmpty { return [] }
    if separator == " " { return text.split { $0 == " " || $0 == "\t" || $0 == "\n" }.map(String.init) }
    if separator.count == 1, let sign = separator.first {
      return text.split(separator: sign, omittingEmptySubsequences: false).map(String.init)
    }
    guard let pattern = RegularExpression(separator, isExtended: true) else { return [text] }
    return parts(of: text, pattern: pattern)
  }

  /// Splits text where an expression matches.
  static func parts(of text: String, pattern: RegularExpression) -> [String] {
    if text.isEmpty { return [] }
    let characters = Array(text)
    var out: [String] = []
    var begin = 0
    while let match = pattern.first(in: characters, from: begin), !match.range.isEmpty {
      out.append(String(characters[begin..<match.range.lowerBound]))
      begin = match.range.upperBound
    }
    return out + [String(characters[begin...])]
  }

  mutating func value(at place: AwkPlace) throws(AwkError) -> AwkValue {
    switch place {
    case .variable(let name): return self[name]
    case .element(let array, let keys):
      let key = try key(keys)
      return arrays[array, default: AwkArray()][touching: key]
    case .field(let expression):
      let index = try fieldIndex(expression)
      if index == 0 { return .read(wholeLine) }
      return index <= fields.count ? fields[index - 1] : .nothing
    }
  }

  mutating func set(_ place: AwkPlace, to value: AwkValue) throws(AwkError) {
    switch place {
    case .variable("NF"):
      let count = try checkedFieldIndex(value.number)
      fields = Array(fields.prefix(count)) + Array(repeating: .nothing, count: max(0, count - fields.count))
      line = nil
      variables["NF"] = .number(Double(count))
    case .variable(let name): variables[name] = value
    case .element(let array, let keys):
      let key = try key(keys)
      arrays[array, default: AwkArray()].set(key, value)
    case .field(let expression):
      let index = try fieldIndex(expression)
      if index == 0 { return setLine(value.text) }
      while fields.count < index { fields.append(.nothing) }
      fields[index - 1] = value
      line = nil
      variables["NF"] = .number(Double(fields.count))
    }
  }

  private mutating func fieldIndex(_ expression: AwkExpression) throws(AwkError) -> Int {
    try checkedFieldIndex(try value(expression).number)
  }

  private func checkedFieldIndex(_ number: Double) throws(AwkError) -> Int {
    guard number >= 0, number <= 10_000 else { throw .failed("Access to negative field") }
    return Int(number)
  }

  /// The key of several subscripts has a sign between them that nobody types.
  mutating func key(_ expressions: [AwkExpression]) throws(AwkError) -> String {
    try values(expressions).map(\.text).joined(separator: "\u{1C}")
  }

  mutating func values(_ expressions: [AwkExpression]) throws(AwkError) -> [AwkValue] {
    var out: [AwkValue] = []
    for expression in expressions { out.append(try value(expression)) }
    return out
  }
}
