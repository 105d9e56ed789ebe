/// The flags of one command: those that act here, and those of kubectl that do not.
package struct FlagTable: Sendable {
  package var simulated: [any FlagDefinition]
  package var refused: [RefusedFlag]

  /// A flag that kubectl has and that is refused by name here.
  package struct RefusedFlag: Hashable, Sendable {
    package var long: String
    package var short: Character?
    /// With this argument the flag asks for nothing, and is taken: `--prune=false`.
    package var harmless: String?

    package init(_ long: String, _ short: Character? = nil, unless harmless: String? = nil) {
      self.long = long
      self.short = short
      self.harmless = harmless
    }
  }

  package init(_ simulated: [any FlagDefinition], refused: [RefusedFlag] = []) {
    self.simulated = simulated
    self.refused = refused
  }

  /// What a name on the line stands for.
  enum Match {
    case flag(any FlagDefinition)
    case refused(RefusedFlag)
  }

  func match(long: String) -> Match? {
    if let flag = simulated.first(where: { $0.long == long }) { return .flag(flag) }
    return refused.first { $0.long == long }.map(Match.refused)
  }

  func match(short: Character) -> Match? {
    if let flag = simulated.first(where: { $0.short == short }) { return .flag(flag) }
    return refused.first { $0.short == short }.map(Match.refused)
  }

  package static func + (left: FlagTable, right: FlagTable) -> FlagTable {
    FlagTable(left.simulated + right.simulated, refused: left.refused + right.refused)
  }
}

extension FlagTable.RefusedFlag: ExpressibleByStringLiteral {
  package init(stringLiteral long: String) { self.init(long) }
}
