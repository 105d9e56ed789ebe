import Basics
import Objects

/// When a CronJob should have started last, and when it is to start next.
///
/// Mirrors `pkg/controller/cronjob/utils.go`.
struct CronStart {
  let cronJob: CronJob
  let schedule: CronSchedule
  let now: Instant

  /// A start is looked for a little after its time, so that the clock has surely passed it.
  private static let delta = Interval.milliseconds(100)
  /// With more missed starts than this the controller warns.
  private static let manyMissed: Int64 = 100

  /// nil for a schedule that cannot be read, which validation refuses.
  init?(_ cronJob: CronJob, now: Instant) {
    guard let schedule = try? CronSchedule.parse(cronJob.spec.schedule) else { return nil }
    self.cronJob = cronJob
    self.schedule = schedule
    self.now = now
  }

  /// The latest start that was due by now.
  struct Latest {
    var time: Instant
    /// So many were missed that the controller warns.
    var isOneOfMany: Bool
  }

  /// A schedule that names days which never come.
  struct NeverDue: Error {}

  private struct Recent {
    var earliest: Instant
    var latest: Instant?
    var missed: Int64
  }

  private var zone: TimeZoneRule { cronJob.spec.timeZone.flatMap { TimeZoneName($0)?.rule } ?? .utc }

  private func next(after time: Instant) -> Instant? { schedule.next(after: time, in: zone) }

  /// The start that is due now; nil where none is.
  ///
  /// Mirrors `nextScheduleTime`.
  func due() throws(NeverDue) -> Latest? {
    let recent = try recent(withinDeadline: true)
    guard let time = recent.latest, time <= now else { return nil }
    return Latest(time: time, isOneOfMany: recent.missed > CronStart.manyMissed)
  }

  /// How long until the CronJob is to be looked at again; nil where no start will come.
  ///
  /// Mirrors `nextScheduleTimeDuration`.
  var untilNext: Interval? {
    let from: Instant
    if let recent = try? recent(withinDeadline: false) {
      from = recent.latest ?? (recent.missed == 0 ? recent.earliest : now)
    } else {
      from = now
    }
    return next(after: from).map { $0 + CronStart.delta - now }
  }

  /// Mirrors `mostRecentScheduleTime`.
  private func recent(withinDeadline: Bool) throws(NeverDue) -> Recent {
    var earliest = cronJob.status.lastScheduleTime ?? cronJob.metadata.creationTimestamp ?? now
    if withinDeadline, let deadline = cronJob.spec.startingDeadlineSeconds {
      earliest = max(earliest, now - .seconds(Int64(deadline)))
    }
    guard let first = next(after: earliest) else { throw NeverDue() }
    if now < first { return Recent(earliest: earliest, latest: nil, missed: 0) }
    guard let second = next(after: first) else { throw NeverDue() }
    if now < second { return Recent(earliest: earliest, latest: first, missed: 0) }
    let period = (second - first).wholeSeconds
    if period < 1 { throw NeverDue() }
    let missed = (now - first).wholeSeconds / period + 1
    // One period back from the estimate, for schedules that are not regular.
    var latest: Instant?
    var time = next(after: first + .seconds((missed - 2) * period))
    while let candidate = time, candidate <= now {
      latest = candidate
      time = next(after: candidate)
    }
    return Recent(earliest: earliest, latest: latest, missed: missed)
  }

  /// `2026-01-01T18:00:00+09:00`: a start on the clock of the time zone.
  func timestamp(of time: Instant) -> String {
    let offset = zone.offset(at: time)
    let seconds = offset.wholeSeconds
    if seconds == 0 { return time.rfc3339 }
    let minutes = Int(seconds.magnitude) / 60
    let zone = (seconds < 0 ? "-" : "+") + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2)
    return String((time + offset).rfc3339.dropLast()) + zone
  }
}
