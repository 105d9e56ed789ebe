import Basics
import Machinery
import Objects

/// Asking containers how they are, and acting on the answers.
///
/// Mirrors `pkg/kubelet/prober`: `worker.doProbe` and what the sync loop makes of its results.
extension Kubelet {
  /// Begins the clocks of a Pod's probes; what is not simulated is said in an event.
  func beginProbes(_ turn: inout PodTurn) {
    for (index, container) in turn.worker.containers.enumerated() {
      for place in container.probes.indices {
        turn.worker.containers[index].probes[place].clock = turn.worker.startTime + turn.mountTime
        tickAgain(index, place, isFirst: true, &turn)
      }
      for kind in ProbeKind.allCases where container.spec.probe(kind)?.handler == .grpc {
        turn.note(
          "ProbeNotSimulated",
          "not simulated: the \(kind.rawValue) probe of container \(container.name) asks over gRPC and is never run",
          about: index,
          warning: true
        )
      }
    }
  }

  /// Waits for the next tick of a probe's clock.
  ///
  /// What began the clock is the cause of each of its ticks.
  private func tickAgain(_ index: Int, _ place: Int, isFirst: Bool = false, _ turn: inout PodTurn) {
    turn.worker.containers[index].probes[place].tick(at: turn.now)
    let probe = turn.worker.containers[index].probes[place]
    turn.wake(
      .probe(turn.ref, container: index, probe.kind, .tick),
      after: probe.tickAt - turn.now,
      isBackground: true,
      goesOn: !isFirst
    )
  }

  /// Tries the readiness probes of containers that run and are not ready, without waiting for their ticks.
  ///
  /// Mirrors `prober.manager.UpdatePodStatus`.
  func triggerReadiness(_ turn: inout PodTurn) {
    for (index, container) in turn.worker.containers.enumerated()
    where container.probe(.readiness) != nil && container.hasStarted && !container.isReady {
      turn.wake(.probe(turn.ref, container: index, .readiness, .trigger), after: KubeletTiming.between)
    }
  }

  /// One tick of a probe's clock, or a try in between.
  func probe(_ index: Int, _ kind: ProbeKind, _ occasion: ProbeOccasion, _ turn: inout PodTurn) {
    guard turn.worker.stage == .running || (turn.worker.stage == .terminating && kind == .readiness),
      let place = turn.worker.containers[index].probes.firstIndex(where: { $0.kind == kind })
    else { return }
    switch occasion {
    case .tick:
      guard turn.worker.containers[index].probes[place].tickAt <= turn.now else { return }
      tickAgain(index, place, &turn)
    case .trigger where !turn.worker.containers[index].probes[place].isAsking:
      turn.worker.containers[index].probes[place].clock = turn.now
      tickAgain(index, place, &turn)
    case .trigger, .missedTick: break
    }
    if turn.worker.containers[index].probes[place].isAsking {
      turn.worker.containers[index].probes[place].missed = occasion == .trigger ? .trigger : .missedTick
      return
    }
    guard let newest = turn.worker.containers[index].told.first else { return }
    if turn.worker.containers[index].probes[place].turn(to: newest.number), kind == .readiness { requestSync(&turn) }
    guard !turn.worker.containers[index].probes[place].isOnHold else { return }
    guard case .running(let since) = newest.phase else {
      if turn.worker.containers[index].probes[place].hasEnded() { requestSync(&turn) }
      return
    }
    let probe = turn.worker.containers[index].probes[place].probe
    // Whole seconds on both sides, as the status has them.
    guard (turn.now - since.wholeSecond).wholeSeconds >= probe.initialDelay.wholeSeconds,
      (kind == .startup) != turn.worker.containers[index].hasStarted,
      let answer = ask(probe, of: index, &turn)
    else { return }
    let life = LifeRef(container: index, life: newest.number)
    if answer.took == .zero {
      take(answer, life, place, &turn)
    } else {
      turn.worker.containers[index].probes[place].isAsking = true
      turn.wake(.answered(turn.ref, life, kind, answer), after: answer.took, isBackground: true)
    }
  }

  /// An answer that took its time has come.
  func answered(_ life: LifeRef, _ kind: ProbeKind, _ answer: ProbeAnswer, _ turn: inout PodTurn) {
    let container = turn.worker.containers[life.container]
    guard let place = container.probes.firstIndex(where: { $0.kind == kind }) else { return }
    turn.worker.containers[life.container].probes[place].isAsking = false
    if let missed = container.probes[place].missed {
      turn.worker.containers[life.container].probes[place].missed = nil
      turn.wake(
        .probe(turn.ref, container: life.container, kind, missed),
        after: .zero,
        isBackground: true,
        goesOn: true
      )
    }
    guard turn.worker.stage == .running || kind == .readiness, container.probes[place].life == life.life else { return }
    take(answer, life, place, &turn)
  }

  /// Counts an answer, says what it was, and does what follows from it.
  private func take(_ answer: ProbeAnswer, _ life: LifeRef, _ place: Int, _ turn: inout PodTurn) {
    let index = life.container
    var worker = turn.worker.containers[index].probes[place]
    let title = worker.kind.title
    switch answer.result {
    case .passed: break
    case .warned: turn.note("ProbeWarning", "\(title) probe warning: \(answer.text)", about: index, warning: true)
    case .failed: turn.note("Unhealthy", "\(title) probe failed: \(answer.text)", about: index, warning: true)
    case .errored:
      let text = "\(title) probe errored and resulted in unknown state: \(answer.text)"
      turn.note("Unhealthy", text, about: index, warning: true)
    }
    var record = ProbeRecord(
      container: turn.worker.containers[index].name,
      kind: worker.kind,
      request: answer.request,
      result: answer.result,
      answer: answer.text,
      count: 0,
      threshold: 0
    )
    if answer.result != .errored {
      let outcome = worker.answered(record.isSuccess)
      record.count = outcome.count
      record.threshold = outcome.threshold
      turn.worker.containers[index].probes[place] = worker
      if outcome.changed { record.consequence = follow(worker, of: index, &turn) }
    }
    turn.tell(.probed(record))
  }

  /// What a change of what counts brings about.
  private func follow(
    _ worker: ProbeWorker,
    of index: Int,
    _ turn: inout PodTurn
  ) -> ProbeRecord.Consequence {
    requestSync(&turn)
    let policy = turn.worker.containers[index].spec.policy(in: turn.pod.spec.restartPolicy ?? .always)
    switch (worker.kind, worker.result ?? false) {
    case (.liveness, true): return .none
    case (.liveness, false), (.startup, false): return policy == .never ? .stop : .restart
    case (.startup, true):
      report(&turn)
      return .started
    case (.readiness, let isReady):
      report(&turn)
      return isReady ? .ready : .notReady
    }
  }
}
