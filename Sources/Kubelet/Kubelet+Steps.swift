import APIServer
import Basics
import Machinery
import Objects

/// The steps of a Pod's life on its node, one event each.
extension Kubelet {
  /// Carries out one step; whether the Pod still has a worker afterwards.
  mutating func step(
    _ wake: Wake,
    _ worker: inout PodWorker,
    _ pod: Pod,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) -> Bool {
    let ref = wake.pod
    switch wake {
    case .takeUp:
      guard worker.stage == .starting, worker.reported == nil else { return true }
      tell(.admitted, ref, &reaction)
      beginProbes(ref, worker, &reaction)
      if pod.metadata.isBeingDeleted {
        reaction.wake(.terminate(ref), after: .zero)
      } else {
        report(&worker, pod, at: now, &reaction)
        reaction.wake(.sandbox(ref), after: .milliseconds(520))
      }
    case .sandbox:
      guard worker.stage == .starting else { return true }
      worker.hasSandbox = true
      worker.ip = pod.spec.hostNetwork == true ? hostIP : newAddress()
      tell(.sandboxReady(ip: worker.ip), ref, &reaction)
      report(&worker, pod, at: now, &reaction)
      reaction.wake(.pull(ref, container: 0), after: .milliseconds(1))
    case .pull(_, let index): pull(ref, index, &worker, at: now, &reaction)
    case .pulled(_, let index, let started): pulled(ref, index, &worker, started, at: now, &reaction)
    case .create(_, let index): create(ref, index, &worker, &reaction)
    case .start(_, let index): start(ref, index, &worker, pod, at: now, &reaction)
    case .process(_, let index, let life): runProcesses(ref, index, life, &worker, pod, at: now, &reaction)
    case .restart(_, let index, let life): restart(ref, index, life, &worker, pod, at: now, &reaction)
    case .probe(_, let index, let kind, let isTick):
      probe(ref, index, kind, isTick: isTick, &worker, pod, at: now, &reaction)
    case .killOne(_, let index, let life): killOne(ref, index, life, &worker, pod, at: now, &reaction)
    case .resend:
      guard worker.reported?.value.condition(.ready)?.status != pod.status.condition(.ready)?.status else {
        return true
      }
      worker.reported = nil
      report(&worker, pod, at: now, &reaction)
    case .terminate: terminate(ref, &worker, pod, at: now, &reaction)
    case .kill(_, let deadline): kill(ref, deadline, &worker, pod, at: now, &reaction)
    case .cleanUp:
      tell(.cleanedUp, ref, &reaction)
      if worker.isGone { return false }
      reaction.send(.delete(ObjectID(.pod, ref.key), DeleteOptions(gracePeriodSeconds: 0, uid: ref.uid)))
    }
    return true
  }

  private func tell(_ step: PodStep, _ ref: PodRef, _ reaction: inout Reaction<Wake>) {
    reaction.happening = .pod(ObjectID(.pod, ref.key), step)
  }

  /// Records an Event about one container, as the kubelet's container manager does.
  func note(
    _ reason: String,
    _ message: String,
    _ worker: PodWorker,
    _ index: Int,
    warning: Bool = false,
    _ reaction: inout Reaction<Wake>
  ) {
    let about = Event.Involved(
      .pod,
      worker.object.metadata,
      fieldPath: "spec.containers{\(worker.containers[index].name)}"
    )
    reaction.note(EventNote(about: about, warning: warning, reason: reason, message: message))
  }

  private mutating func pull(
    _ ref: PodRef,
    _ index: Int,
    _ worker: inout PodWorker,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) {
    guard !worker.isTerminating, worker.containers.indices.contains(index) else { return }
    let spec = worker.containers[index].spec
    if spec.imagePullPolicy != "Always", images.contains(ImageName(spec.image).canonical) {
      tell(.imagePresent(container: spec.name, image: spec.image), ref, &reaction)
      let text = "Container image \"\(spec.image)\" already present on machine and can be accessed by the pod"
      note("Pulled", text, worker, index, &reaction)
      reaction.wake(.create(ref, container: index), after: .milliseconds(30))
    } else {
      tell(.pulling(container: spec.name, image: spec.image), ref, &reaction)
      note("Pulling", "Pulling image \"\(spec.image)\"", worker, index, &reaction)
      reaction.wake(.pulled(ref, container: index, started: now), after: .milliseconds(30))
    }
  }

  private mutating func pulled(
    _ ref: PodRef,
    _ index: Int,
    _ worker: inout PodWorker,
    _ started: Instant,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) {
    guard !worker.isTerminating else { return }
    let spec = worker.containers[index].spec
    images.insert(ImageName(spec.image).canonical)
    let took = now - started
    tell(.pulled(container: spec.name, image: spec.image, took: took), ref, &reaction)
    let size = WorkloadCatalogue.entry(for: spec.image)?.size ?? WorkloadCatalogue.unlistedSize
    let time = "\(took.microseconds / 1_000)ms"
    let text =
      "Successfully pulled image \"\(spec.image)\" in \(time) (\(time) including waiting). Image size: \(size) bytes."
    note("Pulled", text, worker, index, &reaction)
    reaction.wake(.create(ref, container: index), after: .milliseconds(30))
  }

  private func create(_ ref: PodRef, _ index: Int, _ worker: inout PodWorker, _ reaction: inout Reaction<Wake>) {
    guard !worker.isTerminating else { return }
    let container = worker.containers[index]
    worker.containers[index].current.id =
      "containerd://" + Digest.text(of: "\(ref.uid.text)/\(container.name)/\(container.current.number)")
    tell(.created(container: container.name), ref, &reaction)
    note("Created", "Container created", worker, index, &reaction)
    reaction.wake(.start(ref, container: index), after: .milliseconds(130) + container.current.world.startsAfter)
  }

  private mutating func start(
    _ ref: PodRef,
    _ index: Int,
    _ worker: inout PodWorker,
    _ pod: Pod,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) {
    guard !worker.isTerminating else { return }
    let container = worker.containers[index]
    let ip = worker.ip
    worker.containers[index].current.phase = .running(since: now)
    try? worker.containers[index].current.world.start(at: now, ip: ip)
    runProcesses(ref, index, container.current.number, &worker, pod, at: now, &reaction)
    tell(.started(container: container.name), ref, &reaction)
    note("Started", "Container started", worker, index, &reaction)
    let next = index + 1
    if container.current.number == 0, next < worker.containers.count, worker.containers[next].current.number == 0 {
      reaction.wake(.pull(ref, container: next), after: .milliseconds(1))
    } else {
      worker.stage = .running
      report(&worker, pod, at: now, &reaction)
    }
    for (place, container) in worker.containers.enumerated() where container.current.isRunning {
      if !container.isReady { askAtOnce(ref, place, worker, &reaction) }
    }
  }
}
