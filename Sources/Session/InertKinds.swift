import Cluster
import Kubectl
import Machinery
import Narration
import Objects

/// Kinds that are stored and given back, and on which nothing acts here.
extension Session {
  /// Says so when the learner makes the first object of such a kind; scripts get kubectl's words alone.
  mutating func noteInertKinds(since begin: RecordID, _ output: inout CommandOutput) {
    guard pace != .script else { return }
    for record in timeline.records.reversed() {
      guard record.id > begin else { return }
      guard case .wrote(.create, let id, .some) = record.happening, let note = Localized.note(of: id.kind) else {
        continue
      }
      if notedKinds.insert(id.kind).inserted { output.warn(text(note)) }
    }
  }
}

extension Localized {
  fileprivate static func note(of kind: Kind) -> Localized? {
    switch kind {
    case .service:
      Localized(
        "note: a Service is stored and its endpoints are shown, but no traffic goes through it here",
        "참고: 서비스는 저장되고 엔드포인트도 표시되지만 여기서는 서비스를 거치는 트래픽이 없습니다"
      )
    case .serviceAccount:
      Localized(
        "note: a ServiceAccount is stored; nothing here asks who may do what",
        "참고: 서비스어카운트는 저장되지만 여기서는 권한을 확인하지 않습니다"
      )
    case .statefulSet:
      Localized(
        "note: a StatefulSet is stored, but no controller acts on it here: no Pods come of it",
        "참고: 스테이트풀셋은 저장되지만 여기에는 이를 처리하는 컨트롤러가 없어 파드가 생기지 않습니다"
      )
    default: nil
    }
  }
}
