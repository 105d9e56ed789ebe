import Objects

/// A Pod's phase, by the states of its containers.
///
/// Mirrors `kubelet.getPhase`, and `status.manager.TerminatePod`: a Pod that is over before it has begun has failed.
struct PodPhaseRule {
  private(set) var phase: PodPhase

  init(_ spec: PodSpec, initial: [ContainerStatus], main: [ContainerStatus], isTerminal: Bool) {
    var counts = Counts()
    for (container, status) in zip(spec.initContainers, initial) {
      if container.isSidecar { counts.addSidecar(status) } else { counts.addInitial(status) }
    }
    for status in main { counts.addMain(status) }
    let hasBegun = main.contains { status in
      if case .waiting = status.state { return status.lastState != nil }
      return true
    }
    let policy = spec.restartPolicy ?? .always
    if counts.failedInitial > 0, policy == .never {
      phase = .failed
    } else if counts.pendingInitial > 0 || (counts.pendingSidecars > 0 && !hasBegun) || counts.waiting > 0 {
      phase = .pending
    } else if counts.running > 0 {
      phase = .running
    } else if counts.stopped == 0 {
      phase = .pending
    } else if isTerminal {
      phase = counts.stopped == counts.succeeded ? .succeeded : .failed
    } else if policy == .always {
      // All containers are on their way to their next lives.
      phase = .running
    } else if counts.stopped == counts.succeeded {
      phase = .succeeded
    } else {
      phase = policy == .never ? .failed : .running
    }
    if isTerminal, phase == .pending { phase = .failed }
  }

  private struct Counts {
    var pendingInitial = 0
    var failedInitial = 0
    var pendingSidecars = 0
    var running = 0
    var waiting = 0
    var stopped = 0
    var succeeded = 0

    mutating func addInitial(_ status: ContainerStatus) {
      switch (status.state, status.lastState) {
      case (.terminated(let end), _), (.waiting, .terminated(let end)?):
        if end.exitCode != 0 { failedInitial += 1 }
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

    mutating func addMain(_ status: ContainerStatus) {
      switch (status.state, status.lastState) {
      case (.running, _): running += 1
      case (.terminated(let end), _):
        stopped += 1
        if end.exitCode == 0 { succeeded += 1 }
      case (.waiting, .terminated?): stopped += 1
      default: waiting += 1
      }
    }
  }
}
