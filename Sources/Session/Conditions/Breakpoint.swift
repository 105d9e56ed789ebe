import Cluster
import Machinery

/// A condition at which the run stops, by the number under which it is taken back.
package struct Breakpoint: Hashable, Sendable {
  package let number: Int
  /// As it was typed.
  package let text: String
  package let condition: WorldCondition
}

/// A condition that is looked at after each move for whether that move has made it true.
struct ConditionWatch {
  let condition: WorldCondition
  private(set) var holds: Bool

  init(_ condition: WorldCondition, in timeline: Timeline) {
    self.condition = condition
    holds = condition.holds(in: timeline.cluster.store, after: [])
  }

  /// Whether the last move, which made `records`, has made it true.
  mutating func comesTrue(by records: ArraySlice<Record>, in timeline: Timeline) -> Bool {
    if condition.isAboutObjects, !records.contains(where: \.isChange) { return false }
    let before = holds
    holds = condition.holds(in: timeline.cluster.store, after: records)
    return holds && (!before || !condition.isAboutObjects)
  }
}

extension Record {
  fileprivate var isChange: Bool { if case .wrote(_, _, .some) = happening { true } else { false } }
}
