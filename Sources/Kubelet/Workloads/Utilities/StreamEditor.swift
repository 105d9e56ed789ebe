/// `sed`, with the commands s, d, p and q, each for all lines, a line number, `$` excepted, or a pattern.
struct StreamEditor: Sendable {
  private struct Command: Sendable {
    enum Address: Sendable {
      case all
      case line(Int)
      case pattern(RegularExpression)
    }

    enum Action: Sendable {
      case delete, print, quit
      case substitute(RegularExpression, String, isGlobal: Bool, prints: Bool)
    }

    var address: Address
    var isNegated = false
    var action: Action
  }

  private var commands: [Command] = []
  private let isQuiet: Bool
  private var number = 0
  private(set) var isDone = false

  /// nil for a script that has more in it.
  init?(_ scripts: [String], isExtended: Bool, isQuiet: Bool) {
    self.isQuiet = isQuiet
    for script in scripts {
      var rest = Array(script)[...]
      while true {
        rest = rest.drop { $0 == ";" || $0.isWhitespace }
        if rest.isEmpty { break }
        guard let command = StreamEditor.command(&rest, isExtended) else { return nil }
        commands.append(command)
      }
    }
  }

  private static func command(_ rest: inout ArraySlice<Character>, _ isExtended: Bool) -> Command? {
    var address = Command.Address.all
    if let first = rest.first, first.isASCIIDigit {
      let digits = rest.prefix { $0.isASCIIDigit }
      rest = rest.dropFirst(digits.count)
      guard let number = Int(String(digits)) else { return nil }
      address = .line(number)
    } else if rest.first == "/" {
      rest.removeFirst()
      guard let text = until("/", &rest), let pattern = RegularExpression(text, isExtended: isExtended) else {
        return nil
      }
      address = .pattern(pattern)
    }
    let isNegated = rest.first == "!"
    if isNegated { rest.removeFirst() }
    switch rest.popFirst() {
    case "d": return Command(address: address, isNegated: isNegated, action: .delete)
    case "p": return Command(address: address, isNegated: isNegated, action: .print)
    case "q": return Command(address: address, isNegated: isNegated, action: .quit)
    case "s":
      guard let sign = rest.popFirst(), let from = until(sign, &rest), let to = until(sign, &rest) else { return nil }
      let flags = rest.prefix { "gpI".contains($0) }
      rest = rest.dropFirst(flags.count)
      guard let pattern = RegularExpression(from, isExtended: isExtended, isCaseless: flags.contains("I")) else {
        return nil
      }
      let action = Command.Action.substitute(
        pattern,
        to,
        isGlobal: flags.contains("g"),
        prints: flags.contains("p")
      )
      return Command(address: address, isNegated: isNegated, action: action)
    default: return nil
    }
  }

  /// The text up to a sign that has no backslash before it; the sign is passed.
  private static func until(_ sign: Character, _ rest: inout ArraySlice<Character>) -> String? {
    var out = ""
    while let character = rest.popFirst() {
      if character == sign { return out }
      if character == "\\", let next = rest.popFirst() {
        out += next == sign ? String(next) : "\\\(next)"
      } else {
        out.append(character)
      }
    }
    return nil
  }

  /// What becomes of one line.
  mutating func take(_ line: String) -> String {
    number += 1
    var text = line
    var out = ""
    for command in commands where applies(command, text) {
      switch command.action {
      case .delete: return out
      case .print: out += text + "\n"
      case .quit:
        isDone = true
        return out + (isQuiet ? "" : text + "\n")
      case .substitute(let pattern, let replacement, let isGlobal, let prints):
        guard let changed = StreamEditor.substituted(text, pattern, replacement, isGlobal) else { continue }
        text = changed
        if prints { out += text + "\n" }
      }
    }
    return out + (isQuiet ? "" : text + "\n")
  }

  private func applies(_ command: Command, _ text: String) -> Bool {
    let applies =
      switch command.address {
      case .all: true
      case .line(let wanted): number == wanted
      case .pattern(let pattern): pattern.matches(text)
      }
    return applies != command.isNegated
  }

  private static func substituted(
    _ line: String,
    _ pattern: RegularExpression,
    _ replacement: String,
    _ isGlobal: Bool
  ) -> String? {
    let text = Array(line)
    var out = ""
    var begin = 0
    var hasChanged = false
    while begin <= text.count, let match = pattern.first(in: text, from: begin) {
      hasChanged = true
      out += String(text[begin..<match.range.lowerBound]) + filled(replacement, match, text)
      begin = match.range.upperBound
      if match.range.isEmpty {
        if begin < text.count { out.append(text[begin]) }
        begin += 1
      }
      if !isGlobal { break }
    }
    if begin < text.count { out += String(text[begin...]) }
    return hasChanged ? out : nil
  }

  private static func filled(_ replacement: String, _ match: RegularExpression.Match, _ text: [Character]) -> String {
    var out = ""
    var isEscaped = false
    for character in replacement {
      if isEscaped {
        isEscaped = false
        if let number = character.wholeNumberValue {
          let range = number == 0 ? match.range : match.groups[number] ?? 0..<0
          out += String(text[range])
        } else {
          out += character == "n" ? "\n" : String(character)
        }
      } else if character == "\\" {
        isEscaped = true
      } else {
        out += character == "&" ? String(text[match.range]) : String(character)
      }
    }
    return out
  }
}
