import APIServer
import Basics
import Cluster
import Kubectl
import Objects

/// Completion of conditions: `pod/web Ready and rs/web.status.ready…`.
struct ConditionCompletion {
  private var world: CompletionWorld

  init(_ world: CompletionWorld) { self.world = world }

  /// Words between statements.
  private static let connectives = ["and", "or"]
  private static let comparisons = ["!=", "<", "<=", "==", ">", ">="]

  /// What can stand behind an unfinished condition. `following` is the rest of the line.
  func choices(_ text: String, following: String = "") -> Choices {
    var words = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    let shown = text.hasSuffix(" ") ? "" : words.popLast() ?? ""
    let whole = TypedWord(shown)
    if let open = words.lastIndex(where: { $0.hasPrefix("count(") }),
      !words[open...].contains(where: { $0.hasSuffix(")") })
    {
      return Choices(whole, withinCount(Array(words[open...]), whole))
    }
    // Parentheses that open a part of the condition belong to no word, nor does a quote before all of it.
    let isOpening: (Character) -> Bool = { "('\"".contains($0) }
    let word = whole.dropping(shown.prefix(while: isOpening))
    let begin = words.lastIndex { ["and", "or", "not"].contains($0) }.map { words.index(after: $0) } ?? 0
    let statement = words[begin...].map { String($0.drop(while: isOpening)) }.filter { !$0.isEmpty }
    var place = self
    if let namespace = ConditionCompletion.namespace(statement, following) { place.world.namespace = namespace }
    guard let first = statement.first else { return Choices(whole, place.beginnings(word)) }
    if let subject = RecordPattern.Subject(rawValue: first) {
      return Choices(whole, place.behind(subject, statement, word))
    }
    return Choices(whole, place.behind(first, statement, word))
  }

  /// The namespace that the statement at the cursor names, before it or behind it.
  private static func namespace(_ statement: [String], _ following: String) -> String? {
    if let flag = statement.firstIndex(of: "-n"), flag + 1 < statement.count { return statement[flag + 1] }
    return following.firstMatch(of: /^\S*\s+-n\s+(\S+)/).map { String($0.1) }
  }

  private func beginnings(_ word: TypedWord) -> [Candidate] {
    let text = word.text
    if text.hasPrefix("count(") {
      return word.dropping("count(").completed(by: Kind.allCases.map { Candidate($0.plural, goesOn: true) })
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
      return word.dropping(text[...dot]).completed(by: Candidate.list(ObjectCount.Which.allCases.map(\.rawValue)))
    }
    let sets = text.isEmpty ? [] : Kind.allCases.map { Candidate($0.plural + ".", goesOn: true) }
    let words = RecordPattern.Subject.allCases.map(\.rawValue) + ["not"]
    return word.completed(by: Candidate.list(words) + [Candidate("count(", goesOn: true)] + sets)
      + world.objects([], word, in: world.namespace)
  }

  /// What follows `pod/web`, `pods.ready` or `pod/web.status.phase`.
  private func behind(_ first: String, _ statement: [String], _ word: TypedWord) -> [Candidate] {
    func list(_ words: [String]) -> [Candidate] { word.completed(by: Candidate.list(words)) }
    if statement.last == "-n" { return world.names(of: .namespace, in: nil, word) }
    if statement.last == "on" { return world.names(of: .node, in: nil, word) }
    if statement.count == 1 || first.hasPrefix("count(") && statement.last?.hasSuffix(")") == true, isCompared(first) {
      return list(ConditionCompletion.comparisons)
    }
    // What it is compared with is anything.
    if let sign = statement.last?.last, "=<>".contains(sign) { return [] }
    guard let id = id(first), statement.count == 1 || statement.dropFirst().first == "-n" && statement.count == 3 else {
      return list(ConditionCompletion.connectives)
    }
    let conditions = (world.cluster.store[id]?.body["status"]?["conditions"]?.array ?? []).compactMap {
      $0["type"]?.string
    }
    let words = ["exists", "gone"] + (statement.count == 1 ? ["-n"] : []) + (id.kind == .pod ? ["on"] : [])
    var numbers: [String] = []
    for part in ["status", "spec"] {
      guard var place = FieldPlace(id.kind), place.go(to: part) else { continue }
      numbers += place.members.filter { !$0.isOpen && !$0.isList }.map { $0.name + "==" }
    }
    // Names of fields are many: they come when one is begun.
    return list(words + conditions + id.kind.conditionTypes + ConditionCompletion.connectives)
      + (word.text.isEmpty ? [] : word.completed(by: Candidate.list(numbers)))
  }

  /// Whether a word is something that a comparison must follow.
  private func isCompared(_ word: String) -> Bool {
    guard let slash = word.firstIndex(of: "/") else {
      return word.hasPrefix("count(") || ObjectCount(word, namespace: world.namespace) != nil
    }
    return word[slash...].contains(".") && !word.contains { "=<>".contains($0) }
  }

  /// What follows `probe`, `event`, `deleted` …
  private func behind(_ subject: RecordPattern.Subject, _ statement: [String], _ word: TypedWord) -> [Candidate] {
    if statement.contains(where: { $0.contains("/") }) {
      return word.completed(by: Candidate.list(ConditionCompletion.connectives))
    }
    let reasons = subject == .event ? world.eventReasons : subject.words ?? []
    return word.completed(by: Candidate.list(reasons.filter { !statement.contains($0) }))
      + world.objects([], word, in: world.namespace)
  }

  /// What follows `count(pods`.
  private func withinCount(_ words: [String], _ word: TypedWord) -> [Candidate] {
    let type = String(words[0].dropFirst("count(".count))
    switch words.last {
    case "-l": return world.labels(of: type, word)
    case "-n": return world.names(of: .namespace, in: nil, word)
    case "--field-selector": return world.fields(of: type, word)
    default: return word.completed(by: Candidate.list(["--field-selector", "-l", "-n"]))
    }
  }

  private func id(_ text: String) -> ObjectID? { ResourceName.object(text, namespace: world.namespace) }
}
