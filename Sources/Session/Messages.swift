import Narration

/// What the session itself says.
extension Localized {
  static let lineTooLong = Localized(
    "error: the line is longer than 1 MiB and was not read",
    "error: 줄이 1 MiB보다 길어 읽지 않았습니다"
  )
  static func atColumn(_ column: Int) -> Localized { Localized(" (column \(column))", " (\(column)번째 칸)") }
  static let heldStill = Localized(
    "The cluster is held still. step · next · settle · explain",
    "클러스터는 멈춰 있습니다. step · next · settle · explain"
  )
  static let interrupted = Localized(
    "interrupted: the cluster stands between two events; continue goes on",
    "중단했습니다: 클러스터는 두 이벤트 사이에 멈춰 있습니다. continue로 계속합니다"
  )
  static let kubectlWaitsNoMore = Localized(
    "kubectl waits no more, as after Ctrl-C; what it has asked for goes on.",
    "kubectl은 Ctrl-C를 누른 것처럼 더 기다리지 않습니다. 요청한 일은 계속됩니다."
  )
  static let nothingPending = Localized("Nothing is pending.", "예정된 일이 없습니다.")
  static let settled = Localized(
    "The cluster is settled: nothing more is coming soon. advance 1m · help",
    "클러스터가 안정되었습니다: 곧 일어날 일이 없습니다. advance 1m · help"
  )
  static let atTheBeginning = Localized("This is the beginning.", "여기가 시작입니다.")
  static let atTheEnd = Localized(
    "This is as far as the run has been. step goes on",
    "실행이 여기까지 왔습니다. step으로 계속합니다"
  )
  static func begunAnew(_ name: String, leaving old: String) -> Localized {
    Localized(
      "A new cluster begins, as \(name). What was before is kept as \(old): switch \(old)",
      "새 클러스터를 \(name)(으)로 시작합니다. 지금까지의 실행은 \(old)에 남아 있습니다: switch \(old)"
    )
  }
  static func pace(_ name: String) -> Localized { Localized("mode is \(name)", "모드: \(name)") }
  static func usage(_ text: String) -> Localized { Localized("usage: \(text)", "사용법: \(text)") }
  static func unknownRecord(_ text: String) -> Localized {
    Localized("error: there is no \(text) in this run", "error: 이 실행에는 \(text.josa(.subject)) 없습니다")
  }
  static func unknownObject(_ text: String) -> Localized {
    Localized("error: no \(text) was ever seen in this run", "error: 이 실행에서 \(text.josa(.object)) 본 적이 없습니다")
  }
  static func exported(_ path: String, records: Int, bytes: Int) -> Localized {
    Localized(
      "wrote \(path): \(counted(records, "record")), \(counted(bytes, "byte"))",
      "\(path) 저장: 기록 \(records)개, \(bytes)바이트"
    )
  }
  static func notThereNow(_ text: String) -> Localized {
    Localized("error: there is no \(text) at this moment", "error: 지금은 \(text.josa(.subject)) 없습니다")
  }
  static func notReached(_ text: String) -> Localized {
    Localized("error: \(text) did not come true", "error: \(text) 조건이 이루어지지 않았습니다")
  }
}
