package import Basics
package import Objects

/// How long a controller leaves alone what keeps failing, for each owner and place: 1 s, doubling to 15 minutes.
///
/// Mirrors client-go's `flowcontrol.Backoff` as the DaemonSet controller sets it up for failed Pods.
package struct BackOffs: Sendable {
  package struct Key: Hashable, Comparable, Sendable {
    package var owner: UID
    /// The node's name.
    package var place: String

    package init(owner: UID, place: String) {
      self.owner = owner
      self.place = place
    }

    package static func < (left: Key, right: Key) -> Bool {
      left.owner == right.owner ? left.place.precedesByBytes(right.place) : left.owner < right.owner
    }
  }

  private struct Entry: Sendable {
    var delay: Interval
    var last: Instant
  }

  private static let first = Interval.seconds(1)
  private static let longest = Interval.minutes(15)

  private var entries = SnapshotMap<Key, Entry>()

  package init() {}

  /// The delay that the last failure earned; nil where it has passed.
  package func delay(_ key: Key, at now: Instant) -> Interval? {
    guard let entry = entries[key], now - entry.last < entry.delay else { return nil }
    return entry.delay
  }

  /// Counts one more failure; after twice the longest delay without one the count begins anew.
  package mutating func next(_ key: Key, at now: Instant) {
    var delay = BackOffs.first
    if let entry = entries[key], now - entry.last <= BackOffs.longest * 2 {
      delay = min(entry.delay * 2, BackOffs.longest)
    }
    entries[key] = Entry(delay: delay, last: now)
  }
}
