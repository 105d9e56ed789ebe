import Machinery
import Objects

extension ProbeRecord {
  func sentence(pod: String) -> Localized {
    let outcome: Localized =
      switch result {
      case .passed: Localized("passed \(count)/\(threshold)", "성공 \(count)/\(threshold)")
      case .warned: Localized("passed with a warning \(count)/\(threshold)", "경고와 함께 성공 \(count)/\(threshold)")
      case .failed: Localized("failed \(count)/\(threshold)", "실패 \(count)/\(threshold)")
      case .errored: Localized("could not be asked, counts for nothing", "물을 수 없어 세지 않음")
      }
    let said = answer.split(separator: "\n").joined(separator: " ")
    let asked = Localized(
      "\(kind.rawValue) probe of \(container) in \(pod): \(request) → \(said) (\(outcome.english))",
      "\(pod)의 컨테이너 \(container) \(kind.rawValue) 프로브: \(request) → \(said) (\(outcome.korean))"
    )
    switch consequence {
    case .none: return asked
    case .started: return asked + Localized(": it has started", ": 시작된 것으로 봅니다")
    case .ready: return asked + Localized(": it is ready", ": 준비된 것으로 봅니다")
    case .notReady: return asked + Localized(": it is not ready", ": 준비되지 않은 것으로 봅니다")
    case .restart: return asked + Localized(": it will be restarted", ": 컨테이너를 재시작합니다")
    case .stop: return asked + Localized(": it is stopped for good", ": 컨테이너를 끝내고 다시 시작하지 않습니다")
    }
  }
}
