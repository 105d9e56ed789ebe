import Basics

/// How long things take on their way; of the size that a small real control plane shows.
enum Latency {
  /// From an accepted write to the notification of those who watch.
  static let watch = Interval.milliseconds(3)
  /// From a component's call to the API server's taking it.
  static let request = Interval.milliseconds(4)
  /// How far ahead `settle` looks for work that is still coming.
  static let settleHorizon = Interval.seconds(5)
}
