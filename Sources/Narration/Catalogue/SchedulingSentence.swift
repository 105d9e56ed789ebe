import Basics
import Machinery
import Objects

extension SchedulingDecision {
  var sentence: Localized {
    guard let node else {
      return Localized(
        "finds no node for \(pod.id.text): \(failureMessage)",
        "\(pod.id.text.josa(.object)) 배치할 노드를 찾지 못합니다: \(failureMessage)"
      )
    }
    let fitting = verdicts.count { $0.rejection == nil }
    return Localized(
      "chooses \(node) for \(pod.id.text): \(fitting) of \(counted(nodes, "node")) fit",
      "\(pod.id.text)의 노드로 \(node.josa(.object)) 고릅니다: 노드 \(nodes)개 중 \(fitting)개가 가능합니다"
    )
  }

  /// What is to be said of the nodes without a verdict; nil where there are none.
  var others: Localized? {
    let count = nodes - verdicts.count
    guard count > 0 else { return nil }
    return switch leftOut {
    case .enoughFit:
      Localized(
        "\(counted(count, "more node")) not looked at: enough fit",
        "나머지 노드 \(count)개는 살펴보지 않습니다: 가능한 노드가 충분합니다"
      )
    case .pinned:
      Localized(
        "\(counted(count, "more node")) not looked at: the Pod's node affinity names its node",
        "나머지 노드 \(count)개는 살펴보지 않습니다: 파드의 노드 어피니티가 노드를 이름으로 지정합니다"
      )
    }
  }

  /// How the choice was made among the nodes that fit.
  var choice: Localized {
    guard let node else {
      return Localized("no node fits: the Pod stays Pending", "가능한 노드가 없습니다: 파드는 Pending으로 남습니다")
    }
    if verdicts.count(where: { $0.rejection == nil }) == 1 {
      return Localized("\(node) is the only one that fits", "\(node.josa(.subject)) 유일하게 가능한 노드입니다")
    }
    if tied > 1 {
      return Localized(
        "\(tied) nodes share the best score: chance decides for \(node)",
        "노드 \(tied)개의 점수가 가장 높아 그중 무작위로 \(node.josa(.object)) 고릅니다"
      )
    }
    return Localized("\(node) has the best score", "\(node)의 점수가 가장 높습니다")
  }
}

extension SchedulingDecision.Verdict {
  /// What the filters and the scores say of the node, without its name.
  var sentence: Localized {
    if let rejection {
      return Localized(
        "ruled out by \(rejection.filter): \(rejection.reasons.joined(separator: ", "))",
        "필터 \(rejection.filter)에서 제외됩니다: \(rejection.reasons.joined(separator: ", "))"
      )
    }
    guard let points else { return Localized("fits", "가능합니다") }
    let sum = points.named.map { "\($0.plugin) \($0.points)" }.joined(separator: " + ")
    return Localized("fits; score \(total) = \(sum)", "가능합니다. 점수 \(total) = \(sum)")
  }
}

extension Localized {
  static let preemptionNotSimulated = Localized(
    "not simulated: here Kubernetes would look for Pods of lower priority to remove (preemption)",
    "not simulated: 쿠버네티스라면 우선순위가 낮은 파드를 내보내는 선점(preemption)을 시도합니다"
  )
}
