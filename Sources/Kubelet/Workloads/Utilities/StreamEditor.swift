/// `sed`, with the commands s, y, d, p, q, =, a, i and c, for all lines, one line, or the lines from one to another.
struct StreamEditor: Sendable {
  private enum Address: Sendable {
    case line(Int)
    case last
    case pattern(RegularExpression)
  }

  private enum Action: Sendable {
    case delete, print, quit, number
    case append(String), insert(String), change(String)
    case substitute(RegularExpression, String, which: Int, isGlobal: Bool, prints: Bool)
    case exchange([Character], [Character])
  }

  private struct Command: Sendable {
    /// nil for all lines.
    var first: Address?
    /// The end of a range of lines; nil for a single one.
    var last: Address?
    var isNegated = false
    var action: Action
    /// Whether its range has begun.
    var isInside = false
  }

  private var commands: [Command] = []
  private let isQuiet: Bool
  private var number = 0
  /// The line that waits until it is known whether it is the last.
  private var held: String?
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

  // MARK: Reading the script

  private static func command(_ rest: inout ArraySlice<Character>, _ isExtended: Bool) -> Command? {
    var (first, last): (Address?, Address?) = (nil, nil)
    if let next = rest.first, next.isASCIIDigit || next == "$" || next == "/" {
      first = address(&rest, isExtended)
      if first == nil { return nil }
      if rest.first == "," {
        rest.removeFirst()
        last = address(&rest, isExtended)
        if last == nil { return nil }
      }
    }
    rest = rest.drop { $0 == " " }
    let isNegated = rest.first == "!"
    if isNegated { rest.removeFirst() }
    guard let action = action(&rest, isExtended) else { return nil }
    return Command(first: first, last: last, isNegated: isNegated, action: action)
  }

  private static func address(_ rest: inout ArraySlice<Character>, _ isExtended: Bool) -> Address? {
    if rest.first == "$" {
      rest.removeFirst()
      return .last
    }
    if rest.first == "/" {
      rest.removeFirst()
      guard let text = until("/", &rest) else { return nil }
      return RegularExpression(text, isExtended: isExtended).map { .pattern($0) }
    }
    let digits = rest.prefix { $0.isASCIIDigit }
    rest = rest.dropFirst(digits.count)
    return Int(String(digits)).map { .line($0) }
  }

  private static func action(_ rest: inout ArraySlice<Character>, _ isExtended: Bool) -> Action? {
    switch rest.popFirst() {
    case "d": return .delete
    case "p": return .print
    case "q": return .quit
    case "=": return .number
    case "a": return .append(text(&rest))
    case "i": return .insert(text(&rest))
    case "c": return .change(text(&rest))
    case "s": return substitution(&rest, isExtended)
    case "y":
      guard let sign = rest.popFirst(), let from = until(sign, &rest), let to = until(sign, &rest),
        from.count == to.count
      else { return nil }
      return .exchange(Array(from), Array(to))
    default: return nil
    }
  }

  /// What `a`, `i` and `c` put in: all up to the end of the line.
  private static func text(_ rest: inout ArraySlice<Character>) -> String {
    rest = rest.drop { $0 == " " || $0 == "\t" }
    if rest.first == "\\" { rest = rest.dropFirst().drop { $0 == "\n" || $0 == " " } }
    let line = rest.prefix { $0 != "\n" }
    rest = rest.dropFirst(line.count)
    return String(line)
  }

  private static func substitution(_ rest: inout ArraySlice<Character>, _ isExtended: Bool) -> Action? {
    guard let sign = rest.popFirst(), let from = until(sign, &rest), let to = until(sign, &rest) else { return nil }
    let flags = rest.prefix { "gpIi".contains($0) || $0.isASCIIDigit }
    rest = rest.dropFirst(flags.count)
    let isCaseless = flags.contains("I") || flags.contains("i")
    guard let pattern = RegularExpression(from, isExtended: isExtended, isCaseless: isCaseless) else { return nil }
    return .substitute(
      pattern,
      to,
      which: Int(String(flags.filter(\.isASCIIDigit))) ?? 1,
      isGlobal: flags.contains("g"),
      prints: flags.contains("p")
    )
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

  // MARK: Editing

  /// Whether a command asks for the last line.
  private var awaitsLast: Bool {
    commands.contains { command in
      [command.first, command.last].contains { if case .last? = $0 { true } else { false } }
    }
  }

  /// Takes in a line; what is written then.
  mutating func take(_ line: String) -> String {
    guard awaitsLast else { return edited(line, isLast: false) }
    defer { held = line }
    return held.map { edited($0, isLast: false) } ?? ""
  }

  /// The input has ended; what is written then.
  mutating func finish() -> String {
    defer { held = nil }
    return held.map { edited($0, isLast: true) } ?? ""
  }

  /// What becomes of one line.
  private mutating func edited(_ line: String, isLast: Bool) -> String {
    number += 1
    var text = line
    var out = ""
    var after = ""
    for index in commands.indices where applies(index, text, isLast) {
      switch commands[index].action {
      case .delete: return out + after
      case .print: out += text + "\n"
      case .number: out += "\(number)\n"
      case .insert(let new): out += new + "\n"
      case .append(let new): after += new + "\n"
      case .change(let new):
        let isWhole = commands[index].last == nil || !commands[index].isInside
        return out + (isWhole ? new + "\n" : "") + after
      case .quit:
        isDone = true
        return out + (isQuiet ? "" : text + "\n") + after
      case .exchange(let from, let to):
        text = String(text.map { character in from.firstIndex(of: character).map { to[$0] } ?? character })
      case .substitute(let pattern, let replacement, let which, let isGlobal, let prints):
        guard
          let changed = StreamEditor.substituted(text, pattern, replacement, which: which, isGlobal: isGlobal)
        else { continue }
        text = changed
        if prints { out += text + "\n" }
      }
    }
    return out + (isQuiet ? "" : text + "\n") + after
  }

  private mutating func applies(_ index: Int, _ text: String, _ isLast: Bool) -> Bool {
    let command = commands[index]
    guard let first = command.first else { return true }
    func meets(_ address: Address) -> Bool {
      switch address {
      case .line(let wanted): number == wanted
      case .last: isLast
      case .pattern(let pattern): pattern.matches(text)
      }
    }
    guard let last = command.last else { return meets(first) != command.isNegated }
    var applies = true
    if command.isInside {
      if case .line(let end) = last, number >= end {
        commands[index].isInside = false
        applies = number == end
      } else if meets(last) {
        commands[index].isInside = false
      }
    } else {
      applies = meets(first)
      // A range that ends where it begins, or before, is that one line.
      let isOver = if case .line(let end) = last { end <= number } else { false }
      commands[index].isInside = applies && !isOver
    }
    return applies != command.isNegated
  }

  private static func substituted(
    _ line: String,
    _ pattern: RegularExpression,
    _ replacement: String,
    which: Int,
    isGlobal: Bool
  ) -> String? {
    let text = Array(line)
    var out = ""
    var begin = 0
    var count = 0
    while begin <= text.count, let match = pattern.first(in: text, from: begin) {
      count += 1
      out += String(text[begin..<match.range.lowerBound])
      out += count >= which ? filled(replacement, match, text) : String(text[match.range])
      begin = match.range.upperBound
      if match.range.isEmpty {
        if begin < text.count { out.append(text[begin]) }
        begin += 1
      }
      if !isGlobal, count >= which { break }
    }
    if begin < text.count { out += String(text[begin...]) }
    return count >= which ? out : nil
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
