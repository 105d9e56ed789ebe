import Machinery
import Objects

/// What is said of why something is not so, whatever it is about.
extension Localized {
  static func creationUnderWay(_ name: String) -> Localized {
    Localized(
      "\(name) is not there yet: a request to create it is on its way",
      "\(name.josa(.topic)) 아직 없습니다. 생성 요청이 가는 중입니다"
    )
  }
  static let apiServersAnswer = Localized("the request to reach the API server", "요청이 API 서버에 닿기를")
  static func wasDeleted(_ name: String, by record: Record) -> Localized {
    Localized("\(name) is gone: removed in \(record.id.text)", "\(name.josa(.topic)) 없습니다. \(record.id.text)에서 제거되었습니다")
  }
  static func seeWhy(_ name: String) -> Localized { Localized("why \(name) tells what led to that", "이유는 why \(name)") }
  static func neverCreated(_ name: String) -> Localized {
    Localized("\(name) is not there, and never was", "\(name.josa(.topic)) 없고, 있었던 적도 없습니다")
  }
  static func onlySoMany(_ kind: Kind, _ count: Int) -> Localized {
    Localized("\(kind.resource): only \(count), and all of them count", "\(kind.resource): \(count)개뿐이며 모두 세었습니다")
  }
  static let someoneToCreate = Localized("somebody to create it", "누군가 생성하기를")
  static func nobodyDeletes(_ name: String) -> Localized {
    Localized("nobody has deleted \(name)", "\(name.josa(.object)) 삭제한 사람이 없습니다")
  }
  static let someoneToDelete = Localized("somebody to delete it", "누군가 삭제하기를")
  static func finalizersHold(_ names: [String]) -> Localized {
    let list = names.joined(separator: ", ")
    return Localized(
      "it is being deleted, and its finalizers hold it: \(list)",
      "삭제되는 중이며 파이널라이저가 붙잡고 있습니다: \(list)"
    )
  }
  static func dependentsToGo(_ count: Int) -> Localized {
    Localized("its \(counted(count, "dependent")) to go", "딸린 오브젝트 \(count)개가 사라지기를")
  }
  static func fieldIsOther(_ path: String, _ value: Value?) -> Localized {
    let text = value.map { $0.string ?? $0.json }
    return Localized("\(path) is \(text ?? "not set")", "\(path)의 값: \(text ?? "없음")")
  }
  static let someoneToChange = Localized("somebody to change it", "누군가 바꾸기를")
  static func objectGoes(_ name: String) -> Localized {
    Localized("\(name) is being deleted", "\(name.josa(.topic)) 삭제되는 중입니다")
  }
  static let isBeingDeleted = Localized("it is being deleted", "삭제되는 중입니다")
  static func nobodySets(_ type: String) -> Localized {
    Localized("nothing here sets a condition \(type)", "여기에는 \(type) 컨디션을 설정하는 컴포넌트가 없습니다")
  }
  static func conditionsAre(_ names: [String]) -> Localized {
    let list = names.isEmpty ? "-" : names.joined(separator: ", ")
    return Localized("its conditions: \(list)", "있는 컨디션: \(list)")
  }
  static func newsOf(_ name: String) -> Localized { Localized("news of \(name)", "\(name)의 통지를") }
  static func watchIsBroken(_ component: String) -> Localized {
    Localized(
      "the watch of \(component) is late or broken: it does not see what is in the store",
      "\(component)의 감시가 늦거나 끊겨 저장소의 내용을 보지 못합니다"
    )
  }
  static func mend(_ component: String) -> Localized { Localized(same: "mend watch \(component)") }
  static func untilMoment(_ time: Localized) -> Localized {
    Localized("\(time.english) to come", "\(time.korean.josa(.subject)) 되기를")
  }
}

/// Of nodes.
extension Localized {
  static func nodeIsSilent(_ node: String, since time: Localized) -> Localized {
    Localized(
      "the kubelet of \(node) is stopped: its last heartbeat was at \(time.english)",
      "\(node)의 kubelet이 멈춰 있습니다. 마지막 하트비트: \(time.korean)"
    )
  }
  static func heal(_ node: String) -> Localized { Localized(same: "heal node \(node)") }
  static func nextLook(_ time: Localized) -> Localized {
    Localized(
      "the node controller looks at it at \(time.english) and marks it Unknown if it is still silent",
      "노드 컨트롤러가 \(time.korean)에 살펴보고 여전히 소식이 없으면 Unknown으로 표시합니다"
    )
  }
  static func noPressure(_ type: String) -> Localized {
    Localized("the kubelet reports \(type) False: the node has enough", "kubelet이 \(type) False로 보고합니다. 노드에 여유가 있습니다")
  }
  static let pressureNotSimulated = Localized(
    "not simulated: nodes do not run short of memory, disk or processes here",
    "not simulated: 여기에서는 노드의 메모리, 디스크, 프로세스가 모자라지 않습니다"
  )
  static func nodeReportsSoon(_ node: String) -> Localized {
    Localized(
      "\(node) runs, and its Ready condition does not say so yet",
      "\(node.josa(.topic)) 실행 중이지만 Ready 컨디션에 아직 반영되지 않았습니다"
    )
  }
  static let heartbeat = Localized("its next report", "다음 보고를")
}

