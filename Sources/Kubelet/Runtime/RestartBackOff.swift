import Basics

/// How long a container must stay down before its next start: 10 s doubling to 300 s.
///
/// Mirrors client-go's `flowcontrol.Backoff` as the container runtime manager uses it (`doBackOff`): an entry is made
/// at the first restart, doubles at each one after it, and is forgotten when nothing has happened for twice the
/// maximum.
struct RestartBackOff: Hashable, Sendable {
  private static let initial = Interval.seconds(10)
  private static let longest = Interval.seconds(300)

  private(set) var length: Interval?
  private var updated: Instant?

  init() {}

  /// Whether a container that ended at `end` may not start yet.
  func holds(since end: Instant, at now: Instant) -> Bool {
    guard let length, let updated, end - updated <= RestartBackOff.longest * 2 else { return false }
    return now - end < length
  }

  /// Takes note of a restart of a container that ended at `end`.
  mutating func restarted(after end: Instant, at now: Instant) {
    if let length, let updated, end - updated <= RestartBackOff.longest * 2 {
      self.length = min(RestartBackOff.longest, length * 2)
    } else {
      length = RestartBackOff.initial
    }
    updated = now
  }
}
