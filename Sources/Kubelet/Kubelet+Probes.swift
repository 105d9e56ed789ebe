import Basics
import Machinery
import Objects

/// Asking containers how they are, and acting on the answers.
extension Kubelet {
  /// Begins the clocks of a Pod's probes; what is not simulated is said in an event.
  func beginProbes(_ ref: PodRef, _ worker: PodWorker, _ reaction: inout Reaction<Wake>) {
    for (index, container) in worker.containers.enumerated() {
      for probe in container.probes {
        reaction.wake(
          .probe(ref, container: index, probe.kind, isTick: true),
          after: probe.probe.period,
          isBackground: true
        )
      }
      for kind in ProbeKind.allCases where container.spec.probe(kind)?.isSimulated == false {
        note(
          "ProbeNotSimulated",
          "not simulated: the \(kind.rawValue) probe of container \(container.name) is never run",
          worker,
          index,
          warning: true,
          &reaction
        )
      }
    }
  }

  /// One tick of a probe's clock, or the try at once that a container's start brings.
  mutating func probe(
    _ ref: PodRef,
    _ index: Int,
    _ kind: ProbeKind,
    isTick: Bool,
    _ worker: inout PodWorker,
    _ pod: Pod,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) {
    guard !worker.isTerminating, worker.stage != .finished,
      let place = worker.containers[index].probes.firstIndex(where: { $0.kind == kind })
    else { return }
    let container = worker.containers[index]
    var asked = container.probes[place]
    if isTick {
      reaction.wake(.probe(ref, container: index, kind, isTick: true), after: asked.probe.period, isBackground: true)
    }
    guard case .running(let since) = container.current.phase, !asked.isOnHold, !container.isStopping,
      now - since.wholeSecond >= asked.probe.initialDelay, (kind == .startup) != container.hasStarted,
      let answer = asked.probe.ask(index, of: &worker, at: now)
    else { return }
    let before = asked.result
    let outcome = asked.answered(answer.isSuccess)
    worker.containers[index].probes[place] = asked
    var record = ProbeRecord(
      container: container.name,
      kind: kind,
      request: answer.request,
      isSuccess: answer.isSuccess,
      answer: answer.answer,
      count: outcome.count,
      threshold: outcome.threshold
    )
    if !answer.isSuccess {
      note("Unhealthy", "\(kind.title) probe failed: \(answer.answer)", worker, index, warning: true, &reaction)
    }
    if outcome.counts {
      record.consequence = follow(ref, index, asked, changed: before != asked.result, &worker, pod, at: now, &reaction)
    }
    reaction.happening = .pod(ObjectID(.pod, ref.key), .probed(record))
  }

  /// What an answer that counts brings about.
  private mutating func follow(
    _ ref: PodRef,
    _ index: Int,
    _ probe: ProbeWorker,
    changed: Bool,
    _ worker: inout PodWorker,
    _ pod: Pod,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) -> ProbeRecord.Consequence {
    guard probe.result || probe.kind == .readiness else {
      stop(ref, index, because: probe, &worker, pod, at: now, &reaction)
      return .restart
    }
    guard changed else { return .none }
    report(&worker, pod, at: now, &reaction)
    switch probe.kind {
    case .startup:
      askAtOnce(ref, index, worker, &reaction)
      return .started
    case .readiness: return probe.result ? .ready : .notReady
    case .liveness: return .none
    }
  }

  /// Tries the readiness or startup probe of a container that has just started, without waiting for its tick.
  func askAtOnce(_ ref: PodRef, _ index: Int, _ worker: PodWorker, _ reaction: inout Reaction<Wake>) {
    let kind: ProbeKind = worker.containers[index].hasStarted ? .readiness : .startup
    guard worker.containers[index].probes.contains(where: { $0.kind == kind }) else { return }
    reaction.wake(.probe(ref, container: index, kind, isTick: false), after: .milliseconds(200))
  }

  /// A failed liveness or startup probe has the container stopped: SIGTERM, and SIGKILL after the grace period.
  private func stop(
    _ ref: PodRef,
    _ index: Int,
    because probe: ProbeWorker,
    _ worker: inout PodWorker,
    _ pod: Pod,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) {
    let container = worker.containers[index]
    worker.containers[index].isStopping = true
    note(
      "Killing",
      "Container \(container.name) failed \(probe.kind.rawValue) probe, will be restarted",
      worker,
      index,
      &reaction
    )
    let grace = Int64(
      probe.probe.terminationGracePeriodSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30
    )
    sendTerminate(ref, index, &worker, at: now, &reaction)
    reaction.wake(
      .killOne(ref, container: index, life: container.current.number),
      after: .seconds(grace),
      isBackground: true
    )
  }
}
