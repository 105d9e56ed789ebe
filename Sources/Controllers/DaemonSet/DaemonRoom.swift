import Basics
import Machinery
import Objects

/// What a DaemonSet's Pod asks for, and what the other Pods on each node leave of it.
///
/// Mirrors the predicates `PodFitsResources` and `PodFitsHostPorts` that the DaemonSet controller asked before v1.12;
/// the Pods of the DaemonSet itself do not count.
struct DaemonRoom {
  private let requests: ResourceList
  private let ports: [HostPort]
  private var used: [String: ResourceList] = [:]
  private var counts: [String: Int] = [:]
  private var takenPorts: [String: [HostPort]] = [:]

  init(_ set: DaemonSet, _ observed: Observed) {
    let spec = set.spec.template.spec
    requests = spec.totalRequests
    ports = spec.hostPorts
    observed.pods.forEachUnordered { _, object in
      guard let pod = object.as(Pod.self), !pod.spec.nodeName.isEmpty, !pod.isTerminal,
        pod.metadata.controllerRef?.uid != set.metadata.uid
      else { return }
      let node = pod.spec.nodeName
      used[node, default: ResourceList()].add(pod.spec.value.totalRequests)
      counts[node, default: 0] += 1
      takenPorts[node, default: []] += pod.spec.value.hostPorts
    }
  }

  func hasPortsTaken(on node: Node) -> Bool {
    takenPorts[node.metadata.name]?.conflict(with: ports) ?? false
  }

  /// What the node has too little of for one more Pod; the last one where there are several.
  func shortage(on node: Node) -> Shortage? {
    let name = node.metadata.name
    return Shortage.all(of: requests, on: node, used: used[name] ?? ResourceList(), count: counts[name] ?? 0).last
  }
}
