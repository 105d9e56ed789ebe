import APIServer
import Basics
import Machinery
import Objects

extension Reconciliation {
  /// One line: what was wanted, what there was, and what is done about it.
  var sentence: Localized {
    let begin = Localized("reconciles \(id.text): ", "\(id.text.josa(.object)) 조정합니다: ")
    guard observed.primary != nil else {
      return begin + Localized("it is gone, so there is nothing to do", "이미 없으므로 할 일이 없습니다")
    }
    let found = comparisons.map(\.short) + [dueStarts?.short].compactMap { $0 }
    let parts = found + [actions.isEmpty ? waiting ?? .doesNothing : counts]
    return begin + parts.joined(separator: ", ")
  }

  /// What was compared, each with its outcome.
  var compared: [Localized] { comparisons.map(\.full) + [dueStarts?.full].compactMap { $0 } }

  /// Why nothing is done although something may be missing.
  private var waiting: Localized? {
    passedOver.lazy.compactMap { passed in
      switch passed.reason {
      case .expectationsPending: Localized("waits for its cache to catch up", "캐시가 따라오기를 기다립니다")
      case .jobFinished: Localized("leaves it as it is, for it has finished", "이미 끝났으므로 그대로 둡니다")
      case .backingOff, .indexBackingOff: Localized("waits for its back-off to end", "백오프가 끝나기를 기다립니다")
      case .oldPodsRemain: Localized("waits for the old Pods to end", "이전 파드가 끝나기를 기다립니다")
      case .paused: Localized("rolls nothing out while it is paused", "일시 중지되어 롤아웃하지 않습니다")
      case .suspended: Localized("starts nothing while it is suspended", "일시 중지되어 시작하지 않습니다")
      case .previousRuns: Localized("leaves it out, for the last Job still runs", "이전 잡이 실행 중이라 건너뜁니다")
      case .ownerIsBeingDeleted: Localized("leaves all as it is while it is being deleted", "삭제되는 중이라 그대로 둡니다")
      default: nil
      }
    }.first
  }

