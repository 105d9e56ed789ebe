import APIServer
import Basics
package import Machinery
import Objects

extension Record {
  /// What happened, in one sentence whose subject is the component.
  package var sentence: Localized {
    switch happening {
    case .began(let nodes):
      Localized("begins the cluster with \(counted(nodes, "node"))", "노드 \(nodes)개로 클러스터를 시작합니다")
    case .command(let text) where component == .lesson:
      Localized("the lesson types: \(text)", "레슨이 입력한 명령: \(text)")
    case .command(let text): Localized("you typed: \(text)", "입력한 명령: \(text)")
    case .wrote(let verb, let id, let change): WriteSentence(verb, id, change).text
    case .refused(let verb, let id, let error):
      Localized(
        "asks to \(verb.spoken.english) \(id.text) and is refused: \(error.message)",
        "\(id.text) \(verb.spoken.korean.josa(.object)) 요청하지만 거절됩니다: \(error.message)"
      )
    case .notified(let kind, let version, let queued): notification(kind, version, queued)
    case .notTold(let kind, let version): kind.notTold(version.id.text)
    case .listed(let count): .listedAnew(differences: count)
    case .requeued(let key):
      Localized(
        "queues \(key) again: its wait is over",
        "\(key.description.josa(.object)) 작업 큐에 다시 넣습니다: 대기 시간이 끝났습니다"
      )
    case .reconciled(let reconciliation): reconciliation.sentence
    case .concluded(let id, let conclusion): conclusion.sentence(about: id)
    case .scheduled(let decision): decision.sentence
    case .collected(let decision): decision.sentence
    case .node(let name, let step): step.sentence(node: name)
    case .pod(let id, let step): step.sentence(pod: id.text)
    case .eventDropped(let note):
      Localized(
        "does not write Event \(note.reason) about \(note.about.text): it has written too many about it",
        "\(note.about.text)에 대한 이벤트 \(note.reason.josa(.object)) 쓰지 않습니다: 같은 오브젝트에 대해 너무 많이 썼습니다"
      )
    case .configured(let gates):
      Localized("feature gates: \(gates.text)", "피처 게이트: \(gates.text)")
    case .fault(let text): Localized("fault: \(text)", "장애 주입: \(text)")
    }
  }

  private func notification(_ kind: Change.Kind, _ version: ObjectVersion, _ queued: [ObjectKey]) -> Localized {
    let id = version.id.text
    let (news, korean) =
      switch kind {
      case .added: ("is told that \(id) was created", "생성되었다는")
      case .modified: ("is told that \(id) has changed", "바뀌었다는")
      case .deleted: ("is told that \(id) is gone", "삭제되었다는")
      }
    let received = "\(id.josa(.subject)) \(korean) 통지를 받"
    if queued.isEmpty { return Localized(news, received + "습니다") }
    let keys = queued.map(\.description).joined(separator: ", ")
    return Localized("\(news) and queues \(keys)", "\(received)고 작업 큐에 \(keys.josa(.object)) 넣습니다")
  }
}

extension WriteVerb {
  /// The verb as an infinitive in English and a noun in Korean.
  package var spoken: Localized {
    switch self {
    case .create: Localized("create", "생성")
    case .update: Localized("update", "갱신")
    case .updateStatus: Localized("update the status of", "status 갱신")
    case .patch: Localized("patch", "패치")
    case .delete: Localized("delete", "삭제")
    case .bind: Localized("bind", "바인딩")
    }
  }
}
