package import Basics
import Objects

/// What can stand at the cursor of a kubectl line.
package struct VerbCompletion {
  let world: CompletionWorld

  package init(_ world: CompletionWorld) { self.world = world }

  /// The candidates for `current` behind `words`, which begin with the command, and before `following`.
  package func candidates(_ words: [String], _ current: TypedWord, following: [String] = []) -> [Candidate] {
    // What `help` tells of `?` tells of as well.
    let typed = words.enumerated().map { Word($1 == "?" && $0 == 0 ? "help" : $1, at: 0..<0) }
    guard let found = try? CommandTree.root.find(typed, global: CommonFlags.global) else { return [] }
    let isHelp = found.path == ["help"]
    let verb = VerbList.verb(at: found.path)
    let line = LineCompletion(world, verb ?? .group(found.path), found.words.map(\.text), current, following)
    let candidates = isHelp ? [] : line.candidates
    // Behind a group's name flags that every command has may stand first.
    let awaitsCommand = isHelp || found.words.isEmpty || verb == nil && line.awaitsArgument
    return awaitsCommand ? commands(under: found, current) + candidates : candidates
  }

  /// The simulated commands of that begin, the words of which `found` has.
  private func commands(under found: FoundCommand, _ current: TypedWord) -> [Candidate] {
    let path = found.path == ["help"] ? found.words.map(\.text) : found.path
    let names = VerbList.all.map(\.path).filter { $0.count > path.count && $0.starts(with: path) }
    return current.completed(by: names.map { Candidate($0[path.count]) })
  }
}

extension Verb {
  /// Stands for `rollout` alone and its like, and for `kubectl` itself: commands that take flags before the next word.
  fileprivate static func group(_ path: [String]) -> Verb {
    Verb(path: path, manual: Manual("", ""), flags: FlagTable([])) { _, _ in }
  }
}

/// Completion of a line whose command is known.
struct LineCompletion {
  let world: CompletionWorld
  let verb: Verb
  let line: VerbLine
  let current: TypedWord

  init(_ world: CompletionWorld, _ verb: Verb, _ words: [String], _ current: TypedWord, _ following: [String]) {
    self.world = world
    self.verb = verb
    self.current = current
    line = VerbLine(words, current: current.text, following: following, flags: verb.flags)
  }

  /// The namespace of what the line is about; nil for all.
  var namespace: String? {
    line.gives(CommonFlags.allNamespaces.long) ? nil : line.value(of: CommonFlags.namespace.long) ?? world.namespace
  }

  var candidates: [Candidate] {
    switch line.cursor {
    case .foreign: return []
    case .flag: return flags
    case .value(let flag, let prefix):
      return words(for: verb.manual.values[flag.long] ?? flag.takes, current.dropping(prefix))
    case .argument: return verb.manual.takes.next(after: line.arguments).flatMap { words(for: $0, current) }
    }
  }

  /// Whether nothing but flags has been typed, and no value of one is at the cursor.
  var awaitsArgument: Bool { if case .argument = line.cursor { line.arguments.isEmpty } else { false } }

  private var flags: [Candidate] {
    var found = [Candidate("--help")]
    for flag in verb.flags.simulated where mayBeGiven(flag) {
      let isSwitch = flag.whenBare != nil
      if isSwitch { found.append(Candidate("--\(flag.long)")) }
      // A switch that takes words of its own, as `--dry-run=client` does.
      if !isSwitch || flag.takes != .words(["true", "false"]) {
        found.append(Candidate("--\(flag.long)=", goesOn: true))
      }
      if let short = flag.short, current.text.utf8.count < 3 { found.append(Candidate("-\(short)")) }
    }
    return current.completed(by: found)
  }

  /// Only flags that add up are offered again.
  private func mayBeGiven(_ flag: any FlagDefinition) -> Bool {
    flag is Flag<[String]> || !line.gives(flag.long)
  }

  // MARK: What a line is about

  /// The kinds that the line names, by `TYPE`, `TYPE NAME` or `TYPE/NAME`; else the one that its command is about.
  var kinds: [Kind] {
    let own: [Kind] = verb.manual.takes.ways.compactMap { way in
      if case .named(let kind)? = way.first { kind } else { nil }
    }
    guard let first = line.allArguments.first else { return own }
    let type = String(first.prefix { $0 != "/" })
    if own.isEmpty || first.contains("/") { return (try? ResourceType.kinds(type)) ?? [] }
    return own
  }

  /// The kinds whose labels select what the line is about.
  var labelled: [Kind] {
    let kinds = kinds
    if !kinds.isEmpty { return kinds }
    return verb.manual.takes.ways.flatMap { way in
      if case .type(let kinds)? = way.first { kinds } else { [Kind]() }
    }
  }

  /// The objects that the line names.
  var objects: [Object] {
    guard let first = line.allArguments.first else { return [] }
    if first.contains("/") {
      return line.allArguments.compactMap { word in
        let parts = word.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = try? ResourceType.kind(parts[0]) else { return nil }
        return world.object(kind, named: parts[1], in: namespace)
      }
    }
    // What takes a Pod's name takes it without a type.
    if verb.manual.takes.ways.contains(where: { $0.first == .named(.pod) }) {
      return [world.object(.pod, named: first, in: namespace)].compactMap { $0 }
    }
    guard kinds.count == 1, let kind = kinds.first else { return [] }
    return line.allArguments.dropFirst().compactMap { world.object(kind, named: $0, in: namespace) }
  }
}
