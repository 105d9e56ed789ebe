/// What a person has broken in a container's web server.
package enum Breakage: Hashable, Sendable {
  /// Every answer has this status.
  case status(Int)
  /// Requests are taken and never answered.
  case timeout
  /// No connection is accepted.
  case refuse
}

/// What can befall one container of a Pod.
package enum ContainerFault: Hashable, Sendable {
  case breaks(Breakage)
  /// What was broken is whole again.
  case mend
  /// Process 1 gets a signal from outside.
  case signal(Signal)
  /// The kernel kills its processes for the memory that they take.
  case outOfMemory
}

/// Why a fault of a container makes no sense.
package enum ContainerFaultError: Error, Hashable, Sendable {
  case noSuchContainer(String)
  case notRunning(String)
  case listensNowhere(String)
  case notBroken(String)
}
