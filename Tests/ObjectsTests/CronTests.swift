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

  @Test func zonesMoveTheClock() throws {
    let start = try #require(Instant(rfc3339: "2026-01-01T00:00:00Z"))
    let seoul = try #require(TimeZoneName("Asia/Seoul")?.offset)
    #expect(try CronSchedule.parse("0 8 * * *").next(after: start, offset: seoul)?.rfc3339 == "2026-01-01T23:00:00Z")
    #expect(TimeZoneName("Europe/Berlin")?.offset == nil)
    #expect(TimeZoneName("Asia/Nowhere") == nil)
  }

  @Test(arguments: [
    ("", "empty spec string"),
    ("60 * * * *", "end of range (60) above maximum (59): 60"),
    ("* * 0 * *", "beginning of range (0) below minimum (1): 0"),
    ("1-2-3 * * * *", "too many hyphens: 1-2-3"),
    ("1/2/3 * * * *", "too many slashes: 1/2/3"),
    ("x * * * *", #"failed to parse int from x: strconv.Atoi: parsing "x": invalid syntax"#),
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
