import Basics
import Machinery
import Objects

/// How good each of the fitting nodes is for a Pod: the default score plugins, each times its weight.
///
/// ImageLocality is not simulated: every node counts as having the images.
enum Scores {
  /// The weighted points of the nodes at `places`.
  static func points(_ info: PodInfo, _ affinity: InterPodAffinity?, _ places: [Int], _ cache: SchedulerCache)
    -> [SchedulingDecision.Points]
  {
    let demand = info.demand
    let wishes = NodeSelection.preferences(info.pod.spec.value)
    let tolerated = normalized(
      places.map { intolerable(cache.nodes[$0].node.value, info.pod) },
      isReversed: true
    )
    let preferred =
      wishes.isEmpty
      ? nil
      : normalized(places.map { NodeSelection.weight(of: cache.nodes[$0].node.value, wishes) }, isReversed: false)
    let spread = SpreadScore(info)?.scores(places, cache)
    let near = affinity?.scores(places, cache)
    return places.enumerated().map { index, place in
      var points = SchedulingDecision.Points()
      points[.taintToleration] = tolerated[index]
      points[.nodeAffinity] = preferred?[index] ?? 0
      points[.nodeResourcesFit] = leastAllocated(demand, cache.nodes[place])
      points[.podTopologySpread] = spread?[index] ?? 0
      points[.interPodAffinity] = near?[index] ?? 0
      points[.balancedAllocation] = balanced(demand, cache.nodes[place])
      return points
    }
  }

  /// How many taints of effect PreferNoSchedule the Pod does not tolerate.
  private static func intolerable(_ node: Node, _ pod: Pod) -> Int {
    node.taints.count { taint in
      taint.effect == .preferNoSchedule && !pod.spec.tolerations.contains { $0.tolerates(taint) }
    }
  }

  /// Scaled so that the highest is 100, or (reversed) 0.
  ///
  /// Mirrors `helper.DefaultNormalizeScore`.
  private static func normalized(_ scores: [Int], isReversed: Bool) -> [Int] {
    let highest = scores.max() ?? 0
    guard highest > 0 else { return scores.map { _ in isReversed ? 100 : 0 } }
    return scores.map { isReversed ? 100 - 100 * $0 / highest : 100 * $0 / highest }
  }

  /// The free share of CPU and memory after the Pod, 0 to 100.
  ///
  /// Mirrors `noderesources.leastResourceScorer`.
  private static func leastAllocated(_ demand: Demand, _ info: NodeInfo) -> Int {
    let cpu = free(info.requested.scoredCPU + demand.scoredCPU, of: info.allocatableCPU)
    let memory = free(info.requested.scoredMemory + demand.scoredMemory, of: info.allocatableMemory)
    return Int((cpu + memory) / 2)
  }

  private static func free(_ requested: Int64, of capacity: Int64) -> Int64 {
    capacity == 0 || requested > capacity ? 0 : (capacity - requested) * 100 / capacity
  }

  /// How alike the used shares of CPU and memory are, 0 to 100; nothing for a Pod that requests neither.
  ///
  /// Mirrors `noderesources.balancedResourceScorer` for two resources.
  private static func balanced(_ demand: Demand, _ info: NodeInfo) -> Int {
    guard demand.cpu > 0 || demand.memory > 0 else { return 0 }
    let cpu = share(info.requested.cpu + demand.cpu, of: info.allocatableCPU)
    let memory = share(info.requested.memory + demand.memory, of: info.allocatableMemory)
    return Int((1 - abs(cpu - memory) / 2) * 100)
  }

  private static func share(_ requested: Int64, of capacity: Int64) -> Double {
    capacity == 0 ? 1 : min(1, Double(requested) / Double(capacity))
  }
}
