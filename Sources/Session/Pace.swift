/// How virtual time goes on around a command.
package enum Pace: String, Hashable, Sendable {
  /// After a command the cluster settles.
  case auto
  /// The cluster stands still until the learner steps.
  case step
  /// Scripts: each kubectl command takes 100 ms, and nothing else moves the clock but the script itself.
  case script
}
