import Basics
import Objects

/// Labels that objects have now.
struct LabelCompletion {
  private let world: CompletionWorld
  private let kinds: [Kind]
  private let namespace: String?

  /// The labels of objects of these kinds; of Pods and Nodes where there are none.
  init(_ world: CompletionWorld, _ kinds: [Kind], _ namespace: String?) {
    self.world = world
    self.kinds = kinds.isEmpty ? [.pod, .node] : kinds
    self.namespace = namespace
  }

  /// All keys, in byte order.
  var keys: [String] { collected { labels, found in for label in labels { found.insert(label.key) } } }

  private func values(of key: String) -> [String] {
    collected { labels, found in if let value = labels[key] { found.insert(value) } }
  }

  private func collected(_ collect: (StringMap, inout Set<String>) -> Void) -> [String] {
    var found: Set<String> = []
    for kind in kinds { world.forEachUnordered(kind, in: namespace) { collect($1.labels, &found) } }
    return CompletionWorld.sorted(found)
  }

  /// The end of a selector: a key, what may follow it, or a value behind `=`, `!=` or within `in (…)`.
  func selector(_ word: TypedWord) -> [Candidate] {
    let requirements = LabelCompletion.requirements(word.text)
    guard let last = requirements.last else { return [] }
    if let open = last.lastIndex(of: "("), let key = last.split(separator: " ").first {
      if last.contains(")") { return [] }
      let end = last[last.index(after: open)...].split(separator: ",", omittingEmptySubsequences: false).last ?? ""
      return word.completed(end, by: values(of: String(key)).map { Candidate($0, goesOn: true) })
    }
    if last.contains("=") { return value(word) }
    let key = last.drop { $0 == " " || $0 == "!" }
    if let space = key.lastIndex(of: " ") {
      let operators = ["!= ", "= ", "in (", "notin ("].map { Candidate($0, goesOn: true) }
      return word.completed(key[key.index(after: space)...], by: operators)
    }
    // A whole key goes on with its value, which is what one wants far more often than the key alone.
    let isNegated = last.contains("!")
    let keys = keys.map { Candidate($0 == key && !isNegated ? $0 + "=" : $0, goesOn: true) }
    return word.completed(key, by: keys)
  }

  /// The value behind the last `=` of a word.
  func value(_ word: TypedWord) -> [Candidate] {
    let term = word.text.split(separator: ",", omittingEmptySubsequences: false).last ?? ""
    guard let sign = term.firstIndex(where: { $0 == "=" || $0 == "!" }), let equals = term.lastIndex(of: "=") else {
      return []
    }
    let key = term[..<sign].filter { $0 != " " }
    let end = term[term.index(after: equals)...].drop { $0 == " " }
    return word.completed(end, by: values(of: key).map { Candidate($0) })
  }

  /// The requirements of a selector, parted at commas outside parentheses.
  private static func requirements(_ text: String) -> [Substring] {
    var depth = 0
    return text.split(omittingEmptySubsequences: false) { sign in
      if sign == "(" { depth += 1 }
      if sign == ")" { depth -= 1 }
      return sign == "," && depth == 0
    }
  }
}
