import APIServer
import Cluster
import Kubectl
import Machinery
import Narration
import Objects

extension SessionCommand {
  static let whyNot = SessionCommand(
    name: "why not",
    purpose: Localized(
      "tell what keeps something from being so, who owns that, and what could change it first: help conditions",
      "무엇 때문에 그렇지 않은지, 누가 맡고 있는지, 무엇이 먼저 바꿀 수 있는지 설명합니다: help conditions"
    ),
    examples: ["why not pod/web Ready", "why not rs/web replicas=4", "why not pod/web on node-2"],
    runCondition: { session, typed, output in
      guard let condition = typed.condition(in: session, &output) else { return }
      if condition.holds(in: session.timeline.cluster.store, after: []) {
        output.print(session.text(.holds(typed.text)))
        return
      }
      guard let obstacle = condition.obstacle(in: session.timeline) else {
        output.fail(session.text(.noReason))
        return
      }
      output.print(session.text(.isNotSo(typed.text)))
      for line in session.narrator.lines(obstacle, in: session.timeline.cluster) { output.print(line) }
    }
  )
}

extension WorldCondition {
  /// The nearest thing in the way of a condition that does not hold; nil where that is no matter of an object.
  func obstacle(in timeline: Timeline) -> Obstacle? {
    statement.obstacle(ObstacleFinder(timeline), in: timeline)
  }
}

extension WorldCondition.Statement {
  fileprivate func obstacle(_ finder: ObstacleFinder, in timeline: Timeline) -> Obstacle? {
    switch self {
    case .exists(let id): return finder.obstacle(toExistence: id)
    case .gone(let id): return finder.obstacle(toDeletion: id)
    case .isTrue(let id, let condition): return finder.obstacle(toCondition: ConditionType(condition), of: id)
    case .field(let id, let path, .equal, let node) where id.kind == .pod && path == .nodeName:
      return finder.obstacle(toNode: node, of: id)
    case .field(let id, let path, let comparison, let wanted):
      let value = timeline.cluster.store[id]?.field(path)?.value
      if let number = Int64(wanted), value == nil || value?.int != nil {
        let found = value?.int ?? 0
        let (wanted, isMore) = comparison.aim(from: found, at: number)
        return finder.obstacle(toNumber: wanted, isMore: isMore, at: path, of: id)
      }
      let place = timeline.cluster.store[id]?.field(path)?.path ?? path
      guard wanted == "True", place.steps.dropLast(2) == ValuePath.conditions.steps[...],
        case .entry(let type)? = place.steps.dropLast().last
      else { return finder.obstacle(toOther: place, of: id) }
      return finder.obstacle(toCondition: ConditionType(type), of: id)
    case .number(let count, let comparison, let wanted):
      return count.obstacle(finder, comparison, wanted, in: timeline)
    case .all(let parts):
      let store = timeline.cluster.store
      return parts.first { !$0.holds(in: store, after: []) }.flatMap { $0.obstacle(finder, in: timeline) }
    case .any(let parts): return parts.lazy.compactMap { $0.obstacle(finder, in: timeline) }.first
    case .record, .not: return nil
    }
  }
}

extension ValuePath {
  fileprivate static let conditions = ValuePath([.member("status"), .member("conditions")])
  fileprivate static let nodeName = ValuePath([.member("spec"), .member("nodeName")])
}

extension ValueComparison {
  /// The nearest number at which the comparison would hold, and whether that is above what there is.
  fileprivate func aim(from found: Int64, at wanted: Int64) -> (Int64, isMore: Bool) {
    switch self {
    case .more: (wanted + 1, true)
    case .less: (wanted - 1, false)
    case .notEqual: (wanted + 1, true)
    case .equal, .atLeast, .atMost: (wanted, found < wanted)
    }
  }
}

extension ObjectCount {
  /// The first object of the set that does not count as it should.
  fileprivate func obstacle(
    _ finder: ObstacleFinder,
    _ comparison: ValueComparison,
    _ wanted: Int64,
    in timeline: Timeline
  ) -> Obstacle? {
    let objects = set.objects(in: timeline.cluster.store)
    let (_, isMore) = comparison.aim(from: Int64(value(in: timeline.cluster.store)), at: wanted)
    if !isMore { return objects.first.map { finder.obstacle(toDeletion: $0.id) } }
    guard which != .terminating else { return nil }
    let lacking = which == .count ? [] : objects.filter { !$0.hasTrueCondition("Ready") }
    // One that goes will not come to count any more.
    guard let first = lacking.first(where: { $0.metadata.deletionTimestamp == nil }) ?? lacking.first else {
      return finder.obstacle(toMoreOf: set.kind, than: objects.count)
    }
    return finder.obstacle(toCondition: .ready, of: first.id).of(first.id)
  }
}

extension Localized {
  fileprivate static func holds(_ text: String) -> Localized {
    Localized("\(text): it is so, nothing stands in the way", "\(text): 이미 그렇습니다. 막는 것이 없습니다")
  }
  fileprivate static func isNotSo(_ text: String) -> Localized {
    Localized("not \(text), because:", "\(text) 조건이 이루어지지 않은 이유:")
  }
  fileprivate static let noReason = Localized(
    "error: why not asks about an object: its conditions, its numbers, its node, its being there",
    "error: why not은 오브젝트의 컨디션, 수, 노드, 존재에 대해 묻습니다"
  )
}
