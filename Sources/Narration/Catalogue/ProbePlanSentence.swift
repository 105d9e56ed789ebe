import Basics
import Objects

/// What is said of the settings of probes.
extension Localized {
  static func noProbes(_ pod: String) -> Localized {
    Localized(
      "pod/\(pod) has no probes: only the end of a process restarts a container",
      "pod/\(pod)에는 프로브가 없습니다: 프로세스가 끝나야만 컨테이너가 재시작됩니다"
    )
  }
  static func probeHeading(_ kind: ProbeKind, _ container: String, _ asked: String) -> Localized {
    Localized(
      "\(kind.rawValue) probe of container \(container): \(asked)",
      "컨테이너 \(container)의 \(kind.rawValue) 프로브: \(asked)"
    )
  }
  static let probeNotSimulated = Localized(
    "not simulated: a gRPC probe is never run here",
    "not simulated: gRPC 프로브는 여기서 실행되지 않습니다"
  )
  static func firstQuestion(_ range: Localized, delay: Interval) -> Localized {
    Localized("asks first \(range.english) after the container's start", "컨테이너가 시작하고 \(range.korean) 뒤에 처음 보냅니다")
      + (delay == .zero
        ? Localized(" (one tick of its clock)", " (프로브 시계의 첫 틱)")
        : Localized(" (initialDelaySeconds, then a tick)", " (initialDelaySeconds 뒤 첫 틱)"))
  }
  static let startupHoldsBack = Localized(
    "until it passes, the liveness and readiness probes ask nothing",
    "성공할 때까지 liveness 프로브와 readiness 프로브는 보내지 않습니다"
  )
  static func startupPatience(_ range: Localized, threshold: Int) -> Localized {
    Localized(
      "\(threshold) failures in a row stop it: \(range.english) after its start",
      "연속 \(threshold)번 실패하면 멈춥니다: 시작하고 \(range.korean) 뒤"
    )
  }
  static func acceptsWhileHung(_ range: Localized) -> Localized {
    Localized(
      "a process that hangs still accepts connections; a closed port shows in \(range.english)",
      "멈춘 프로세스도 연결은 받습니다. 닫힌 포트는 \(range.korean) 만에 드러납니다"
    )
  }
  static func afterHang(scale: Int64) -> Localized {
    Localized(
      "after a hang, nothing being answered (x: a failure; a column is \(scale)s):",
      "멈춰서 아무 응답이 없게 된 뒤 (x: 실패, 한 칸 \(scale)초):"
    )
  }
  static let earliest = Localized("earliest", "가장 빠름")
  static let latest = Localized("latest  ", "가장 늦음")
  static let onePeriodMore = Localized(
    "one periodSeconds more, for a hang right after a question",
    "프로브를 보낸 직후에 멈추면 periodSeconds만큼 더"
  )
  static func signals(grace: Int) -> Localized {
    Localized(
      "then SIGTERM; SIGKILL \(grace)s later if it does not obey (the grace period)",
      "그다음 SIGTERM, 따르지 않으면 \(grace)초 뒤 SIGKILL (종료 유예 시간)"
    )
  }
  static func restartsAfter(_ range: Localized) -> Localized {
    Localized(
      "=> restarted \(range.english) after the hang; later where a back-off holds it",
      "=> 멈춘 뒤 \(range.korean) 만에 재시작합니다. 백오프가 걸려 있으면 더 늦습니다"
    )
  }
  static func endsAfter(_ range: Localized) -> Localized {
    Localized(
      "=> ended \(range.english) after the hang; restartPolicy Never: not started again",
      "=> 멈춘 뒤 \(range.korean) 만에 끝납니다. restartPolicy가 Never라 다시 시작하지 않습니다"
    )
  }
  static func quickly(_ range: Localized) -> Localized {
    Localized(
      "   bad answers that come at once are found out \(range.english) after the first",
      "   바로 돌아오는 잘못된 응답은 첫 응답에서 \(range.korean) 만에 알아냅니다"
    )
  }
  static func notReadyAfter(_ range: Localized) -> Localized {
    Localized(
      "=> not ready \(range.english) after the hang; nothing is restarted",
      "=> 멈춘 뒤 \(range.korean) 만에 준비되지 않은 것으로 봅니다. 재시작은 하지 않습니다"
    )
  }
  static func readyAfter(_ range: Localized) -> Localized {
    Localized("   ready again \(range.english) after it is well", "   회복한 뒤 \(range.korean) 만에 다시 준비된 것으로 봅니다")
  }
}
