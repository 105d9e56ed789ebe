import Basics
import Machinery
import Objects

/// How good each of the fitting nodes is for a Pod: the default score plugins, each times its weight.
enum Scores {
  /// Fills in the points of the nodes at `fitting`.
  static func score(
    _ demand: Demand,
    _ nodes: [NodeInfo],
    _ fitting: [Int],
    _ verdicts: inout [SchedulingDecision.Verdict]
  ) {
    let spread = topologySpread(demand, nodes, fitting)
    for (index, place) in fitting.enumerated() {
      verdicts[place].points = SchedulingDecision.Points(
        resourcesFit: leastAllocated(demand, nodes[place]),
        balancedAllocation: balanced(demand, nodes[place]),
        topologySpread: 2 * spread[index]
      )
    }
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

  /// How alike the used shares of CPU and memory are, 0 to 100.
  ///
  /// Mirrors `noderesources.balancedResourceScorer` for two resources.
  private static func balanced(_ demand: Demand, _ info: NodeInfo) -> Int {
    let cpu = share(info.requested.cpu + demand.cpu, of: info.allocatableCPU)
    let memory = share(info.requested.memory + demand.memory, of: info.allocatableMemory)
    return Int((1 - abs(cpu - memory) / 2) * 100)
  }

  private static func share(_ requested: Int64, of capacity: Int64) -> Double {
    capacity == 0 ? 1 : min(1, Double(requested) / Double(capacity))
  }

  /// Nodes with fewer Pods of the same controller come first, 0 to 100.
  ///
  /// Mirrors `podtopologyspread` with the system's default constraint on hostnames (maxSkew 3, ScheduleAnyway).
  private static func topologySpread(_ demand: Demand, _ nodes: [NodeInfo], _ fitting: [Int]) -> [Int] {
    guard let owner = demand.owner else { return fitting.map { _ in 0 } }
    let weight = naturalLogarithm(Double(fitting.count + 2))
    let raw = fitting.map { Int((Double(nodes[$0].ownedBy[owner] ?? 0) * weight + 2).rounded()) }
    guard let highest = raw.max(), let lowest = raw.min(), highest > 0 else { return fitting.map { _ in 100 } }
    return raw.map { 100 * (highest + lowest - $0) / highest }
  }

  /// ln x for x >= 1, by the series of the inverse hyperbolic tangent: the same bits on every machine.
  static func naturalLogarithm(_ number: Double) -> Double {
    let exponent = Double(number.exponent)
    let ratio = (number.significand - 1) / (number.significand + 1)
    var term = ratio
    var sum = 0.0
    for power in stride(from: 1, through: 41, by: 2) {
      sum += term / Double(power)
      term *= ratio * ratio
    }
    return 2 * sum + exponent * 0.693_147_180_559_945_3
  }
}
