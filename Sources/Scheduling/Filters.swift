import Basics
import Machinery
import Objects

/// One rule that a node must meet to take a Pod.
struct Filter: Sendable {
  /// The plugin's name in Kubernetes.
  var name: String
  /// Why the node cannot take the Pod; empty where it can.
  var reasons: @Sendable (Pod, Demand, NodeInfo) -> [String]
  /// Whether removing other Pods could never help.
  var isUnresolvable: Bool

  /// The filters in the order in which they are asked; the first that objects decides.
  static let all: [Filter] = [
    nodeUnschedulable, nodeName, taintToleration, nodeAffinity, nodePorts, nodeResourcesFit,
  ]

  static let nodeUnschedulable = Filter(
    name: "NodeUnschedulable",
    reasons: { pod, _, info in
      guard info.node.unschedulable == true else { return [] }
      let taint = Taint(key: Taint.unschedulableKey, effect: .noSchedule)
      return pod.spec.tolerations.contains { $0.tolerates(taint) } ? [] : ["node(s) were unschedulable"]
    },
    isUnresolvable: true
  )

  static let nodeName = Filter(
    name: "NodeName",
    reasons: { pod, _, info in
      let wanted = pod.spec.nodeName
      return wanted.isEmpty || wanted == info.name ? [] : ["node(s) didn't match the requested node name"]
    },
    isUnresolvable: true
  )

  static let taintToleration = Filter(
    name: "TaintToleration",
    reasons: { pod, _, info in
      let untolerated = info.node.taints.first { taint in
        taint.effect != .preferNoSchedule && !pod.spec.tolerations.contains { $0.tolerates(taint) }
      }
      return untolerated == nil ? [] : ["node(s) had untolerated taint(s)"]
    },
    isUnresolvable: true
  )

  static let nodeAffinity = Filter(
    name: "NodeAffinity",
    reasons: { pod, _, info in
      NodeSelection.matches(pod.spec.value, info.node.value)
        ? [] : ["node(s) didn't match Pod's node affinity/selector"]
    },
    isUnresolvable: true
  )

  static let nodePorts = Filter(
    name: "NodePorts",
    reasons: { _, demand, info in
      if demand.hostPorts.isEmpty { return [] }
      var taken = false
      info.pods.forEachUnordered { _, other in
        if !Set(other.hostPorts).isDisjoint(with: demand.hostPorts) { taken = true }
      }
      return taken ? ["node(s) didn't have free ports for the requested pod ports"] : []
    },
    isUnresolvable: false
  )

  static let nodeResourcesFit = Filter(
    name: "NodeResourcesFit",
    reasons: { _, demand, info in
      var reasons: [String] = []
      if Int64(info.pods.count) + 1 > info.allocatablePods { reasons.append("Too many pods") }
      if demand.cpu > 0, demand.cpu > info.allocatableCPU - info.requested.cpu { reasons.append("Insufficient cpu") }
      if demand.memory > 0, demand.memory > info.allocatableMemory - info.requested.memory {
        reasons.append("Insufficient memory")
      }
      return reasons
    },
    isUnresolvable: false
  )

  /// The first filter that objects to the node, with its reasons; nil where all let it pass.
  static func rejection(_ pod: Pod, _ demand: Demand, _ info: NodeInfo) -> SchedulingDecision.Rejection? {
    for filter in all {
      let reasons = filter.reasons(pod, demand, info)
      if reasons.isEmpty { continue }
      return SchedulingDecision.Rejection(
        filter: filter.name,
        reasons: reasons,
        isHopeless: filter.isHopeless(demand, info)
      )
    }
    return nil
  }

  /// Whether no deletion of Pods on the node could make room.
  ///
  /// Mirrors `UnschedulableAndUnresolvable`, also of NodeResourcesFit where the Pod asks for more than the node has.
  func isHopeless(_ demand: Demand, _ info: NodeInfo) -> Bool {
    isUnresolvable || demand.cpu > info.allocatableCPU || demand.memory > info.allocatableMemory
  }
}
