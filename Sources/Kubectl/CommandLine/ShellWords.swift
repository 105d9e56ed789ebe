/// Splits one typed line into words as a POSIX shell would: quotes, backslashes, comments and `< FILE`.
///
/// A `#` begins a comment unless a digit follows: `#41` is a record of the run.
///
/// Nothing is expanded: `*`, `~` and `{a,b}` stay as they are, and what would run another command or read a variable is
/// refused.
package enum ShellWords {
  /// The parts of `line`; it never traps, whatever the text.
  package static func split(_ line: String) throws(ShellWordsError) -> ShellLine {
    var splitter = Splitter(line)
    return try splitter.run()
  }
}

private struct Splitter {
  private let bytes: [UInt8]
  private var position = 0
  private var line = ShellLine()
  /// The place of a `<` whose file has not come yet.
  private var pendingInput: Int?

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func run() throws(ShellWordsError) -> ShellLine {
    while position < bytes.count {
      switch bytes[position] {
      case .space, .tab, .newline, .return:
        position += 1
      case .hash where !following.isDigit:
        position = bytes.count
      case .less where following != .less && following != .ampersand:
        if let offset = pendingInput { throw .missingInputFile(offset: offset) }
        pendingInput = position
        position += 1
      default:
        try refuseOperator()
        try readWord()
      }
    }
    if let offset = pendingInput { throw .missingInputFile(offset: offset) }
    return line
  }

  private var following: UInt8? { position + 1 < bytes.count ? bytes[position + 1] : nil }

  /// Throws where an operator of the shell stands that is not offered.
  private func refuseOperator() throws(ShellWordsError) {
    let width: Int
    switch bytes[position] {
    case .pipe, .ampersand, .less, .greater, .semicolon:
      width = following == bytes[position] ? 2 : 1
    case .openParenthesis, .closeParenthesis, .backquote:
      width = 1
    default:
      return
    }
    throw .unsupported(what: text(position..<position + width), offset: position)
  }

  /// Throws at a `$` that a shell would expand; a `$` before anything else is an ordinary character.
  private func refuseExpansion() throws(ShellWordsError) {
    switch following {
    case .openParenthesis: throw .unsupported(what: "$(", offset: position)
    case .openBrace: throw .unsupported(what: "${", offset: position)
    case .some(let byte) where byte.isNameByte || byte == .question || byte == .at:
      throw .unsupported(what: "$" + text(position + 1..<position + 2), offset: position)
    default: break
    }
  }

  private mutating func readWord() throws(ShellWordsError) {
    let start = position
    var word: [UInt8] = []
    /// Bytes of an unquoted `NAME=`, while the word may still be an assignment.
    var nameLength: Int?
    var mayAssign = line.words.isEmpty && pendingInput == nil
    reading: while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case .space, .tab, .newline, .return, .less, .greater, .pipe, .semicolon, .ampersand, .openParenthesis,
        .closeParenthesis:
        break reading
      case .singleQuote, .doubleQuote:
        mayAssign = false
        try readQuoted(byte, into: &word)
        continue
      case .backslash:
        mayAssign = false
        guard let next = following else { throw .openBackslash(offset: position) }
        word.append(next)
        position += 2
        continue
      case .backquote:
        throw .unsupported(what: "`", offset: position)
      case .dollar:
        try refuseExpansion()
      case .equals where mayAssign && !word.isEmpty:
        nameLength = word.count
        mayAssign = false
      default:
        if !byte.isNameByte || (word.isEmpty && byte.isDigit) { mayAssign = false }
      }
      word.append(byte)
      position += 1
    }
    add(word, nameLength: nameLength, range: start..<position)
    if let second = extraInput { throw .secondInputFile(offset: second) }
  }

  /// The place of a second `< FILE`, found by `add`.
  private var extraInput: Int?

  private mutating func add(_ word: [UInt8], nameLength: Int?, range: Range<Int>) {
    let text = String(decoding: word, as: UTF8.self)
    if let offset = pendingInput {
      if line.input != nil { extraInput = offset }
      line.input = Word(text, at: range)
      pendingInput = nil
    } else if let nameLength {
      let name = String(decoding: word[..<nameLength], as: UTF8.self)
      let value = String(decoding: word[(nameLength + 1)...], as: UTF8.self)
      line.assignments.append(ShellLine.Assignment(name: name, value: value))
    } else {
      line.words.append(Word(text, at: range))
    }
  }

  private mutating func readQuoted(_ quote: UInt8, into word: inout [UInt8]) throws(ShellWordsError) {
    let start = position
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote {
        position += 1
        return
      }
      if quote == .doubleQuote {
        switch byte {
        case .dollar: try refuseExpansion()
        case .backquote: throw .unsupported(what: "`", offset: position)
        case .backslash:
          // Inside double quotes a backslash escapes only what would be special there.
          if let next = following, [.dollar, .backquote, .doubleQuote, .backslash].contains(next) {
            word.append(next)
            position += 2
            continue
          }
        default: break
        }
      }
      word.append(byte)
      position += 1
    }
    throw .openQuote(character: Character(UnicodeScalar(quote)), offset: start)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }
}

extension UInt8? {
  fileprivate var isDigit: Bool { map { (48...57).contains($0) } ?? false }
}

extension UInt8 {
  fileprivate static let tab: UInt8 = 9
  fileprivate static let newline: UInt8 = 10
  fileprivate static let `return`: UInt8 = 13
  fileprivate static let space = UInt8(ascii: " ")
  fileprivate static let hash = UInt8(ascii: "#")
  fileprivate static let less = UInt8(ascii: "<")
  fileprivate static let greater = UInt8(ascii: ">")
  fileprivate static let pipe = UInt8(ascii: "|")
  fileprivate static let ampersand = UInt8(ascii: "&")
  fileprivate static let semicolon = UInt8(ascii: ";")
  fileprivate static let openParenthesis = UInt8(ascii: "(")
  fileprivate static let closeParenthesis = UInt8(ascii: ")")
  fileprivate static let openBrace = UInt8(ascii: "{")
  fileprivate static let singleQuote = UInt8(ascii: "'")
  fileprivate static let doubleQuote = UInt8(ascii: "\"")
  fileprivate static let backslash = UInt8(ascii: "\\")
  fileprivate static let backquote = UInt8(ascii: "`")
  fileprivate static let dollar = UInt8(ascii: "$")
  fileprivate static let equals = UInt8(ascii: "=")
  fileprivate static let question = UInt8(ascii: "?")
  fileprivate static let at = UInt8(ascii: "@")

  fileprivate var isDigit: Bool { (48...57).contains(self) }
  fileprivate var isNameByte: Bool {
    isDigit || (65...90).contains(self) || (97...122).contains(self) || self == UInt8(ascii: "_")
  }
}
