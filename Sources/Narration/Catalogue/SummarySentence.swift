import Basics
import Objects

/// The parts of the line that sums up what followed a command.
extension Localized {
  static let nothingHappened = Localized("nothing happened", "아무 일도 일어나지 않았습니다")
  static let nothingChanged = Localized("no object came, went or changed its phase", "생기거나 사라지거나 phase가 바뀐 오브젝트가 없습니다")

  static func objects(_ kind: Kind, _ count: Int) -> Localized {
    let plural = kind.name + (kind.name.hasSuffix("s") ? "es" : "s")
    return Localized(counted(count, kind.name, plural: plural), "\(kind.spoken.korean) \(count)개")
  }

  static let created = Localized(" created", " 생성")
  static let deleted = Localized(" deleted", " 삭제")

  /// `named` says that these are Pods, where nothing before has.
  static func podsRunning(_ count: Int, named: Bool) -> Localized { pods(count, named, "running", "실행 시작") }
  static func podsSucceeded(_ count: Int, named: Bool) -> Localized { pods(count, named, "succeeded", "성공") }
  static func podsFailed(_ count: Int, named: Bool) -> Localized { pods(count, named, "failed", "실패") }
  private static func pods(_ count: Int, _ named: Bool, _ english: String, _ korean: String) -> Localized {
    named
      ? objects(.pod, count) + Localized(" " + english, " " + korean)
      : Localized("\(count) \(english)", "\(count)개 \(korean)")
  }
  static func podsWithoutNode(_ count: Int) -> Localized {
    Localized("\(counted(count, "Pod")) without a node", "노드를 찾지 못한 파드 \(count)개")
  }
  static func restarts(_ count: Int) -> Localized {
    Localized(counted(count, "container restart"), "컨테이너 재시작 \(count)회")
  }
  static func refusals(_ count: Int) -> Localized {
    Localized(counted(count, "request") + " refused", "거절된 요청 \(count)건")
  }

  static func summary(_ what: Localized, steps: Int, took: Localized, walk: String) -> Localized {
    Localized(
      "\(what.english) (\(counted(steps, "step")), \(took.english)). Walk through it: \(walk)",
      "\(what.korean) (\(steps)단계, \(took.korean)). 하나씩 보기: \(walk)"
    )
  }
}
