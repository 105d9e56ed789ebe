import Basics

/// The words in the pictures `map`, `timeline` and `tree`.
extension Localized {
  static let name = Localized("name", "이름")
  static let node = Localized("node", "노드")
  static let status = Localized("status", "상태")
  static let ready = Localized("ready", "준비")
  static let containersReady = Localized("containers ready", "준비된 컨테이너")
  static let readyCondition = Localized("condition Ready", "Ready 컨디션")
  static let restartCount = Localized("restarts", "재시작")
  static let pods = Localized("Pods", "파드")
  static let kind = Localized("kind", "종류")
  static let level = Localized("level", "깊이")
  static let owner = Localized("owner", "소유자")
  static let state = Localized("state", "상태")
  static let exitCode = Localized("exit code", "종료 코드")
  static let schedule = Localized("schedule", "일정")
  static let completions = Localized("completions", "완료")
  static let component = Localized("component", "컴포넌트")
  static let records = Localized("records", "기록")
  static let first = Localized("first", "처음")
  static let last = Localized("last", "마지막")

  static func yesOrNo(_ holds: Bool) -> Localized { holds ? Localized("yes", "예") : Localized("no", "아니요") }

  static let noPods = Localized("no Pods", "파드 없음")
  static let noNodeYet = Localized("no node yet", "노드 미정")
  static let nodeIsGone = Localized("gone", "없어짐")
  static let noNodes = Localized("There are no nodes and no Pods.", "노드도 파드도 없습니다.")
  static let nothingOfIt = Localized("No record is about it.", "이에 대한 기록이 없습니다.")

  static let ownedBy = Localized("owned by: ", "소유자: ")
  static let ownsNothing = Localized("owns nothing", "소유한 오브젝트 없음")
  static let beingDeleted = Localized("being deleted", "삭제되는 중")
  static let suspended = Localized("suspended", "일시 중지됨")
  static let reference = Localized("reference", "참조")
  static let onlyOwner = Localized("owner, not controller", "컨트롤러가 아닌 소유자")
  static func container(_ name: String) -> Localized { Localized("container \(name)", "컨테이너 \(name)") }
  static func initContainer(_ name: String) -> Localized {
    Localized("init container \(name)", "초기화 컨테이너 \(name)")
  }

  static func axis(from first: String, to last: String, slice: Localized) -> Localized {
    Localized(
      "\(first) to \(last); a column is \(slice.english), ~ is a quiet span",
      "\(first)부터 \(last)까지. 한 칸은 \(slice.korean), ~는 조용한 구간입니다"
    )
  }
}

extension Activity {
  /// What its letter stands for.
  package var words: Localized {
    switch self {
    case .outside: Localized("command or fault", "명령이나 장애")
    case .failure: Localized("refused or lost", "거절되거나 유실된 것")
    case .decision: Localized("decision", "결정")
    case .step: Localized("step of a Pod or node", "파드나 노드의 단계")
    case .write: Localized("write", "쓰기")
    case .news: Localized("notification", "통지")
    case .queue: Localized("work queue", "작업 큐")
    }
  }
}
