import Basics
import Objects

/// What a Pod asks of the places of other Pods.
struct PodRules: Sendable {
  struct Weighted: Sendable {
    var weight: Int
    var term: AffinityTerm
  }

  private(set) var affinity: [AffinityTerm] = []
  private(set) var antiAffinity: [AffinityTerm] = []
  private(set) var preferredAffinity: [Weighted] = []
  private(set) var preferredAntiAffinity: [Weighted] = []
  private(set) var spread: [SpreadConstraint] = []

  /// nil where the Pod has none.
  init?(_ pod: Pod) {
    let spec = pod.spec.value
    let near = spec.other["affinity"]?["podAffinity"]
    let apart = spec.other["affinity"]?["podAntiAffinity"]
    let constraints = spec.other["topologySpreadConstraints"]?.array ?? []
    if near == nil, apart == nil, constraints.isEmpty { return nil }
    let namespace = pod.metadata.namespace
    affinity = PodRules.required(near, namespace)
    antiAffinity = PodRules.required(apart, namespace)
    preferredAffinity = PodRules.preferred(near, namespace)
    preferredAntiAffinity = PodRules.preferred(apart, namespace)
    spread = constraints.compactMap { $0.object.map(SpreadConstraint.init) }
  }

  /// Whether it has any affinity to other Pods or from them.
  var isAffine: Bool {
    !(affinity.isEmpty && antiAffinity.isEmpty && preferredAffinity.isEmpty && preferredAntiAffinity.isEmpty)
  }

  private static func required(_ affinity: Value?, _ namespace: String) -> [AffinityTerm] {
    affinity?["requiredDuringSchedulingIgnoredDuringExecution"]?.array?
      .compactMap { term in term.object.map { AffinityTerm($0, of: namespace) } } ?? []
  }

  private static func preferred(_ affinity: Value?, _ namespace: String) -> [Weighted] {
    affinity?["preferredDuringSchedulingIgnoredDuringExecution"]?.array?
      .compactMap { entry in
        entry["podAffinityTerm"]?.object.map { term in
          Weighted(weight: Int(entry["weight"]?.int ?? 0), term: AffinityTerm(term, of: namespace))
        }
      } ?? []
  }
}

/// The labels of each namespace.
typealias NamespaceLabels = SnapshotMap<String, StringMap>

/// One term of a Pod's affinity to other Pods: which Pods, and within which sort of place.
///
/// Mirrors `framework.AffinityTerm`.
struct AffinityTerm: Sendable {
  let topologyKey: String
  /// nil selects nothing.
  private let selector: LabelSelector?
  private let namespaces: [String]
  private let namespaceSelector: LabelSelector?

  /// `namespace` is that of the Pod with the term: it counts where the term names none.
  init(_ fields: Fields, of namespace: String) {
    topologyKey = fields["topologyKey"]?.string ?? ""
    selector = fields["labelSelector"]?.object.map(LabelSelector.init(fields:))
    namespaceSelector = fields["namespaceSelector"]?.object.map(LabelSelector.init(fields:))
    let named = fields["namespaces"]?.array?.compactMap(\.string) ?? []
    namespaces = named.isEmpty && namespaceSelector == nil ? [namespace] : named
  }

  func matches(_ pod: Pod, _ labels: NamespaceLabels) -> Bool {
    let namespace = pod.metadata.namespace
    guard let selector,
      namespaces.contains(namespace) || (namespaceSelector?.matches(labels[namespace] ?? [:]) ?? false)
    else { return false }
    return selector.matches(pod.metadata.labels)
  }
}

/// One entry of `topologySpreadConstraints`.
struct SpreadConstraint: Sendable {
  let maxSkew: Int
  let topologyKey: String
  /// DoNotSchedule; else ScheduleAnyway.
  let isHard: Bool
  let minDomains: Int
  private let selector: LabelSelector?
  private let honorsAffinity: Bool
  private let honorsTaints: Bool

  init(_ fields: Fields) {
    maxSkew = Int(fields["maxSkew"]?.int ?? 1)
    topologyKey = fields["topologyKey"]?.string ?? ""
    isHard = fields["whenUnsatisfiable"] != "ScheduleAnyway"
    minDomains = Int(fields["minDomains"]?.int ?? 1)
    selector = fields["labelSelector"]?.object.map(LabelSelector.init(fields:))
    honorsAffinity = fields["nodeAffinityPolicy"] != "Ignore"
    honorsTaints = fields["nodeTaintsPolicy"] == "Honor"
  }

  func selects(_ labels: StringMap) -> Bool { selector?.matches(labels) ?? false }

  /// How many Pods of `namespace` it selects on a node; those that are being deleted do not count.
  func count(on info: NodeInfo, in namespace: String) -> Int {
    var count = 0
    info.pods.forEachUnordered { _, other in
      let metadata = other.pod.metadata
      if metadata.namespace == namespace, !metadata.isBeingDeleted, selects(metadata.labels) { count += 1 }
    }
    return count
  }

  /// Whether the node's Pods count.
  ///
  /// Mirrors `matchNodeInclusionPolicies`.
  func includes(_ node: Node, for pod: Pod) -> Bool {
    if honorsAffinity, !NodeSelection.matches(pod.spec.value, node) { return false }
    return !honorsTaints || Filter.untolerated(node.taints, by: pod) == nil
  }
}
