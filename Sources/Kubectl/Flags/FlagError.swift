package import Objects

/// Why the argument of a flag cannot be read, in the words of Go's strconv and time.
package enum FlagTextError: Error, Hashable, Sendable {
  case notANumber(function: String, text: String)
  case outOfRange(function: String, text: String)
  case duration(GoDurationError)

  package var message: String {
    switch self {
    case .notANumber(let function, let text): "strconv.\(function): parsing \(text.goQuoted): invalid syntax"
    case .outOfRange(let function, let text): "strconv.\(function): parsing \(text.goQuoted): value out of range"
    case .duration(let error): error.text
    }
  }
}

/// What is wrong with the flags of a line.
package struct FlagError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case unknown(long: String)
    case unknownShort(Character, group: String)
    case missingArgument(long: String)
    case missingShortArgument(Character, group: String)
    case badSyntax(String)
    case invalidArgument(String, flag: String, FlagTextError)
    /// The flag exists in kubectl, but nothing here acts on it.
    case notSimulated(flag: String, long: String)
    /// `-h` or `--help`.
    case help
  }

  package var problem: Problem
  /// The place of the flag in the line, in UTF-8 bytes.
  package var range: Range<Int>

  /// The text on standard error. `path` is the command: `kubectl get`.
  ///
  /// Mirrors the texts of spf13/pflag and kubectl's `templates.UseOptionsTemplates` error function.
  package func message(path: String) -> String {
    let text: String
    switch problem {
    case .notSimulated(let flag, let long):
      let substitute = Substitute.of(flag: long, command: path).map { " (\($0))" } ?? ""
      return "error: not simulated: \(flag) of \(path)\(substitute)\n"
    case .help: return "error: not simulated: help texts\n"
    case .unknown(let long): text = "unknown flag: --\(long)"
    case .unknownShort(let short, let group): text = "unknown shorthand flag: '\(short)' in -\(group)"
    case .missingArgument(let long): text = "flag needs an argument: --\(long)"
    case .missingShortArgument(let short, let group): text = "flag needs an argument: '\(short)' in -\(group)"
    case .badSyntax(let word): text = "bad flag syntax: \(word)"
    case .invalidArgument(let value, let flag, let reason):
      text = "invalid argument \(value.goQuoted) for \"\(flag)\" flag: \(reason.message)"
    }
    return "error: \(text)\nSee '\(path) --help' for usage.\n"
  }
}
