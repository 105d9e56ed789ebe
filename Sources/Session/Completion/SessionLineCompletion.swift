import APIServer
import Basics
import Cluster
import Kubectl
import Machinery
import Narration
import Objects

/// Completion of a line whose command is one of the simulator's own.
struct SessionLineCompletion {
  private let session: Session
  private let world: CompletionWorld
  private let command: SessionCommand
  private let current: TypedWord
  /// The words before that are neither flags nor their values.
  private var arguments: [String] = []
  /// The same with what stands behind the cursor.
  private var named: [String] = []
  private var namespace: String
  /// The flag whose value is at the cursor.
  private var awaited: String?

  init(
    _ session: Session,
    _ world: CompletionWorld,
    _ command: SessionCommand,
    _ words: [String],
    _ current: TypedWord,
    _ following: [String]
  ) {
    self.session = session
    self.world = world
    self.command = command
    self.current = current
    namespace = session.namespace
    for word in words {
      if let flag = awaited {
        if flag == "-n" { namespace = word }
        awaited = nil
      } else if let place = command.flags[word] {
        if place != nil { awaited = word }
      } else if !word.hasPrefix("-") || word == "-" {
        arguments.append(word)
      }
    }
    // What stands behind the cursor tells of the line, too.
    if let flag = following.firstIndex(of: "-n"), flag + 1 < following.count { namespace = following[flag + 1] }
    named = arguments + following
  }

  var candidates: [Candidate] {
    if let awaited { return command.flags[awaited]?.map { words(for: $0, current) } ?? [] }
    if let equals = current.text.firstIndex(of: "="), let place = command.flags[String(current.text[..<equals])] {
      return place.map { words(for: $0, current.dropping(current.text[...equals])) } ?? []
    }
    let places = command.takes.next(after: arguments).flatMap { words(for: $0, current) }
    if current.text.hasPrefix("-") { return places + current.completed(by: Candidate.list(command.flags.keys)) }
    return places
  }

  private func words(for place: SessionPlace, _ word: TypedWord) -> [Candidate] {
    func list(_ words: some Sequence<String>) -> [Candidate] { word.completed(by: Candidate.list(words)) }
    switch place {
    case .slot(let slot): return words(for: slot, word)
    case .moment:
      return list(session.timeline.marks.map(\.name) + session.timeline.branches.map(\.name) + ["start", "end", "now"])
    case .branch: return list(session.timeline.branches.map(\.name))
    case .breakpoint: return list(["all"] + session.breakpoints.map { String($0.number) })
    case .watcher: return list(world.cluster.watchers.map(\.description))
    case .component: return list(world.cluster.watchers.map(\.name) + ["apiserver", "kubectl"])
    case .newNode: return list([newNode])
    case .field: return object.map { FieldPathCompletion($0.kind, $0.value).candidates(word) } ?? []
    case .fieldChange:
      guard !word.text.contains("="), let object else { return [] }
      return FieldPathCompletion(object.kind, object.value).candidates(word).map { field in
        Candidate(field.goesOn ? field.end : field.end + "=", stem: field.stem, goesOn: true, isFolded: field.isFolded)
      }
    case .topic: return list(HelpTopic.all.map(\.name) + ["topics"] + SessionCommandList.all.map(\.firstWord))
    case .command: return VerbCompletion(world).candidates(Array(arguments.dropFirst(2)), word)
    }
  }

  private func words(for slot: Slot, _ word: TypedWord) -> [Candidate] {
    switch slot {
    case .words(let words): word.completed(by: Candidate.list(words))
    case .list(let words): word.completed(word.end(behind: ","), by: Candidate.list(words))
    case .object(let kinds): world.objects(kinds, word, in: namespace)
    case .named(let kind): world.names(of: kind, in: namespace, word)
    case .container: word.completed(by: Candidate.list(object?.containerNames ?? []))
    case .file: FileCompletion(world.files).files(word)
    default: []
    }
  }

  /// `node-4`, where there are three.
  private var newNode: String {
    let names = Set(world.cluster.store.list(.node).map(\.metadata.name))
    let number = (1...(names.count + 1)).first { !names.contains("node-\($0)") } ?? 1
    return "node-\(number)"
  }

  /// The object that an earlier word names, as it is now.
  private var object: Object? {
    named.lazy.compactMap { ResourceName.object($0, namespace: namespace) }.first.flatMap {
      world.cluster.store[$0]
    }
  }
}
