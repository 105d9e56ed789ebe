/// A length of virtual time, in whole microseconds.
package struct Interval: Hashable, Comparable, Sendable {
  package var microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  package static let zero = Interval(microseconds: 0)
  package static func microseconds(_ count: Int64) -> Interval { Interval(microseconds: count) }
  package static func milliseconds(_ count: Int64) -> Interval { Interval(microseconds: count * 1_000) }
  package static func seconds(_ count: Int64) -> Interval { Interval(microseconds: count * 1_000_000) }
  package static func minutes(_ count: Int64) -> Interval { .seconds(count * 60) }
  package static func hours(_ count: Int64) -> Interval { .minutes(count * 60) }

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
