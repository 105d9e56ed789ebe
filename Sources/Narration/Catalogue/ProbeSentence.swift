import Machinery
import Objects

extension ProbeRecord {
  func sentence(pod: String) -> Localized {
    let count = "\(count)/\(threshold)"
    let asked = Localized(
      "\(kind.rawValue) probe of \(container) in \(pod): \(request) → \(answer) (\(isSuccess ? "passed" : "failed") \(count))",
      "\(pod)의 컨테이너 \(container) \(kind.rawValue) 프로브: \(request) → \(answer) (\(isSuccess ? "성공" : "실패") \(count))"
    )
    switch consequence {
    case .none: return asked
    case .started: return asked + Localized(": it has started", ": 시작된 것으로 봅니다")
    case .ready: return asked + Localized(": it is ready", ": 준비된 것으로 봅니다")
    case .notReady: return asked + Localized(": it is not ready", ": 준비되지 않은 것으로 봅니다")
    case .restart: return asked + Localized(": it will be restarted", ": 컨테이너를 재시작합니다")
    }
  }
}
