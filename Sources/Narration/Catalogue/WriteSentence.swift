import APIServer
import Basics
import Machinery
import Objects

/// The sentence about one accepted write.
struct WriteSentence {
  let text: Localized

  init(_ verb: WriteVerb, _ id: ObjectID, _ change: Change?) {
    guard let change else {
      text = Localized(
        "asks to \(verb.spoken.english) \(id.text): nothing changes",
        "\(id.text) \(verb.spoken.korean.josa(.object)) 요청하지만 바뀌는 것이 없습니다"
      )
      return
    }
    if let event = change.object.as(Event.self) {
      text = WriteSentence.event(event, change.kind)
    } else {
      text = WriteSentence.text(verb, id.text, change)
    }
  }

  private static func text(_ verb: WriteVerb, _ id: String, _ change: Change) -> Localized {
    switch (change.kind, verb) {
    case (.added, _): return Localized("creates \(id)", "\(id.josa(.object)) 생성합니다")
    case (.deleted, _): return Localized("removes \(id)", "\(id.josa(.object)) 제거합니다")
    case (.modified, .bind):
      let node = change.object.as(Pod.self)?.spec.nodeName ?? ""
      return Localized("binds \(id) to \(node)", "\(id.josa(.object)) \(node)에 바인딩합니다")
    case (.modified, .delete): return marking(id, change)
    case (.modified, .updateStatus):
      return Localized("updates the status of \(id)", "\(id)의 status를 갱신합니다") + highlights(change, countsRest: false)
    case (.modified, .patch) where change.old?.metadata.controllerRef != change.object.metadata.controllerRef:
      return owner(id, change.object.metadata.controllerRef)
    case (.modified, .patch): return Localized("patches \(id)", "\(id.josa(.object)) 패치합니다") + highlights(change)
    case (.modified, .create), (.modified, .update):
      return Localized("updates \(id)", "\(id.josa(.object)) 갱신합니다") + highlights(change)
    }
  }

  private static func owner(_ id: String, _ owner: OwnerReference?) -> Localized {
    guard let owner else {
      return Localized(
        "takes the controller's ownerReference off \(id)",
        "\(id)에서 컨트롤러의 ownerReference를 뗍니다"
      )
    }
    let name = "\(owner.kind) \(owner.name)"
    return Localized(
      "makes \(name) the controller of \(id)",
      "\(id)의 컨트롤러를 \(name.josa(.direction)) 정합니다"
    )
  }

  private static func marking(_ id: String, _ change: Change) -> Localized {
    let metadata = change.object.metadata
    if change.old?.metadata.isBeingDeleted ?? false {
      let grace = metadata.deletionGracePeriodSeconds ?? 0
      return Localized("shortens the grace of \(id) to \(grace) s", "\(id)의 종료 유예 시간을 \(grace)초로 줄입니다")
    }
    let marked = Localized("marks \(id) for deletion", "\(id)에 삭제 표시를 합니다")
    guard let grace = metadata.deletionGracePeriodSeconds, grace > 0 else { return marked }
    return marked + Localized(" with \(grace) s of grace", " (종료 유예 시간 \(grace)초)")
  }

  /// The fields that tell the most of a change, behind a colon.
  private static func highlights(_ change: Change, countsRest: Bool = true) -> Localized {
    let fields = FieldDiff(change).telling
    if fields.isEmpty { return Localized(same: "") }
    let shown = fields.prefix(2).map { Localized(same: "\($0.shortPath) ") + $0.values }.joined(separator: ", ")
    let more = countsRest ? fields.count - 2 : 0
    let rest = more > 0 ? Localized(" and \(more) more", " 외 \(more)개") : Localized(same: "")
    return Localized(same: ": ") + shown + rest
  }

  private static func event(_ event: Event, _ kind: Change.Kind) -> Localized {
    let what = "\(event.reason): \(event.message)"
    let about = event.involvedObject.text
    return switch kind {
    case .added: Localized("writes an Event about \(about): \(what)", "\(about)에 대한 이벤트를 씁니다: \(what)")
    case .modified:
      Localized(
        "counts an Event about \(about) again (\(event.count)): \(what)",
        "\(about)에 대한 이벤트의 횟수를 늘립니다(\(event.count)회): \(what)"
      )
    case .deleted: Localized("removes an Event about \(about): \(what)", "\(about)에 대한 이벤트를 제거합니다: \(what)")
    }
  }
}
