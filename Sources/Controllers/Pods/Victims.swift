import Basics
import Machinery
import Objects

/// The order in which Pods are deleted when there are too many.
///
/// Mirrors `controller.ActivePodsWithRanks` as the ReplicaSet controller sorts it (`getPodsToDelete`).
struct Victims {
  /// The Pods, first victim first.
  private(set) var ranked: [Pod]
  private let now: Instant
  /// For each node, how many active Pods of the same Deployment are on it; empty where there is no Deployment.
  private let podsOnNode: [String: Int]

  init(_ pods: [Pod], _ observed: Observed) {
    var counts: [String: Int] = [:]
    for related in observed.related {
      related.forEachUnordered { _, object in
        guard let pod = object.as(Pod.self), pod.isActive else { return }
        counts[pod.spec.nodeName, default: 0] += 1
      }
    }
    podsOnNode = counts
    now = observed.now
    ranked = []
    ranked = pods.sorted { first($0, $1).map(\.isFirst) ?? false }
  }

  /// What sets the Pod at `index` before the one behind it; nil for the last.
  func criterion(at index: Int) -> VictimCriterion? {
    guard ranked.indices.contains(index + 1) else { return nil }
    return first(ranked[index], ranked[index + 1])?.criterion
  }

  /// Which of two goes first, and why; nil where they are the same Pod.
  private func first(_ left: Pod, _ right: Pod) -> (isFirst: Bool, criterion: VictimCriterion)? {
    if let order = order(left.spec.nodeName.isEmpty ? 0 : 1, right.spec.nodeName.isEmpty ? 0 : 1) {
      return (order, .unassigned)
    }
    if let order = order(phaseRank(left), phaseRank(right)) { return (order, .phase) }
    if let order = order(left.isReady ? 1 : 0, right.isReady ? 1 : 0) { return (order, .readiness) }
    if let order = order(deletionCost(left), deletionCost(right)) { return (order, .deletionCost) }
    if let order = order(nodeRank(right), nodeRank(left)) { return (order, .nodeRank) }
    if left.isReady, right.isReady,
      let order = ageOrder(readyTime(left), readyTime(right), left.metadata.uid, right.metadata.uid)
    {
      return (order, .readyTime)
    }
    if let order = order(restarts(right), restarts(left)) { return (order, .restarts) }
    if let order = ageOrder(
      left.metadata.creationTimestamp,
      right.metadata.creationTimestamp,
      left.metadata.uid,
      right.metadata.uid
    ) {
      return (order, .age)
    }
    // Go's sort leaves equals in any order; ours is the same in each run.
    return order(left.metadata.uid, right.metadata.uid).map { ($0, .name) }
  }

  private func order<T: Comparable>(_ left: T, _ right: T) -> Bool? { left == right ? nil : left < right }

  /// Younger goes first, by powers of two of the age, so that a set keeps a spread of ages; within one by uid.
  ///
  /// Mirrors `controller.logarithmicRankDiff` (feature LogarithmicScaleDown).
  private func ageOrder(_ left: Instant?, _ right: Instant?, _ leftUID: UID, _ rightUID: UID) -> Bool? {
    if left == right { return nil }
    guard let left, let right else { return left == nil }
    let difference = logarithm(now - left) - logarithm(now - right)
    return difference == 0 ? leftUID < rightUID : difference < 0
  }

  private func logarithm(_ age: Interval) -> Int {
    let nanoseconds = age.microseconds * 1_000
    return nanoseconds > 0 ? 63 - nanoseconds.leadingZeroBitCount : -1
  }

  private func phaseRank(_ pod: Pod) -> Int {
    switch pod.status.phase {
    case .pending, nil: 0
    case .unknown: 1
    default: 2
    }
  }

  private func deletionCost(_ pod: Pod) -> Int {
    pod.metadata.annotations["controller.kubernetes.io/pod-deletion-cost"].flatMap { Int($0) } ?? 0
  }

  private func nodeRank(_ pod: Pod) -> Int { podsOnNode[pod.spec.nodeName] ?? 0 }

  private func readyTime(_ pod: Pod) -> Instant? { pod.status.condition(.ready)?.lastTransitionTime }

  private func restarts(_ pod: Pod) -> Int { pod.status.containerStatuses.map(\.restartCount).max() ?? 0 }
}
