import CEditline

/// What the terminal database tells about a kind of terminal.
package struct TerminalKind: Hashable, Sendable {
  /// Whether the database has it.
  package var isKnown: Bool
  /// Whether its cursor can go back up, as drawing a line anew needs.
  package var movesCursor: Bool
  /// How many colours it shows.
  package var colors: Int

  package init(isKnown: Bool = true, movesCursor: Bool, colors: Int) {
    self.isKnown = isKnown
    self.movesCursor = movesCursor
    self.colors = colors
  }

  package static let unknown = TerminalKind(isKnown: false, movesCursor: false, colors: 0)

  /// Looks `name` up: the value of `TERM`.
  package static func named(_ name: String) -> TerminalKind {
    guard tgetent(nil, name) == 1 else { return .unknown }
    return TerminalKind(movesCursor: tgetstr("up", nil) != nil, colors: Int(max(0, tgetnum("Co"))))
  }
}
