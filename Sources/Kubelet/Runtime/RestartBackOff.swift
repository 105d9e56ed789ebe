import Basics

/// How long something must wait before it is tried again: 10 s doubling to 300 s.
///
/// Mirrors client-go's `flowcontrol.Backoff`, as the container runtime manager (`doBackOff`) and the image manager use
/// it: an entry is made at the first failure, doubles at each one after it, and is forgotten when nothing has happened
/// for twice the maximum.
struct RestartBackOff: Hashable, Sendable {
  private static let initial = Interval.seconds(10)
  private static let longest = Interval.seconds(300)

  private(set) var length: Interval?
  private var updated: Instant?

  init() {}

  /// When the wait that began with the last failure is over; nil before the first.
  var end: Instant? {
    guard let length, let updated else { return nil }
    return updated + length
  }

  /// `10s`, `1m20s`: the length as Go prints it.
  var text: String {
    let seconds = length?.wholeSeconds ?? 0
    return seconds < 60 ? "\(seconds)s" : "\(seconds / 60)m\(seconds % 60)s"
  }

  /// Until when what ended at `end` may not be tried again; nil where it may now.
  ///
  /// Mirrors `IsInBackOffSince`.
  func holds(since end: Instant, at now: Instant) -> Instant? {
    guard let length, let updated, end - updated <= RestartBackOff.longest * 2 else { return nil }
    return now - end < length ? end + length : nil
  }

  /// Whether the wait that began with the last failure goes on.
  ///
  /// Mirrors `IsInBackOffSinceUpdate`.
  func holdsSinceUpdate(at now: Instant) -> Bool {
    guard let length, let updated, now - updated <= RestartBackOff.longest * 2 else { return false }
    return now - updated < length
  }

  /// Takes note of one more failure, which happened at `time`.
  ///
  /// Mirrors `Next`.
  mutating func next(after time: Instant, at now: Instant) {
    if let length, let updated, time - updated <= RestartBackOff.longest * 2 {
      self.length = min(RestartBackOff.longest, length * 2)
    } else {
      length = RestartBackOff.initial
    }
    updated = now
  }
}
