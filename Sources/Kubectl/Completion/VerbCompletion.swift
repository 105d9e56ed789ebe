package import Basics
import Objects

/// What can stand at the cursor of a kubectl line.
package struct VerbCompletion {
  let world: CompletionWorld

  package init(_ world: CompletionWorld) { self.world = world }

  /// The candidates for `current` behind `words`, which begin with the command.
  package func candidates(_ words: [String], _ current: TypedWord) -> [Candidate] {
    let typed = words.map { Word($0, at: 0..<0) }
    guard let found = try? CommandTree.root.find(typed, global: CommonFlags.global) else { return [] }
    var candidates: [Candidate] = []
    if found.words.isEmpty || found.path == ["help"] { candidates += commands(under: found, current) }
    if let verb = VerbList.verb(at: found.path) {
      candidates += LineCompletion(world, verb, found.words.map(\.text), current).candidates
    }
    return candidates
  }

  /// The simulated commands of that begin, the words of which `found` has.
  private func commands(under found: FoundCommand, _ current: TypedWord) -> [Candidate] {
    let path = found.path == ["help"] ? found.words.map(\.text) : found.path
    let names = VerbList.all.map(\.path).filter { $0.count > path.count && $0.starts(with: path) }.map {
      $0[path.count]
    }
    return current.completed(current.text, by: CompletionWorld.sorted(names).map { Candidate($0) })
  }
}

/// Completion of a line whose command is known.
struct LineCompletion {
  let world: CompletionWorld
  let verb: Verb
  let line: VerbLine
  let current: TypedWord

  init(_ world: CompletionWorld, _ verb: Verb, _ words: [String], _ current: TypedWord) {
    self.world = world
    self.verb = verb
    self.current = current
    line = VerbLine(words, current: current.text, flags: verb.flags)
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

  private var flags: [Candidate] {
    var found: [Candidate] = []
    for flag in verb.flags.simulated.sorted(by: { $0.long.precedesByBytes($1.long) }) where mayBeGiven(flag) {
      found.append(flag.whenBare == nil ? Candidate("--\(flag.long)=", goesOn: true) : Candidate("--\(flag.long)"))
    }
    if current.text == "-" {
      found += verb.flags.simulated.filter(mayBeGiven).compactMap(\.short).sorted().map { Candidate("-\($0)") }
    }
    return current.completed(current.text, by: found + [Candidate("--help")])
  }

  /// Only flags that add up are offered again.
  private func mayBeGiven(_ flag: any FlagDefinition) -> Bool {
    flag is Flag<[String]> || !line.gives(flag.long)
  }

  // MARK: What a line is about

  /// The kinds that the words before name, of `TYPE`, `TYPE NAME` or `TYPE/NAME`.
  var kinds: [Kind] {
    guard let first = line.arguments.first else { return [] }
    return (try? ResourceType.kinds(String(first.prefix { $0 != "/" }))) ?? []
  }

  /// The objects that the words before name.
  var objects: [Object] {
    guard let first = line.arguments.first else { return [] }
    if first.contains("/") {
      return line.arguments.compactMap { word in
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
    return line.arguments.dropFirst().compactMap { world.object(kind, named: $0, in: namespace) }
  }
}
