import Basics
import Objects

/// What the scheduler counts on one node: its Pods, those it has only assumed included.
///
/// Mirrors `framework.NodeInfo`.
struct NodeInfo: Sendable {
  private(set) var node: Boxed<Node>
  var name: String
  var pods = SnapshotMap<ObjectKey, Demand>()
  var requested = Demand()
  /// How many Pods of each controller are here.
  var ownedBy = SnapshotMap<UID, Int>()
  /// Millicores that Pods may request.
  private(set) var allocatableCPU: Int64 = 0
  /// Bytes.
  private(set) var allocatableMemory: Int64 = 0
  private(set) var allocatablePods: Int64 = 0

  init(_ node: Node) {
    self.node = Boxed(node)
    name = node.metadata.name
    set(node)
  }

  mutating func set(_ node: Node) {
    self.node = Boxed(node)
    func quantity(_ name: String) -> Quantity? { node.allocatable[name].flatMap { try? Quantity(parsing: $0) } }
    allocatableCPU = quantity("cpu")?.milliValue ?? 0
    allocatableMemory = quantity("memory")?.value ?? 0
    allocatablePods = quantity("pods")?.value ?? 0
  }

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
