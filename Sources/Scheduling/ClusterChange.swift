import Machinery
import Objects

/// Something that has changed, as far as it can make room for a Pod.
///
/// Mirrors the queueing hints of the filter plugins: a Pod is only tried again for a change that its filter asked for.
struct ClusterChange {
  /// The filters whose verdict it may turn.
  private var helped: Set<String>
  /// The Pod that has come, changed or gone; nil for a change of a node.
  private var pod: Pod?
  /// The same Pod before.
  private var old: Pod?
  private var isGone = false

  /// A Pod has gone from a node.
  static func gone(_ pod: Pod) -> ClusterChange {
    var change = ClusterChange(
      helped: ["NodeResourcesFit", "NodePorts", "PodTopologySpread", "InterPodAffinity"],
      pod: pod
    )
    change.isGone = true
    return change
  }

  /// A Pod has come to a node, or what is there has changed from `old`.
  static func placed(_ pod: Pod, old: Pod?) -> ClusterChange? {
    if let old, old.metadata.labels == pod.metadata.labels,
      old.metadata.isBeingDeleted == pod.metadata.isBeingDeleted
    {
      return nil
    }
    return ClusterChange(helped: ["PodTopologySpread", "InterPodAffinity"], pod: pod, old: old)
  }

  private init(helped: Set<String>, pod: Pod, old: Pod? = nil) {
    self.helped = helped
    self.pod = pod
    self.old = old
  }

  /// From `old`, nil for a node that has just joined.
  init(from old: Node?, to new: Node) {
    helped = []
    guard let old else {
      helped = Set(Filter.all.map(\.name)).union(["PodTopologySpread", "InterPodAffinity"])
      return
    }
    if old.metadata.labels != new.metadata.labels {
      helped.formUnion(["NodeAffinity", "PodTopologySpread", "InterPodAffinity"])
    }
    if old.taints != new.taints { helped.formUnion(["TaintToleration", "PodTopologySpread"]) }
    if old.unschedulable != new.unschedulable { helped.insert("NodeUnschedulable") }
    if old.allocatable != new.allocatable { helped.insert("NodeResourcesFit") }
  }

  /// Whether a Pod that these filters kept from all nodes is to be tried again.
  func mayHelp(_ waiting: Pod, _ rejectedBy: Set<String>, _ namespaces: NamespaceLabels) -> Bool {
    let filters = helped.intersection(rejectedBy)
    guard let pod, !filters.isEmpty, filters.isSubset(of: ["PodTopologySpread", "InterPodAffinity"]) else {
      return rejectedBy.isEmpty || !filters.isEmpty
    }
    let rules = PodRules(waiting)
    return (filters.contains("PodTopologySpread") && maySpread(waiting, rules, pod))
      || (filters.contains("InterPodAffinity") && mayAttract(waiting, rules, pod, namespaces))
  }

  /// Whether the Pod is one that a constraint counts, now or before.
  ///
  /// Mirrors `isSchedulableAfterPodChange` of podtopologyspread.
  private func maySpread(_ waiting: Pod, _ rules: PodRules?, _ pod: Pod) -> Bool {
    guard pod.metadata.namespace == waiting.metadata.namespace else { return false }
    let states = [pod, old].compactMap { $0 }
    return rules?.spread.contains { constraint in
      constraint.isHard && states.contains { constraint.selects($0.metadata.labels) }
    } ?? false
  }

  /// Whether there is now one Pod more to be near to, or one less to keep away from.
  ///
  /// Mirrors `isSchedulableAfterPodChange` of interpodaffinity.
  private func mayAttract(_ waiting: Pod, _ rules: PodRules?, _ pod: Pod, _ namespaces: NamespaceLabels) -> Bool {
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
