/// The parts of words: quotes, and what a dollar sign begins.
extension ShellLexer {
  /// The parts up to a character that ends the word.
  mutating func wordParts(until ends: (Character) -> Bool) throws(ShellSyntaxError) -> [ShellWord.Part] {
    var parts = PartList()
    while let character = peek(), !ends(character) {
      switch character {
      case "\\":
        place += 1
        guard let next = peek() else {
          parts.add("\\")
          break
        }
        place += 1
        if next == "\n" { break }
        parts.add(.quoted(String(next)))
      case "'":
        parts.add(.quoted(try singleQuoted()))
      case "\"":
        place += 1
        let inner = try quotedParts(until: "\"")
        place += 1
        parts.add(.doubleQuoted(inner))
      case "$" where peek(1) == "'": throw .notSimulated("quotes of the form $'…'")
      case "$", "`":
        if let part = try expansion() { parts.add(part) } else { parts.add("$") }
      default:
        parts.add(String(character))
        place += 1
      }
    }
    return parts.finished()
  }

  private mutating func singleQuoted() throws(ShellSyntaxError) -> String {
    place += 1
    let begin = place
    while let character = peek(), character != "'" { place += 1 }
    guard peek() != nil else { throw .unterminated(quote: "'") }
    place += 1
    return String(characters[begin..<(place - 1)])
  }

  /// The inside of double quotes, of a here-document (`until` nil) or of arithmetic (a parenthesis).
  mutating func quotedParts(until end: Character?) throws(ShellSyntaxError) -> [ShellWord.Part] {
    var parts = PartList()
    while let character = peek() {
      if character == end { break }
      switch character {
      case "\\":
        place += 1
        guard let next = peek() else {
          parts.add("\\")
          break
        }
        place += 1
        if next == "\n" { break }
        let isSpecial = next == "$" || next == "`" || next == "\\" || (next == "\"" && end == "\"")
        parts.add(isSpecial ? String(next) : "\\\(next)")
      case "$", "`":
        if let part = try expansion() { parts.add(part) } else { parts.add("$") }
      default:
        parts.add(String(character))
        place += 1
      }
    }
    if let end, peek() == nil { throw .unterminated(quote: String(end)) }
    return parts.finished()
  }

  /// What a dollar sign or a backquote begins; nil where it is just a dollar sign, which is passed.
  private mutating func expansion() throws(ShellSyntaxError) -> ShellWord.Part? {
    if peek() == "`" { return .command(try backquoted()) }
    place += 1
    guard let next = peek() else { return nil }
    if next == "(" {
      if peek(1) == "(", let end = endOfArithmetic() {
        var inner = try inner(Array(characters[(place + 2)..<end]))
        let parts = try inner.quotedParts(until: nil)
        place = end + 2
        return .arithmetic(parts)
      }
      var inner = try inner(characters, at: place + 1, isInside: true)
      let tokens = try inner.all()
      place = inner.place
      return .command(try ShellParser.parse(tokens))
    }
    if next == "{" { return .parameter(try braced()) }
    if "?$#!@*-".contains(next) || next.isASCIIDigit {
      place += 1
      return .parameter(ShellWord.Parameter(name: String(next)))
    }
    let name = takeName()
    return name.isEmpty ? nil : .parameter(ShellWord.Parameter(name: name))
  }

  private mutating func takeName() -> String {
    var name = ""
    while let next = peek(), next.isShellName, !(name.isEmpty && next.isASCIIDigit) {
      name.append(next)
      place += 1
    }
    return name
  }

  /// The place of the `))` that closes a `$((`; nil where it is a subshell in a command substitution.
  private func endOfArithmetic() -> Int? {
    var depth = 0
    var here = place + 2
    while here < characters.count {
      if characters[here] == "(" { depth += 1 }
      if characters[here] == ")" {
        if depth == 0 { return here + 1 < characters.count && characters[here + 1] == ")" ? here : nil }
        depth -= 1
      }
      here += 1
    }
    return nil
  }

  private mutating func backquoted() throws(ShellSyntaxError) -> ShellCommand {
    place += 1
    var text = ""
    while let character = peek(), character != "`" {
      place += 1
      if character == "\\", let next = peek(), "`\\$".contains(next) {
        text.append(next)
        place += 1
      } else {
        text.append(character)
      }
    }
    guard peek() != nil else { throw .unterminated(quote: "`") }
    place += 1
    var inner = try inner(Array(text))
    return try ShellParser.parse(inner.all())
  }

  /// `{name}`, `{#name}`, `{name:-word}` …; the dollar sign has been passed.
  private mutating func braced() throws(ShellSyntaxError) -> ShellWord.Parameter {
    place += 1
    if peek() == "#", let next = peek(1), next.isShellName {
      place += 1
      let name = takeParameterName()
      guard peek() == "}" else { throw .badSubstitution }
      place += 1
      return ShellWord.Parameter(name: name, operation: .length)
    }
    var parameter = ShellWord.Parameter(name: takeParameterName())
    guard !parameter.name.isEmpty, let sign = peek() else { throw .badSubstitution }
    switch sign {
    case "}": break
    case ":", "-", "=", "?", "+":
      if sign == ":" { place += 1 }
      guard let kind = peek(), "-=?+".contains(kind) else { throw .notSimulated("${name:offset}") }
      place += 1
      parameter.operation = .fallback(kind, isEmptyUnset: sign == ":", try bracedWord())
    case "#", "%":
      let isLongest = peek(1) == sign
      place += isLongest ? 2 : 1
      parameter.operation = .remove(isPrefix: sign == "#", isLongest: isLongest, try bracedWord())
    case "/", "^", ",", "[", "@": throw .notSimulated("${name\(sign)…}")
    default: throw .badSubstitution
    }
    guard peek() == "}" else { throw .badSubstitution }
    place += 1
    return parameter
  }

  private mutating func takeParameterName() -> String {
    if let next = peek(), "?$#!@*-".contains(next) {
      place += 1
      return String(next)
    }
    var digits = ""
    while let next = peek(), next.isASCIIDigit {
      digits.append(next)
      place += 1
    }
    return digits.isEmpty ? takeName() : digits
  }

  private mutating func bracedWord() throws(ShellSyntaxError) -> ShellWord {
    let begin = place
    var inner = try inner(characters, at: begin)
    let parts = try inner.wordParts { $0 == "}" }
    place = inner.place
    return ShellWord(parts: parts)
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
  var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

  /// Whether it may stand in a variable's name.
  var isShellName: Bool { self == "_" || (isASCII && (isLetter || isNumber)) }
}

/// The parts of a word as they are read; characters that are just themselves are gathered into one part.
private struct PartList {
  private var parts: [ShellWord.Part] = []
  private var text = ""

  mutating func add(_ more: String) { text += more }

  mutating func add(_ part: ShellWord.Part) {
    flush()
    parts.append(part)
  }

  private mutating func flush() {
    if !text.isEmpty { parts.append(.text(text)) }
    text = ""
  }

  mutating func finished() -> [ShellWord.Part] {
    flush()
    return parts
  }
}
