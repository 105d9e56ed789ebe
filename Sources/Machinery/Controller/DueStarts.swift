package import Basics

/// What a CronJob's schedule asks for by now: the starts that have come since the last one.
///
/// Mirrors what `mostRecentScheduleTime` of `pkg/controller/cronjob` looks from and comes to.
package struct DueStarts: Hashable, Sendable {
  /// Only starts after this moment count: the last start, or the CronJob's creation where there was none; but no
  /// longer ago than `startingDeadlineSeconds`.
  package var since: Instant
  /// The latest that has come, and the only one that may be made up for; nil where none has.
  package var latest: Instant?
  /// How many have come, reckoned from the distance between the first two.
  package var count: Int64

  package init(since: Instant, latest: Instant?, count: Int64) {
    self.since = since
    self.latest = latest
    self.count = count
  }
}