  /// The actions counted by what they do: `creates 2, adopts 1`.
  private var counts: Localized {
    var creates = 0
    var deletes = 0
    var adopts = 0
    var releases = 0
    var records = 0
    var finalizers = 0
    var updates = 0
    for action in actions {
      switch action.effect {
      case .create: creates += 1
      case .delete: deletes += 1
      case .adopt: adopts += 1
      case .release: releases += 1
      case .recordStatus: records += 1
      case .addFinalizer, .removeFinalizer: finalizers += 1
      case .update: updates += 1
      }
    }
    let parts = [
      creates > 0 ? Localized("creates \(creates)", "\(creates)개 생성") : nil,
      deletes > 0 ? Localized("deletes \(deletes)", "\(deletes)개 삭제") : nil,
      updates > 0 ? Localized("updates \(updates)", "\(updates)개 변경") : nil,
      adopts > 0 ? Localized("adopts \(adopts)", "\(adopts)개 소유(adopt)") : nil,
      releases > 0 ? Localized("releases \(releases)", "\(releases)개 소유 해제(release)") : nil,
      records > 0 ? Localized("records the status", "status 기록") : nil,
      finalizers > 0 ? Localized("changes \(counted(finalizers, "finalizer"))", "파이널라이저 \(finalizers)개 변경") : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}

extension Localized {
  static let doesNothing = Localized("does nothing", "할 일이 없습니다")
}

extension Comparison.Quantity {
  var spoken: Localized {
    switch self {
    case .replicas: Localized("replicas", "레플리카")
    case .ready: Localized("ready", "준비된 파드")
    case .available: Localized("available", "사용 가능한 파드")
    case .terminating: Localized("terminating", "종료 중인 파드")
    case .active: Localized("active Pods", "활성 파드")
    case .completions: Localized("completions", "성공한 파드")
    case .nodes: Localized("nodes", "노드")
    case .upToDate: Localized("up to date", "최신 파드")
    }
  }
}

extension Comparison {
  /// `wants 3, has 2`; with the quantity in front where it is not the replicas.
  fileprivate var short: Localized {
    let numbers = Localized("wants \(wanted), has \(found)", "원하는 수 \(wanted), 실제 \(found)")
    return quantity == .replicas ? numbers : quantity.spoken + " " + numbers
  }

  /// The comparison with its outcome: `replicas: wanted 3, found 2: 1 too few`.
  var full: Localized {
    let difference = found - wanted
    let outcome =
      if difference == 0 {
        Localized("as it should be", "일치합니다")
      } else if difference < 0 {
        Localized("\(-difference) too few", "\(-difference)개 부족합니다")
      } else {
        Localized("\(difference) too many", "\(difference)개 많습니다")
      }
    return quantity.spoken + Localized(": wanted \(wanted), found \(found) → ", ": 원하는 수 \(wanted), 실제 \(found) → ")
      + outcome
  }
}

extension DueStarts {
  /// `2 starts are due`; nil where none is.
  fileprivate var short: Localized? {
    guard count > 0 else { return nil }
    return Localized(count == 1 ? "1 start is due" : "\(count) starts are due", "지난 시작 시각 \(count)개")
  }

  /// The starts with the latest of them.
  fileprivate var full: Localized {
    let begin = Localized("starts since \(since.rfc3339): ", "\(since.rfc3339) 이후의 시작 시각: ")
    guard let latest else { return begin + Localized("none is due yet", "아직 없습니다") }
    return begin
      + (count == 1
        ? Localized("1 is due, that of \(latest.rfc3339)", "\(latest.rfc3339) 하나입니다")
        : Localized(
          "\(count) are due, the latest is that of \(latest.rfc3339)",
          "\(count)개이고, 마지막은 \(latest.rfc3339)입니다"
        ))
  }
}

extension Action.Effect {
  var sentence: Localized {
    switch self {
    case .create(let object):
      Localized("create a \(object.kind.name)", "\(object.kind.spoken.korean) 1개를 생성합니다")
    case .delete(let version, _, let reason):
      Localized("delete \(version.id.text): ", "\(version.id.text.josa(.object)) 삭제합니다: ") + reason.sentence
    case .update(let object, let reason):
      Localized("update \(object.id.text): ", "\(object.id.text.josa(.object)) 변경합니다: ") + reason.sentence
    case .adopt(let version, _, let owner):
      Localized(
        "adopt \(version.id.text): its labels match, so \(owner.name) becomes its controller",
        "\(version.id.text.josa(.object)) 소유합니다(adopt): 레이블이 셀렉터와 맞으므로 \(owner.name.josa(.subject)) 컨트롤러가 됩니다"
      )
    case .release(let version, _, _):
      Localized(
        "release \(version.id.text): its labels do not match any more",
        "\(version.id.text)의 소유를 해제합니다(release): 레이블이 더는 셀렉터와 맞지 않습니다"
      )
    case .recordStatus(let object):
      Localized(
        "record the status of \(object.id.text) before going on",
        "계속하기 전에 \(object.id.text)의 status를 기록합니다"
      )
    case .addFinalizer(let version, _, let name):
      Localized(
        "put finalizer \(name) on \(version.id.text), so that it stays until it is counted",
        "\(version.id.text)에 파이널라이저 \(name) 추가: 셀 때까지 남아 있게 합니다"
      )
    case .removeFinalizer(let version, _, let name):
      Localized(
        "take finalizer \(name) off \(version.id.text): nothing waits for it any more",
        "\(version.id.text)에서 파이널라이저 \(name) 제거: 더는 기다릴 것이 없습니다"
      )
    }
  }
}

extension Conclusion {
  func sentence(about id: ObjectID) -> Localized {
    let outcome =
      status == nil
      ? Localized(
        "ends its reconcile of \(id.text): the status stands as it is",
        "\(id.text) 조정을 마칩니다: status는 그대로입니다"
      )
      : Localized("ends its reconcile of \(id.text) with a new status", "\(id.text) 조정을 마치고 새 status를 기록합니다")
    return retry == .none ? outcome : outcome + Localized("; ", ". ") + retry.sentence
  }
}

extension Conclusion.Retry {
  var sentence: Localized {
    switch self {
    case .none: Localized("no retry is needed", "다시 시도할 필요가 없습니다")
    case .backOff:
      Localized("something failed: again after the back-off", "실패한 것이 있어 백오프 뒤에 다시 시도합니다")
    case .after(let delay): Localized("again in \(delay.spoken.english)", "\(delay.spoken.korean) 뒤에 다시 조정합니다")
    }
  }
}
