import Basics
import Machinery
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
  static let manyMissed: Int64 = 100

  /// nil for a schedule that cannot be read, which validation refuses.
  init?(_ cronJob: CronJob, now: Instant) {
    guard let schedule = cronJob.spec.clock else { return nil }
    self.cronJob = cronJob
    self.schedule = schedule
    self.now = now
  }

  /// A schedule that names days which never come.
  struct NeverDue: Error {}

  private var zone: TimeZoneRule { cronJob.spec.timeZone.flatMap { TimeZoneName($0)?.rule } ?? .utc }

  private func next(after time: Instant) -> Instant? { schedule.next(after: time, in: zone) }

  /// The starts that are due now.
  ///
  /// Mirrors `nextScheduleTime`.
  func due() throws(NeverDue) -> DueStarts { try recent(withinDeadline: true) }

  /// How long until the CronJob is to be looked at again; nil where no start will come.
  ///
  /// Mirrors `nextScheduleTimeDuration`.
  var untilNext: Interval? {
    let from: Instant
    if let recent = try? recent(withinDeadline: false) {
      from = recent.latest ?? (recent.count == 0 ? recent.since : now)
    } else {
      from = now
    }
    return next(after: from).map { $0 + CronStart.delta - now }
  }

  /// Mirrors `mostRecentScheduleTime`.
  private func recent(withinDeadline: Bool) throws(NeverDue) -> DueStarts {
    var earliest = cronJob.status.lastScheduleTime ?? cronJob.metadata.creationTimestamp ?? now
    if withinDeadline, let deadline = cronJob.spec.startingDeadlineSeconds {
      earliest = max(earliest, now - .seconds(Int64(deadline)))
    }
    guard let first = next(after: earliest) else { throw NeverDue() }
    if now < first { return DueStarts(since: earliest, latest: nil, count: 0) }
    guard let second = next(after: first) else { throw NeverDue() }
    if now < second { return DueStarts(since: earliest, latest: first, count: 1) }
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
    return DueStarts(since: earliest, latest: latest, count: missed)
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
