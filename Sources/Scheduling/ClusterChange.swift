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

  /// A Pod has gone from a node.
  static func gone(_ pod: Pod) -> ClusterChange {
    ClusterChange(helped: ["NodeResourcesFit", "NodePorts", "PodTopologySpread", "InterPodAffinity"], pod: pod)
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
    let states = [pod, old].compactMap { $0 }
    if filters.contains("PodTopologySpread"), pod.metadata.namespace == waiting.metadata.namespace,
      rules?.spread.contains(where: { constraint in states.contains { constraint.selects($0.metadata.labels) } })
        ?? false
    {
      return true
    }
    guard filters.contains("InterPodAffinity") else { return false }
    let own = (rules?.affinity ?? []) + (rules?.antiAffinity ?? [])
    return own.contains { term in states.contains { term.matches($0, namespaces) } }
      || PodRules(pod)?.antiAffinity.contains { $0.matches(waiting, namespaces) } ?? false
  }
}
