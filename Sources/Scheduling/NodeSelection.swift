import Objects

/// Whether a node is among those that a Pod's nodeSelector and required node affinity allow.
///
/// Mirrors `nodeaffinity.GetRequiredNodeAffinity`: terms are alternatives, the expressions of one term all hold.
enum NodeSelection {
  static func matches(_ pod: Pod, _ node: Node) -> Bool {
    for entry in pod.spec.nodeSelector where node.metadata.labels[entry.key] != entry.value { return false }
    let path = ["nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms"]
    guard let terms = pod.spec.other["affinity"]?[path: path]?.array else { return true }
    return terms.contains { matches($0, node) }
  }

  private static func matches(_ term: Value, _ node: Node) -> Bool {
    let expressions = term["matchExpressions"]?.array ?? []
    let fields = term["matchFields"]?.array ?? []
    // A term without any condition matches nothing.
    if expressions.isEmpty && fields.isEmpty { return false }
    let name: StringMap = ["metadata.name": node.metadata.name]
    return expressions.allSatisfy { requirement($0)?.matches(node.metadata.labels) ?? false }
      && fields.allSatisfy { requirement($0)?.matches(name) ?? false }
  }

  private static func requirement(_ expression: Value) -> LabelRequirement? {
    guard let key = expression["key"]?.string, let operation = expression["operator"]?.string else { return nil }
    let values = expression["values"]?.array?.compactMap(\.string) ?? []
    switch operation {
    case "In": return LabelRequirement(key: key, test: .isIn(values))
    case "NotIn": return LabelRequirement(key: key, test: .notIn(values))
    case "Exists": return LabelRequirement(key: key, test: .exists)
    case "DoesNotExist": return LabelRequirement(key: key, test: .absent)
    case "Gt": return values.first.flatMap { Int64($0) }.map { LabelRequirement(key: key, test: .greaterThan($0)) }
    case "Lt": return values.first.flatMap { Int64($0) }.map { LabelRequirement(key: key, test: .lessThan($0)) }
    default: return nil
    }
  }
}
