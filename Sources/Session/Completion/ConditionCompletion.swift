import APIServer
import Basics
import Cluster
import Kubectl
import Objects

/// Completion of conditions: `pod/web Ready and rs/web.status.ready…`.
struct ConditionCompletion {
  private let world: CompletionWorld
  private let timeline: Timeline

  init(_ world: CompletionWorld, _ timeline: Timeline) {
    self.world = world
    self.timeline = timeline
  }

  /// Words between statements.
  private static let connectives = ["and", "or"]

  /// The candidates for the last word of an unfinished condition.
  func candidates(_ text: String) -> [Candidate] {
    var words = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    let shown = text.hasSuffix(" ") ? "" : words.popLast() ?? ""
    if let open = words.lastIndex(where: { $0.hasPrefix("count(") }),
      !words[open...].contains(where: { $0.hasSuffix(")") })
    {
      return withinCount(Array(words[open...]), TypedWord(shown))
    }
    // Parentheses that open a part of the condition belong to no word.
    let word = TypedWord(String(shown.drop { $0 == "(" }), shown: shown)
    let begin = words.lastIndex { ["and", "or", "not"].contains($0) }.map { words.index(after: $0) } ?? 0
    let statement = words[begin...].map { String($0.drop { $0 == "(" }) }.filter { !$0.isEmpty }
    guard let first = statement.first else { return beginnings(word) }
    if let subject = RecordPattern.Subject(rawValue: first) { return behind(subject, statement, word) }
    return behind(first, statement, word)
  }

  private func beginnings(_ word: TypedWord) -> [Candidate] {
    let text = word.text
    if text.hasPrefix("count(") {
      let type = word.dropping("count(")
      return type.completed(type.text, by: Kind.allCases.map { Candidate($0.plural, goesOn: true) })
    }
    if let slash = text.firstIndex(of: "/") {
      guard let dot = text[slash...].firstIndex(of: "."), let id = id(String(text[..<dot])) else {
        return world.objects([], word, in: world.namespace)
      }
      return FieldPathCompletion(id.kind, world.cluster.store[id]?.value).candidates(word.dropping(text[...dot]))
    }
    if let open = text.firstIndex(of: "("), !text.contains(")") {
      return world.labels(of: String(text[..<open]), word.dropping(text[...open]))
    }
    if let dot = text.lastIndex(of: "."), ObjectSet(String(text[..<dot])) != nil {
      let state = word.dropping(text[...dot])
      return state.completed(state.text, by: Candidate.list(ObjectCount.Which.allCases.map(\.rawValue)))
    }
    let sets = text.isEmpty ? [] : Kind.allCases.map { Candidate($0.plural + ".", goesOn: true) }
    let words = RecordPattern.Subject.allCases.map(\.rawValue) + ["not"]
    return word.completed(text, by: Candidate.list(words) + [Candidate("count(", goesOn: true)] + sets)
      + world.objects([], word, in: world.namespace)
  }

  /// What follows `pod/web`.
  private func behind(_ object: String, _ statement: [String], _ word: TypedWord) -> [Candidate] {
    func list(_ words: [String]) -> [Candidate] { word.completed(word.text, by: Candidate.list(words)) }
    if statement.last == "-n" { return list(world.names(of: .namespace, in: nil)) }
    if statement.last == "on" { return list(world.names(of: .node, in: nil)) }
    guard statement.count == 1, let id = id(object) else { return list(ConditionCompletion.connectives) }
    let conditions = (world.cluster.store[id]?.body["status"]?["conditions"]?.array ?? []).compactMap {
      $0["type"]?.string
    }
    let words = ["exists", "gone", "-n"] + (id.kind == .pod ? ["on"] : [])
    var numbers: [String] = []
    for part in ["status", "spec"] {
      guard var place = FieldPlace(id.kind), place.go(to: part) else { continue }
      numbers += place.members.filter { !$0.isOpen && !$0.isList }.map { $0.name + "==" }
    }
    // Names of fields are many: they come when one is begun.
    return list(words + conditions + id.kind.conditionTypes + ConditionCompletion.connectives)
      + (word.text.isEmpty ? [] : word.completed(word.text, by: Candidate.list(numbers)))
  }

  /// What follows `probe`, `event`, `deleted` …
  private func behind(_ subject: RecordPattern.Subject, _ statement: [String], _ word: TypedWord) -> [Candidate] {
    if statement.contains(where: { $0.contains("/") }) {
      return word.completed(word.text, by: Candidate.list(ConditionCompletion.connectives))
    }
    let reasons = subject == .event ? world.eventReasons : subject.words ?? []
    return word.completed(word.text, by: Candidate.list(reasons.filter { !statement.contains($0) }))
      + world.objects([], word, in: world.namespace)
  }

  /// What follows `count(pods`.
  private func withinCount(_ words: [String], _ word: TypedWord) -> [Candidate] {
    switch words.last {
    case "-l": world.labels(of: String(words[0].dropFirst("count(".count)), word)
    case "-n": word.completed(word.text, by: Candidate.list(world.names(of: .namespace, in: nil)))
    default: word.completed(word.text, by: Candidate.list(["-l", "-n"]))
    }
  }

  private func id(_ text: String) -> ObjectID? { ResourceName.object(text, namespace: world.namespace) }
}
