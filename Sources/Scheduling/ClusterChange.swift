import Machinery
import Objects

/// Something that has changed, as far as it can make room for a Pod.
///
/// Mirrors the queueing hints of the filter plugins: a Pod is only tried again for a change that may turn the verdict
/// of a filter that has kept it away.
enum ClusterChange {
  /// A Pod has gone from a node.
  case gone(Pod)
  /// A Pod has come to a node, or one that is there has changed from `old`.
  case placed(Pod, old: Pod?)
  /// A node has joined, or has changed from `old`.
  case node(Node, old: Node?)
  /// A node is no more.
  case nodeGone(Node)

  /// What has become of a Pod on a node; nil where that can help nobody.
  static func ofPlaced(_ pod: Pod, from old: Pod?) -> ClusterChange? {
    if let old, old.metadata.labels == pod.metadata.labels,
      old.metadata.isBeingDeleted == pod.metadata.isBeingDeleted
    {
      return nil
    }
    return .placed(pod, old: old)
  }

  /// Whether a Pod that these filters kept from all nodes is to be tried again.
  func mayHelp(_ waiting: Pod, _ rejectedBy: Set<String>, _ namespaces: NamespaceLabels) -> Bool {
    // Such a one was kept away by nothing that a filter knows.
    if rejectedBy.isEmpty { return true }
    switch self {
    case .gone(let pod):
      return rejectedBy.contains(Filter.nodeResourcesFit.name)
        || (rejectedBy.contains(Filter.nodePorts.name) && freesPort(of: pod, for: waiting))
        || mayRearrange(waiting, rejectedBy, namespaces, pod: pod, old: nil, isGone: true)
    case .placed(let pod, let old):
      return mayRearrange(waiting, rejectedBy, namespaces, pod: pod, old: old, isGone: false)
    case .node(let node, let old):
      let change = NodeChange(node, old: old)
      return rejectedBy.contains { change.mayHelp(waiting, rejectedBy: $0) }
    case .nodeGone(let node):
      guard rejectedBy.contains(TopologySpread.name) else { return false }
      return PodRules(waiting)?.spread.allSatisfy { !$0.isHard || node.metadata.labels[$0.topologyKey] != nil } ?? false
    }
  }

  /// Mirrors `isSchedulableAfterPodDeleted` of nodeports.
  private func freesPort(of pod: Pod, for waiting: Pod) -> Bool {
    pod.spec.value.hostPorts.conflict(with: waiting.spec.value.hostPorts)
  }

  private func mayRearrange(
    _ waiting: Pod,
    _ rejectedBy: Set<String>,
    _ namespaces: NamespaceLabels,
    pod: Pod,
    old: Pod?,
    isGone: Bool
  ) -> Bool {
    guard !rejectedBy.isDisjoint(with: [TopologySpread.name, InterPodAffinity.name]) else { return false }
    let rules = PodRules(waiting)
    let places = PlacedChange(pod: pod, old: old, isGone: isGone)
    return (rejectedBy.contains(TopologySpread.name) && places.maySpread(waiting, rules))
      || (rejectedBy.contains(InterPodAffinity.name) && places.mayAttract(waiting, rules, namespaces))
  }
}

/// A change of what Pods there are on the nodes.
private struct PlacedChange {
  var pod: Pod
  /// The same Pod before.
  var old: Pod?
  var isGone: Bool

  /// Whether the Pod is one that a constraint counts, now or before.
  ///
  /// Mirrors `isSchedulableAfterPodChange` of podtopologyspread.
  func maySpread(_ waiting: Pod, _ rules: PodRules?) -> Bool {
    guard pod.metadata.namespace == waiting.metadata.namespace else { return false }
    let states = [pod, old].compactMap { $0 }
    return rules?.spread.contains { constraint in
      constraint.isHard && states.contains { constraint.selects($0.metadata.labels) }
    } ?? false
  }

  /// Whether there is now one Pod more to be near to, or one less to keep away from.
  ///
  /// Mirrors `isSchedulableAfterPodChange` of interpodaffinity.
  func mayAttract(_ waiting: Pod, _ rules: PodRules?, _ namespaces: NamespaceLabels) -> Bool {
    func isNear(_ other: Pod) -> Bool {
      guard let terms = rules?.affinity, !terms.isEmpty else { return false }
      return terms.allSatisfy { $0.matches(other, namespaces) }
    }
    func isShunned(_ other: Pod) -> Bool {
      (rules?.antiAffinity.contains { $0.matches(other, namespaces) } ?? false)
        || (PodRules(other)?.antiAffinity.contains { $0.matches(waiting, namespaces) } ?? false)
    }
    if isGone { return isShunned(pod) }
    guard let old else { return isNear(pod) }
    return (isNear(pod) && !isNear(old)) || (isShunned(old) && !isShunned(pod))
  }
}

/// A node that has joined or changed.
private struct NodeChange {
  let node: Node
  /// nil for one that has joined.
  let old: Node?

  init(_ node: Node, old: Node?) {
    self.node = node
    self.old = old
  }

  /// Whether it may turn the verdict of one filter, from no to yes.
  ///
  /// Mirrors `isSchedulableAfterNodeChange` of each plugin.
  func mayHelp(_ waiting: Pod, rejectedBy filter: String) -> Bool {
    let spec = waiting.spec.value
    switch filter {
    case Filter.nodeUnschedulable.name: return turns { $0.unschedulable != true }
    case Filter.taintToleration.name: return turns { Filter.untolerated($0.taints, by: waiting) == nil }
    case Filter.nodeAffinity.name: return turns { NodeSelection.matches(spec, $0) }
    case Filter.nodeResourcesFit.name:
      // Beside no other Pods: it could never take more.
      let info = PodInfo(waiting)
      guard Filter.nodeResourcesFit.reasons(info, NodeInfo(node)).isEmpty else { return false }
      return old.map { $0.allocatable != node.allocatable } ?? true
    case TopologySpread.name: return PodRules(waiting).map { mayRespread($0.spread.filter(\.isHard)) } ?? false
    case InterPodAffinity.name: return old == nil || PodRules(waiting).map(mayRejoin) ?? false
    default: return old == nil
    }
  }

  private func turns(_ fits: (Node) -> Bool) -> Bool { fits(node) && !(old.map(fits) ?? false) }

  private func mayRespread(_ constraints: [SpreadConstraint]) -> Bool {
    func counts(_ node: Node) -> Bool { constraints.allSatisfy { node.metadata.labels[$0.topologyKey] != nil } }
    guard let old else { return counts(node) }
    if counts(old) != counts(node) { return true }
    return counts(node) && constraints.contains { moves($0.topologyKey, from: old) }
  }

  private func mayRejoin(_ rules: PodRules) -> Bool {
    guard let old else { return true }
    let labels = (old: old.metadata.labels, new: node.metadata.labels)
    return rules.affinity.contains { moves($0.topologyKey, from: old) && labels.new[$0.topologyKey] != nil }
      || rules.antiAffinity.contains { moves($0.topologyKey, from: old) && labels.old[$0.topologyKey] != nil }
  }

  private func moves(_ key: String, from old: Node) -> Bool { old.metadata.labels[key] != node.metadata.labels[key] }
}