/// Of Jobs.
extension Localized {
  static let jobIsNotSuspended = Localized("spec.suspend is not true", "spec.suspend가 true가 아닙니다")
  static let someoneToSuspend = Localized("somebody to set spec.suspend to true", "누군가 spec.suspend를 true로 바꾸기를")
  static let jobIsSuspended = Localized(
    "the Job is suspended: spec.suspend is true, so no Pod is started",
    "잡이 일시 중지되었습니다. spec.suspend가 true라 파드를 시작하지 않습니다"
  )
  static let someoneToResume = Localized("somebody to set spec.suspend to false", "누군가 spec.suspend를 false로 바꾸기를")
  static func jobHasFailed(_ reason: String, _ message: String) -> Localized {
    Localized("the Job has failed for good: \(reason): \(message)", "잡이 실패로 끝났습니다: \(reason): \(message)")
  }
  static let jobHasSucceeded = Localized("the Job has succeeded already", "잡이 이미 성공했습니다")
  static func jobCounts(_ succeeded: Int, of wanted: Int, failed: Int) -> Localized {
    Localized(
      "\(succeeded) of \(wanted) completions so far, \(failed) failed",
      "지금까지 성공 \(succeeded)/\(wanted), 실패 \(failed)"
    )
  }
  static func jobDeadline(_ time: Localized) -> Localized {
    Localized("activeDeadlineSeconds ends it at \(time.english)", "activeDeadlineSeconds에 따라 \(time.korean)에 끝납니다")
  }
  static func jobMayFailMore(_ failed: Int, limit: Int) -> Localized {
    Localized(
      "\(counted(failed, "failure")) so far, and backoffLimit allows \(limit)",
      "지금까지 실패 \(failed)번이고, backoffLimit은 \(limit)번까지 허용합니다"
    )
  }
  static func failures(_ count: Int) -> Localized { Localized(counted(count, "more failure"), "실패 \(count)번 더") }
  static func podStillRuns(_ name: String) -> Localized {
    Localized("\(name) still runs", "\(name.josa(.subject)) 아직 실행 중입니다")
  }
  static func endedUncounted(_ name: String) -> Localized {
    Localized(
      "\(name) has ended, and the controller has not counted it yet",
      "\(name.josa(.subject)) 끝났지만 컨트롤러가 아직 세지 않았습니다"
    )
  }
}

/// Of controllers and what they count.
extension Localized {
  static let controllerHasNotLooked = Localized("its controller has not looked at it yet", "컨트롤러가 아직 살펴보지 않았습니다")
  static let itsReconcile = Localized("its next reconcile", "다음 조정을")
  static func ownerAsksFor(_ count: Int64, _ owner: String) -> Localized {
    Localized("its owner \(owner) asks it for \(count) only", "소유자 \(owner.josa(.subject)) \(count)개만 원합니다")
  }
  static let ownerToScale = Localized("its owner to scale it", "소유자가 크기를 바꾸기를")
  static func nodesShouldRun(_ count: Int64) -> Localized {
    Localized("\(count) nodes should have a Pod of it", "파드를 두어야 할 노드는 \(count)개입니다")
  }
  static let nodesToSuit = Localized("nodes that its template suits", "템플릿에 맞는 노드를")
  static func specAsksFor(_ count: Int64) -> Localized {
    Localized(
      "spec.replicas is \(count): nobody asks for another number",
      "spec.replicas가 \(count)입니다. 다른 수를 원하는 쪽이 없습니다"
    )
  }
  static let someoneToScale = Localized("somebody to scale it", "누군가 크기를 바꾸기를")
  static func readyTooShortly(_ name: String, seconds: Int) -> Localized {
    Localized(
      "\(name) is ready, but not for minReadySeconds (\(seconds) s) yet",
      "\(name.josa(.topic)) 준비되었지만 minReadySeconds(\(seconds)초)가 지나지 않았습니다"
    )
  }
  static let nothingWasRefused = Localized(
    "no creation or deletion of a Pod was refused at the last reconcile",
    "마지막 조정에서 파드의 생성이나 삭제가 거절되지 않았습니다"
  )
  static let refusal = Localized("the API server to refuse one", "API 서버가 거절하기를")
  static func availableOf(_ count: Int64, atLeast minimum: Int64) -> Localized {
    Localized(
      "available: \(count); at least \(minimum) have to be (replicas − maxUnavailable)",
      "사용 가능한 파드 \(count)개, 필요한 수 \(minimum)개(replicas − maxUnavailable)"
    )
  }
  static func creationIsRefused(_ message: String) -> Localized {
    Localized("the API server refuses its Pods: \(message)", "API 서버가 파드를 거절합니다: \(message)")
  }
  static let backOffAndRefusalToEnd = Localized(
    "its back-off to end and the reason of the refusal to be gone",
    "백오프가 끝나고 거절 이유가 없어지기를"
  )
  static let controllerHasNotHeard = Localized("its controller has not heard of it yet", "컨트롤러가 아직 통지를 받지 못했습니다")
  static let requestsUnderWay = Localized("its controller's requests are on their way", "컨트롤러의 요청이 가는 중입니다")
  static let whatHoldsItBack = Localized("that to pass", "이 문제가 풀리기를")
  static func controllerHasNotRecorded(_ path: String, _ value: Int64) -> Localized {
    Localized(
      "\(path) is \(value): the controller has not recorded more",
      "\(path)의 값: \(value). 컨트롤러가 아직 그 이상은 기록하지 않았습니다"
    )
  }
}
