package import Cluster
package import Machinery
package import Objects

/// What stands between the present and something that was asked about: the nearest unmet precondition.
package struct Obstacle: Sendable {
  /// Who has to act for it to go away.
  package enum Owner: Hashable, Sendable {
    case component(Component)
    /// Only somebody at a prompt can.
    case person
    /// Nobody ever will.
    case nobody
  }

  /// What is the case.
  package var fact: Localized
  /// What belongs to it: each node's verdict, say.
  package var details: [Localized] = []
  package var owner: Owner
  /// What the owner is waiting for.
  package var awaits: Localized
  /// The earliest event on the agenda that could meet it.
  package var next: Upcoming?

  init(_ fact: Localized, owner: Owner, awaits: Localized, next: Upcoming? = nil, details: [Localized] = []) {
    self.fact = fact
    self.owner = owner
    self.awaits = awaits
    self.next = next
    self.details = details
  }

  /// The same as what stands in the way of something larger, which depends on `id`.
  package func of(_ id: ObjectID) -> Obstacle {
    var obstacle = self
    obstacle.fact = Localized(same: "\(id.text): ") + fact
    return obstacle
  }

  /// With more about it.
  func with(_ more: [Localized]) -> Obstacle {
    var obstacle = self
    obstacle.details += more
    return obstacle
  }
}

extension Narrator {
  /// Why something is not so: the fact, who owns it, what it waits for, and what could meet it first.
  package func lines(_ obstacle: Obstacle, in cluster: Cluster) -> [String] {
    var lines = ["  " + text(obstacle.fact)]
    lines += obstacle.details.map { "    " + text($0) }
    let owner =
      switch obstacle.owner {
      case .component(let component): component.description
      case .person: text(.onlyYou)
      case .nobody: text(.nobody)
      }
    lines.append("  " + text(.ownerIs) + owner)
    lines.append("  " + text(.waitsFor) + text(obstacle.awaits))
    let next = obstacle.next.map { line($0, in: cluster).trimmingSpaces } ?? text(.nothingOnAgenda)
    lines.append("  " + text(.earliestEvent) + next)
    return lines
  }
}

extension String {
  fileprivate var trimmingSpaces: String { String(drop { $0 == " " || $0 == "*" }) }
}

extension Localized {
  static let ownerIs = Localized("owner:     ", "담당:      ")
  static let waitsFor = Localized("waits for: ", "기다림:    ")
  static let earliestEvent = Localized("earliest:  ", "가장 빠름: ")
  static let onlyYou = Localized("you (nothing in the cluster will)", "사용자(클러스터 안에서는 아무도 하지 않습니다)")
  static let nobody = Localized("nobody", "없음")
  static let nothingOnAgenda = Localized(
    "nothing on the agenda could",
    "예정된 일 가운데에는 없습니다"
  )
  static let never = Localized("nothing: it never will be", "기다릴 것이 없습니다: 절대 그렇게 되지 않습니다")
}
