/// Whether a node is among those that a Pod's nodeSelector and required node affinity allow.
///
/// Mirrors `nodeaffinity.GetRequiredNodeAffinity`: terms are alternatives, the expressions of one term all hold.
package enum NodeSelection {
  package static func matches(_ spec: PodSpec, _ node: Node) -> Bool {
    for entry in spec.nodeSelector where node.metadata.labels[entry.key] != entry.value { return false }
    guard let terms = spec.other["affinity"]?[path: termsPath]?.array else { return true }
    return terms.contains { matches($0, node) }
  }

  /// The node whose name a required node affinity asks for; nil where it asks for none.
  ///
  /// Mirrors `util.GetTargetNodeName` of the DaemonSet controller.
  package static func pinnedNode(_ spec: PodSpec) -> String? {
    for term in spec.other["affinity"]?[path: termsPath]?.array ?? [] {
      for field in term["matchFields"]?.array ?? [] {
        if field["key"] == "metadata.name", field["operator"] == "In", let name = field["values"]?.array?.first?.string
        {
          return name
        }
      }
    }
    return nil
  }

  /// The nodes that a required node affinity asks for by name; nil where other nodes may meet it too.
  ///
  /// Mirrors `nodeaffinity.PreFilter` of the scheduler: the fields of one term hold together, the terms are
  /// alternatives.
  package static func pinnedNodes(_ spec: PodSpec) -> [String]? {
    guard let terms = spec.other["affinity"]?[path: termsPath]?.array, !terms.isEmpty else { return nil }
    var names: [String] = []
    for term in terms {
      let asked = (term["matchFields"]?.array ?? []).compactMap { field -> [String]? in
        guard field["key"] == "metadata.name", field["operator"] == "In" else { return nil }
        return field["values"]?.array?.compactMap(\.string) ?? []
      }
      guard let first = asked.first else { return nil }
      names += first.filter { name in !names.contains(name) && asked.allSatisfy { $0.contains(name) } }
    }
    return names
  }

  /// One term of the preferred node affinity.
  package struct Preference: Sendable {
    fileprivate var weight: Int
    fileprivate var term: Value
  }

  package static func preferences(_ spec: PodSpec) -> [Preference] {
    let path = ["nodeAffinity", "preferredDuringSchedulingIgnoredDuringExecution"]
    return (spec.other["affinity"]?[path: path]?.array ?? []).compactMap { entry in
      entry["preference"].map { Preference(weight: Int(entry["weight"]?.int ?? 0), term: $0) }
    }
  }

  /// The sum of the weights of the preferences that a node meets.
  package static func weight(of node: Node, _ preferences: [Preference]) -> Int {
    preferences.reduce(0) { $0 + (matches($1.term, node) ? $1.weight : 0) }
  }

  /// `affinity` with its required node affinity replaced by one that asks for the node `name`.
  ///
  /// Mirrors `util.ReplaceDaemonSetPodNodeNameNodeAffinity`.
  package static func pinning(_ affinity: Value?, to name: String) -> Value {
    var out = affinity?.object ?? [:]
    var node = out["nodeAffinity"]?.object ?? [:]
    node["requiredDuringSchedulingIgnoredDuringExecution"] = [
      "nodeSelectorTerms": [["matchFields": [["key": "metadata.name", "operator": "In", "values": [.string(name)]]]]]
    ]
    out["nodeAffinity"] = .object(node)
    return .object(out)
  }

  private static let termsPath = [
    "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms",
  ]

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
