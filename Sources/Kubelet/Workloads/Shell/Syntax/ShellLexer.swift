/// One token of the shell language.
enum ShellToken: Sendable {
  case word(ShellWord)
  /// `;`, `&&`, `(`, `>`, a newline …
  case sign(String)
  /// The digits before a redirection sign.
  case descriptor(Int)
  /// The body of a here-document, in the place of its delimiter.
  case body(ShellWord)
  case end

  /// The text by which errors name it; nil for the end.
  var text: String? {
    switch self {
    case .word(let word): word.plainText ?? "word"
    case .sign(let sign): sign
    case .descriptor(let number): String(number)
    case .body: "<<"
    case .end: nil
    }
  }
}

/// Splits a script into tokens.
struct ShellLexer {
  let characters: [Character]
  var place = 0
  /// How many parentheses are open, where the text is the inside of `$( … )`: its end is the one that none opens.
  private let isInside: Bool
  /// How deep expansions lie in one another here; deeper ones are refused, so that no script can exhaust the stack.
  private let depth: Int
  private static let deepest = 50
  private var openParentheses = 0
  /// How many `case` have no `esac` yet, whose patterns end in a parenthesis that nothing opens.
  private var openCases = 0
  private var tokens: [ShellToken] = []
  /// Here-documents whose bodies follow after this line: the tokens that stand for them.
  private var awaited: [(token: Int, delimiter: String, isQuoted: Bool, stripsTabs: Bool)] = []

  init(_ characters: [Character], at place: Int = 0, isInside: Bool = false, depth: Int = 0) {
    self.characters = characters
    self.depth = depth
    self.place = place
    self.isInside = isInside
  }

  static func tokens(_ text: String) throws(ShellSyntaxError) -> [ShellToken] {
    var lexer = ShellLexer(Array(text))
    return try lexer.all()
  }

  /// A lexer for what lies in this one's text.
  func inner(
    _ characters: [Character],
    at place: Int = 0,
    isInside: Bool = false
  ) throws(ShellSyntaxError) -> ShellLexer {
    if depth == ShellLexer.deepest { throw .notSimulated("expansions nested more than \(depth) deep") }
    return ShellLexer(characters, at: place, isInside: isInside, depth: depth + 1)
  }

  func peek(_ offset: Int = 0) -> Character? {
    place + offset < characters.count ? characters[place + offset] : nil
  }

  /// All tokens to the end, or to the parenthesis that closes a command substitution, which is passed.
  mutating func all() throws(ShellSyntaxError) -> [ShellToken] {
    while let character = peek() {
      switch character {
      case " ", "\t", "\r": place += 1
      case "\\" where peek(1) == "\n": place += 2
      case "#":
        while let next = peek(), next != "\n" { place += 1 }
      case "\n":
        place += 1
        tokens.append(.sign("\n"))
        try readBodies()
      case ";", "&", "|", "<", ">", "(", ")":
        if isInside, character == ")", openParentheses == 0, openCases == 0 {
          place += 1
          tokens.append(.end)
          return tokens
        }
        try sign(character)
      default: try word()
      }
    }
    if isInside { throw .unterminated(quote: "(") }
    if !awaited.isEmpty { try readBodies() }
    tokens.append(.end)
    return tokens
  }

  private mutating func sign(_ character: Character) throws(ShellSyntaxError) {
    let longest = ["<<-", "&&", "||", ";;", "<<", ">>", "<&", ">&", "<>", ">|"]
    let rest = String(characters[place..<min(place + 3, characters.count)])
    if rest.hasPrefix("<<<") { throw .notSimulated("here-strings (<<<)") }
    if rest.hasPrefix("<(") || rest.hasPrefix(">(") { throw .notSimulated("process substitution") }
    let sign = longest.first { rest.hasPrefix($0) } ?? String(character)
    if sign == "<>" { throw .notSimulated("the redirection <>") }
    place += sign.count
    if sign == "(" { openParentheses += 1 }
    if sign == ")" { openParentheses = max(0, openParentheses - 1) }
    guard sign == "<<" || sign == "<<-" else {
      tokens.append(.sign(sign == ">|" ? ">" : sign))
      return
    }
    while peek() == " " || peek() == "\t" { place += 1 }
    var isQuoted = false
    var delimiter = ""
    while let next = peek(), !next.isWhitespace, !";&|<>()".contains(next) {
      if "'\"\\".contains(next) { isQuoted = true } else { delimiter.append(next) }
      place += 1
    }
    tokens.append(.sign("<<"))
    awaited.append((tokens.count, delimiter, isQuoted, sign == "<<-"))
    tokens.append(.body(ShellWord(parts: [])))
  }

  /// Reads the bodies of the here-documents that the line before has begun.
  private mutating func readBodies() throws(ShellSyntaxError) {
    for document in awaited {
      var text = ""
      while place < characters.count {
        var line = ""
        while let next = peek(), next != "\n" {
          line.append(next)
          place += 1
        }
        place += 1
        if document.stripsTabs { line = String(line.drop { $0 == "\t" }) }
        if line == document.delimiter { break }
        text += line + "\n"
      }
      if document.isQuoted {
        tokens[document.token] = .body(ShellWord(parts: [.quoted(text)]))
      } else {
        var inner = try inner(Array(text))
        tokens[document.token] = .body(ShellWord(parts: [.doubleQuoted(try inner.quotedParts(until: nil))]))
      }
    }
    awaited.removeAll()
  }

  private mutating func word() throws(ShellSyntaxError) {
    let begin = place
    let parts = try wordParts { $0.isWhitespace || ";&|<>()".contains($0) }
    let word = ShellWord(parts: parts)
    if let next = peek(), next == "<" || next == ">", let number = Int(String(characters[begin..<place])) {
      tokens.append(.descriptor(number))
      return
    }
    let text = word.plainText
    if isCommandPlace, text == "case" { openCases += 1 }
    if isCommandPlace, text == "esac" { openCases = max(0, openCases - 1) }
    tokens.append(.word(word))
  }

  /// Whether a reserved word may stand here.
  private var isCommandPlace: Bool {
    switch tokens.last {
    case nil, .sign("\n")?, .sign(";")?, .sign("&")?, .sign("&&")?, .sign("||")?, .sign("|")?, .sign("(")?,
      .sign(";;")?, .sign(")")?:
      true
    case .word(let word)?: ["then", "do", "else", "elif", "if", "while", "until", "!", "{"].contains(word.plainText)
    default: false
    }
  }
}
