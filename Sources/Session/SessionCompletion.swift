import APIServer
import Cluster
import Kubectl
import Machinery
import Objects

/// The words that can stand at the cursor: commands, kinds, names of objects as they are now.
package struct SessionCompletion {
  /// One word, and whether the line goes on behind it without a space.
  package struct Word: Hashable, Sendable {
    package var word: String
    package var goesOn: Bool

    package init(word: String, goesOn: Bool) {
      self.word = word
      self.goesOn = goesOn
    }
  }

  package init() {}

  package func candidates(_ line: String, cursor: Int, in session: Session) -> [Word] {
    let before = String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
    var words = before.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    if before.hasSuffix(" ") || words.isEmpty { words.append("") }
    if words.count > 1, words[0] == "kubectl" || words[0] == "k" { words.removeFirst() }
    guard let current = words.last else { return [] }
    if words.count == 1 { return commands(current) }
    if ["delay", "drop", "mend"].contains(words[0]) {
      let names = words.count == 2 ? ["watch"] : session.timeline.cluster.watchers.map(\.description)
      return names.map { Word(word: $0, goesOn: false) }
    }
    if words[0] == "export" { return words.count == 2 ? [Word(word: "html", goesOn: false)] : [] }
    if let slash = current.firstIndex(of: "/") {
      let type = String(current[..<slash])
      return names(type, in: session).map { Word(word: "\(type)/\($0)", goesOn: false) }
    }
    if words.count == 2 { return kinds }
    return names(words[1], in: session).map { Word(word: $0, goesOn: false) }
  }

  private func commands(_ typed: String) -> [Word] {
    let all = SessionCommandList.all.map(\.name) + VerbList.all.compactMap(\.path.first)
    return Set(all).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { Word(word: $0, goesOn: false) }
  }

  private var kinds: [Word] {
    Kind.allCases.map { Word(word: $0.plural, goesOn: false) }
      + Kind.allCases.map { Word(word: $0.names.singular + "/", goesOn: true) }
  }

  private func names(_ type: String, in session: Session) -> [String] {
    guard let kind = try? ResourceType.kind(type) else { return [] }
    return session.timeline.cluster.store.list(kind).map(\.metadata.name)
  }
}
