import Basics
import Machinery
import Objects

extension PassedOver {
  /// What was left alone, and why.
  var sentence: Localized {
    guard let subject else { return reason.sentence }
    return Localized(same: "\(subject.id.text): ") + reason.sentence
  }
}

extension PassedOver.Reason {
  var sentence: Localized {
    switch self {
    case .terminating:
      Localized(
        "not counted: it has a deletionTimestamp, so it is on its way out",
        "세지 않습니다: deletionTimestamp가 있어 종료되는 중입니다"
      )
    case .finished(let phase):
      Localized(
        "not counted: it has ended (\(phase.rawValue))",
        "세지 않습니다: 이미 끝났습니다(\(phase.rawValue))"
      )
    case .labelsDoNotMatch:
      Localized(
        "not adopted: nobody owns it, but its labels do not match the selector",
        "소유하지 않습니다: 소유자가 없지만 레이블이 레이블 셀렉터와 맞지 않습니다"
      )
    case .keptByRank(let rank, let criterion):
      Localized("kept: number \(rank) in the order of deletion", "남겨 둡니다: 삭제 순서 \(rank)번째입니다")
        + (criterion.map { Localized(", because ", ". ") + $0.sentence } ?? Localized(same: ""))
    case .expectationsPending(let creations, let deletions):
      Localized(
        "neither creates nor deletes: \(creations) asked-for creations and \(deletions) deletions have not come back "
          + "through the watch, so the cache is known to be behind",
        "생성도 삭제도 하지 않습니다: 요청한 생성 \(creations)건과 삭제 \(deletions)건의 통지가 아직 오지 않아, "
          + "캐시가 뒤처져 있음을 알고 있습니다"
      )
    case .beyondBurst(let count):
      Localized(
        "\(count) more are left for the next sync: one sync creates or deletes at most 500",
        "나머지 \(count)개는 다음 조정으로 미룹니다: 한 번에 500개까지만 생성하거나 삭제합니다"
      )
    case .ownerIsBeingDeleted:
      Localized(
        "nothing is created or adopted: the owner is being deleted",
        "파드를 생성하지도 소유하지도 않습니다: 소유자가 삭제되는 중입니다"
      )
    case .jobFinished: Localized("left as it is: the Job has finished", "그대로 둡니다: 잡이 이미 끝났습니다")
    case .suspended: Localized("nothing is started: spec.suspend is true", "아무것도 시작하지 않습니다: spec.suspend가 true입니다")
    case .counted(let count):
      Localized(
        count == 1 ? "1 Pod has ended and is counted already" : "\(count) Pods have ended and are counted already",
        "끝난 파드 \(count)개는 이미 세었습니다"
      )
    case .backingOff(let failures, let until):
      Localized(
        "no Pod is created before \(until.rfc3339): the pause after \(failures == 1 ? "one failure" : "\(failures) failures in a row") is not over",
        "\(until.rfc3339)까지 파드를 생성하지 않습니다: 연속 실패 \(failures)번에 따른 백오프가 끝나지 않았습니다"
      )
    case .indexBackingOff(let index, let failures, let until):
      Localized(
        "index \(index) gets no Pod before \(until.rfc3339): its pause after failure \(failures) is not over",
        "\(until.rfc3339)까지 인덱스 \(index)의 파드를 생성하지 않습니다: 실패 \(failures)번에 따른 이 인덱스의 백오프가 끝나지 않았습니다"
      )
    case .indexesFailed(let indexes):
      Localized(
        "indexes \(indexes) get no more Pods: they failed more often than backoffLimitPerIndex allows, or by FailIndex",
        "인덱스 \(indexes)에는 파드를 더 만들지 않습니다: backoffLimitPerIndex보다 많이 실패했거나 FailIndex 규칙에 걸렸습니다"
      )
    case .failureIgnored(let rule):
      Localized(
        "failed, but not counted: rule \(rule) of podFailurePolicy says Ignore",
        "실패했지만 세지 않습니다: podFailurePolicy의 규칙 \(rule)번이 Ignore입니다"
      )
    case .awaitsReplacement(let index):
      Localized(
        "keeps its finalizer until index \(index) has a new Pod, which carries on its count of failures",
        "인덱스 \(index)의 새 파드가 실패 횟수를 이어받을 때까지 파이널라이저를 남겨 둡니다"
      )
    case .awaitingTermination(let count):
      Localized(
        "the Job does not end yet: \(count) of its Pods still terminate",
        "잡을 아직 끝내지 않습니다: 종료 중인 파드가 \(count)개 있습니다"
      )
    case .keptFor(let delay):
      Localized(
        "not deleted yet: ttlSecondsAfterFinished leaves it \(delay.spoken.english)",
        "아직 삭제하지 않습니다: ttlSecondsAfterFinished가 \(delay.spoken.korean) 남았습니다"
      )
    case .keptInHistory(let limit):
      Localized("kept: the history may hold \(limit) of its sort", "남겨 둡니다: 이력에 같은 종류를 \(limit)개까지 둡니다")
    case .notDue(let next):
      next.map { Localized("nothing is due before \($0.rfc3339)", "\($0.rfc3339)까지 시작할 것이 없습니다") }
        ?? Localized("the schedule will never be due", "이 일정에 맞는 시각은 오지 않습니다")
    case .startedBefore(let due):
      Localized("the Job of \(due.rfc3339) was started before", "\(due.rfc3339)의 잡은 이미 시작했습니다")
    case .tooLate(let due):
      Localized(
        "not started: \(due.rfc3339) was missed by more than startingDeadlineSeconds",
        "시작하지 않습니다: \(due.rfc3339)의 시작 시각이 startingDeadlineSeconds보다 오래 지났습니다"
      )
    case .previousRuns:
      Localized(
        "not started: the last Job still runs, and concurrencyPolicy is Forbid",
        "시작하지 않습니다: 이전 잡이 실행 중이고 concurrencyPolicy가 Forbid입니다"
      )
    case .nodeRejects(let rejection): Localized("gets no Pod: ", "파드를 두지 않습니다: ") + rejection.sentence
    case .nodeKeeps(let taint):
      Localized(
        "gets no new Pod, though one that it had would stay: the taint \(taint.text) is not tolerated",
        "새 파드는 두지 않습니다(이미 있던 파드라면 남깁니다): 테인트 \(taint.text)에 대한 톨러레이션이 없습니다"
      )
    case .nodeLacks(let shortage):
      Localized(
        "should have a Pod, but has too little \(shortage.resource): "
          + "\(shortage.requested) asked, \(shortage.used) of \(shortage.capacity) in use",
        "파드를 두어야 하지만 \(shortage.resource.josa(.subject)) 모자랍니다. "
          + "요청 \(shortage.requested), 사용 \(shortage.used)/\(shortage.capacity)"
      )
    case .nodeHas(let pod): Localized("has its Pod, \(pod.text)", "이미 파드가 있습니다(\(pod.text))")
    case .awaitsEnd(let pod):
      Localized("gets a new Pod when \(pod.text) is gone", "\(pod.text.josa(.subject)) 없어지면 새 파드를 둡니다")
    case .backsOff(let delay):
      Localized(
        "has failed, and is replaced after a back-off of \(delay.spoken.english)",
        "실패했으며, 백오프 \(delay.spoken.korean) 뒤에 바꿉니다"
      )
    case .unavailableLimit(let limit):
      Localized(
        "of an old template, and kept for now: at most \(limit) may be unavailable at a time (maxUnavailable)",
        "이전 템플릿의 파드지만 아직 남겨 둡니다: 동시에 \(limit)개까지만 사용 불가능할 수 있습니다(maxUnavailable)"
      )
    case .surgeLimit(let limit):
      Localized(
        "of an old template, and gets none beside it yet: at most \(limit) may be extra at a time (maxSurge)",
        "이전 템플릿의 파드지만 아직 새 파드를 더하지 않습니다: 동시에 \(limit)개까지만 더 둘 수 있습니다(maxSurge)"
      )
    case .updatesOnDelete:
      Localized(
        "of an old template, and kept: with OnDelete it is replaced only when somebody deletes it",
        "이전 템플릿의 파드지만 남겨 둡니다: OnDelete에서는 누군가 삭제해야 바뀝니다"
      )
    case .atSurgeLimit(let total, let limit):
      Localized(
        "does not grow: \(total) Pods are asked for in all, and there may be \(limit) (replicas + maxSurge)",
        "늘리지 않습니다: 전체 \(total)개이며 \(limit)개(replicas + maxSurge)까지만 둘 수 있습니다"
      )
    case .atAvailabilityLimit(let available, let minimum):
      Localized(
        "does not shrink: \(available) Pods are available, and \(minimum) have to be (replicas − maxUnavailable)",
        "줄이지 않습니다: 사용 가능한 파드가 \(available)개이며 \(minimum)개(replicas − maxUnavailable)는 있어야 합니다"
      )
    case .statusIsBehind(let asked, let available):
      Localized(
        "does not shrink: it asks for \(asked) Pods and its status still counts \(available) available ones, so the last "
          + "scaling has not been counted yet",
        "줄이지 않습니다: 원하는 파드는 \(asked)개인데 status에는 아직 \(available)개가 사용 가능하다고 되어 있어, 지난번에 바꾼 수가 아직 반영되지 "
          + "않았습니다"
      )
    case .oldPodsRemain(let count):
      Localized(
        "starts no new Pods: \(count) old ones have not ended, and strategy Recreate waits for them",
        "새 파드를 시작하지 않습니다: 이전 파드 \(count)개가 아직 끝나지 않았고, Recreate 전략은 이를 기다립니다"
      )
    case .paused:
      Localized("rolls nothing out: spec.paused is true", "롤아웃하지 않습니다: spec.paused가 true입니다")
    case .awaitsOwnWrite:
      Localized(
        "was written just now: the sync goes on when that comes back through the watch",
        "방금 쓴 오브젝트입니다: 그 통지가 돌아오면 이어서 조정합니다"
      )
    }
  }
}

