import Machinery
import Objects

extension DeletionReason {
  var sentence: Localized {
    switch self {
    case .surplus(let rank): Localized("number \(rank) in the order of deletion", "삭제 순서 \(rank)번째")
    case .ended(let phase):
      Localized("it has ended (\(phase.rawValue)), and another takes its place", "이미 끝나(\(phase.rawValue)) 다른 파드로 바꿉니다")
    case .nodeRejects(let rejection): rejection.sentence
    case .nodeIsGone(let node): Localized("it waits for \(node), which is gone", "기다리는 노드 \(node)가 더는 없습니다")
    case .duplicate: Localized("its node has another one of the same owner", "노드에 같은 소유자의 파드가 또 있습니다")
    case .outdated: Localized("it was made from an old template", "이전 템플릿으로 만들어졌습니다")
    case .jobEnds(let reason): Localized("the Job ends (\(reason))", "잡이 끝나므로(\(reason)) 더는 필요 없습니다")
    case .suspended: Localized("the Job is suspended", "잡이 일시 중지되었습니다(spec.suspend)")
    case .namespaceTerminates: Localized("its namespace is being deleted", "네임스페이스가 삭제되는 중입니다")
    case .expired: Localized("its ttlSecondsAfterFinished has passed", "ttlSecondsAfterFinished가 지났습니다")
    case .beyondHistoryLimit(let limit):
      Localized("revisionHistoryLimit keeps \(limit) old ones", "revisionHistoryLimit에 따라 이전 것은 \(limit)개만 남깁니다")
    }
  }
}

extension UpdateReason {
  var sentence: Localized {
    switch self {
    case .revision(let number):
      Localized("it is the current state again, as revision \(number)", "다시 현재 상태가 되어 리비전 \(number)번이 됩니다")
    case .followsOwner:
      Localized(
        "it takes over its Deployment's annotations and minReadySeconds",
        "디플로이먼트의 애너테이션과 minReadySeconds를 넘겨받습니다"
      )
    case .scaled(let from, let to, let reason) where from == to:
      Localized("\(to) Pods as before: ", "파드 \(to)개 그대로: ") + reason.sentence
    case .scaled(let from, let to, let reason):
      Localized("from \(from) to \(to) Pods: ", "파드 \(from)개에서 \(to)개로: ") + reason.sentence
    }
  }
}

extension ScaleReason {
  fileprivate var sentence: Localized {
    switch self {
    case .surge(let limit):
      Localized(
        "the new template's Pods may grow until there are \(limit) in all (replicas + maxSurge)",
        "전체가 \(limit)개(replicas + maxSurge)가 될 때까지 새 템플릿의 파드를 늘릴 수 있습니다"
      )
    case .beyondReplicas: Localized("it has more than the Deployment asks for", "디플로이먼트가 원하는 수보다 많습니다")
    case .unavailable(let count):
      Localized("\(count) of its Pods are not available anyway, and go first", "사용할 수 없는 파드 \(count)개를 먼저 줄입니다")
    case .spare(let available, let minimum):
      Localized(
        "\(available) Pods are available, and \(minimum) have to be (replicas − maxUnavailable)",
        "사용 가능한 파드가 \(available)개이고, \(minimum)개(replicas − maxUnavailable)면 됩니다"
      )
    case .recreateOld:
      Localized("with strategy Recreate all old Pods end first", "Recreate 전략에서는 이전 파드가 모두 먼저 끝나야 합니다")
    case .recreateNew: Localized("no old Pod is left", "이전 파드가 남아 있지 않습니다")
    case .deploymentScaled:
      Localized(
        "the Deployment asks for this many, and no other ReplicaSet has Pods",
        "디플로이먼트가 원하는 수이며, 파드가 있는 다른 레플리카셋이 없습니다"
      )
    case .share(let total):
      Localized(
        "its share of \(total) Pods: the Deployment was scaled during a rollout",
        "롤아웃 중에 디플로이먼트의 크기가 바뀌어 파드 \(total)개를 비율대로 나눕니다"
      )
    case .saturated:
      Localized("the new ReplicaSet has all Pods that are asked for", "새 레플리카셋이 원하는 파드를 모두 갖고 있습니다")
    }
  }
}

extension NodeRejection {
  var sentence: Localized {
    switch self {
    case .name(let name): Localized("the template names node \(name)", "템플릿이 노드 \(name)만 지정합니다")
    case .selection:
      Localized(
        "the node does not match the template's nodeSelector or node affinity",
        "노드가 템플릿의 nodeSelector나 노드 어피니티와 맞지 않습니다"
      )
    case .hostPorts:
      Localized("a host port of the template is taken on it", "템플릿의 호스트 포트가 이 노드에서 이미 쓰이고 있습니다")
    case .taint(let taint):
      Localized(
        "the template does not tolerate the node's taint \(taint.text)",
        "템플릿에 노드의 테인트 \(taint.text)에 대한 톨러레이션이 없습니다"
      )
    }
  }
}

extension Taint {
  /// `key=value:Effect`, as kubectl prints it.
  var text: String { "\(key)\(value.isEmpty ? "" : "=\(value)"):\(effect.rawValue)" }
}
