/// Reads tokens as commands.
struct ShellParser {
  private let tokens: [ShellToken]
  private var place = 0
  /// How deep commands lie in one another now.
  private var depth = 0
  /// Deeper nesting is refused, so that no script can exhaust the stack.
  private static let deepest = 100
  private static let longest = 1_000

  private init(_ tokens: [ShellToken]) { self.tokens = tokens }

  static func parse(_ text: String) throws(ShellSyntaxError) -> ShellCommand {
    try parse(ShellLexer.tokens(text))
  }

  static func parse(_ tokens: [ShellToken]) throws(ShellSyntaxError) -> ShellCommand {
    var parser = ShellParser(tokens)
    let command = try parser.list(until: [])
    guard case .end = parser.current else { throw .unexpected(parser.current.text) }
    return command
  }

  private var current: ShellToken { place < tokens.count ? tokens[place] : .end }

  /// The current token's sign, or its text where that is a reserved word.
  private var currentSign: String? {
    if case .sign(let sign) = current { sign } else { nil }
  }

  private var currentWord: String? {
    if case .word(let word) = current { word.plainText } else { nil }
  }

  private mutating func skipNewlines() {
    while currentSign == "\n" { place += 1 }
  }

  private mutating func expect(_ word: String) throws(ShellSyntaxError) {
    guard currentWord == word || currentSign == word else { throw .unexpected(current.text) }
    place += 1
  }

  /// Commands up to the end, a closing sign, or one of the reserved words.
  private mutating func list(until ends: Set<String>) throws(ShellSyntaxError) -> ShellCommand {
    depth += 1
    defer { depth -= 1 }
    if depth > ShellParser.deepest { throw .notSimulated("commands nested more than \(ShellParser.deepest) deep") }
    var items: [ShellCommand.ListItem] = []
    while true {
      skipNewlines()
      if case .end = current { break }
      if let word = currentWord, ends.contains(word) { break }
      if let sign = currentSign, sign == ")" || sign == ";;" { break }
      let command = try andOr()
      let isBackground = currentSign == "&"
      items.append(ShellCommand.ListItem(command: command, isBackground: isBackground))
      guard let sign = currentSign, sign == ";" || sign == "&" || sign == "\n" else { break }
      place += 1
    }
    return items.count == 1 && !items[0].isBackground ? items[0].command : .list(items)
  }

  /// A list that must not be empty.
  private mutating func body(until ends: Set<String>) throws(ShellSyntaxError) -> ShellCommand {
    let command = try list(until: ends)
    if case .list(let items) = command, items.isEmpty { throw .unexpected(current.text) }
    return command
  }

  private mutating func andOr() throws(ShellSyntaxError) -> ShellCommand {
    var left = try pipeline()
    var count = 0
    while let sign = currentSign, sign == "&&" || sign == "||" {
      count += 1
      if count > ShellParser.longest { throw .notSimulated("more than \(ShellParser.longest) && and || in a row") }
      place += 1
      skipNewlines()
      let right = try pipeline()
      left = sign == "&&" ? .and(left, right) : .or(left, right)
    }
    return left
  }

  private mutating func pipeline() throws(ShellSyntaxError) -> ShellCommand {
    var isNegated = false
    while currentWord == "!" {
      place += 1
      isNegated.toggle()
    }
    var commands = [try command()]
    while currentSign == "|" {
      place += 1
      skipNewlines()
      commands.append(try command())
    }
    let command = commands.count == 1 ? commands[0] : .pipeline(commands)
    return isNegated ? .not(command) : command
  }

  private mutating func command() throws(ShellSyntaxError) -> ShellCommand {
    guard let compound = try compound() else { return try simple() }
    var redirections: [Redirection] = []
    while let redirection = try redirection() { redirections.append(redirection) }
    return redirections.isEmpty ? compound : .redirected(compound, redirections)
  }

  /// A command that a reserved word or a parenthesis begins; nil for others.
  private mutating func compound() throws(ShellSyntaxError) -> ShellCommand? {
    if currentSign == "(" {
      if place + 1 < tokens.count, case .sign("(") = tokens[place + 1] { throw .notSimulated("the command (( … ))") }
      place += 1
      let body = try body(until: [])
      try expect(")")
      return .subshell(body)
    }
    guard let word = currentWord else { return nil }
    switch word {
    case "{":
      place += 1
      let body = try body(until: ["}"])
      try expect("}")
      return body
    case "if": return try choice()
    case "while", "until":
      place += 1
      let condition = try body(until: ["do"])
      return .loop(condition: condition, body: try doGroup(), endsOnSuccess: word == "until")
    case "for": return try each()
    case "case": return try matching()
    case "function", "select", "coproc", "time": throw .notSimulated("the reserved word \(word)")
    case "then", "else", "elif", "fi", "do", "done", "esac", "}": throw .unexpected(word)
    default: return nil
    }
  }

