package import Basics
package import Objects

/// The Pods under one entry of the owner index, with the numbers of those that stand alike.
///
/// A controller looks at its Pods after each change of one of them, and what it compares are numbers. Kept along with
/// the Pods they cost the same for any size of the group; counting all Pods each time would take the square of it.
package struct PodGroup: Sendable {
  /// What the numbers tell active Pods apart by.
  package struct Standing: Hashable, Comparable, Sendable {
    package let labels: StringMap
    package let isReady: Bool

    package init(_ pod: Pod) {
      labels = pod.metadata.labels
      isReady = pod.isReady
    }

    package static func < (left: Standing, right: Standing) -> Bool {
      left.labels == right.labels
        ? !left.isReady && right.isReady : left.labels.joined.precedesByBytes(right.labels.joined)
    }
  }

  package private(set) var objects = SnapshotMap<ObjectKey, Object>()
  /// Those that do not count for their controller any more: they have ended or are being deleted.
  package private(set) var inactive = SnapshotMap<ObjectKey, Object>()
  private var numbers = SnapshotMap<Standing, Int>()

  package init() {}

  package var count: Int { objects.count }
  package var isEmpty: Bool { objects.isEmpty }

  /// How many active Pods stand so.
  package func count(where isSo: (Standing) -> Bool) -> Int {
    var count = 0
    numbers.forEachUnordered { standing, number in
      if isSo(standing) { count += number }
    }
    return count
  }

  /// Takes in a Pod, or what has become of one.
  package mutating func put(_ object: Object) {
    let key = object.metadata.key
    let before = objects.updateValue(object, forKey: key).flatMap(PodGroup.standing)
    let now = PodGroup.standing(of: object)
    if now == nil { inactive[key] = object } else if before == nil { inactive.removeValue(forKey: key) }
    move(from: before, to: now)
  }

  package mutating func remove(_ key: ObjectKey) {
    guard let old = objects.removeValue(forKey: key) else { return }
    inactive.removeValue(forKey: key)
    move(from: PodGroup.standing(of: old), to: nil)
  }

  private mutating func move(from before: Standing?, to now: Standing?) {
    if before == now { return }
    if let before {
      let left = (numbers[before] ?? 0) - 1
      numbers[before] = left > 0 ? left : nil
    }
    if let now { numbers[now, default: 0] += 1 }
  }

  /// nil for a Pod that is not active.
  private static func standing(of object: Object) -> Standing? {
    guard let pod = object.as(Pod.self), pod.isActive else { return nil }
    return Standing(pod)
  }
}
