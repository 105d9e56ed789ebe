/// A command of the shell language, as it was read.
indirect enum ShellCommand: Sendable {
  case simple(SimpleCommand)
  /// `a | b`, with at least two.
  case pipeline([ShellCommand])
  /// `! a`
  case not(ShellCommand)
  /// `a && b`
  case and(ShellCommand, ShellCommand)
  /// `a || b`
  case or(ShellCommand, ShellCommand)
  /// `a; b & c`
  case list([ListItem])
  /// `( a )`
  case subshell(ShellCommand)
  /// `if`, its `elif`s and its `else`.
  case choice([(condition: ShellCommand, body: ShellCommand)], otherwise: ShellCommand?)
  case loop(condition: ShellCommand, body: ShellCommand, endsOnSuccess: Bool)
  /// `for`; without words it goes over the positional parameters.
  case each(name: String, words: [ShellWord]?, body: ShellCommand)
  case matching(ShellWord, [MatchingArm])
  case function(name: String, body: ShellCommand)
  case redirected(ShellCommand, [Redirection])

  struct ListItem: Sendable {
    var command: ShellCommand
    var isBackground: Bool
  }

  struct MatchingArm: Sendable {
    var patterns: [ShellWord]
    var body: ShellCommand
  }
}

/// Assignments, words and redirections.
struct SimpleCommand: Sendable {
  var assignments: [(name: String, value: ShellWord)] = []
  var words: [ShellWord] = []
  var redirections: [Redirection] = []
}

struct Redirection: Sendable {
  enum Operation: Sendable {
    case read, write, append
    /// `>&` and `<&`
    case duplicate
    /// The body's expansions are carried out.
    case hereDocument
  }

  var operation: Operation
  /// The file descriptor that is redirected.
  var descriptor: Int
  var target: ShellWord
}

/// A word, of parts that stand together.
struct ShellWord: Sendable {
  var parts: [Part]

  indirect enum Part: Sendable {
    case text(String)
    /// In single quotes or after a backslash.
    case quoted(String)
    case doubleQuoted([Part])
    case parameter(Parameter)
    case command(ShellCommand)
    case arithmetic([Part])
  }

  struct Parameter: Sendable {
    enum Operation: Sendable {
      case plain
      /// `${#x}`
      case length
      /// `-`, `=`, `?`, `+`; with a colon an empty value counts as unset.
      case fallback(Character, isEmptyUnset: Bool, ShellWord)
      /// `#`, `##`, `%`, `%%`
      case remove(isPrefix: Bool, isLongest: Bool, ShellWord)
    }

    var name: String
    var operation = Operation.plain
  }

  /// The text of a word that has nothing but unquoted text.
  var plainText: String? {
    var out = ""
    for part in parts {
      guard case .text(let text) = part else { return nil }
      out += text
    }
    return parts.isEmpty ? nil : out
  }
}

/// Why a script cannot be read.
enum ShellSyntaxError: Error, Hashable, Sendable {
  case unterminated(quote: String)
  /// nil for the end of the script.
  case unexpected(String?)
  case badSubstitution
  /// It means something to a shell that the simulator has no part of.
  case notSimulated(String)

  /// As busybox' shell says it.
  var message: String {
    switch self {
    case .unterminated: "syntax error: unterminated quoted string"
    case .unexpected(let token?): "syntax error: unexpected \(token == "\n" ? "newline" : "\"\(token)\"")"
    case .unexpected(nil): "syntax error: unexpected end of file"
    case .badSubstitution: "syntax error: bad substitution"
    case .notSimulated(let what): "not simulated: \(what)"
    }
  }
}
