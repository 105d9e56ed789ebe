package import Basics

/// How far a clock is ahead of UTC, where that is the same each year: with or without summer time.
package struct TimeZoneRule: Hashable, Sendable {
  /// When summer time begins or ends.
  struct Switch: Hashable, Sendable {
    /// 1 to 12.
    var month: Int
    /// 1 is the first such weekday of the month, 5 the last.
    var week: Int
    /// 0 is Sunday.
    var weekday: Int
    /// From midnight, on the clock that goes until then; may lie in another day.
    var seconds: Int64
  }

  private let standard: Interval
  private let summer: Interval
  private let from: Switch?
  private let until: Switch?

  package static let utc = TimeZoneRule(fixed: 0)

  /// A clock that is always so many seconds ahead.
  init(fixed seconds: Int64) {
    standard = .seconds(seconds)
    summer = standard
    from = nil
    until = nil
  }

  /// A clock that is `standard` seconds ahead, and `summer` in between.
  init(standard: Int64, summer: Int64, from: Switch, until: Switch) {
    self.standard = .seconds(standard)
    self.summer = .seconds(summer)
    self.from = from
    self.until = until
  }

  /// How far the clock is ahead of UTC then.
  package func offset(at instant: Instant) -> Interval {
    guard let from, let until else { return standard }
    let year = CivilTime(instant + standard).year
    let (start, end) = (from.time(in: year) - standard, until.time(in: year) - summer)
    // South of the equator summer time goes over the end of the year.
    let isSummer = start < end ? start <= instant && instant < end : start <= instant || instant < end
    return isSummer ? summer : standard
  }

  /// What the clock shows.
  func local(_ instant: Instant) -> CivilTime { CivilTime(instant + offset(at: instant)) }

  /// The moment at which the clock shows `local`; where it shows that twice or never, one nearby.
  ///
  /// Mirrors Go's `time.Date`.
  func instant(_ local: CivilTime) -> Instant {
    let time = local.instant
    return time - offset(at: time - offset(at: time))
  }
}

extension TimeZoneRule.Switch {
  /// As the clock shows it, read as UTC.
  fileprivate func time(in year: Int) -> Instant {
    let first = CivilTime(year: year, month: month, day: 1)
    var day = 1 + (weekday - first.weekday + 7) % 7 + 7 * (week - 1)
    while day > CivilTime.daysIn(month: month, of: year) { day -= 7 }
    return CivilTime(year: year, month: month, day: day).instant + .seconds(seconds)
  }
}
