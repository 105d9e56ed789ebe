package import Basics

/// When a CronJob starts its Jobs: five fields, a word like `@hourly`, or `@every 90s`.
///
/// Mirrors `ParseStandard` and the schedules of `github.com/robfig/cron/v3`.
package struct CronSchedule: Hashable, Sendable {
  private enum Rule: Hashable {
    case fields(CronFields)
    case every(Interval)
  }

  private let rule: Rule

  package static func parse(_ text: String) throws(CronError) -> CronSchedule {
    guard !text.isEmpty else { throw .empty }
    var text = text
    if text.hasPrefix("TZ=") || text.hasPrefix("CRON_TZ=") {
      let parts = text.split(separator: " ", maxSplits: 1)
      let zone = String(parts[0].drop { $0 != "=" }.dropFirst())
      guard parts.count == 2, TimeZoneName(zone) != nil else { throw .zone(zone) }
      text = String(parts[1].drop { $0 == " " })
    }
    if text.hasPrefix("@") { return CronSchedule(rule: try descriptor(text)) }
    let fields = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard fields.count == 5 else { throw .fieldCount(fields) }
    return CronSchedule(rule: .fields(try CronFields(fields)))
  }

  private static func descriptor(_ text: String) throws(CronError) -> Rule {
    switch text {
    case "@yearly", "@annually": return .fields(try CronFields(["0", "0", "1", "1", "*"]))
    case "@monthly": return .fields(try CronFields(["0", "0", "1", "*", "*"]))
    case "@weekly": return .fields(try CronFields(["0", "0", "*", "*", "0"]))
    case "@daily", "@midnight": return .fields(try CronFields(["0", "0", "*", "*", "*"]))
    case "@hourly": return .fields(try CronFields(["0", "*", "*", "*", "*"]))
    case _ where text.hasPrefix("@every "):
      let duration = String(text.dropFirst("@every ".count))
      do { return .every(.seconds(max(1, try Interval(goDuration: duration).wholeSeconds))) } catch {
        throw .duration(text, error)
      }
    default: throw .descriptor(text)
    }
  }

  /// The first moment after `instant`, on the clock of `zone`; nil where none comes within five years.
  package func next(after instant: Instant, in zone: TimeZoneRule = .utc) -> Instant? {
    switch rule {
    case .every(let delay): instant.wholeSecond + delay
    case .fields(let fields): fields.next(after: instant, in: zone)
    }
  }
}

/// Why a schedule cannot be read.
package enum CronError: Error, Hashable, Sendable {
  case empty
  case zone(String)
  case fieldCount([String])
  case descriptor(String)
  case duration(String, GoDurationError)
  case notANumber(String)
  case tooLarge(String)
  case negative(Int, String)
  case hyphens(String)
  case slashes(String)
  case belowMinimum(Int, minimum: Int, String)
  case aboveMaximum(Int, maximum: Int, String)
  case reversed(Int, Int, String)
  case step(String)

  package var text: String {
    switch self {
    case .empty: "empty spec string"
    case .zone(let name): "provided bad location \(name): unknown time zone \(name)"
    case .fieldCount(let fields):
      "expected exactly 5 fields, found \(fields.count): [\(fields.joined(separator: " "))]"
    case .descriptor(let text): "unrecognized descriptor: \(text)"
    case .duration(let text, let error): "failed to parse duration \(text): \(error.text)"
    case .notANumber(let text):
      "failed to parse int from \(text): strconv.Atoi: parsing \(text.goQuoted): invalid syntax"
    case .tooLarge(let text):
      "failed to parse int from \(text): strconv.Atoi: parsing \(text.goQuoted): value out of range"
    case .negative(let number, let text): "negative number (\(number)) not allowed: \(text)"
    case .hyphens(let text): "too many hyphens: \(text)"
    case .slashes(let text): "too many slashes: \(text)"
    case .belowMinimum(let number, let minimum, let text):
      "beginning of range (\(number)) below minimum (\(minimum)): \(text)"
    case .aboveMaximum(let number, let maximum, let text):
      "end of range (\(number)) above maximum (\(maximum)): \(text)"
    case .reversed(let start, let end, let text):
      "beginning of range (\(start)) beyond end of range (\(end)): \(text)"
    case .step(let text): "step of range should be a positive number: \(text)"
    }
  }
}
