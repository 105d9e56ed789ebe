import Basics
import Machinery
import Objects

/// How containers end: by themselves, by a signal, by the end of their grace period.
///
/// Mirrors `kuberuntime.killContainer`.
extension Kubelet {
  /// A container that is stopped always gets so many seconds.
  private static let leastGrace = 2

  /// Lets the processes of a container go on.
  func run(_ life: LifeRef, _ turn: inout PodTurn) {
    guard turn.isCurrent(life) else { return }
    turn.worker.containers[life.container].lives[0].runAt = nil
    refreshVolumes(&turn)
    let now = turn.now
    turn.worker.value.inWorld(of: life.container) { $0.run(at: now) }
    settle(life.container, &turn)
  }

  /// After something has happened in a container's world: sees whether it has ended, and when it goes on else.
  ///
  /// What follows from a stop, or from what somebody does to the container just now (`isAsked`) or has just done to it,
  /// is waited for.
  func settle(_ index: Int, isAsked: Bool = false, _ turn: inout PodTurn) {
    guard let life = turn.worker.containers[index].current, life.isRunning else { return }
    for refusal in life.world.refusals { turn.note("NotSimulated", refusal, about: index, warning: true) }
    let isAwaited = life.awaitedUntil.map { turn.now <= $0 } ?? false
    let isBackground = life.stop == nil && !isAsked && !isAwaited
    if !life.world.refusals.isEmpty { turn.worker.containers[index].lives[0].world.refusals.removeAll() }
    if let end = life.world.end, end.time + KubeletTiming.exit <= turn.now {
      ended(index, code: end.code, at: end.time, &turn)
    } else if let end = life.world.end {
      let known = end.time + KubeletTiming.exit
      guard life.runAt.map({ known < $0 }) ?? true else { return }
      turn.worker.containers[index].lives[0].runAt = known
      turn.wake(.run(turn.ref, turn.life(index)), after: known - turn.now, isBackground: isBackground)
    } else if let next = life.world.nextRun, life.runAt.map({ next < $0 }) ?? true {
      turn.worker.containers[index].lives[0].runAt = next
      turn.wake(.run(turn.ref, turn.life(index)), after: max(next - turn.now, .zero), isBackground: isBackground)
    }
  }

  /// Begins to stop a container: an Event, its preStop hook, SIGTERM, and SIGKILL when `grace` seconds are over.
  func beginStop(_ index: Int, grace: Int, message: String, _ turn: inout PodTurn) {
    guard let life = turn.worker.containers[index].current, life.isRunning else {
      afterEnd(of: index, &turn)
      return
    }
    guard life.stop == nil else { return }
    turn.note("Killing", message, about: index)
    if turn.reaction.happening == nil {
      turn.tell(.stopping(container: turn.worker.containers[index].name, grace: grace))
    }
    let deadline = turn.now + .seconds(Int64(grace))
    turn.worker.containers[index].lives[0].stop = ContainerInstance.Stop(stage: .hook, deadline: deadline)
    guard let hook = turn.worker.containers[index].spec.hook(.preStop), grace > 0 else {
      takeTurn(index, &turn)
      return
    }
    let outcome = run(hook, of: index, limit: .seconds(Int64(grace)), &turn)
    let pause = min(outcome.took, .seconds(Int64(grace)))
    turn.wake(.hooked(turn.ref, turn.life(index), outcome), after: pause, isBackground: !turn.worker.isEnding)
  }

  /// A preStop hook is over.
  func preStopped(_ index: Int, _ outcome: HookOutcome, _ turn: inout PodTurn) {
    guard turn.worker.containers[index].current?.stop?.stage == .hook else { return }
    tell(outcome, .preStop, index, &turn)
    if !outcome.isSuccess { turn.note("FailedPreStopHook", "PreStopHook failed", about: index, warning: true) }
    settle(index, &turn)
    takeTurn(index, &turn)
  }

  /// Sends SIGTERM, where no container has to end before this one.
  private func takeTurn(_ index: Int, _ turn: inout PodTurn) {
    guard let stop = turn.worker.containers[index].current?.stop, turn.worker.containers[index].isRunning else {
      return
    }
    turn.worker.containers[index].lives[0].stop?.stage = .turn
    if turn.worker.isStoppingAll, mustWait(index, turn.worker.value) {
      turn.wake(.kill(turn.ref, turn.life(index)), after: max(stop.deadline - turn.now, .zero), isBackground: true)
      return
    }
    sendTerm(index, notBefore: stop.deadline, &turn)
  }

  /// Sends SIGTERM now, and SIGKILL at the deadline but not before the least grace is over.
  private func sendTerm(_ index: Int, notBefore deadline: Instant, _ turn: inout PodTurn) {
    let deadline = max(deadline, turn.now + .seconds(Int64(Kubelet.leastGrace)))
    turn.worker.containers[index].lives[0].stop = ContainerInstance.Stop(stage: .signalled, deadline: deadline)
    let isAwaited = turn.worker.isEnding || turn.worker.isStoppingAll
    turn.wake(.kill(turn.ref, turn.life(index)), after: deadline - turn.now, isBackground: !isAwaited)
    let now = turn.now
    let annotations = turn.pod.metadata.annotations
    turn.worker.value.inWorld(of: index) { $0.stop(at: now, annotations: annotations) }
    settle(index, &turn)
  }

