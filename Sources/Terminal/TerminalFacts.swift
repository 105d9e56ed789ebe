import Glibc

/// What is known about the terminal, if there is one, and what its user asked for.
package struct TerminalFacts: Hashable, Sendable {
  /// Whether a person can type: the standard input is a terminal.
  package var isInputTerminal: Bool
  /// Whether a person can see: the standard output is a terminal.
  package var isOutputTerminal: Bool
  /// How many cells a line has; nil for no terminal.
  package var width: Int?
  /// How many lines it shows; nil for no terminal, and where that is not known.
  package var height: Int?
  /// Whether the cursor can be moved, as editing a line needs.
  package var movesCursor: Bool
  /// The kind of the terminal where nothing is known about it; nil for any other, and for none.
  package var unknownKind: String?
  /// Whether colours may be used: on a terminal that knows them, unless `NO_COLOR` is set and not empty.
  package var allowsColor: Bool
  /// Whether `ACCESSIBLE=1` asks for output that is easy to listen to.
  package var isAccessible: Bool
  /// Whether letters beyond ASCII can be shown.
  package var isUTF8: Bool

  /// What follows from `environment` and from what the two standard streams are; `kind` knows the value of `TERM`.
  package init(
    environment: [String: String],
    kind: (String) -> TerminalKind = TerminalKind.named,
    isInputTerminal: Bool,
    isOutputTerminal: Bool,
    width: Int?,
    height: Int? = nil
  ) {
    self.isInputTerminal = isInputTerminal
    self.isOutputTerminal = isOutputTerminal
    self.width = isOutputTerminal ? width.flatMap { $0 > 0 ? $0 : nil } ?? 80 : nil
    func value(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    let terminal = isOutputTerminal ? value("TERM") ?? "dumb" : "dumb"
    let kind = terminal == "dumb" ? TerminalKind(movesCursor: false, colors: 0) : kind(terminal)
    self.height = isOutputTerminal ? height : nil
    movesCursor = isInputTerminal && kind.movesCursor
    unknownKind = kind.isKnown ? nil : terminal
    allowsColor = kind.colors >= 8 && value("NO_COLOR") == nil
    isAccessible = value("ACCESSIBLE") == "1"
    let locale = (value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? "").lowercased()
    isUTF8 = locale.hasSuffix("utf-8") || locale.hasSuffix("utf8")
  }

  /// The facts of this process.
  package static func current(environment: [String: String]) -> TerminalFacts {
    let size = TerminalFacts.size
    return TerminalFacts(
      environment: environment,
      isInputTerminal: isatty(STDIN_FILENO) == 1,
      isOutputTerminal: isatty(STDOUT_FILENO) == 1,
      width: size.width,
      height: size.height
    )
  }

  /// How many cells a line of the terminal has now, and how many lines there are; nil where nobody knows.
  package static var size: (width: Int?, height: Int?) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return (nil, nil) }
    return (size.ws_col > 0 ? Int(size.ws_col) : nil, size.ws_row > 0 ? Int(size.ws_row) : nil)
  }
}
