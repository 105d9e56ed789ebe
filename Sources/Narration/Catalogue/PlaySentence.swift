import Machinery
import Objects

/// What is said when a person plays a controller.
extension Localized {
  static func youAre(_ component: Component, _ id: ObjectID) -> Localized {
    Localized(
      "You are the \(component.name), and take \(id.text) out of your work queue.",
      "\(component.name) 컴포넌트가 되어 작업 큐에서 \(id.text.josa(.object)) 꺼냅니다."
    )
  }

  static let wasTold = Localized("You were told, since you last looked:", "지난번에 살펴본 뒤로 통지받은 것:")
  static let lookedByItself = Localized(
    "Nothing new was told to you; it is time to look again.",
    "새로 통지받은 것은 없습니다. 다시 살펴볼 때가 되었습니다."
  )

  static func inItsCache(upTo version: Int64) -> Localized {
    Localized("In your cache, up to resourceVersion \(version):", "캐시(resourceVersion \(version)까지)에 있는 것:")
  }

  static func labels(_ labels: String) -> Localized { Localized(", labels \(labels)", ", 레이블 \(labels)") }

  static func awaits(_ outstanding: Expectations.Outstanding) -> Localized {
    Localized(
      "still to come back through your watch: \(counted(outstanding.creations, "creation")), "
        + "\(counted(outstanding.deletions.count, "deletion"))",
      "요청했지만 아직 통지가 오지 않은 것: 생성 \(outstanding.creations)건, 삭제 \(outstanding.deletions.count)건"
    )
  }

  static let youSay = Localized("You: ", "내 결정: ")
  static func itSays(_ component: Component) -> Localized { Localized(same: "\(component.name): ") }
  static let sameMove = Localized("The same. This is why:", "같습니다. 그 까닭은 이렇습니다:")
  static let otherMove = Localized("Not the same. This is what it went by:", "다릅니다. 컨트롤러는 이렇게 보았습니다:")
  static let moveNothing = Localized("nothing", "아무것도 하지 않음")
  static func moveCreates(_ count: Int) -> Localized { Localized("create \(count)", "\(count)개 생성") }

  static func moveDeed(_ deed: ControllerMove.Deed, _ names: String) -> Localized {
    let korean =
      switch deed {
      case .delete: "삭제"
      case .adopt: "소유(adopt)"
      case .release: "소유 해제(release)"
      case .update: "변경"
      }
    return Localized("\(deed.rawValue) \(names)", "\(names) \(korean)")
  }

  static func leftAlone(_ name: String) -> Localized {
    Localized("\(name): left as it is; nothing asks for more", "\(name): 그대로 둡니다. 더 할 일이 없습니다")
  }
}
