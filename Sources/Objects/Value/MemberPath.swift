/// The way to one member of a value: `spec.containers[0].image`, `metadata.labels[app.kubernetes.io/name]`.
package struct MemberPath: Hashable, Sendable {
  private enum Step: Hashable, Sendable {
    case name(String)
    case index(Int)
  }

  private let steps: [Step]

  /// Reads names with points between them, and indexes or names in brackets; nil for anything else.
  package init?(_ text: String) {
    var steps: [Step] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == "[" {
        guard let end = rest.firstIndex(of: "]") else { return nil }
        let word = rest[rest.index(after: rest.startIndex)..<end]
        guard !word.isEmpty else { return nil }
        steps.append(Int(word).map { .index($0) } ?? .name(String(word)))
        rest = rest[rest.index(after: end)...]
      } else {
        if first == "." { rest.removeFirst() }
        let name = rest.prefix { $0 != "." && $0 != "[" }
        guard !name.isEmpty else { return nil }
        steps.append(.name(String(name)))
        rest = rest[name.endIndex...]
      }
    }
    guard !steps.isEmpty else { return nil }
    self.steps = steps
  }

  /// The member of `value`; nil where there is none.
  package func member(of value: Value) -> Value? {
    steps.reduce(Optional(value)) { value, step in
      switch step {
      case .name(let name): value?[name]
      case .index(let index): value?.array.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      }
    }
  }

  /// `value` with its member replaced, or added where what holds it is there or may be made.
  package func replaced(in value: Value, by member: Value) -> Value {
    MemberPath.replaced(in: value, steps[...], by: member)
  }

  private static func replaced(in value: Value?, _ steps: ArraySlice<Step>, by member: Value) -> Value {
    guard let step = steps.first else { return member }
    switch (step, value) {
    case (.index(let index), .array(var items)?) where items.indices.contains(index):
      items[index] = replaced(in: items[index], steps.dropFirst(), by: member)
      return .array(items)
    case (.name(let name), .object(var fields)?):
      fields[name] = replaced(in: fields[name], steps.dropFirst(), by: member)
      return .object(fields)
    case (.name(let name), nil): return .object([name: replaced(in: nil, steps.dropFirst(), by: member)])
    default: return value ?? .null
    }
  }
}
