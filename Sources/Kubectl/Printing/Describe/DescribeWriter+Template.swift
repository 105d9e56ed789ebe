import Basics
import Objects

extension DescribeWriter {
  /// Mirrors `DescribePodTemplate`.
  mutating func template(_ template: Reading) {
    line(0, "Pod Template:")
    labels("Labels", indent: "  ", template.metadata.labels.map)
    let annotations = template.metadata.annotations.map
    if !annotations.isEmpty { self.annotations("  Annotations", annotations) }
    let spec = template.spec
    if let account = spec.serviceAccountName.text, !account.isEmpty { line(1, "Service Account:\t\(account)") }
    if !spec.initContainers.list.isEmpty {
      containers("Init Containers", spec.initContainers.list, indent: "  ")
    }
    containers("Containers", spec.containers.list, indent: "  ")
    volumes(spec.volumes.list, indent: "  ")
    topologySpread(spec.topologySpreadConstraints.list, indent: "  ")
    if let priority = spec.priorityClassName.text, !priority.isEmpty { line(1, "Priority Class Name:\t\(priority)") }
    labels("Node-Selectors", indent: "  ", spec.nodeSelector.map)
    tolerations(indent: "  ", spec.tolerations.list)
  }

  /// Mirrors `describeTopologySpreadConstraints`.
  mutating func topologySpread(_ constraints: [Reading], indent: String = "") {
    guard !constraints.isEmpty else { return }
    let sorted = constraints.sorted { ($0.topologyKey.text ?? "").precedesByBytes($1.topologyKey.text ?? "") }
    list(
      "Topology Spread Constraints",
      indent: indent,
      sorted.map { constraint in
        let selector = constraint.labelSelector
        return "\(constraint.topologyKey.text ?? ""):\(constraint.whenUnsatisfiable.text ?? "")"
          + " when max skew \(constraint.maxSkew.int ?? 0) is exceeded"
          + (selector.exists ? " for selector \(selector.selectorText.orNone)" : "")
      }
    )
  }

  /// `Pods Status:`, of the Pods that `object` controls and that match its selector.
  ///
  /// Mirrors `getPodStatusForController`.
  mutating func podStatus(of object: Object, matching selector: LabelSelector, _ context: DescribeContext) {
    let pods = context.pods.filter { pod in
      pod.metadata.namespace == object.metadata.namespace && pod.metadata.controllerRef?.uid == object.metadata.uid
        && selector.matches(pod.metadata.labels)
    }
    func count(_ phase: PodPhase) -> Int { pods.count { $0.status.phase == phase } }
    line(
      0,
      "Pods Status:\t\(count(.running)) Running / \(count(.pending)) Waiting / "
        + "\(count(.succeeded)) Succeeded / \(count(.failed)) Failed"
    )
  }
}