  /// Whether a sidecar has to wait: the main containers end before it, and the sidecars after it.
  ///
  /// Mirrors `newTerminationOrdering`.
  private func mustWait(_ index: Int, _ worker: PodWorker) -> Bool {
    guard worker.containers[index].role == .sidecar else { return false }
    return worker.containers.indices.contains { other in
      worker.containers[other].isRunning
        && (worker.containers[other].role == .main || (worker.containers[other].role == .sidecar && other > index))
    }
  }

  /// The grace period of a container is over: SIGKILL; or its wait for others is.
  func kill(_ life: LifeRef, _ turn: inout PodTurn) {
    let index = life.container
    guard turn.isCurrent(life), let stop = turn.worker.containers[index].current?.stop,
      turn.worker.containers[index].isRunning, stop.deadline <= turn.now
    else { return }
    // Its deadline has passed, so that only the least grace is left.
    if stop.stage == .turn { return sendTerm(index, notBefore: stop.deadline, &turn) }
    let now = turn.now
    turn.worker.value.inWorld(of: index) { $0.kill(at: now) }
    turn.tell(.killed(containers: [turn.worker.containers[index].name]))
    ended(index, code: Signal.kill.exitCode, at: turn.now, &turn)
  }

  /// A process 1 has ended.
  private func ended(_ index: Int, code: Int, at time: Instant, _ turn: inout PodTurn) {
    guard let life = turn.worker.containers[index].current, case .running(let since) = life.phase else { return }
    let isOutOfMemory = life.world.isOutOfMemory && code == Signal.kill.exitCode
    turn.worker.containers[index].lives[0].phase = .ended(
      ContainerState.Termination(
        exitCode: code,
        reason: isOutOfMemory ? "OOMKilled" : code == 0 ? "Completed" : "Error",
        message: terminationMessage(of: index, code: code, turn.worker.value),
        startedAt: since.wholeSecond,
        finishedAt: time.wholeSecond,
        containerID: life.id
      )
    )
    turn.worker.containers[index].lives[0].endedAt = time
    let name = turn.worker.containers[index].name
    if case .pod(_, .killed)? = turn.reaction.happening {
      // That says it.
    } else if isOutOfMemory {
      turn.tell(.outOfMemory(container: name))
    } else if life.stop?.stage == .signalled {
      turn.tell(.stopped(container: name, exitCode: code))
    } else {
      turn.tell(.exited(container: name, exitCode: code))
    }
    afterEnd(of: index, &turn)
  }

  /// What waits for the end of a container goes on.
  private func afterEnd(of index: Int, _ turn: inout PodTurn) {
    if turn.worker.work.job?.awaits == .end(of: index) {
      turn.worker.work.job?.awaits = nil
      turn.wake(.proceed(turn.ref), after: KubeletTiming.afterStop)
      relistSoon(&turn)
    } else if turn.worker.isStoppingAll {
      for other in turn.worker.containers.indices
      where turn.worker.containers[other].current?.stop?.stage == .turn && !mustWait(other, turn.worker.value) {
        takeTurn(other, &turn)
      }
      if turn.worker.allEnded { allEnded(&turn) }
    } else {
      relistSoon(&turn)
    }
  }

  /// The last of the containers that were stopped together has ended: the sandbox is next.
  private func allEnded(_ turn: inout PodTurn) {
    if turn.worker.stage == .terminating {
      turn.wake(.stopped(turn.ref), after: KubeletTiming.sandboxStop)
    } else {
      turn.worker.work.job?.awaits = nil
      turn.wake(.proceed(turn.ref), after: KubeletTiming.sandboxStop)
      relistSoon(&turn)
    }
  }

  /// What the container has left to say: its termination message file, or the end of its log where it has failed and
  /// asks for that.
  ///
  /// Mirrors `getTerminationMessage`: 4096 bytes of a file; 2048 bytes or 80 lines of a log.
  private func terminationMessage(of index: Int, code: Int, _ worker: PodWorker) -> String {
    let container = worker.containers[index]
    guard let world = container.current?.world else { return "" }
    let path = container.spec.other["terminationMessagePath"]?.string ?? "/dev/termination-log"
    if let text = world.file(path), !text.isEmpty { return String(decoding: text.utf8.prefix(4096), as: UTF8.self) }
    guard code != 0, container.spec.other["terminationMessagePolicy"]?.string == "FallbackToLogsOnError" else {
      return ""
    }
    let log = world.log.lines.suffix(80).map { $0.text + "\n" }.joined()
    return String(decoding: log.utf8.suffix(2048), as: UTF8.self)
  }
}
