package import APIServer
package import Basics
package import Machinery
package import Objects

/// What a person lets befall containers.
extension Kubelet {
  /// How long a process may take to do something about a signal, so that this is waited for.
  private static let faultEffect = Interval.seconds(1)

  /// Lets a fault befall a container of a Pod of this node; nil for its first one.
  ///
  /// Throws, with nothing changed, where that makes no sense.
  package mutating func befall(
    _ fault: ContainerFault,
    on pod: UID,
    container: String?,
    _ store: Store,
    at now: Instant
  ) throws(ContainerFaultError) -> Reaction<Wake> {
    guard let worker = workers[pod], let object = worker.pod else { return Reaction() }
    let found =
      if let container { worker.value.index(of: container) } else { worker.containers.firstIndex { $0.role == .main } }
    guard let index = found else { throw .noSuchContainer(container ?? "") }
    let name = worker.containers[index].name
    guard let life = worker.containers[index].current, life.isRunning, life.world.end == nil else {
      throw .notRunning(name)
    }
    let ref = PodRef(key: worker.object.metadata.key, uid: pod)
    var turn = PodTurn(ref: ref, pod: object, store: store, now: now, worker: worker)
    switch fault {
    case .breaks(let breakage):
      guard !life.world.ports.isEmpty else { throw .listensNowhere(name) }
      turn.worker.containers[index].lives[0].breakage = breakage
    case .mend:
      guard life.breakage != nil else { throw .notBroken(name) }
      turn.worker.containers[index].lives[0].breakage = nil
    case .signal(let signal):
      turn.worker.containers[index].lives[0].awaitedUntil = now + Kubelet.faultEffect
      let annotations = object.metadata.annotations
      turn.worker.value.inWorld(of: index) { $0.receive(signal, at: now, annotations: annotations) }
    case .outOfMemory:
      turn.worker.value.inWorld(of: index) { world in
        world.isOutOfMemory = true
        world.kill(at: now)
      }
    }
    settle(index, isAsked: true, &turn)
    workers.put(turn.worker, pod)
    return turn.reaction
  }
}

extension ContainerWorld {
  /// Hands process 1 a signal from outside; what it has no handler for does nothing to a process 1, but for SIGKILL.
  mutating func receive(_ signal: Signal, at now: Instant, annotations: StringMap) {
    switch signal {
    case .kill: kill(at: now)
    case .terminate: stop(at: now, annotations: annotations)
    default:
      run(at: now)
      send(signal, to: 1, at: now)
      run(at: now)
    }
  }
}
