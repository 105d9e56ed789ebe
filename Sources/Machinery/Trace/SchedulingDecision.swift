package import Basics
package import Objects

/// Where the scheduler put one Pod, or why nowhere: each node's verdict is kept.
package struct SchedulingDecision: Sendable {
  /// One node, as a filter or the scores judged it.
  package struct Verdict: Hashable, Sendable {
    package var node: String
    /// The filter that ruled the node out, with its words; nil where all let it pass.
    package var rejection: Rejection?
    /// The weighted points of a node that all filters let pass.
    package var points: Points?

    package init(node: String, rejection: Rejection? = nil) {
      self.node = node
      self.rejection = rejection
    }

    package var total: Int { points?.total ?? 0 }
  }

  /// A score plugin, in the order in which they are told.
  package enum ScorePlugin: Int, CaseIterable, Sendable {
    /// The node has fewer taints of effect PreferNoSchedule that the Pod does not tolerate.
    case taintToleration
    /// The node meets more of the preferred node affinity.
    case nodeAffinity
    /// The free share of CPU and memory.
    case nodeResourcesFit
    /// Fewer Pods of the same sort in the node's places.
    case podTopologySpread
    /// Preferred affinity of Pods to each other.
    case interPodAffinity
    /// How alike the used shares of CPU and memory are.
    case balancedAllocation

    /// Its name in Kubernetes.
    package var name: String {
      switch self {
      case .taintToleration: "TaintToleration"
      case .nodeAffinity: "NodeAffinity"
      case .nodeResourcesFit: "NodeResourcesFit"
      case .podTopologySpread: "PodTopologySpread"
      case .interPodAffinity: "InterPodAffinity"
      case .balancedAllocation: "NodeResourcesBalancedAllocation"
      }
    }

    /// Mirrors `getDefaultPlugins`.
    package var weight: Int {
      switch self {
      case .taintToleration: 3
      case .nodeAffinity, .podTopologySpread, .interPodAffinity: 2
      case .nodeResourcesFit, .balancedAllocation: 1
      }
    }
  }

  /// The points of the score plugins, 0 to 100 each.
  package struct Points: Hashable, Sendable {
    private var values = SIMD8<Int16>()

    package init() {}

    package subscript(plugin: ScorePlugin) -> Int {
      get { Int(values[plugin.rawValue]) }
      set { values[plugin.rawValue] = Int16(newValue) }
    }

    /// Each times its plugin's weight.
    package var total: Int { ScorePlugin.allCases.reduce(0) { $0 + self[$1] * $1.weight } }

    /// Each plugin by its name in Kubernetes, with its weighted points.
    package var named: [(plugin: String, points: Int)] {
      ScorePlugin.allCases.map { ($0.name, self[$0] * $0.weight) }
    }
  }

  /// Why a node cannot take a Pod.
  package struct Rejection: Hashable, Sendable {
    /// The plugin: `NodeAffinity`, `NodeResourcesFit` …
    package var filter: String
    /// The reasons in Kubernetes' words: `Insufficient cpu`.
    package var reasons: [String]
    /// Whether removing other Pods from the node could never help.
    package var isHopeless: Bool

    package init(filter: String, reasons: [String], isHopeless: Bool) {
      self.filter = filter
      self.reasons = reasons
      self.isHopeless = isHopeless
    }
  }

  /// Why some nodes have no verdict.
  package enum LeftOut: Hashable, Sendable {
    /// As many nodes fit as are enough to choose from.
    case enoughFit
    /// The Pod's node affinity names its nodes.
    case pinned
  }

  package var pod: ObjectVersion
  /// How many nodes there are.
  package var nodes: Int
  /// Of the nodes that were looked at.
  package var verdicts: [Verdict] = []
  package var leftOut = LeftOut.enoughFit
  /// What speaks against the Pod on any node, so that none was looked at in earnest; nil for nothing.
  package var refusal: Rejection?
  /// The chosen node; nil when none fits.
  package private(set) var node: String?
  /// How many nodes had the best total, among which chance decided.
  package private(set) var tied = 0
  /// Whether Kubernetes would now look for Pods of lower priority to remove; that is not simulated.
  package var needsPreemption = false

  package init(pod: ObjectVersion, nodes: Int) {
    self.pod = pod
    self.nodes = nodes
  }

  /// Gives the nodes that fit their points, and chooses the best; a single one needs none.
  package mutating func choose(_ points: [Points], _ generator: inout Generator) {
    let fitting = verdicts.indices.filter { verdicts[$0].rejection == nil }
    for (index, points) in zip(fitting, points) { verdicts[index].points = points }
    let best = fitting.map { verdicts[$0].total }.max()
    let ties = fitting.filter { verdicts[$0].total == best }
    tied = ties.count
    node = ties.isEmpty ? nil : verdicts[ties[generator.below(ties.count)]].node
  }

  /// The filters that ruled nodes out.
  package var rejectedBy: Set<String> {
    Set(verdicts.compactMap(\.rejection?.filter) + (nodes > verdicts.count ? ["NodeAffinity"] : []))
  }
}

extension SchedulingDecision {
  /// Why no node takes the Pod, as event FailedScheduling says it.
  ///
  /// Mirrors `framework.FitError.Error` and the preemption plugin's own account, which here always finds no victim.
  package var failureMessage: String {
    let total = nodes
    if total == 0 { return "no nodes available to schedule pods" }
    let absent = Rejection(
      filter: "NodeAffinity",
      reasons: ["node(s) didn't satisfy plugin(s) [NodeAffinity]"],
      isHopeless: true
    )
    let rejections =
      verdicts.compactMap(\.rejection) + Array(repeating: absent, count: total - verdicts.count)
    let reasons =
      refusal?.reasons.joined(separator: ", ") ?? SchedulingDecision.histogram(rejections.flatMap(\.reasons))
    let hope = SchedulingDecision.histogram(
      rejections.map {
        $0.isHopeless ? "Preemption is not helpful for scheduling" : "No preemption victims found for incoming pod"
      }
    )
    return "0/\(total) nodes are available: \(reasons). no new claims to deallocate, "
      + "preemption: 0/\(total) nodes are available: \(hope)."
  }

  /// `2 Insufficient cpu, 1 Too many pods`: equal reasons counted, the texts in byte order.
  private static func histogram(_ reasons: [String]) -> String {
    var counts: [(reason: String, count: Int)] = []
    for reason in reasons {
      if let index = counts.firstIndex(where: { $0.reason == reason }) {
        counts[index].count += 1
      } else {
        counts.append((reason, 1))
      }
    }
    return counts.map { "\($0.count) \($0.reason)" }.sorted { $0.precedesByBytes($1) }.joined(separator: ", ")
  }
}
