import Basics

/// The fixed words of explanations.
extension Localized {
  static let observe = Localized("observe", "관찰")
  static let compare = Localized("compare", "비교")
  static let act = Localized("act", "조치")
  static let record = Localized("record", "기록")

  static let because = Localized("because: ", "원인: ")
  static let ledTo = Localized("led to:", "결과:")
  static let changed = Localized("changed:", "바뀐 필드:")
  static let passedOver = Localized("passed over:", "하지 않은 것:")
  static let objectIsGone = Localized("the cache has no such object (any more)", "캐시에 그 오브젝트가 없습니다")
  static let nothingToCompare = Localized("nothing to compare", "비교할 것이 없습니다")
  static let nothingToDo = Localized("nothing to do", "할 일이 없습니다")
  static let underWay = Localized("still under way", "아직 진행 중입니다")
  static let notSent = Localized("not sent: one before it failed", "보내지 않습니다: 앞선 요청이 실패했습니다")
  static let begunByItself = Localized(
    "because: nothing in the cluster; it comes from outside",
    "원인: 클러스터 안에는 없습니다. 밖에서 시작된 일입니다"
  )
  static let cacheIsLevel = Localized("nothing newer is in the store", "저장소에 더 새로운 것이 없습니다")
  static let endsNothing = Localized("led to: nothing so far", "결과: 지금까지 없습니다")

  static func more(_ count: Int) -> Localized { Localized("… \(count) more", "… 외 \(count)개") }

  static func cache(upTo version: Int64) -> Localized {
    Localized("its cache, up to resourceVersion \(version)", "캐시(resourceVersion \(version)까지)")
  }

  static func readAgain(upTo version: Int64) -> Localized {
    Localized(
      "it reads its cache again for the status, now up to resourceVersion \(version)",
      "상태를 적으려고 캐시를 다시 읽습니다(resourceVersion \(version)까지)"
    )
  }

  static func cacheIsBehind(by changes: Int) -> Localized {
    Localized(
      "\(counted(changes, "change")) behind the store; not seen yet:",
      "저장소보다 변경 \(changes)건만큼 뒤처져 있습니다. 아직 보지 못한 변경:"
    )
  }

  static func seenAt(_ version: Int64) -> Localized {
    Localized("at resourceVersion \(version)", "resourceVersion \(version)")
  }

  static func behind(_ changes: Int) -> Localized {
    Localized("\(counted(changes, "change")) behind the store", "저장소보다 변경 \(changes)건만큼 뒤처짐")
  }

  static func storeHas(_ version: Int64) -> Localized {
    Localized("the store has \(version)", "저장소는 \(version)")
  }

  static let storeHasNone = Localized("gone from the store", "저장소에는 이미 없음")

  static func delay(_ time: Localized) -> Localized {
    Localized("it came \(time.english) after the write", "쓰기보다 \(time.korean) 늦게 도착했습니다")
  }

  static func newsIsOld(_ changes: Int, stored: Int64) -> Localized {
    Localized(
      "it is \(counted(changes, "change")) old already: the store has resourceVersion \(stored)",
      "이미 변경 \(changes)건만큼 오래된 소식입니다: 저장소는 resourceVersion \(stored)입니다"
    )
  }

  static let newsIsFresh = Localized(
    "the store has nothing newer of this object",
    "저장소에 이 오브젝트의 더 새로운 버전은 없습니다"
  )

  static let triggersOnly = Localized(
    "a notification is only a trigger: the key goes into the work queue, and the reconcile looks for itself",
    "통지는 트리거일 뿐입니다: 키가 작업 큐에 들어가고, 실제 확인은 조정이 합니다"
  )
  static let queuesNothing = Localized(
    "it updates the cache; no key is queued",
    "캐시만 갱신하고 작업 큐에는 아무것도 넣지 않습니다"
  )
  static let answeredBy = Localized("reconciled in: ", "이를 처리한 조정: ")

  static func madeVersion(_ version: Int64) -> Localized {
    Localized("made resourceVersion \(version)", "새 resourceVersion: \(version)")
  }

  static let asksTheStore = Localized(
    "the store itself: it asks the API server before it deletes",
    "저장소 자체: 삭제하기 전에 API 서버에 물어봅니다"
  )

  static func ownersLeft(_ left: Int, of all: Int) -> Localized {
    Localized("owners: \(left) of \(all) left", "소유자: \(all)개 중 \(left)개 남음")
  }

  static func dependents(_ count: Int) -> Localized {
    Localized("dependents to wait for or to let go: \(count)", "기다리거나 놓아줄 딸린 오브젝트: \(count)개")
  }

  static func pod(version: Int64, nodes: Int) -> Localized {
    Localized(
      "at resourceVersion \(version), and \(counted(nodes, "node"))",
      "resourceVersion \(version), 노드 \(nodes)개"
    )
  }
}

/// What the folded records of a story or of a chain of causes are.
extension Localized {
  static func statusCopies(_ count: Int) -> Localized {
    Localized(counted(count, "status copy", plural: "status copies"), "status 사본 \(count)개")
  }
  static func notifications(_ count: Int) -> Localized {
    Localized(counted(count, "notification"), "통지 \(count)개")
  }
  static func eventWrites(_ count: Int) -> Localized {
    Localized(counted(count, "Event"), "이벤트 \(count)개")
  }
  static func quietReconciles(_ count: Int) -> Localized {
    Localized("\(counted(count, "reconcile")) with nothing to do", "할 일이 없던 조정 \(count)개")
  }
  static func echoes(_ count: Int) -> Localized {
    Localized("\(counted(count, "reconcile")) that only noted the status", "status만 기록한 조정 \(count)개")
  }
  static func sameReconciles(_ count: Int) -> Localized {
    Localized("\(counted(count, "reconcile")) with the same outcome", "결과가 같은 조정 \(count)개")
  }
  static func otherSteps(_ count: Int) -> Localized {
    Localized(counted(count, "other step"), "그 밖의 단계 \(count)개")
  }
}
