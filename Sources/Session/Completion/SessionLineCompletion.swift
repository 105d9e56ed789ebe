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
  private var namespace: String
  /// The flag whose value is at the cursor.
  private var awaited: String?

  init(
    _ session: Session,
    _ world: CompletionWorld,
    _ command: SessionCommand,
    _ words: [String],
    _ current: TypedWord
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
      } else if !word.hasPrefix("-") {
        arguments.append(word)
      }
    }
  }

  var candidates: [Candidate] {
    if let awaited { return command.flags[awaited]?.map { words(for: $0, current) } ?? [] }
    if let equals = current.text.firstIndex(of: "="), let place = command.flags[String(current.text[..<equals])] {
      return place.map { words(for: $0, current.dropping(current.text[...equals])) } ?? []
    }
    if current.text.hasPrefix("-") { return current.completed(current.text, by: Candidate.list(command.flags.keys)) }
    return Candidate.merged(command.takes.next(after: arguments).map { words(for: $0, current) })
  }

  private func words(for place: SessionPlace, _ word: TypedWord) -> [Candidate] {
    func list(_ words: some Sequence<String>) -> [Candidate] { word.completed(word.text, by: Candidate.list(words)) }
    switch place {
    case .slot(let slot): return words(for: slot, word)
    case .moment:
      return list(session.timeline.marks.map(\.name) + session.timeline.branches.map(\.name) + ["start", "end", "now"])
    case .branch: return list(session.timeline.branches.map(\.name))
    case .breakpoint: return list(["all"] + session.breakpoints.map { String($0.number) })
    case .watcher: return list(world.cluster.watchers.map(\.description))
    case .component: return list(world.cluster.watchers.map(\.name) + ["apiserver", "kubectl"])
    case .field: return object.map { FieldPathCompletion($0.kind, $0.value).candidates(word) } ?? []
    case .fieldChange:
      return word.text.contains("=") ? [] : object.map { FieldPathCompletion($0.kind, $0.value).candidates(word) } ?? []
    case .topic: return list(HelpTopic.all.map(\.name) + ["topics"] + SessionCommandList.all.map(\.firstWord))
    case .command: return VerbCompletion(world).candidates(Array(arguments.dropFirst(2)), word)
    }
  }

  private func words(for slot: Slot, _ word: TypedWord) -> [Candidate] {
    switch slot {
    case .words(let words): word.completed(word.text, by: Candidate.list(words))
    case .object(let kinds): world.objects(kinds, word, in: namespace)
    case .named(let kind):
      word.completed(word.text, by: Candidate.list(world.names(of: kind, in: namespace, prefix: word.text)))
    case .container: word.completed(word.text, by: Candidate.list(object?.containerNames ?? []))
    case .file: FileCompletion(world.files).files(word)
    default: []
    }
  }

  /// The object that an earlier word names, as it is now.
  private var object: Object? {
    arguments.lazy.compactMap { ResourceName.object($0, namespace: namespace) }.first.flatMap {
      world.cluster.store[$0]
    }
  }
}
