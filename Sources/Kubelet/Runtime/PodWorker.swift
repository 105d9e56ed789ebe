package import Basics
package import Objects

/// What a kubelet knows of one Pod: the object that it was told of, and what really runs.
package struct PodWorker: Sendable {
  package enum Stage: Hashable, Sendable {
    /// Taken up; the sandbox is being made.
    case starting
    case running
    /// SIGTERM was sent; SIGKILL follows at the deadline.
    case terminating(deadline: Instant)
    /// All containers have ended and none will start again.
    case finished
  }

  package var object: Object
  package var stage = Stage.starting
  package var containers: [RunningContainer]
  package var hasSandbox = false
  package var ip = ""
  package var startTime: Instant
  /// Whether the API server still has the Pod; a forced deletion removes it while it runs.
  package var isGone = false
  /// The status as it was last sent.
  var reported: Boxed<PodStatus>?
  /// Its emptyDir volumes by name.
  var volumes = SnapshotMap<String, FileTree>()

  package var pod: Pod? { object.as(Pod.self) }
  package var isTerminating: Bool { if case .terminating = stage { true } else { false } }
  var allEnded: Bool { containers.allSatisfy { !$0.current.isRunning } }
}
