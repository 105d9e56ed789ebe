import Basics
import Objects
import Testing

@Suite struct CronTests {
  @Test(arguments: [
    ("* * * * *", "2026-01-01T00:00:30Z", "2026-01-01T00:01:00Z"),
    ("*/15 * * * *", "2026-01-01T00:15:00Z", "2026-01-01T00:30:00Z"),
    ("30 4 1,15 * 5", "2026-01-01T05:00:00Z", "2026-01-02T04:30:00Z"),
    ("0 0 31 * *", "2026-01-31T00:00:00Z", "2026-03-31T00:00:00Z"),
    ("0 12 29 feb *", "2026-01-01T00:00:00Z", "2028-02-29T12:00:00Z"),
    ("5/20 * * * *", "2026-01-01T00:26:00Z", "2026-01-01T00:45:00Z"),
    ("0 9 * * MON-FRI", "2026-01-02T09:00:00Z", "2026-01-05T09:00:00Z"),
    ("@hourly", "2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z"),
    ("@weekly", "2026-01-01T00:00:00Z", "2026-01-04T00:00:00Z"),
    ("@every 1m30s", "2026-01-01T00:00:00Z", "2026-01-01T00:01:30Z"),
  ])
  func next(schedule: String, after: String, expected: String) throws {
    let start = try #require(Instant(rfc3339: after))
    #expect(try CronSchedule.parse(schedule).next(after: start)?.rfc3339 == expected)
  }

  @Test func aDayThatNeverComes() throws {
    #expect(try CronSchedule.parse("0 0 30 2 *").next(after: Instant(unixSeconds: 0)) == nil)
  }

  @Test(arguments: [
    ("0 8 * * *", "Asia/Seoul", "2026-01-01T00:00:00Z", "2026-01-01T23:00:00Z"),
    ("0 0 * * *", "Asia/Kolkata", "2026-01-01T00:00:00Z", "2026-01-01T18:30:00Z"),
    // Winter and summer.
    ("0 9 * * *", "Europe/Berlin", "2026-01-01T09:00:00Z", "2026-01-02T08:00:00Z"),
    ("0 9 * * *", "Europe/Berlin", "2026-07-01T09:00:00Z", "2026-07-02T07:00:00Z"),
    ("0 9 * * *", "Australia/Sydney", "2026-01-01T09:00:00Z", "2026-01-01T22:00:00Z"),
    ("0 9 * * *", "Australia/Sydney", "2026-07-01T09:00:00Z", "2026-07-01T23:00:00Z"),
    // An hour that the clock leaves out is skipped with its day, one that it shows twice comes twice.
    ("30 2 * * *", "America/New_York", "2026-03-08T05:00:00Z", "2026-03-09T06:30:00Z"),
    ("30 1 * * *", "America/New_York", "2026-11-01T04:00:00Z", "2026-11-01T05:30:00Z"),
    ("30 1 * * *", "America/New_York", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"),
    ("0 * * * *", "America/New_York", "2026-03-08T06:00:00Z", "2026-03-08T07:00:00Z"),
    // Midnight is left out in Santiago on that day.
    ("0 0 * * *", "America/Santiago", "2026-09-05T12:00:00Z", "2026-09-07T03:00:00Z"),
    ("15 * 1 1 *", "Australia/Lord_Howe", "2026-04-04T00:00:00Z", "2026-12-31T13:15:00Z"),
  ])
  func zonesMoveTheClock(schedule: String, zone: String, after: String, expected: String) throws {
    let start = try #require(Instant(rfc3339: after))
    let rule = try #require(TimeZoneName(zone)?.rule)
    #expect(try CronSchedule.parse(schedule).next(after: start, in: rule)?.rfc3339 == expected)
  }

  @Test(arguments: [
    ("Europe/Dublin", "2026-01-15T00:00:00Z", 0), ("Europe/Dublin", "2026-07-15T00:00:00Z", 3_600),
    ("Europe/London", "2026-03-29T00:59:59Z", 0), ("Europe/London", "2026-03-29T01:00:00Z", 3_600),
    ("Europe/London", "2026-10-25T00:59:59Z", 3_600), ("Europe/London", "2026-10-25T01:00:00Z", 0),
    ("Australia/Lord_Howe", "2026-01-15T00:00:00Z", 39_600), ("Australia/Lord_Howe", "2026-06-15T00:00:00Z", 37_800),
    ("America/Nuuk", "2026-03-29T00:59:59Z", -7_200), ("America/Nuuk", "2026-03-29T01:00:00Z", -3_600),
  ])
  func summerTime(zone: String, at time: String, seconds: Int64) throws {
    let rule = try #require(TimeZoneName(zone)?.rule)
    #expect(rule.offset(at: try #require(Instant(rfc3339: time))) == .seconds(seconds))
  }

  @Test func zonesWithoutARule() throws {
    #expect(try #require(TimeZoneName("Africa/Casablanca")).rule == nil)
    #expect(TimeZoneName("Asia/Nowhere") == nil)
  }

  @Test(arguments: [
    ("", "empty spec string"),
    ("60 * * * *", "end of range (60) above maximum (59): 60"),
    ("* * 0 * *", "beginning of range (0) below minimum (1): 0"),
    ("1-2-3 * * * *", "too many hyphens: 1-2-3"),
    ("1/2/3 * * * *", "too many slashes: 1/2/3"),
    ("x * * * *", #"failed to parse int from x: strconv.Atoi: parsing "x": invalid syntax"#),
    (
      "99999999999999999999 * * * *",
      #"failed to parse int from 99999999999999999999: strconv.Atoi: parsing "99999999999999999999": value out of range"#
    ),
    ("-5 * * * *", #"failed to parse int from : strconv.Atoi: parsing "": invalid syntax"#),
    ("*/-5 * * * *", "negative number (-5) not allowed: -5"),
    ("* * * * 7", "end of range (7) above maximum (6): 7"),
    ("@often", "unrecognized descriptor: @often"),
    ("@every 5", #"failed to parse duration @every 5: time: missing unit in duration "5""#),
    ("@every x", #"failed to parse duration @every x: time: invalid duration "x""#),
    ("TZ=Nowhere * * * * *", "provided bad location Nowhere: unknown time zone Nowhere"),
  ])
  func errors(schedule: String, text: String) {
    let error = #expect(throws: CronError.self) { try CronSchedule.parse(schedule) }
    #expect(error?.text == text)
  }
}
