import Basics
import Machinery
import Objects

/// What a DaemonSet's Pod asks for, and what the other Pods on each node leave of it.
///
/// Mirrors the predicates `PodFitsResources` and `PodFitsHostPorts` that the DaemonSet controller asked before v1.12;
/// the Pods of the DaemonSet itself do not count.
struct DaemonRoom {
  private let requests: ResourceList
  private let ports: Set<Int>
  private var used: [String: ResourceList] = [:]
  private var counts: [String: Int] = [:]
  private var takenPorts: [String: Set<Int>] = [:]

  init(_ set: DaemonSet, _ observed: Observed) {
    let spec = set.spec.template.spec
    requests = spec.totalRequests
    ports = Set(spec.hostPorts)
    observed.pods.forEachUnordered { _, object in
      guard let pod = object.as(Pod.self), !pod.spec.nodeName.isEmpty, !pod.isTerminal,
        pod.metadata.controllerRef?.uid != set.metadata.uid
      else { return }
      let node = pod.spec.nodeName
      used[node, default: ResourceList()].add(pod.spec.value.totalRequests)
      counts[node, default: 0] += 1
      takenPorts[node, default: []].formUnion(pod.spec.value.hostPorts)
    }
  }

  func hasPortsTaken(on node: Node) -> Bool { !(takenPorts[node.metadata.name] ?? []).isDisjoint(with: ports) }

  /// What the node has too little of for one more Pod; the last one where there are several.
  func shortage(on node: Node) -> Shortage? {
    let name = node.metadata.name
    let allocatable = ResourceList(node.allocatable)
    var shortage: Shortage?
    let count = Int64(counts[name] ?? 0)
    let room = allocatable["pods"]?.value ?? 0
    if count + 1 > room { shortage = Shortage(resource: "pods", requested: 1, used: count, capacity: room) }
    for entry in requests.entries where !entry.amount.isZero {
      let taken = used[name]?[entry.name] ?? .zero
      let capacity = allocatable[entry.name] ?? .zero
      guard taken + entry.amount > capacity else { continue }
      let amount: (Quantity) -> Int64 = { entry.name == "cpu" ? $0.milliValue : $0.value }
      shortage = Shortage(
        resource: entry.name,
        requested: amount(entry.amount),
        used: amount(taken),
        capacity: amount(capacity)
      )
    }
    return shortage
  }
}

extension PodSpec {
  fileprivate var hostPorts: [Int] { containers.flatMap { $0.ports.compactMap(\.hostPort) }.filter { $0 != 0 } }
}
