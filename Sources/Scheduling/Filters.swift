import Basics
import Machinery
import Objects

/// One rule that a node itself must meet to take a Pod.
struct Filter: Sendable {
  /// The plugin's name in Kubernetes.
  var name: String
  /// Why the node cannot take the Pod; empty where it can.
  var reasons: @Sendable (PodInfo, NodeInfo) -> [String]
  /// Whether removing other Pods from the node could never help.
  var isHopeless: @Sendable (PodInfo, NodeInfo) -> Bool

  /// The filters in the order in which they are asked; the first that objects decides.
  static let all: [Filter] = [
    nodeUnschedulable, nodeName, taintToleration, nodeAffinity, nodePorts, nodeResourcesFit,
  ]

  static let nodeUnschedulable = Filter(
    name: "NodeUnschedulable",
    reasons: { info, node in
      guard node.node.unschedulable == true else { return [] }
      let taint = Taint(key: Taint.unschedulableKey, effect: .noSchedule)
      return info.pod.spec.tolerations.contains { $0.tolerates(taint) } ? [] : ["node(s) were unschedulable"]
    },
    isHopeless: { _, _ in true }
  )

  static let nodeName = Filter(
    name: "NodeName",
    reasons: { info, node in
      let wanted = info.pod.spec.nodeName
      return wanted.isEmpty || wanted == node.name ? [] : ["node(s) didn't match the requested node name"]
    },
    isHopeless: { _, _ in true }
  )

  static let taintToleration = Filter(
    name: "TaintToleration",
    reasons: { info, node in
      untolerated(node.node.taints, by: info.pod) == nil ? [] : ["node(s) had untolerated taint(s)"]
    },
    isHopeless: { _, _ in true }
  )

  static let nodeAffinity = Filter(
    name: "NodeAffinity",
    reasons: { info, node in
      NodeSelection.matches(info.pod.spec.value, node.node.value)
        ? [] : ["node(s) didn't match Pod's node affinity/selector"]
    },
    isHopeless: { _, _ in true }
  )

  static let nodePorts = Filter(
    name: "NodePorts",
    reasons: { info, node in
      let wanted = info.demand.hostPorts
      if wanted.isEmpty { return [] }
      var isTaken = false
      node.pods.forEachUnordered { _, other in
        if other.demand.hostPorts.conflict(with: wanted) {
          isTaken = true
        }
      }
      return isTaken ? ["node(s) didn't have free ports for the requested pod ports"] : []
    },
    isHopeless: { _, _ in false }
  )

  static let nodeResourcesFit = Filter(
    name: "NodeResourcesFit",
    reasons: { info, node in
      let demand = info.demand
      var reasons: [String] = []
      if Int64(node.pods.count) + 1 > node.allocatablePods { reasons.append("Too many pods") }
      if demand.cpu > 0, demand.cpu > node.allocatableCPU - node.requested.cpu { reasons.append("Insufficient cpu") }
      if demand.memory > 0, demand.memory > node.allocatableMemory - node.requested.memory {
        reasons.append("Insufficient memory")
      }
      for entry in demand.others.entries where !entry.amount.isZero {
        let free = (node.allocatable[entry.name] ?? .zero) - (node.requested.others[entry.name] ?? .zero)
        if entry.amount > free { reasons.append("Insufficient \(entry.name)") }
      }
      return reasons
    },
    // Where the Pod asks for more than the node has at all.
    isHopeless: { info, node in
      info.demand.cpu > node.allocatableCPU || info.demand.memory > node.allocatableMemory
        || info.demand.others.entries.contains { $0.amount > node.allocatable[$0.name] ?? .zero }
    }
  )

  /// The first filter that objects to the node, with its reasons; nil where all let it pass.
  static func rejection(_ info: PodInfo, _ node: NodeInfo) -> SchedulingDecision.Rejection? {
    for filter in all {
      let reasons = filter.reasons(info, node)
      if reasons.isEmpty { continue }
      return SchedulingDecision.Rejection(
        filter: filter.name,
        reasons: reasons,
        isHopeless: filter.isHopeless(info, node)
      )
    }
    return nil
  }

  /// The first taint that keeps the Pod away.
  static func untolerated(_ taints: [Taint], by pod: Pod) -> Taint? {
    taints.first { taint in
      taint.effect != .preferNoSchedule && !pod.spec.tolerations.contains { $0.tolerates(taint) }
    }
  }
}
