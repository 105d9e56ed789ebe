package import Basics
package import Objects

/// One life of a container: a restart makes another.
package struct ContainerInstance: Sendable {
  package enum Phase: Hashable, Sendable {
    case waiting(reason: String, message: String)
    case running(since: Instant)
    case ended(ContainerState.Termination)
  }

  /// 0 for the first life.
  package var number: Int
  package var id: String
  package var phase: Phase
  /// Its files and processes, and what it has written.
  package internal(set) var world: ContainerWorld
  /// When the next wake for its processes comes; nil where none is arranged.
  var wokenAt: Instant?

  package var isRunning: Bool { if case .running = phase { true } else { false } }

  package var state: ContainerState {
    switch phase {
    case .waiting(let reason, let message): .waiting(reason: reason, message: message)
    case .running(let since): .running(startedAt: since.wholeSecond)
    case .ended(let end): .terminated(end)
    }
  }
}

/// A container of a Pod on its node: its present life, and the one before.
package struct RunningContainer: Sendable {
  package var spec: Container
  package var current: ContainerInstance
  package var previous: ContainerInstance?
  var backOff = RestartBackOff()
  /// How long the back-off is that the last look found to be holding; nil where none was.
  package internal(set) var heldFor: Interval?

  var probes: [ProbeWorker] = []
  /// Whether a failed probe has it stopped.
  var isStopping = false

  package var name: String { spec.name }

  /// Whether it runs and its startup probe, where it has one, has passed.
  var hasStarted: Bool { current.isRunning && (probes.first { $0.kind == .startup }?.result ?? true) }

  /// Whether it counts as ready: its readiness probe has passed, or it has none.
  var isReady: Bool {
    hasStarted && !isStopping && current.world.isReady && (probes.first { $0.kind == .readiness }?.result ?? true)
  }
}
