import Machinery
import Objects

/// Where a DaemonSet's Pods belong.
struct DaemonPlacement {
  static let revisionHashLabel = "controller-revision-hash"
  static let templateGenerationLabel = "pod-template-generation"

  enum Verdict: Hashable {
    case runs
    /// A taint keeps new Pods away; the one that is there stays.
    case keeps(Taint)
    case rejects(NodeRejection)
    /// It should have a Pod, and has no room for one; only where the controller binds its Pods itself.
    case lacks(Shortage)

    /// Whether the node counts as one that should have a Pod.
    var isWanted: Bool {
      switch self {
      case .runs, .lacks: true
      case .keeps, .rejects: false
      }
    }

    /// Whether a Pod that is there may stay.
    var keepsPods: Bool {
      if case .rejects = self { false } else { true }
    }
  }

  /// What is free on the nodes, where the controller binds its Pods itself.
  var room: DaemonRoom?

  private let set: DaemonSet
  private let tolerations: [Toleration]

  init(_ set: DaemonSet) {
    self.set = set
    tolerations = DaemonPlacement.tolerations(of: set.spec.template.spec)
  }

  /// Mirrors `daemon.NodeShouldRunDaemonPod`; cordoned nodes are fine, as daemon Pods tolerate that.
  func verdict(_ node: Node) -> Verdict {
    let spec = set.spec.template.spec
    if !spec.nodeName.isEmpty, spec.nodeName != node.metadata.name { return .rejects(.name(spec.nodeName)) }
    if !NodeSelection.matches(spec, node) { return .rejects(.selection) }
    let untolerated = node.taints.filter { taint in
      taint.effect != .preferNoSchedule && !tolerations.contains { $0.tolerates(taint) }
    }
    if let evicting = untolerated.first(where: { $0.effect == .noExecute }) { return .rejects(.taint(evicting)) }
    if let taint = untolerated.first { return .keeps(taint) }
    if room?.hasPortsTaken(on: node) ?? false { return .rejects(.hostPorts) }
    return room?.shortage(on: node).map(Verdict.lacks) ?? .runs
  }

  /// The Pod for one node: bound to it, or one that the scheduler can bind to that node only.
  ///
  /// Mirrors `util.CreatePodTemplate` and `DaemonSetsController.syncNodes`.
  func pod(on node: String, hash: String) -> Pod {
    var pod = set.spec.template.pod(ownedBy: set.metadata, kind: .daemonSet)
    pod.metadata.labels[DaemonPlacement.templateGenerationLabel] =
      set.metadata.annotations[DaemonSet.templateGeneration]
    pod.metadata.labels[DaemonPlacement.revisionHashLabel] = hash
    var spec = pod.spec.value
    spec.tolerations = tolerations
    if room == nil {
      spec.other["affinity"] = NodeSelection.pinning(spec.other["affinity"], to: node)
    } else {
      spec.nodeName = node
    }
    pod.spec = Boxed(spec)
    return pod
  }

  /// The node that a daemon Pod is on, or waits for.
  static func node(of pod: Pod) -> String? {
    pod.spec.nodeName.isEmpty ? NodeSelection.pinnedNode(pod.spec.value) : pod.spec.nodeName
  }

  /// The template's tolerations and those that every daemon Pod has.
  ///
  /// Mirrors `util.AddOrUpdateDaemonPodTolerations`.
  private static func tolerations(of spec: PodSpec) -> [Toleration] {
    var added: [(key: String, effect: Taint.Effect)] = [
      ("not-ready", .noExecute), ("unreachable", .noExecute), ("disk-pressure", .noSchedule),
      ("memory-pressure", .noSchedule), ("pid-pressure", .noSchedule), ("unschedulable", .noSchedule),
    ]
    if spec.hostNetwork == true { added.append(("network-unavailable", .noSchedule)) }
    var tolerations = spec.tolerations
    for (key, effect) in added {
      let toleration = Toleration(key: "node.kubernetes.io/\(key)", operation: "Exists", effect: effect.rawValue)
      let same = tolerations.firstIndex {
        $0.key == toleration.key && $0.effect == toleration.effect && $0.operation == toleration.operation
          && ($0.value ?? "").isEmpty
      }
      if let same { tolerations[same] = toleration } else { tolerations.append(toleration) }
    }
    return tolerations
  }
}
