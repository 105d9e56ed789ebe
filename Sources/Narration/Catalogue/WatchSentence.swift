import APIServer
import Basics

extension Change.Kind {
  /// What a component was not told of the object that is written `id`.
  func notTold(_ id: String) -> Localized {
    switch self {
    case .added:
      Localized("is not told that \(id) was created", "\(id.josa(.subject)) 생성되었다는 통지를 받지 못합니다")
    case .modified:
      Localized("is not told that \(id) has changed", "\(id.josa(.subject)) 바뀌었다는 통지를 받지 못합니다")
    case .deleted:
      Localized("is not told that \(id) is gone", "\(id.josa(.subject)) 삭제되었다는 통지를 받지 못합니다")
    }
  }
}

extension Localized {
  static let notToldMeans = Localized(
    "its cache keeps what it knew before; it acts on that until the object changes again or the watch is mended",
    "캐시에는 이전에 알던 내용이 남습니다. 오브젝트가 다시 바뀌거나 감시가 복구될 때까지 그 내용을 따릅니다"
  )

  static func listedAnew(differences count: Int) -> Localized {
    if count == 0 {
      return Localized(
        "lists anew after its watch was mended: nothing has changed unseen",
        "감시가 복구되어 목록을 다시 읽습니다: 모르는 사이에 바뀐 것이 없습니다"
      )
    }
    return Localized(
      "lists anew after its watch was mended: \(counted(count, "difference")) to what it knew",
      "감시가 복구되어 목록을 다시 읽습니다: 알던 내용과 다른 점이 \(count)개입니다"
    )
  }
}
