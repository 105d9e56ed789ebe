import APIServer
import Basics
import Machinery
import Objects

extension Scheduler {
  /// In a cluster of fewer nodes all are looked at.
  ///
  /// Mirrors `minFeasibleNodesToFind` and `minFeasibleNodesPercentageToFind`.
  private static let fewestFeasible = 100
  private static let lowestPercentage = 5

  /// How many nodes that fit are enough to choose from, of so many.
  ///
  /// Mirrors `numFeasibleNodesToFind` with the default `percentageOfNodesToScore`, which adapts itself.
  static func enoughFeasible(of nodes: Int) -> Int {
    if nodes < fewestFeasible { return nodes }
    let percentage = max(lowestPercentage, 50 - nodes / 125)
    return max(fewestFeasible, nodes * percentage / 100)
  }

  /// The verdict of each node that was looked at, and the choice among those that fit.
  ///
  /// Mirrors `schedulePod`: the search goes on where the last one ended, and ends when enough nodes fit.
  mutating func decide(_ object: Object, _ info: PodInfo) -> SchedulingDecision {
    let total = cache.nodes.count
    if let refusal = VolumeBinding.refusal(of: info.pod) {
      var decision = SchedulingDecision(pod: object.version, nodes: total)
      decision.refusal = refusal
      decision.verdicts = cache.nodes.map { SchedulingDecision.Verdict(node: $0.name, rejection: refusal) }
      return decision
    }
    let pinned = NodeSelection.pinnedNodes(info.pod.spec.value)
    let candidates = pinned?.compactMap(cache.place(of:)) ?? search(total)
    let affinity = InterPodAffinity(info, cache)
    let spread = TopologySpread(info, cache)
    let enough = Scheduler.enoughFeasible(of: candidates.count)
    var found: [(place: Int, verdict: SchedulingDecision.Verdict)] = []
    var fitting = 0
    for place in candidates where fitting < enough {
      let node = cache.nodes[place]
      let rejection =
        Filter.rejection(info, node) ?? spread?.rejection(node) ?? affinity?.rejection(node)
      found.append((place, SchedulingDecision.Verdict(node: node.name, rejection: rejection)))
      if rejection == nil { fitting += 1 }
    }
    if total > 0 { nextStart = (nextStart + found.count) % total }
    found.sort { $0.place < $1.place }
    var decision = SchedulingDecision(pod: object.version, nodes: total)
    decision.leftOut = pinned == nil ? .enoughFit : .pinned
    let places = found.filter { $0.verdict.rejection == nil }.map(\.place)
    let points = places.count > 1 ? Scores.points(info, affinity, places, cache) : []
    decision.verdicts = found.map(\.verdict)
    decision.choose(points, &generator)
    decision.needsPreemption = decision.node == nil && couldPreempt(info, found)
    return decision
  }

  /// The nodes in the order of the search; where all are looked at, their own order tells the same.
  private func search(_ total: Int) -> [Int] {
    guard total >= Scheduler.fewestFeasible else { return Array(0..<total) }
    let start = nextStart % total
    return Array(start..<total) + Array(0..<start)
  }

  /// Whether a node could take the Pod if it had no Pods of lower priority: then Kubernetes would remove some.
  private func couldPreempt(_ info: PodInfo, _ found: [(place: Int, verdict: SchedulingDecision.Verdict)]) -> Bool {
    guard info.pod.spec.other["preemptionPolicy"] != "Never" else { return false }
    return found.contains { place, verdict in
      guard let rejection = verdict.rejection, !rejection.isHopeless else { return false }
      var node = cache.nodes[place]
      let lower = node.pods.sorted.filter { $0.value.priority < info.priority }
      for (key, _) in lower { node.remove(key) }
      return !lower.isEmpty && Filter.rejection(info, node) == nil
    }
  }
}
