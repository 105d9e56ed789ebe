import Basics
import Machinery
import Objects

/// A DaemonSet's Pods, by the node that each is on or waits for.
///
/// Mirrors `DaemonSetsController.getNodesToDaemonPods`.
struct DaemonPods {
  let claim: PodClaim
  private let claimed: [Pod]
  /// Those on one node: bound ones first, then the oldest.
  private let onNode: [String: [Pod]]

  init(_ observed: Observed, _ set: DaemonSet) {
    claim = PodClaim(observed, owner: set.metadata, selector: set.spec.selector, takesInactive: true)
    claimed = claim.claimed
    var grouped: [String: [Pod]] = [:]
    for pod in claimed where !(pod.isTerminal && pod.metadata.isBeingDeleted) {
      guard let node = DaemonPlacement.node(of: pod) else { continue }
      grouped[node, default: []].append(pod)
    }
    onNode = grouped.mapValues { $0.sorted(by: DaemonPods.precedes) }
  }

  subscript(node: String) -> [Pod] { onNode[node] ?? [] }

  /// Every node that a Pod is on or waits for, in the order of the names.
  var nodes: [String] { onNode.keys.sorted { $0.precedesByBytes($1) } }

  /// The hashes of the revisions that Pods were made from.
  var revisions: Set<String> {
    Set(claimed.compactMap { $0.metadata.labels[DaemonPlacement.revisionHashLabel] })
  }

  /// Mirrors `podByCreationTimestampAndPhase`.
  private static func precedes(_ left: Pod, _ right: Pod) -> Bool {
    if left.spec.nodeName.isEmpty != right.spec.nodeName.isEmpty { return !left.spec.nodeName.isEmpty }
    if let older = left.metadata.creationTimestamp, let newer = right.metadata.creationTimestamp, older != newer {
      return older < newer
    }
    return left.metadata.name.precedesByBytes(right.metadata.name)
  }
}

extension Pod {
  /// Whether the Pod was made from the present template of `set`, whose revision has this hash.
  ///
  /// Mirrors `util.IsPodUpdated`.
  func isUpToDate(_ set: DaemonSet, hash: String) -> Bool {
    if let generation = set.metadata.annotations[DaemonSet.templateGeneration],
      metadata.labels[DaemonPlacement.templateGenerationLabel] == generation
    {
      return true
    }
    return metadata.labels[DaemonPlacement.revisionHashLabel] == hash
  }
}
