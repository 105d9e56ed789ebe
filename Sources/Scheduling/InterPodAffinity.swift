import Basics
import Machinery
import Objects

/// One value of a node label: a place of some sort, such as one zone.
struct TopologyPair: Hashable {
  var key: String
  var value: String
}

/// The plugin InterPodAffinity for one Pod: which places hold Pods that it must or must not be near to.
///
/// Mirrors `pkg/scheduler/framework/plugins/interpodaffinity`.
struct InterPodAffinity {
  /// The plugin's name in Kubernetes.
  static let name = "InterPodAffinity"

  private let pod: Pod
  private let rules: PodRules?
  private let namespaces: NamespaceLabels
  /// How many Pods of a place keep the Pod away.
  private var existing: [TopologyPair: Int] = [:]
  /// How many Pods of a place all its required terms ask for.
  private var near: [TopologyPair: Int] = [:]
  /// How many Pods of a place it keeps away from.
  private var apart: [TopologyPair: Int] = [:]

  /// nil where no affinity can matter.
  init?(_ info: PodInfo, _ cache: SchedulerCache) {
    let isAffine = info.rules?.isAffine ?? false
    guard isAffine || cache.affinePods > 0 else { return nil }
    pod = info.pod
    rules = info.rules
    namespaces = cache.namespaces
    for node in cache.nodes {
      for key in node.affine.sorted { count(node.pods[key]?.value.rules?.antiAffinity ?? [], on: node) }
      guard let rules, !rules.affinity.isEmpty || !rules.antiAffinity.isEmpty else { continue }
      node.pods.forEachUnordered { _, other in count(other.pod, rules, on: node) }
    }
  }

  private mutating func count(_ terms: [AffinityTerm], on node: NodeInfo) {
    for term in terms where term.matches(pod, namespaces) {
      if let pair = InterPodAffinity.pair(term, node) { existing[pair, default: 0] += 1 }
    }
  }

  private mutating func count(_ other: Pod, _ rules: PodRules, on node: NodeInfo) {
    if !rules.affinity.isEmpty, rules.affinity.allSatisfy({ $0.matches(other, namespaces) }) {
      for term in rules.affinity {
        if let pair = InterPodAffinity.pair(term, node) { near[pair, default: 0] += 1 }
      }
    }
    for term in rules.antiAffinity where term.matches(other, namespaces) {
      if let pair = InterPodAffinity.pair(term, node) { apart[pair, default: 0] += 1 }
    }
  }

  private static func pair(_ term: AffinityTerm, _ node: NodeInfo) -> TopologyPair? {
    node.node.metadata.labels[term.topologyKey].map { TopologyPair(key: term.topologyKey, value: $0) }
  }

  func rejection(_ info: NodeInfo) -> SchedulingDecision.Rejection? {
    if !isNearEnough(info) { return reject("node(s) didn't match pod affinity rules", isHopeless: true) }
    let keepsAway = rules?.antiAffinity.contains { term in
      InterPodAffinity.pair(term, info).map { (apart[$0] ?? 0) > 0 } ?? false
    }
    if keepsAway ?? false { return reject("node(s) didn't match pod anti-affinity rules", isHopeless: false) }
    let isKeptAway = info.node.metadata.labels.contains { label in
      (existing[TopologyPair(key: label.key, value: label.value)] ?? 0) > 0
    }
    guard isKeptAway else { return nil }
    return reject("node(s) didn't satisfy existing pods anti-affinity rules", isHopeless: false)
  }

  /// The first Pod of a group that asks for its own like may go anywhere.
  private func isNearEnough(_ info: NodeInfo) -> Bool {
    guard let terms = rules?.affinity, !terms.isEmpty else { return true }
    var isNear = true
    for term in terms {
      guard let pair = InterPodAffinity.pair(term, info) else { return false }
      if (near[pair] ?? 0) <= 0 { isNear = false }
    }
    return isNear || (near.isEmpty && terms.allSatisfy { $0.matches(pod, namespaces) })
  }

  private func reject(_ reason: String, isHopeless: Bool) -> SchedulingDecision.Rejection {
    SchedulingDecision.Rejection(filter: InterPodAffinity.name, reasons: [reason], isHopeless: isHopeless)
  }
}

extension InterPodAffinity {
  /// How much a required affinity of another Pod to this one counts: `hardPodAffinityWeight`.
  private static let hardWeight = 1

  /// The points of the nodes at `places`, 0 to 100; nil where no preference is at work.
  func scores(_ places: [Int], _ cache: SchedulerCache) -> [Int]? {
    var points: [TopologyPair: Int] = [:]
    let isAffine = rules?.isAffine ?? false
    for node in cache.nodes {
      if isAffine {
        node.pods.forEachUnordered { _, other in add(other.value, on: node, to: &points) }
      } else {
        for key in node.affine.sorted {
          if let other = node.pods[key]?.value { add(other, on: node, to: &points) }
        }
      }
    }
    guard !points.isEmpty else { return nil }
    let raw = places.map { place in
      cache.nodes[place].node.metadata.labels.reduce(0) { sum, label in
        sum + (points[TopologyPair(key: label.key, value: label.value)] ?? 0)
      }
    }
    let highest = raw.max() ?? 0
    let lowest = raw.min() ?? 0
    return raw.map { highest == lowest ? 0 : 100 * ($0 - lowest) / (highest - lowest) }
  }

  /// Mirrors `processExistingPod`.
  private func add(_ other: PodInfo, on node: NodeInfo, to points: inout [TopologyPair: Int]) {
    func add(_ weight: Int, _ term: AffinityTerm, _ matched: Pod) {
      guard term.matches(matched, namespaces), let pair = InterPodAffinity.pair(term, node) else { return }
      points[pair, default: 0] += weight
    }
    for entry in rules?.preferredAffinity ?? [] { add(entry.weight, entry.term, other.pod) }
    for entry in rules?.preferredAntiAffinity ?? [] { add(-entry.weight, entry.term, other.pod) }
    guard let theirs = other.rules else { return }
    for term in theirs.affinity { add(InterPodAffinity.hardWeight, term, pod) }
    for entry in theirs.preferredAffinity { add(entry.weight, entry.term, pod) }
    for entry in theirs.preferredAntiAffinity { add(-entry.weight, entry.term, pod) }
  }
}