  private mutating func doGroup() throws(ShellSyntaxError) -> ShellCommand {
    try expect("do")
    let body = try body(until: ["done"])
    try expect("done")
    return body
  }

  private mutating func choice() throws(ShellSyntaxError) -> ShellCommand {
    var branches: [(condition: ShellCommand, body: ShellCommand)] = []
    repeat {
      place += 1
      let condition = try body(until: ["then"])
      try expect("then")
      branches.append((condition, try body(until: ["elif", "else", "fi"])))
    } while currentWord == "elif"
    var otherwise: ShellCommand?
    if currentWord == "else" {
      place += 1
      otherwise = try body(until: ["fi"])
    }
    try expect("fi")
    return .choice(branches, otherwise: otherwise)
  }

  private mutating func each() throws(ShellSyntaxError) -> ShellCommand {
    place += 1
    if currentSign == "(" { throw .notSimulated("for (( … ))") }
    guard let name = currentWord else { throw .unexpected(current.text) }
    place += 1
    skipNewlines()
    var words: [ShellWord]?
    if currentWord == "in" {
      place += 1
      var found: [ShellWord] = []
      while case .word(let word) = current {
        found.append(word)
        place += 1
      }
      words = found
    }
    if currentSign == ";" { place += 1 }
    skipNewlines()
    return .each(name: name, words: words, body: try doGroup())
  }

  private mutating func matching() throws(ShellSyntaxError) -> ShellCommand {
    place += 1
    guard case .word(let subject) = current else { throw .unexpected(current.text) }
    place += 1
    skipNewlines()
    try expect("in")
    skipNewlines()
    var arms: [ShellCommand.MatchingArm] = []
    while currentWord != "esac" {
      if currentSign == "(" { place += 1 }
      var patterns: [ShellWord] = []
      while case .word(let pattern) = current {
        patterns.append(pattern)
        place += 1
        guard currentSign == "|" else { break }
        place += 1
      }
      guard !patterns.isEmpty else { throw .unexpected(current.text) }
      try expect(")")
      let body = try list(until: ["esac"])
      arms.append(ShellCommand.MatchingArm(patterns: patterns, body: body))
      if currentSign == ";;" { place += 1 }
      skipNewlines()
    }
    place += 1
    return .matching(subject, arms)
  }

  private mutating func simple() throws(ShellSyntaxError) -> ShellCommand {
    var command = SimpleCommand()
    while true {
      if let redirection = try redirection() {
        command.redirections.append(redirection)
      } else if case .word(let word) = current {
        place += 1
        if command.words.isEmpty, let assignment = assignment(word) {
          command.assignments.append(assignment)
        } else {
          command.words.append(word)
        }
      } else if currentSign == "(", command.words.count == 1, let name = command.words[0].plainText {
        place += 1
        try expect(")")
        skipNewlines()
        guard let body = try compound() else { throw .unexpected(current.text) }
        return .function(name: name, body: body)
      } else {
        break
      }
    }
    if command.words.isEmpty, command.assignments.isEmpty, command.redirections.isEmpty {
      throw .unexpected(current.text)
    }
    return .simple(command)
  }

  /// `name=value`, taken apart.
  private func assignment(_ word: ShellWord) -> (name: String, value: ShellWord)? {
    guard case .text(let text)? = word.parts.first, let equals = text.firstIndex(of: "=") else { return nil }
    let name = text[..<equals]
    guard let first = name.first, !first.isASCIIDigit, name.allSatisfy(\.isShellName) else { return nil }
    var parts = word.parts
    parts[0] = .text(String(text[text.index(after: equals)...]))
    return (String(name), ShellWord(parts: parts))
  }

  private mutating func redirection() throws(ShellSyntaxError) -> Redirection? {
    var descriptor: Int?
    if case .descriptor(let number) = current {
      descriptor = number
      place += 1
    }
    guard let sign = currentSign, ["<", ">", ">>", "<<", "<&", ">&"].contains(sign) else {
      if descriptor != nil { throw .unexpected(current.text) }
      return nil
    }
    place += 1
    let target: ShellWord
    switch current {
    case .word(let word), .body(let word): target = word
    default: throw .unexpected(current.text)
    }
    place += 1
    let operation: Redirection.Operation =
      switch sign {
      case "<": .read
      case ">": .write
      case ">>": .append
      case "<<": .hereDocument
      default: .duplicate
      }
    return Redirection(operation: operation, descriptor: descriptor ?? (sign.hasPrefix("<") ? 0 : 1), target: target)
  }
}
