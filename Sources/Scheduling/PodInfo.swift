import Basics
import Objects

/// A Pod as the scheduler counts it on a node.
///
/// Mirrors `framework.PodInfo`.
struct PodInfo: Sendable {
  var pod: Pod
  var demand: Demand
  /// nil for a Pod that asks nothing of the places of others.
  var rules: PodRules?

  init(_ pod: Pod) {
    self.pod = pod
    demand = Demand(pod)
    rules = PodRules(pod)
  }

  /// The controller by which Pods without constraints of their own are spread.
  ///
  /// Mirrors `helper.DefaultSelector`, which knows these kinds; Services are not looked at.
  var spreadOwner: UID? {
    guard let owner = pod.metadata.controllerRef,
      ["ReplicationController", "ReplicaSet", "StatefulSet"].contains(owner.kind)
    else { return nil }
    return owner.uid
  }

  /// Whether a newer state of the same Pod counts in nothing differently: most changes are of its status.
  func counts(like newer: Pod) -> Bool {
    let (old, new) = (pod.metadata, newer.metadata)
    return old.uid == new.uid && old.labels == new.labels && old.isBeingDeleted == new.isBeingDeleted
      && old.ownerReferences == new.ownerReferences
  }

  var priority: Int64 { pod.spec.other["priority"]?.int ?? 0 }
}

/// What one Pod asks of a node.
struct Demand: Hashable, Sendable {
  /// Millicores.
  var cpu: Int64 = 0
  /// Bytes.
  var memory: Int64 = 0
  /// The same with 100 millicores and 200 MiB for containers that request nothing, as scores count.
  var scoredCPU: Int64 = 0
  var scoredMemory: Int64 = 0
  /// What it asks for beside CPU and memory.
  var others = ResourceList()
  var hostPorts: [HostPort] = []

  init() {}

  /// Mirrors `resourcehelper.PodRequests` and `schedutil.GetNonzeroRequests`.
  init(_ pod: Pod) {
    let spec = pod.spec.value
    others = spec.totalRequests
    cpu = others["cpu"]?.milliValue ?? 0
    memory = others["memory"]?.value ?? 0
    others["cpu"] = nil
    others["memory"] = nil
    scoredCPU = cpu
    scoredMemory = memory
    hostPorts = spec.hostPorts
    for container in spec.containers {
      if container.resources.requests["cpu"] == nil { scoredCPU += 100 }
      if container.resources.requests["memory"] == nil { scoredMemory += 200 << 20 }
    }
  }

  mutating func add(_ other: Demand) {
    cpu += other.cpu
    memory += other.memory
    scoredCPU += other.scoredCPU
    scoredMemory += other.scoredMemory
    if !other.others.isEmpty { others.add(other.others) }
  }

  mutating func subtract(_ other: Demand) {
    cpu -= other.cpu
    memory -= other.memory
    scoredCPU -= other.scoredCPU
    scoredMemory -= other.scoredMemory
    others.subtract(other.others)
  }
}
