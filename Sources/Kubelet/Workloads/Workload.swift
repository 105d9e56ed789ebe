package import Basics
import Objects

/// What the process of a container does, as data: how long it runs, how it ends, how it takes SIGTERM, what it logs.
package struct Workload: Hashable, Sendable {
  /// How long it runs by itself; nil for "until it is stopped".
  package var runsFor: Interval?
  /// The exit code when it ends by itself.
  package var exitCode = 0
  /// How long it takes to end after SIGTERM; nil for a process that ignores the signal.
  package var stopsAfter: Interval? = .milliseconds(270)
  /// The exit code when it obeys SIGTERM.
  package var stoppedExitCode = 0
  /// How long after its start the container counts as started, beyond the runtime's own time.
  package var startsAfter = Interval.zero
  /// Whether it is ready without a readiness probe.
  package var isReady = true
  /// What it logs when it starts.
  package var startLog: [String] = []

  package init() {}
}
