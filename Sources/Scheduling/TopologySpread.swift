import Basics
import Machinery
import Objects

/// The plugin PodTopologySpread for one Pod: how evenly the Pods that its constraints select lie over places.
///
/// Mirrors `pkg/scheduler/framework/plugins/podtopologyspread`.
struct TopologySpread {
  /// The plugin's name in Kubernetes.
  static let name = "PodTopologySpread"

  private let pod: Pod
  private let constraints: [SpreadConstraint]
  /// For each constraint, how many Pods each place holds.
  private var counts: [[String: Int]]

  /// nil where the Pod has no constraint that must hold.
  init?(_ info: PodInfo, _ cache: SchedulerCache) {
    let hard = info.rules?.spread.filter(\.isHard) ?? []
    guard !hard.isEmpty else { return nil }
    pod = info.pod
    constraints = hard
    counts = hard.map { _ in [:] }
    for node in cache.nodes where TopologySpread.hasAllKeys(node, hard) {
      for (index, constraint) in hard.enumerated() where constraint.includes(node.node.value, for: pod) {
        let value = node.node.metadata.labels[constraint.topologyKey] ?? ""
        counts[index][value, default: 0] += constraint.count(on: node, in: pod.metadata.namespace)
      }
    }
  }

  fileprivate static func hasAllKeys(_ node: NodeInfo, _ constraints: [SpreadConstraint]) -> Bool {
    constraints.allSatisfy { node.node.metadata.labels[$0.topologyKey] != nil }
  }

  func rejection(_ info: NodeInfo) -> SchedulingDecision.Rejection? {
    let reason = "node(s) didn't match pod topology spread constraints"
    for (index, constraint) in constraints.enumerated() {
      guard let value = info.node.metadata.labels[constraint.topologyKey] else {
        return reject("\(reason) (missing required label)", isHopeless: true)
      }
      let fewest = counts[index].count < constraint.minDomains ? 0 : counts[index].values.min() ?? Int(Int32.max)
      let itself = constraint.selects(pod.metadata.labels) ? 1 : 0
      if (counts[index][value] ?? 0) + itself - fewest > constraint.maxSkew {
        return reject(reason, isHopeless: false)
      }
    }
    return nil
  }

  private func reject(_ reason: String, isHopeless: Bool) -> SchedulingDecision.Rejection {
    SchedulingDecision.Rejection(filter: TopologySpread.name, reasons: [reason], isHopeless: isHopeless)
  }
}

/// The scores of the same plugin: fewer Pods of the sort in a node's places are better.
struct SpreadScore {
  private static let hostname = "kubernetes.io/hostname"
  private static let zone = "topology.kubernetes.io/zone"

  /// One constraint that is wished for, with the number of Pods on a node that it counts.
  private struct Wish {
    var topologyKey: String
    var maxSkew: Int
    var includes: (NodeInfo) -> Bool
    var count: (NodeInfo) -> Int
  }

  private let wishes: [Wish]
  /// Whether nodes that lack one of the labels get no points.
  private let needsAllKeys: Bool

  /// nil where nothing is wished for.
  init?(_ info: PodInfo) {
    let own = info.rules?.spread ?? []
    needsAllKeys = !own.isEmpty
    if own.isEmpty {
      // The system's default constraints, for Pods of a controller that can be scaled.
      guard let owner = info.spreadOwner else { return nil }
      wishes = [(SpreadScore.hostname, 3), (SpreadScore.zone, 5)].map { key, skew in
        Wish(topologyKey: key, maxSkew: skew, includes: { NodeSelection.matches(info.pod.spec.value, $0.node.value) }) {
          $0.ownedBy[owner] ?? 0
        }
      }
    } else {
      wishes = own.filter { !$0.isHard }.map { constraint in
        Wish(
          topologyKey: constraint.topologyKey,
          maxSkew: constraint.maxSkew,
          includes: { constraint.includes($0.node.value, for: info.pod) },
          count: { constraint.count(on: $0, in: info.pod.metadata.namespace) }
        )
      }
      if wishes.isEmpty { return nil }
    }
  }

  private func isIgnored(_ node: NodeInfo) -> Bool {
    needsAllKeys && wishes.contains { node.node.metadata.labels[$0.topologyKey] == nil }
  }

  /// The points of the nodes at `places`, 0 to 100.
  func scores(_ places: [Int], _ cache: SchedulerCache) -> [Int] {
    let nodes = places.map { cache.nodes[$0] }
    var raw = nodes.map { isIgnored($0) ? nil : 0.0 as Double? }
    for wish in wishes { add(wish, nodes, cache, &raw) }
    let rounded = raw.map { $0.map { Int($0.rounded()) } }
    let known = rounded.compactMap { $0 }
    let highest = known.max() ?? 0
    let lowest = known.min() ?? 0
    return rounded.map { score in
      guard let score else { return 0 }
      return highest == 0 ? 100 : 100 * (highest + lowest - score) / highest
    }
  }

  private func add(_ wish: Wish, _ nodes: [NodeInfo], _ cache: SchedulerCache, _ raw: inout [Double?]) {
    func value(_ node: NodeInfo) -> String? { node.node.metadata.labels[wish.topologyKey] }
    var counts: [String: Int] = [:]
    var size = raw.count { $0 != nil }
    if wish.topologyKey != SpreadScore.hostname {
      for (node, score) in zip(nodes, raw) where score != nil {
        if let value = value(node) { counts[value] = 0 }
      }
      size = counts.count
      guard size > 0 else { return }
      for node in cache.nodes where !isIgnored(node) && wish.includes(node) {
        if let value = value(node), counts[value] != nil { counts[value, default: 0] += wish.count(node) }
      }
    }
    let weight = SpreadScore.naturalLogarithm(Double(size + 2))
    for (index, node) in nodes.enumerated() where raw[index] != nil {
      guard let value = value(node) else { continue }
      let count = wish.topologyKey == SpreadScore.hostname ? wish.count(node) : counts[value] ?? 0
      raw[index] = (raw[index] ?? 0) + Double(count) * weight + Double(wish.maxSkew - 1)
    }
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
