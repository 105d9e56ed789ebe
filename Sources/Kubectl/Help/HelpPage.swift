import Basics
package import Narration

/// What help tells of one command.
package struct HelpPage: Sendable {
  /// How the command is typed: its name with what it takes, in one or several ways.
  package var usage: [String]
  package var purpose: Localized
  /// Other names of the same.
  package var aliases: [String] = []
  package var examples: [String] = []
  /// Each flag with what it takes, `-o, --output=FORM`, and what it is for.
  package var flags: [(name: String, purpose: Localized)] = []
  /// Flags that kubectl has and that are refused.
  package var refused: [String] = []
  /// The commands below it.
  package var below: [(name: String, purpose: Localized)] = []

  package init(usage: [String], purpose: Localized) {
    self.usage = usage
    self.purpose = purpose
  }

  /// How many cells a line of help has at the most.
  package static let width = 80

  /// The page, with its line end.
  package func text(in language: Language) -> String {
    var lines = purpose.text(in: language).folded(toCells: HelpPage.width)
    func section(_ title: Localized, _ rows: [String]) {
      if !rows.isEmpty { lines += ["", title.text(in: language)] + rows }
    }
    section(.usageTitle, usage.flatMap { $0.folded(toCells: HelpPage.width, first: "  ", indent: 6) })
    section(.aliasTitle, HelpPage.flowing(aliases))
    section(.exampleTitle, examples.map { "  \($0)" })
    section(.belowTitle, HelpPage.table(below, in: language))
    section(.flagTitle, HelpPage.table(flags, in: language))
    section(.refusedTitle, HelpPage.flowing(refused))
    return lines.joined(separator: "\n") + "\n"
  }

  /// `items` one after another, in lines.
  private static func flowing(_ items: [String]) -> [String] {
    var lines: [String] = []
    for item in items {
      if let last = lines.last, last.cellWidth + 2 + item.cellWidth <= width {
        lines[lines.count - 1] += "  \(item)"
      } else {
        lines.append("  \(item)")
      }
    }
    return lines
  }

  /// Names with what they are for, the second column folded under itself. A name that would leave it too little room
  /// stands on a line of its own.
  package static func table(_ rows: [(name: String, purpose: Localized)], in language: Language) -> [String] {
    let widths = rows.map(\.name.cellWidth)
    let cells = (widths.filter { $0 <= widest }.max() ?? widest) + 4
    return rows.flatMap { row in
      let name = "  \(row.name)"
      let isWide = name.cellWidth + 2 > cells
      let first = isWide ? "" : name
      return (isWide ? [name] : [])
        + row.purpose.text(in: language).folded(toCells: width, first: first.padded(toCells: cells))
    }
  }

  /// How many cells a name may have beside what it is for.
  private static let widest = 28
}

extension Localized {
  fileprivate static let usageTitle = Localized("Usage:", "사용법:")
  fileprivate static let aliasTitle = Localized("Also:", "같은 명령:")
  fileprivate static let exampleTitle = Localized("Examples:", "예:")
  fileprivate static let belowTitle = Localized("Commands:", "하위 명령:")
  fileprivate static let flagTitle = Localized("Flags:", "플래그:")
  fileprivate static let refusedTitle = Localized("Not simulated:", "시뮬레이션하지 않는 플래그:")
}
