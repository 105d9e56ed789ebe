import Objects

/// What has changed at a node, as far as it can make room for a Pod.
///
/// Mirrors the queueing hints of the filter plugins: a Pod is only tried again for a change that its filter asked for.
struct NodeChange {
  /// The filters whose verdict it may turn.
  private let helped: Set<String>

  /// A Pod has gone from a node.
  static let podRemoved = NodeChange(helped: ["NodeResourcesFit", "NodePorts"])

  private init(helped: Set<String>) { self.helped = helped }

  /// From `old`, nil for a node that has just joined.
  init(from old: Node?, to new: Node) {
    guard let old else {
      helped = Set(Filter.all.map(\.name))
      return
    }
    var helped: Set<String> = []
    if old.metadata.labels != new.metadata.labels { helped.insert("NodeAffinity") }
    if old.taints != new.taints { helped.insert("TaintToleration") }
    if old.unschedulable != new.unschedulable { helped.insert("NodeUnschedulable") }
    if old.allocatable != new.allocatable { helped.insert("NodeResourcesFit") }
    self.helped = helped
  }

  func mayHelp(_ rejectedBy: Set<String>) -> Bool { rejectedBy.isEmpty || !helped.isDisjoint(with: rejectedBy) }
}
