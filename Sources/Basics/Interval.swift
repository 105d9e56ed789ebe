/// A length of virtual time, in whole microseconds.
package struct Interval: Hashable, Comparable, Sendable {
  package var microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  /// Within the same bounds as `seconds(_:)`; what is no number is no time.
  package init(fractionalSeconds count: Double) {
    let most = Double(Interval.mostSeconds)
    microseconds = count.isNaN ? 0 : Int64(min(max(count, -most), most) * 1_000_000)
  }

  package static let zero = Interval(microseconds: 0)
  package static func microseconds(_ count: Int64) -> Interval { Interval(microseconds: count) }
  package static func milliseconds(_ count: Int64) -> Interval { Interval(microseconds: count * 1_000) }
  /// At most as long as Go's `time.Duration` can be, some 292 years either way: manifests and flags may ask for more.
  package static func seconds(_ count: Int64) -> Interval {
    Interval(microseconds: min(max(count, -mostSeconds), mostSeconds) * 1_000_000)
  }
  package static func minutes(_ count: Int64) -> Interval { .seconds(count * 60) }
  package static func hours(_ count: Int64) -> Interval { .minutes(count * 60) }

  private static let mostSeconds: Int64 = 9_223_372_036

  /// Whole seconds, rounded towards zero.
  package var wholeSeconds: Int64 { microseconds / 1_000_000 }
  /// Seconds with their fraction, for showing.
  package var fractionalSeconds: Double { Double(microseconds) / 1_000_000 }

  package static func < (left: Interval, right: Interval) -> Bool { left.microseconds < right.microseconds }
  package static func + (left: Interval, right: Interval) -> Interval {
    Interval(microseconds: left.microseconds + right.microseconds)
  }
  package static func - (left: Interval, right: Interval) -> Interval {
    Interval(microseconds: left.microseconds - right.microseconds)
  }
  package static func * (left: Interval, right: Int64) -> Interval {
    Interval(microseconds: left.microseconds * right)
  }
}
