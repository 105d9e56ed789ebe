package import Basics
import Cluster
import Kubectl
import Objects

/// The words that can stand at the cursor: commands, kinds, names of objects as they are now, fields, flags …
package struct SessionCompletion {
  private let session: Session
  private let world: CompletionWorld

  package init(_ session: Session) {
    self.session = session
    world = CompletionWorld(session.timeline.cluster, namespace: session.namespace, files: session.files)
  }

  /// What can stand at the cursor of `line`, of which `cursor` bytes are before it; `more` words may stand first.
  package func choices(_ line: String, cursor: Int, more: [String] = []) -> Choices {
    let before = String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
    if let (_, offset) = SessionCommandList.conditionStart(of: before) {
      let condition = String(decoding: Array(before.utf8.dropFirst(offset)), as: UTF8.self)
      let following = String(decoding: Array(line.utf8.dropFirst(cursor)), as: UTF8.self)
      return ConditionCompletion(world).choices(condition, following: following)
    }
    guard let typed = TypedLine(line, cursor: cursor) else { return .none }
    return Choices(typed.current, candidates(typed, more))
  }

  private func candidates(_ typed: TypedLine, _ more: [String]) -> [Candidate] {
    if typed.isInput { return FileCompletion(world.files).manifests(typed.current) }
    let kubectl = VerbCompletion(world).candidates(typed.words, typed.current, following: typed.following)
    guard let name = typed.words.first else {
      if typed.isKubectl { return kubectl }
      return kubectl + typed.current.completed(by: Candidate.list(SessionCommandList.all.map(\.firstWord) + more))
    }
    guard !typed.isKubectl, let command = SessionCommandList.all.first(where: { $0.answers(to: name) }) else {
      return kubectl
    }
    // A few names are kubectl's too; what follows tells which is meant.
    let rest = Array(typed.words.dropFirst())
    let own = SessionLineCompletion(session, world, command, rest, typed.current, typed.following).candidates
    guard let meant = SessionCommandList.command(for: typed.words.map { Word($0, at: 0..<0) }) else { return kubectl }
    if rest.isEmpty || meant.name == SessionCommand.help.name { return own + kubectl }
    return meant.name == command.name ? own : []
  }
}

extension SessionCommand {
  /// `break` of `break on`.
  var firstWord: String { String(name.prefix { $0 != " " }) }

  fileprivate func answers(to word: String) -> Bool { names.contains(word) }
}

extension Candidate {
  /// Each as a word of a fixed set.
  static func list(_ words: some Sequence<String>) -> [Candidate] { words.map { Candidate(fixed: $0) } }
}
