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
    case .taint(let taint):
      Localized(
        "the template does not tolerate the node's taint \(taint.text)",
        "템플릿이 노드의 테인트 \(taint.text)를 톨러레이션하지 않습니다"
      )
    }
  }
}

extension Taint {
  /// `key=value:Effect`, as kubectl prints it.
  var text: String { "\(key)\(value.isEmpty ? "" : "=\(value)"):\(effect.rawValue)" }
}
