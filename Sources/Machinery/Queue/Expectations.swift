package import Basics
package import Objects

/// What a controller has asked for and not yet seen come back through its watch.
///
/// While something is outstanding the cache is known to be behind, and the controller neither creates nor deletes.
/// Mirrors `controller.UIDTrackingControllerExpectations`.
package struct Expectations: Sendable {
  /// What is outstanding for one key.
  package struct Outstanding: Hashable, Sendable {
    package var creations = 0
    /// The Pods whose deletion is outstanding.
    package var deletions: [ObjectKey] = []
    package var since: Instant

    package var isFulfilled: Bool { creations <= 0 && deletions.isEmpty }
  }

  /// After this long an expectation counts as fulfilled, so that a lost notification cannot stop a controller.
  package static let timeout = Interval.minutes(5)

  private var outstanding = SnapshotMap<ObjectKey, Outstanding>()

  package init() {}

  package func outstanding(for key: ObjectKey) -> Outstanding? { outstanding[key] }

  package func isSatisfied(_ key: ObjectKey, at now: Instant) -> Bool {
    guard let entry = outstanding[key] else { return true }
    return entry.isFulfilled || now - entry.since > Expectations.timeout
  }

  package mutating func expect(_ key: ObjectKey, creations: Int, deletions: [ObjectKey], at now: Instant) {
    var entry = Outstanding(since: now)
    entry.creations = creations
    entry.deletions = deletions
    outstanding[key] = entry
  }

  package mutating func creationObserved(_ key: ObjectKey) {
    guard let entry = outstanding[key], entry.creations > 0 else { return }
    outstanding[key]?.creations -= 1
  }

  package mutating func deletionObserved(_ key: ObjectKey, _ pod: ObjectKey) {
    guard let index = outstanding[key]?.deletions.firstIndex(of: pod) else { return }
    outstanding[key]?.deletions.remove(at: index)
  }

  package mutating func forget(_ key: ObjectKey) { outstanding.removeValue(forKey: key) }
}
