import Basics
import Narration

/// kubectl's commands as help tells of them: not kubectl's help text but what of a command is simulated here.
package enum Help {
  /// The page of the command that `words` name; nil where nothing of it is simulated.
  package static func page(of words: [String]) -> HelpPage? {
    let typed = words.map { Word($0, at: 0..<0) }
    guard let found = try? CommandTree.root.find(typed, global: CommonFlags.global), found.words.isEmpty else {
      return nil
    }
    return page(at: found.path)
  }

  /// The page of the command at `path`.
  static func page(at path: [String]) -> HelpPage? {
    let below = VerbList.all.filter { $0.path.count > path.count && $0.path.starts(with: path) }
    let verb = VerbList.verb(at: path)
    guard !path.isEmpty, verb != nil || !below.isEmpty else { return nil }
    let name = path.joined(separator: " ")
    var page = HelpPage(
      usage: verb.map { [[name, $0.manual.usage, "[FLAGS]"].filter { !$0.isEmpty }.joined(separator: " ")] } ?? [],
      purpose: verb?.manual.purpose ?? .groupPurpose(name)
    )
    if verb == nil || !below.isEmpty { page.usage.append("\(name) COMMAND") }
    page.aliases = (CommandTree.root.node(at: path)?.aliases ?? []).map {
      (path.dropLast() + [$0]).joined(separator: " ")
    }
    page.below = below.map { ($0.path.dropFirst(path.count).joined(separator: " "), $0.manual.purpose) }
    guard let verb else { return page }
    page.examples = verb.manual.examples
    let flags = verb.flags.simulated.sorted { $0.long.precedesByBytes($1.long) }
    page.flags = flags.map { flag in
      let usage = flag.usage(takes: verb.manual.values[flag.long] ?? flag.takes)
      return (usage, FlagPurposes.purpose(of: flag.long, in: path) ?? Localized(same: ""))
    }
    // What kubectl refuses everywhere would stand on every page.
    let everywhere = Set(CommonFlags.global.refused.map(\.long))
    let refused = verb.flags.refused.map(\.long).filter { !everywhere.contains($0) }
    page.refused = refused.sorted { $0.precedesByBytes($1) }.map { "--\($0)" }
    return page
  }
}

extension FlagDefinition {
  /// `-o, --output=FORM`; of a flag that can stand alone `--watch`.
  fileprivate func usage(takes slot: Slot) -> String {
    guard whenBare == nil || whenBare != "true" else { return display }
    return whenBare == nil ? "\(display)=\(slot.placeholder)" : "\(display)[=\(slot.placeholder)]"
  }
}

extension CommandNode {
  /// The command at `path` below this one.
  func node(at path: [String]) -> CommandNode? { path.reduce(Optional(self)) { $0?.child($1) } }
}

extension Localized {
  fileprivate static func groupPurpose(_ name: String) -> Localized {
    Localized("commands of kubectl \(name)", "kubectl \(name)의 명령들")
  }
}
