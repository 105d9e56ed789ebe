/// A moment of virtual time, in microseconds since the Unix epoch.
///
/// Nothing here reads a clock: instants come from the cluster's agenda.
public struct Instant: Hashable, Comparable, Sendable {
  /// Since the Unix epoch.
  public var microseconds: Int64

  /// The moment `microseconds` after the Unix epoch.
  public init(microseconds: Int64) { self.microseconds = microseconds }
  /// The moment `unixSeconds` seconds after the Unix epoch.
  package init(unixSeconds: Int64) { self.microseconds = unixSeconds * 1_000_000 }

  /// The end of the year 9999: later times cannot be written, as `metav1.Time` of Kubernetes cannot.
  package static let latest = Instant(unixSeconds: 253_402_300_799)

  /// Seconds since the Unix epoch, rounded down.
  package var unixSeconds: Int64 {
    microseconds >= 0 ? microseconds / 1_000_000 : (microseconds - 999_999) / 1_000_000
  }

  /// This moment with its fraction of a second dropped, as `metav1.Time` is serialised.
  package var wholeSecond: Instant { Instant(unixSeconds: unixSeconds) }

  /// Whether `left` comes before `right`.
  public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }
  package static func + (left: Instant, right: Interval) -> Instant {
    Instant(microseconds: left.microseconds + right.microseconds)
  }
  package static func - (left: Instant, right: Interval) -> Instant {
    Instant(microseconds: left.microseconds - right.microseconds)
  }
  package static func - (left: Instant, right: Instant) -> Interval {
    Interval(microseconds: left.microseconds - right.microseconds)
  }
}
