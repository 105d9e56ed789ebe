package import Basics

/// One command that was run in a container from outside, with `kubectl exec`.
package struct ExecRecord: Hashable, Sendable {
  package var container: String
  /// Its words, with spaces between.
  package var command: String
  /// nil where it was not begun or has not ended.
  package var exitCode: Int?
  /// Why it was not begun, or that it was stopped; empty else.
  package var message: String
  package var took: Interval

  package init(container: String, command: String, exitCode: Int?, message: String, took: Interval) {
    self.container = container
    self.command = command
    self.exitCode = exitCode
    self.message = message
    self.took = took
  }
}
