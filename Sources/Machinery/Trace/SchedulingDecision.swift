import Basics
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

    package var total: Int { points.map { $0.resourcesFit + $0.balancedAllocation + $0.topologySpread } ?? 0 }
  }

  /// The points of the score plugins, each times its weight.
  package struct Points: Hashable, Sendable {
    private var fit: Int16
    private var balanced: Int16
    private var spread: Int16

    package init(resourcesFit: Int, balancedAllocation: Int, topologySpread: Int) {
      fit = Int16(resourcesFit)
      balanced = Int16(balancedAllocation)
      spread = Int16(topologySpread)
    }

    /// NodeResourcesFit: the free share of CPU and memory.
    package var resourcesFit: Int { Int(fit) }
    /// NodeResourcesBalancedAllocation: how alike the used shares are.
    package var balancedAllocation: Int { Int(balanced) }
    /// PodTopologySpread: fewer Pods of the same controller, twice.
    package var topologySpread: Int { Int(spread) }

    /// Each plugin by its name in Kubernetes.
    package var named: [(plugin: String, points: Int)] {
      [
        ("NodeResourcesFit", resourcesFit), ("NodeResourcesBalancedAllocation", balancedAllocation),
        ("PodTopologySpread", topologySpread),
      ]
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

  package var pod: ObjectVersion
  package var verdicts: [Verdict]
  /// The chosen node; nil when none fits.
  package var node: String?
  /// How many nodes had the best total, among which chance decided.
  package var tied: Int

  package init(pod: ObjectVersion, verdicts: [Verdict], node: String?, tied: Int) {
    self.pod = pod
    self.verdicts = verdicts
    self.node = node
    self.tied = tied
  }
}

extension SchedulingDecision {
  /// Why no node takes the Pod, as event FailedScheduling says it.
  ///
  /// Mirrors `framework.FitError.Error` and the preemption plugin's own account, which here always finds no victim.
  package var failureMessage: String {
    let total = verdicts.count
    if total == 0 { return "no nodes available to schedule pods" }
    let rejections = verdicts.compactMap(\.rejection)
    let reasons = SchedulingDecision.histogram(rejections.flatMap(\.reasons))
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
