import Basics
import Kubectl
import Objects

/// Completion of a path such as `status.conditions[Ready].status`.
struct FieldPathCompletion {
  private let kind: Kind
  private let object: Value?

  init(_ kind: Kind, _ object: Value?) {
    self.kind = kind
    self.object = object
  }

  /// Also where the path is written as JSONPath: `{.status.…`.
  func candidates(_ word: TypedWord) -> [Candidate] {
    let word = word.dropping(word.text.prefix { "{$.".contains($0) })
    let text = word.text
    guard let sign = text.lastIndex(where: { $0 == "." || $0 == "[" }) else {
      return word.completed(by: FieldPlace(kind, object)?.ends ?? [])
    }
    // Behind the bracket that ends a step there may be more.
    if text.hasSuffix("]") {
      let isOpen = (try? ValuePath(text)).flatMap(place)?.members.isEmpty == false
      return isOpen ? word.completed("", by: [Candidate(".", goesOn: true)]) : []
    }
    let end = text[text.index(after: sign)...]
    guard let path = try? ValuePath(String(text[..<sign])), let place = place(at: path) else { return [] }
    guard text[sign] == "[" else { return word.completed(end, by: place.ends) }
    return word.completed(end, by: place.entries.map { Candidate($0 + "]", goesOn: true) })
  }

  private func place(at path: ValuePath) -> FieldPlace? {
    guard var place = FieldPlace(kind, object) else { return nil }
    for step in path.steps {
      switch step {
      case .member(let name): guard place.go(to: name) else { return nil }
      case .entry(let name), .item(_, let name): guard place.go(into: name) else { return nil }
      }
    }
    return place
  }
}

extension FieldPlace {
  /// The next steps; behind what has no further fields the path may end.
  fileprivate var ends: [Candidate] {
    members.map { Candidate($0.name + ($0.isList ? "[" : $0.isOpen ? "." : ""), goesOn: $0.isList || $0.isOpen) }
  }
}
