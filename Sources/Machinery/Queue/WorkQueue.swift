package import Basics
package import Objects

/// The keys that wait to be reconciled, each at most once, and never two at a time of one key.
///
/// Mirrors client-go's `workqueue.Type`: a queue, the set of dirty keys, the set of keys in process; and the
/// per-item exponential limiter of `workqueue.DefaultTypedControllerRateLimiter`, 5 ms doubling to 1000 s.
package struct WorkQueue: Sendable {
  private var queue: [ObjectKey] = []
  private var dirty = SnapshotSet<ObjectKey>()
  private var processing = SnapshotSet<ObjectKey>()
  private var failures = SnapshotMap<ObjectKey, Int>()

  package init() {}

  package var isEmpty: Bool { queue.isEmpty }
  /// The waiting keys, next first.
  package var waiting: [ObjectKey] { queue }

  /// Marks `key` as needing work; one that is in process is queued again when it is done.
  package mutating func add(_ key: ObjectKey) {
    guard dirty.insert(key) else { return }
    if !processing.contains(key) { queue.append(key) }
  }

  /// Takes the next key into process.
  package mutating func get() -> ObjectKey? {
    guard !queue.isEmpty else { return nil }
    let key = queue.removeFirst()
    dirty.remove(key)
    processing.insert(key)
    return key
  }

  package mutating func done(_ key: ObjectKey) {
    processing.remove(key)
    if dirty.contains(key) { queue.append(key) }
  }

  /// How long to wait before trying `key` again after one more failure.
  package mutating func backOff(_ key: ObjectKey) -> Interval {
    let count = failures[key] ?? 0
    failures[key] = count + 1
    let limit: Int64 = 1_000_000_000
    return .microseconds(count >= 18 ? limit : min(limit, 5_000 << Int64(count)))
  }

  /// Ends the back-off of `key`.
  package mutating func forget(_ key: ObjectKey) { failures.removeValue(forKey: key) }
}
