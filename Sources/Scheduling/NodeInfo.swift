import Basics
import Objects

/// What the scheduler counts on one node: its Pods, those it has only assumed included.
///
/// Mirrors `framework.NodeInfo`.
struct NodeInfo: Sendable {
  var node: Node
  var pods = SnapshotMap<ObjectKey, Demand>()
  var requested = Demand()
  /// How many Pods of each controller are here.
  var ownedBy = SnapshotMap<UID, Int>()

  init(_ node: Node) { self.node = node }

  mutating func add(_ key: ObjectKey, _ demand: Demand) {
    remove(key)
    pods[key] = demand
    requested.add(demand, times: 1)
    if let owner = demand.owner { ownedBy[owner, default: 0] += 1 }
  }

  mutating func remove(_ key: ObjectKey) {
    guard let demand = pods.removeValue(forKey: key) else { return }
    requested.add(demand, times: -1)
    if let owner = demand.owner { ownedBy[owner, default: 0] -= 1 }
  }

  /// Millicores that Pods may request.
  var allocatableCPU: Int64 { node.allocatable["cpu"].flatMap { try? Quantity(parsing: $0) }?.milliValue ?? 0 }
  /// Bytes.
  var allocatableMemory: Int64 { node.allocatable["memory"].flatMap { try? Quantity(parsing: $0) }?.value ?? 0 }
  var allocatablePods: Int64 { node.allocatable["pods"].flatMap { try? Quantity(parsing: $0) }?.value ?? 0 }
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
  var hostPorts: [Int] = []
  var owner: UID?

  init() {}

  /// Mirrors `resourcehelper.PodRequests` and `schedutil.GetNonzeroRequests`.
  init(_ pod: Pod) {
    for container in pod.spec.containers {
      let requests = container.resources.requests
      let cpu = requests["cpu"].flatMap { try? Quantity(parsing: $0) }?.milliValue
      let memory = requests["memory"].flatMap { try? Quantity(parsing: $0) }?.value
      self.cpu += cpu ?? 0
      self.memory += memory ?? 0
      scoredCPU += cpu ?? 100
      scoredMemory += memory ?? 200 << 20
      hostPorts += container.ports.compactMap(\.hostPort).filter { $0 != 0 }
    }
    owner = pod.metadata.controllerRef?.uid
  }

  mutating func add(_ other: Demand, times: Int64) {
    cpu += times * other.cpu
    memory += times * other.memory
    scoredCPU += times * other.scoredCPU
    scoredMemory += times * other.scoredMemory
  }
}
