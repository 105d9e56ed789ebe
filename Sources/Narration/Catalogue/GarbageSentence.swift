import Machinery
import Objects

extension GarbageDecision {
  var sentence: Localized {
    let name = object.id.text
    switch verdict {
    case .delete:
      return Localized(
        "finds that \(name) has no owner left and deletes it",
        "\(name)의 소유자가 남아 있지 않아 삭제합니다"
      )
    case .dropReferences:
      return Localized(
        "drops the references of \(name) to owners that are gone",
        "\(name)에서 사라진 소유자에 대한 참조를 지웁니다"
      )
    case .orphan(let dependents):
      return Localized(
        "lets \(counted(dependents.count, "dependent")) of \(name) live on without an owner",
        "\(name)에 딸린 오브젝트 \(dependents.count)개를 소유자 없이 남겨 둡니다"
      )
    case .await(let dependents):
      return Localized(
        "keeps \(name) until \(counted(dependents.count, "dependent")) of it are gone",
        "딸린 오브젝트 \(dependents.count)개가 사라질 때까지 \(name.josa(.object)) 남겨 둡니다"
      )
    case .release:
      return Localized(
        "finds nothing that holds \(name) and takes its finalizer away",
        "\(name.josa(.object)) 붙잡는 것이 없어 파이널라이저를 지웁니다"
      )
    }
  }
}

extension GarbageDecision.Owner {
  /// What became of one owner.
  var sentence: Localized {
    let name = "\(reference.kind)/\(reference.name)"
    switch state {
    case .present: return Localized("\(name) is there", "\(name.josa(.subject)) 있습니다")
    case .absent: return Localized("\(name) is gone", "\(name.josa(.subject)) 사라졌습니다")
    case .waiting:
      return Localized("\(name) is being deleted and waits for this", "\(name.josa(.subject)) 삭제 중이며 이것을 기다립니다")
    }
  }
}
