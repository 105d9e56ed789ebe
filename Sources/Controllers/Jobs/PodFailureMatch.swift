import Objects

/// What a Job's `podFailurePolicy` says about a failed Pod.
///
/// Mirrors `pkg/controller/job/pod_failure_policy.go`.
struct PodFailureMatch: Hashable {
  let action: PodFailurePolicy.Action
  /// The first rule that matches.
  let rule: Int
  /// What about the Pod matches: `Container main for pod default/a failed with exit code 3`.
  private let fact: String

  /// Whether the failure counts towards `backoffLimit`.
  var counts: Bool { action != .ignore }

  /// The message with which the Job fails where the action is FailJob.
  var message: String { "\(fact) matching \(action.rawValue) rule at index \(rule)" }

  /// nil where no rule matches.
  init?(_ pod: Pod, _ policy: PodFailurePolicy?) {
    guard let policy else { return nil }
    for (index, rule) in policy.rules.enumerated() {
      guard let fact = PodFailureMatch.fact(pod, rule.requirement) else { continue }
      self.init(action: rule.action, rule: index, fact: fact)
      return
    }
    return nil
  }

  private init(action: PodFailurePolicy.Action, rule: Int, fact: String) {
    self.action = action
    self.rule = rule
    self.fact = fact
  }

  private static func fact(_ pod: Pod, _ requirement: PodFailurePolicy.Requirement) -> String? {
    let name = "\(pod.metadata.namespace)/\(pod.metadata.name)"
    switch requirement {
    case .exitCodes(let container, let isIn, let values):
      for status in pod.status.containerStatuses + pod.status.initContainerStatuses {
        guard case .terminated(let end)? = status.state, end.exitCode != 0, values.contains(end.exitCode) == isIn,
          container == nil || container == status.name
        else { continue }
        return "Container \(status.name) for pod \(name) failed with exit code \(end.exitCode)"
      }
      return nil
    case .conditions(let patterns):
      let condition = pod.status.conditions.first { condition in
        patterns.contains { $0.type == condition.type && $0.status == condition.status }
      }
      return condition.map { "Pod \(name) has condition \($0.type.name)" }
    }
  }
}
