import Objects

/// A Pod's phase, by the states of its containers.
///
/// Mirrors `kubelet.getPhase`, and `status.manager.TerminatePod`: a Pod that is over before it has begun has failed.
struct PodPhaseRule {
  private(set) var phase: PodPhase

  init(_ spec: PodSpec, initial: [ContainerStatus], main: [ContainerStatus], isTerminal: Bool) {
    let policy = spec.restartPolicy ?? .always
    var counts = Counts()
    for (container, status) in zip(spec.initContainers, initial) {
      if container.isSidecar { counts.addSidecar(status) } else { counts.addInitial(status, container, policy) }
    }
    for (container, status) in zip(spec.containers, main) { counts.addMain(status, container, policy) }
    let hasBegun = main.contains { status in
      if case .waiting = status.state { return status.lastState != nil }
      return true
    }
    if counts.failedInitial > 0 {
      phase = .failed
    } else if counts.pendingInitial > 0 || (counts.pendingSidecars > 0 && !hasBegun) || counts.waiting > 0 {
      phase = .pending
    } else if counts.running > 0 {
      phase = .running
    } else if counts.stopped == 0 {
      phase = .pending
    } else if isTerminal {
      phase = counts.stopped == counts.succeeded ? .succeeded : .failed
    } else if counts.restarting > 0 {
      // At least one is on its way to its next life.
      phase = .running
    } else {
      phase = counts.stopped == counts.succeeded ? .succeeded : .failed
    }
    if isTerminal, phase == .pending { phase = .failed }
  }

  private struct Counts {
    var pendingInitial = 0
    /// Those that do not start again.
    var failedInitial = 0
    var pendingSidecars = 0
    var running = 0
    var waiting = 0
    var stopped = 0
    var succeeded = 0
    /// Those that have stopped and start again.
    var restarting = 0

    mutating func addInitial(_ status: ContainerStatus, _ container: Container, _ policy: RestartPolicy) {
      switch (status.state, status.lastState) {
      case (.terminated(let end), _), (.waiting, .terminated(let end)?):
        if end.exitCode == 0 { return }
        if container.startsAgain(after: end.exitCode, policy) { pendingInitial += 1 } else { failedInitial += 1 }
      default: pendingInitial += 1
      }
    }

    mutating func addSidecar(_ status: ContainerStatus) {
      switch (status.state, status.lastState) {
      case (.running, _):
        if status.started != true { pendingSidecars += 1 }
        running += 1
      case (.waiting, nil):
        pendingSidecars += 1
        waiting += 1
      default: break
      }
    }

    mutating func addMain(_ status: ContainerStatus, _ container: Container, _ policy: RestartPolicy) {
      switch (status.state, status.lastState) {
      case (.running, _): running += 1
      case (.terminated(let end), _):
        stopped += 1
        if end.exitCode == 0 { succeeded += 1 }
        if container.startsAgain(after: end.exitCode, policy) { restarting += 1 }
      case (.waiting, .terminated(let end)?):
        stopped += 1
        if container.startsAgain(after: end.exitCode, policy) { restarting += 1 }
      default: waiting += 1
      }
    }
  }
}
