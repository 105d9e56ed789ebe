package import Basics
package import Objects

/// What keeps a container from being ready, as its kubelet has it.
package enum ContainerStanding: Hashable, Sendable {
  case ready
  /// It has run to its end, as an init container shall.
  case completed
  /// An init container runs: it has to end before the next container begins.
  case initialising
  /// It has not been made yet.
  case notCreated
  /// It could not be started: the reason that its status shows, in the words of the status; until when that is left so.
  case refused(reason: String, message: String, until: Instant?)
  /// It has ended; nil where it does not start again, else until when a back-off holds it.
  case ended(exitCode: Int, startsAgain: Bool, until: Instant?)
  /// It runs, and this probe has not passed yet: how often in a row it failed or passed, and how often it must.
  case probed(ProbeKind, failures: Int, successes: Int, threshold: Int)
  /// A `sim/ready` annotation has it not be ready.
  case scripted
  /// It runs well, and its kubelet is about to find that out.
  case unnoticed
}

extension PodWorker {
  /// Where the container at `index` stands.
  package func standing(of index: Int, at now: Instant) -> ContainerStanding {
    let container = containers[index]
    guard let life = container.lives.first else {
      guard let reason = container.reason else { return .notCreated }
      let until = container.imageBackOff?.backOff.end.flatMap { $0 > now ? $0 : nil }
      return .refused(reason: reason.word, message: reason.message, until: until)
    }
    if let end = life.termination {
      if container.role == .initial, end.exitCode == 0 { return .completed }
      let policy = pod?.spec.restartPolicy ?? .always
      return .ended(
        exitCode: end.exitCode,
        startsAgain: !isEnding && container.shallRestart(policy, by: container.lives.map(\.seen)),
        until: container.backOff.holds(since: life.endedAt ?? now, at: now)
      )
    }
    if container.role == .initial { return .initialising }
    if container.isReady { return .ready }
    for kind in [ProbeKind.startup, .readiness] {
      guard let worker = container.probe(kind), worker.life != life.number || worker.result != true else { continue }
      let streak = worker.life == life.number ? worker.streak : nil
      return .probed(
        kind,
        failures: streak?.isSuccess == false ? streak?.count ?? 0 : 0,
        successes: streak?.isSuccess == true ? streak?.count ?? 0 : 0,
        threshold: worker.probe.successThreshold
      )
    }
    return life.world.isReady ? .unnoticed : .scripted
  }

  /// The first container that keeps the Pod from being ready, init containers first; nil where none does.
  package func firstNotReady(at now: Instant) -> (container: RunningContainer, standing: ContainerStanding)? {
    containers.indices.lazy.map { (self.containers[$0], self.standing(of: $0, at: now)) }
      .first { $0.1 != .ready && $0.1 != .completed }
  }
}
