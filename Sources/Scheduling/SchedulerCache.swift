import Basics
import Objects

/// The nodes with the Pods on them, as the scheduler has been told of them or has assumed them.
///
/// Mirrors `pkg/scheduler/backend/cache`. Nodes are in the order in which they came; the interleaving of zones is not
/// simulated.
struct SchedulerCache: Sendable {
  private(set) var nodes: [NodeInfo] = []
  /// Where each node is in `nodes`.
  private var places = SnapshotMap<String, Int>()
  private(set) var namespaces = NamespaceLabels()
  /// The Pods that are counted on a node before their binding was heard of.
  private var assumed = SnapshotMap<ObjectKey, UID>()
  /// How many Pods have an affinity to other Pods, or from them.
  private(set) var affinePods = 0

  func place(of node: String) -> Int? { places[node] }

  /// The node before, if it was there.
  mutating func set(_ node: Node) -> Node? {
    guard let place = places[node.metadata.name] else {
      places[node.metadata.name] = nodes.count
      nodes.append(NodeInfo(node))
      return nil
    }
    let old = nodes[place].node.value
    nodes[place].set(node)
    return old
  }

  mutating func removeNode(_ name: String) {
    guard let place = places[name] else { return }
    affinePods -= nodes[place].affine.count
    nodes.remove(at: place)
    places = SnapshotMap()
    for (place, info) in nodes.enumerated() { places[info.name] = place }
  }

  /// Counts a Pod on the node that it is about to be bound to.
  mutating func assume(_ info: PodInfo, on node: String) {
    guard let place = places[node] else { return }
    change(place) { $0.add(info) }
    assumed[info.pod.metadata.key] = info.pod.metadata.uid
  }

  func hasAssumed(_ pod: Pod) -> Bool { assumed[pod.metadata.key] == pod.metadata.uid }

  /// Puts a Pod onto a node, or what has become of one that is there; the Pod as it was, nil where that is news.
  @discardableResult
  mutating func put(_ pod: Pod, on node: String) -> Pod? {
    let key = pod.metadata.key
    let wasAssumed = assumed.removeValue(forKey: key) != nil
    guard let place = places[node] else { return nil }
    guard let old = nodes[place].pods[key]?.value else {
      change(place) { $0.add(PodInfo(pod)) }
      return nil
    }
    if !old.counts(like: pod) {
      var info = old
      info.pod = pod
      change(place) { $0.add(info) }
    }
    return wasAssumed ? nil : old.pod
  }

  /// Takes a Pod off a node; the Pod as it was.
  @discardableResult
  mutating func remove(_ key: ObjectKey, from node: String) -> Pod? {
    assumed.removeValue(forKey: key)
    guard let place = places[node], let info = nodes[place].pods[key] else { return nil }
    change(place) { $0.remove(key) }
    return info.pod
  }

  mutating func setNamespace(_ name: String, _ labels: StringMap?) { namespaces[name] = labels }

  private mutating func change(_ place: Int, _ body: (inout NodeInfo) -> Void) {
    affinePods -= nodes[place].affine.count
    body(&nodes[place])
    affinePods += nodes[place].affine.count
  }
}
