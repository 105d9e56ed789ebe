package import APIServer
package import Basics
package import Machinery
package import Objects

/// The kubelet of one node: takes up the Pods that are bound to it, runs their containers, reports their status.
///
/// Mirrors `pkg/kubelet`: pod workers, the container runtime, the status manager. It hears only of its own node's Pods.
package struct Kubelet: Sendable {
  package let node: String
  package let hostIP: String
  /// 0 for the first node that joined.
  package let number: Int
  /// The second and third byte of the node's Pod addresses: `10.244.1`.
  private let addressPrefix: String
  private var nextAddress = 2
  package internal(set) var workers = SnapshotMap<ObjectKey, Boxed<PodWorker>>()
  /// Images that were pulled before.
  var images = SnapshotSet<String>()
  /// For the jitter of its own waits.
  var generator: Generator

  /// Which Pod a wake is for; one of another uid has taken its name since.
  package struct PodRef: Hashable, Sendable {
    package var key: ObjectKey
    package var uid: UID
  }

  package enum Wake: Hashable, Sendable {
    case takeUp(PodRef)
    case sandbox(PodRef)
    case pull(PodRef, container: Int)
    case pulled(PodRef, container: Int, started: Instant)
    case create(PodRef, container: Int)
    case start(PodRef, container: Int)
    /// The container's processes go on.
    case process(PodRef, container: Int, life: Int)
    case probe(PodRef, container: Int, ProbeKind, isTick: Bool)
    /// The grace period of a container that a probe has stopped is over.
    case killOne(PodRef, container: Int, life: Int)
    /// The back-off before a container's next life is over.
    case restart(PodRef, container: Int, life: Int)
    /// Somebody else has changed the status: it is sent again.
    case resend(PodRef)
    case terminate(PodRef)
    case kill(PodRef, deadline: Instant)
    case cleanUp(PodRef)

    package var pod: PodRef {
      switch self {
      case .takeUp(let pod), .sandbox(let pod), .pull(let pod, _), .pulled(let pod, _, _), .create(let pod, _),
        .start(let pod, _), .process(let pod, _, _), .restart(let pod, _, _), .resend(let pod),
        .probe(let pod, _, _, _), .killOne(let pod, _, _),
        .terminate(let pod),
        .kill(let pod, _),
        .cleanUp(let pod):
        pod
      }
    }
  }

  package init(node: String, hostIP: String, number: Int, seed: UInt64) {
    generator = Generator(seed: seed)
    self.node = node
    self.hostIP = hostIP
    self.number = number
    addressPrefix = "10.244.\(number)"
  }

  package var component: Component { .kubelet(node) }

  package mutating func notified(_ change: Change, at now: Instant) -> Reaction<Wake> {
    let metadata = change.object.metadata
    let ref = PodRef(key: metadata.key, uid: metadata.uid)
    var reaction = Reaction<Wake>()
    reaction.happening = .notified(change.kind, change.object.version, queued: [])
    if let worker = workers[ref.key], worker.object.metadata.uid == ref.uid {
      workers[ref.key]?.object = change.object
      if change.kind == .deleted {
        workers[ref.key]?.isGone = true
        if worker.stage == .finished {
          workers.removeValue(forKey: ref.key)
        } else if !worker.isTerminating {
          reaction.wake(.terminate(ref), after: .milliseconds(10))
        }
      } else if metadata.isBeingDeleted {
        if metadata.deletionGracePeriodSeconds != worker.object.metadata.deletionGracePeriodSeconds {
          reaction.wake(.terminate(ref), after: .milliseconds(10))
        }
      } else if let reported = worker.reported, let pod = change.object.as(Pod.self), !pod.isTerminal,
        pod.status.condition(.ready)?.status != reported.value.condition(.ready)?.status
      {
        reaction.wake(.resend(ref), after: .milliseconds(10))
      }
    } else if change.kind != .deleted, let pod = change.object.as(Pod.self), !pod.isTerminal {
      reaction.wake(.takeUp(ref), after: .milliseconds(10))
      if workers[ref.key] == nil { workers[ref.key] = Boxed(newWorker(change.object, pod, at: now)) }
    }
    return reaction
  }

  private func newWorker(_ object: Object, _ pod: Pod, at now: Instant) -> PodWorker {
    let containers = pod.spec.containers.map { spec in
      var container = RunningContainer(
        spec: spec,
        current: ContainerInstance(
          number: 0,
          id: "",
          phase: .waiting(reason: "ContainerCreating", message: ""),
          world: ContainerWorld(spec, in: pod, restart: 0)
        )
      )
      container.probes = ProbeKind.allCases.compactMap { ProbeWorker($0, of: spec) }
      return container
    }
    return PodWorker(object: object, containers: containers, startTime: now)
  }

  package mutating func woken(_ wake: Wake, at now: Instant) -> Reaction<Wake> {
    let ref = wake.pod
    guard var worker = workers[ref.key], worker.object.metadata.uid == ref.uid, let pod = worker.pod else {
      return Reaction()
    }
    var reaction = Reaction<Wake>()
    let stays = step(wake, &worker.value, pod, at: now, &reaction)
    workers[ref.key] = stays ? worker : nil
    return reaction
  }

  mutating func newAddress() -> String {
    nextAddress += 1
    return "\(addressPrefix).\(nextAddress)"
  }

  /// Sends the Pod's status where it differs from what was last sent.
  func report(_ worker: inout PodWorker, _ pod: Pod, at now: Instant, _ reaction: inout Reaction<Wake>) {
    if worker.isGone { return }
    let status = PodStatusBuilder(worker: worker, pod: pod, hostIP: hostIP, now: now).status()
    if worker.reported?.value == status { return }
    worker.reported = Boxed(status)
    var reported = pod
    reported.status = status
    reaction.send(.updateStatus(Object(reported)))
  }
}
