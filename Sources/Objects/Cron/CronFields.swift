import Basics

/// The five fields of a schedule, each a set of numbers.
struct CronFields: Hashable, Sendable {
  private let minutes: NumberSet
  private let hours: NumberSet
  private let days: NumberSet
  private let months: NumberSet
  private let weekdays: NumberSet

  /// Minute, hour, day of the month, month, day of the week.
  init(_ texts: [String]) throws(CronError) {
    minutes = try NumberSet(texts[0], in: 0...59)
    hours = try NumberSet(texts[1], in: 0...23)
    days = try NumberSet(texts[2], in: 1...31)
    months = try NumberSet(texts[3], in: 1...12, names: CivilTime.monthNames)
    weekdays = try NumberSet(texts[4], in: 0...6, names: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"])
  }

  /// The first full minute after `instant` that all fields allow on the clock of `zone`; nil where none comes within
  /// five years.
  ///
  /// Mirrors `SpecSchedule.Next`, and with it what becomes of hours that the clock leaves out or shows twice.
  func next(after instant: Instant, in zone: TimeZoneRule) -> Instant? {
    var time = instant.wholeSecond + .seconds(60 - Int64(CivilTime(instant).second))
    var clock = zone.local(time)
    let lastYear = clock.year + 5
    // From the first step on, what is smaller than the step is at its beginning.
    var isAtBeginning = false
    while clock.year <= lastYear {
      if !months.contains(clock.month) {
        time = zone.instant(clock.beginningOfNextMonth)
      } else if !matchesDay(clock) {
        time = CronFields.midnight(zone.instant(clock.beginningOfNextDay), zone)
      } else if !hours.contains(clock.hour) {
        time = (isAtBeginning ? time : time - .minutes(Int64(clock.minute))) + .hours(1)
      } else if !minutes.contains(clock.minute) {
        time = time + .minutes(1)
      } else {
        return time
      }
      isAtBeginning = true
      clock = zone.local(time)
    }
    return nil
  }

  /// Midnight, where the clock is set on in that night, begins the day later, or the hour before it comes twice.
  private static func midnight(_ time: Instant, _ zone: TimeZoneRule) -> Instant {
    let hour = zone.local(time).hour
    return hour > 12 ? time + .hours(Int64(24 - hour)) : time - .hours(Int64(hour))
  }

  /// Where both kinds of day are given, one of them is enough.
  private func matchesDay(_ time: CivilTime) -> Bool {
    let day = days.contains(time.day)
    let weekday = weekdays.contains(time.weekday)
    return days.isStar || weekdays.isStar ? day && weekday : day || weekday
  }
}

/// The numbers that one field allows: `*`, `5`, `1-5`, `*/15`, `mon,wed`.
private struct NumberSet: Hashable, Sendable {
  private var bits: UInt64 = 0
  /// Whether the field was `*` or `?` without a step.
  private(set) var isStar = false

  init(_ text: String, in bounds: ClosedRange<Int>, names: [String] = []) throws(CronError) {
    for part in text.split(separator: ",") { try add(String(part), bounds, names) }
  }

  func contains(_ number: Int) -> Bool { bits & (1 << UInt64(number)) != 0 }

  private mutating func add(
    _ text: String,
    _ bounds: ClosedRange<Int>,
    _ names: [String]
  ) throws(CronError) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let ends = halves[0].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    func number(_ text: String) throws(CronError) -> Int {
      if let index = names.firstIndex(where: { $0.lowercased() == text.lowercased() }) {
        return index + bounds.lowerBound
      }
      return try NumberSet.number(text)
    }
    let isWhole = ends[0] == "*" || ends[0] == "?"
    let start = isWhole ? bounds.lowerBound : try number(ends[0])
    var end = isWhole ? bounds.upperBound : start
    if !isWhole, ends.count == 2 { end = try number(ends[1]) }
    if !isWhole, ends.count > 2 { throw .hyphens(text) }
    guard halves.count <= 2 else { throw .slashes(text) }
    let step = halves.count == 2 ? try NumberSet.number(halves[1]) : 1
    if halves.count == 2, ends.count == 1 { end = bounds.upperBound }
    if start < bounds.lowerBound { throw .belowMinimum(start, minimum: bounds.lowerBound, text) }
    if end > bounds.upperBound { throw .aboveMaximum(end, maximum: bounds.upperBound, text) }
    if start > end { throw .reversed(start, end, text) }
    if step == 0 { throw .step(text) }
    if isWhole, step == 1 { isStar = true }
    for number in stride(from: start, through: end, by: step) { bits |= 1 << UInt64(number) }
  }

  private static func number(_ text: String) throws(CronError) -> Int {
    guard let number = Int(text) else {
      throw !text.isEmpty && text.allSatisfy(\.isWholeNumber) ? .tooLarge(text) : .notANumber(text)
    }
    if number < 0 { throw .negative(number, text) }
    return number
  }
}

extension CivilTime {
  fileprivate var beginningOfNextMonth: CivilTime {
    CivilTime(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
  }

  fileprivate var beginningOfNextDay: CivilTime {
    day < CivilTime.daysIn(month: month, of: year)
      ? CivilTime(year: year, month: month, day: day + 1) : beginningOfNextMonth
  }
}
