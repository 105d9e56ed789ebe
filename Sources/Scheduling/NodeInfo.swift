import Basics
import Objects

/// What the scheduler counts on one node: its Pods, those it has only assumed included.
///
/// Mirrors `framework.NodeInfo`.
struct NodeInfo: Sendable {
  private(set) var node: Boxed<Node>
  var name: String
  private(set) var pods = SnapshotMap<ObjectKey, Boxed<PodInfo>>()
  private(set) var requested = Demand()
  /// How many Pods of each controller are here that are not being deleted.
  private(set) var ownedBy = SnapshotMap<UID, Int>()
  /// Those with an affinity to other Pods, or from them.
  private(set) var affine = SnapshotSet<ObjectKey>()
  /// Millicores that Pods may request.
  private(set) var allocatableCPU: Int64 = 0
  /// Bytes.
  private(set) var allocatableMemory: Int64 = 0
  private(set) var allocatablePods: Int64 = 0
  private(set) var allocatable = ResourceList()

  init(_ node: Node) {
    self.node = Boxed(node)
    name = node.metadata.name
    set(node)
  }

  mutating func set(_ node: Node) {
    self.node = Boxed(node)
    allocatable = node.room
    allocatableCPU = allocatable["cpu"]?.milliValue ?? 0
    allocatableMemory = allocatable["memory"]?.value ?? 0
    allocatablePods = allocatable["pods"]?.value ?? 0
  }

  mutating func add(_ info: PodInfo) {
    let key = info.pod.metadata.key
    remove(key)
    pods[key] = Boxed(info)
    requested.add(info.demand)
    if info.rules?.isAffine ?? false { affine.insert(key) }
    if let owner = info.spreadOwner, !info.pod.metadata.isBeingDeleted { ownedBy[owner, default: 0] += 1 }
  }

  mutating func remove(_ key: ObjectKey) {
    guard let info = pods.removeValue(forKey: key)?.value else { return }
    requested.subtract(info.demand)
    affine.remove(key)
    if let owner = info.spreadOwner, !info.pod.metadata.isBeingDeleted { ownedBy[owner, default: 0] -= 1 }
  }
}
