/// What has been typed behind a command: its words, the flags with their values, and the place of the cursor.
struct VerbLine {
  /// What the word at the cursor is.
  enum Cursor {
    /// A word that the command takes.
    case argument
    /// A flag's name.
    case flag
    /// The value of a flag, behind `prefix` in the same word.
    case value(of: any FlagDefinition, prefix: String)
    /// Part of a command behind `--`.
    case foreign
  }

  /// What stands before the cursor.
  private(set) var arguments: [String] = []
  /// What stands before the cursor or behind it.
  private(set) var allArguments: [String] = []
  private(set) var cursor = Cursor.argument
  private var given: [(flag: String, value: String)] = []

  /// Reads the words before the cursor, and those `following` it, which tell of the line, too: `get pods … -n prod`.
  init(_ words: [String], current: String, following: [String] = [], flags: FlagTable) {
    var rest = words[...]
    let awaited = read(&rest, flags)
    arguments = allArguments
    if let awaited {
      cursor = .value(of: awaited, prefix: "")
    } else {
      cursor = rest.isEmpty ? VerbLine.cursor(current, flags) : .foreign
    }
    var behind = following[...]
    _ = read(&behind, flags)
  }

  /// Takes words up to a `--`; the flag whose value is to come behind the last.
  private mutating func read(_ rest: inout ArraySlice<String>, _ flags: FlagTable) -> (any FlagDefinition)? {
    while let word = rest.first, word != "--" {
      rest.removeFirst()
      guard word.hasPrefix("-"), word != "-" else {
        allArguments.append(word)
        continue
      }
      guard let (flag, value) = VerbLine.flag(word, flags) else { continue }
      if let value = value ?? flag.whenBare {
        given.append((flag.long, value))
      } else if let value = rest.popFirst() {
        given.append((flag.long, value))
      } else {
        return flag
      }
    }
    return nil
  }

  private static func cursor(_ current: String, _ flags: FlagTable) -> Cursor {
    guard current.hasPrefix("-") else { return .argument }
    guard let (flag, value) = flag(current, flags), let value, !value.isEmpty || current.hasSuffix("=") else {
      return .flag
    }
    return .value(of: flag, prefix: String(current.dropLast(value.count)))
  }

  /// The flag that a word is, and the value in the same word; of several short ones the first that needs a value.
  private static func flag(_ word: String, _ flags: FlagTable) -> (any FlagDefinition, value: String?)? {
    if word.hasPrefix("--") {
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = parts.first, case .flag(let flag) = flags.match(long: String(name)) else { return nil }
      return (flag, parts.count > 1 ? String(parts[1]) : nil)
    }
    var group = word.dropFirst()
    var found: (any FlagDefinition)?
    while let short = group.popFirst(), case .flag(let flag) = flags.match(short: short) {
      found = flag
      guard flag.whenBare == nil else { continue }
      if group.isEmpty { return (flag, nil) }
      return (flag, String(group.first == "=" ? group.dropFirst() : group))
    }
    return found.map { ($0, nil) }
  }

  /// The value that the line gives a flag; the last where there are several.
  func value(of flag: String) -> String? { given.last { $0.flag == flag }?.value }

  func gives(_ flag: String) -> Bool { given.contains { $0.flag == flag } }
}