extension VictimCriterion {
  /// What set the one before it in the order of deletion ahead.
  fileprivate var sentence: Localized {
    switch self {
    case .unassigned: Localized("Pods without a node go first", "노드가 정해지지 않은 파드가 먼저 삭제됩니다")
    case .phase:
      Localized("Pending goes before Unknown, and that before Running", "Pending, Unknown, Running 순으로 삭제됩니다")
    case .readiness: Localized("Pods that are not ready go first", "준비되지 않은 파드가 먼저 삭제됩니다")
    case .deletionCost: Localized("a lower pod-deletion-cost goes first", "pod-deletion-cost가 낮은 파드가 먼저 삭제됩니다")
    case .nodeRank:
      Localized(
        "the node with more Pods of this Deployment loses one first",
        "같은 디플로이먼트의 파드가 더 많은 노드의 파드가 먼저 삭제됩니다"
      )
    case .readyTime: Localized("those ready for a shorter time go first", "준비된 지 얼마 안 된 파드가 먼저 삭제됩니다")
    case .restarts: Localized("those with more restarts go first", "재시작 횟수가 많은 파드가 먼저 삭제됩니다")
    case .age: Localized("younger Pods go first", "더 늦게 생성된 파드가 먼저 삭제됩니다")
    case .name: Localized("they are equal in all, and the uid decides", "모든 기준이 같아 uid로 정합니다")
    }
  }
}
