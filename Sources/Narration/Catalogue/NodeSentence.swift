import Basics
import Machinery
import Objects

extension NodeStep {
  /// What befell the node called `name`.
  func sentence(node name: String) -> Localized {
    switch self {
    case .silent:
      Localized(
        "has heard nothing of \(name) for longer than its grace of 50 s and marks it Unknown",
        "50초의 유예가 지나도록 \(name)의 소식이 없어 Unknown으로 표시합니다"
      )
    case .tainted:
      Localized("taints \(name) so that Pods leave it", "\(name)에 테인트를 달아 파드가 떠나게 합니다")
    case .recovered:
      Localized("hears of \(name) again and takes its taint away", "\(name)의 소식이 다시 들려 테인트를 지웁니다")
    case .evicts(let pod):
      Localized(
        "evicts \(pod.text) from \(name): it does not tolerate a taint, or not any longer",
        "\(pod.text.josa(.object)) \(name)에서 내보냅니다: 테인트를 견디지 않거나, 견딜 시간이 지났습니다"
      )
    case .podsCollected(let count):
      Localized(
        "removes \(counted(count, "Pod")) of \(name), which is gone",
        "사라진 \(name)의 파드 \(count)개를 없앱니다"
      )
    }
  }
}
