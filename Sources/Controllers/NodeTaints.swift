import Basics
import Objects

/// The taints that the control plane itself puts on nodes.
enum NodeTaints {
  /// Which condition asks for which taint, at which status.
  ///
  /// Mirrors `nodeConditionToTaintKeyStatusMap` of `pkg/controller/nodelifecycle`.
  private static let byCondition: [(type: ConditionType, status: Condition.Status, key: String)] = [
    (.ready, .false, Taint.notReadyKey),
    (.ready, .unknown, Taint.unreachableKey),
    (ConditionType("MemoryPressure"), .true, "node.kubernetes.io/memory-pressure"),
    (ConditionType("DiskPressure"), .true, "node.kubernetes.io/disk-pressure"),
    (ConditionType("PIDPressure"), .true, "node.kubernetes.io/pid-pressure"),
    (ConditionType("NetworkUnavailable"), .true, "node.kubernetes.io/network-unavailable"),
  ]

  /// The keys that come and go with a node's conditions and its cordon.
  static let keys = byCondition.map(\.key) + [Taint.unschedulableKey]

  /// The keys of the NoSchedule taints that the node should have.
  static func noSchedule(of node: Node) -> [String] {
    var wanted = byCondition.filter { type, status, _ in
      node.conditions.contains { $0.type == type && $0.status == status }
    }.map(\.key)
    if node.unschedulable == true { wanted.append(Taint.unschedulableKey) }
    return wanted
  }

  /// What has Pods leave a node that is not heard of.
  static func unreachableNoExecute(at now: Instant? = nil) -> Taint {
    Taint(key: Taint.unreachableKey, effect: .noExecute, timeAdded: now)
  }
}
