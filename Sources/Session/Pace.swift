import Basics

/// How virtual time goes on around a command.
package enum Pace: String, Hashable, Sendable {
  /// After a command the cluster settles.
  case auto
  /// The cluster stands still until the learner steps.
  case step
  /// Scripts: each line takes the time that it takes at a shell, and nothing else moves the clock.
  case script
}

/// How long the lines of a script take beside what they wait for, of the size that kubectl shows.
enum ScriptTime {
  static let command = Interval.milliseconds(120)
  /// How much longer a command takes that reads manifests: it fetches the schema first and holds them against it.
  static let validation = Interval.milliseconds(160)
  /// From a background command to the line after it.
  static let background = Interval.milliseconds(400)
}
