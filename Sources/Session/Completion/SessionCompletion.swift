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

  /// The candidates for the word at the cursor of `line`, of which `cursor` bytes are before it; they begin behind the
  /// last space, and `more` of them may stand first.
  package func candidates(_ line: String, cursor: Int, more: [String] = []) -> [Candidate] {
    let before = String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
    if let (_, offset) = SessionCommandList.conditionStart(of: before) {
      let condition = String(decoding: Array(before.utf8.dropFirst(offset)), as: UTF8.self)
      return ConditionCompletion(world, session.timeline).candidates(condition)
    }
    guard let typed = TypedLine(before, cursor: before.utf8.count) else { return [] }
    if typed.isInput { return FileCompletion(world.files).manifests(typed.current) }
    let isKubectl = before.firstMatch(of: /^\s*(kubectl|k)\s/) != nil
    guard let name = typed.words.first else {
      var names = VerbList.all.compactMap(\.path.first)
      if !isKubectl { names += SessionCommandList.all.map(\.firstWord) + more }
      return typed.current.completed(typed.current.text, by: Candidate.list(names))
    }
    let kubectl = VerbCompletion(world).candidates(typed.words, typed.current)
    guard !isKubectl, let command = SessionCommandList.all.first(where: { $0.answers(to: name) }) else {
      return kubectl
    }
    // A few names are kubectl's too; what follows tells which is meant.
    let rest = Array(typed.words.dropFirst())
    let own = SessionLineCompletion(session, world, command, rest, typed.current).candidates
    guard let meant = SessionCommandList.command(for: typed.words.map { Word($0, at: 0..<0) }) else { return kubectl }
    if rest.isEmpty || meant.name == SessionCommand.help.name { return Candidate.merged([own, kubectl]) }
    return meant.name == command.name ? own : []
  }
}

extension SessionCommand {
  /// `break` of `break on`.
  var firstWord: String { String(name.prefix { $0 != " " }) }

  fileprivate func answers(to word: String) -> Bool { names.contains(word) }
}

extension Candidate {
  /// The words, each once, in byte order.
  static func list(_ words: some Sequence<String>) -> [Candidate] {
    Set(words).sorted { $0.precedesByBytes($1) }.map { Candidate(fixed: $0) }
  }

  /// The words of all lists, each once, in byte order; those of a list that is alone stand as they are.
  static func merged(_ lists: [[Candidate]]) -> [Candidate] {
    let lists = lists.filter { !$0.isEmpty }
    guard lists.count > 1 else { return lists.first ?? [] }
    return Set(lists.joined()).sorted { $0.word.precedesByBytes($1.word) }
  }
}
