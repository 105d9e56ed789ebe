import APIServer
import Basics
import Machinery
import Objects

/// How containers and Pods end, and how containers are started again.
extension Kubelet {
  /// A process has ended, by itself or because it obeyed SIGTERM.
  mutating func ended(
    _ ref: PodRef,
    _ index: Int,
    _ code: Int,
    _ worker: inout PodWorker,
    _ pod: Pod,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) {
    let container = worker.containers[index]
    let life = container.current.number
    end(index, exitCode: code, &worker, at: now)
    let step: PodStep =
      container.isStopping || worker.isTerminating
      ? .stopped(container: container.name, exitCode: code) : .exited(container: container.name, exitCode: code)
    reaction.happening = .pod(ObjectID(.pod, ref.key), step)
    if worker.isTerminating {
      finishTermination(ref, &worker, pod, at: now, &reaction)
    } else if restarts(pod, exitCode: code) {
      // What a probe had stopped is stopped and started in one sync, with no report between.
      if !container.isStopping { report(&worker, pod, at: now, &reaction) }
      reaction.wake(.restart(ref, container: index, life: life), after: .milliseconds(200))
    } else {
      if worker.allEnded { worker.stage = .finished }
      report(&worker, pod, at: now, &reaction)
    }
  }

  private func restarts(_ pod: Pod, exitCode: Int) -> Bool {
    switch pod.spec.restartPolicy {
    case .always, nil: true
    case .onFailure: exitCode != 0
    case .never: false
    }
  }

  /// Looks whether an ended container may start again: its next life begins, or its back-off holds it down.
  ///
  /// The kubelet looks again 10 to 15 s later, so a pause is longer than its back-off. Mirrors `doBackOff` and the pod
  /// workers' `backOffPeriod` with its jitter.
  mutating func restart(
    _ ref: PodRef,
    _ index: Int,
    _ life: Int,
    _ worker: inout PodWorker,
    _ pod: Pod,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) {
    let container = worker.containers[index]
    guard !worker.isTerminating, container.current.number == life, case .ended(let end) = container.current.phase
    else { return }
    // A container that a probe had stopped is measured by the end of its life before: the runtime has not seen the
    // newest one yet.
    let finished = container.isStopping ? container.previousEnd : end.finishedAt ?? now
    // What the last look found shows now: only from the second look on is it CrashLoopBackOff.
    if !container.isStopping { report(&worker, pod, at: now, &reaction) }
    worker.containers[index].isStopping = false
    if let finished, container.backOff.holds(since: finished, at: now) {
      let length = container.backOff.length ?? .zero
      worker.containers[index].heldFor = length
      if container.isStopping { report(&worker, pod, at: now, &reaction) }
      reaction.happening = .pod(
        ObjectID(.pod, ref.key),
        .backingOff(container: container.name, seconds: Int(length.wholeSeconds))
      )
      let podName = "\(ref.key.name)_\(ref.key.namespace)(\(ref.uid.text))"
      let about = Event.Involved(.pod, worker.object.metadata, fieldPath: "spec.containers{\(container.name)}")
      let text = "Back-off restarting failed container \(container.name) in pod \(podName)"
      reaction.note(EventNote(about: about, warning: true, reason: "BackOff", message: text))
      let jitter = Interval.milliseconds(Int64(generator.below(5_000)))
      reaction.wake(
        .restart(ref, container: index, life: life),
        after: .seconds(10) + jitter,
        isBackground: true
      )
      return
    }
    if let finished { worker.containers[index].backOff.restarted(after: finished, at: now) }
    for place in container.probes.indices { worker.containers[index].probes[place].restarted() }
    worker.containers[index].heldFor = nil
    worker.containers[index].previous = container.current
    worker.containers[index].current = ContainerInstance(
      number: life + 1,
      id: "",
      phase: container.current.phase,
      world: ContainerWorld(container.spec, in: pod, restart: life + 1)
    )
    reaction.happening = .pod(ObjectID(.pod, ref.key), .restarting(container: container.name, restart: life + 1))
    reaction.wake(.pull(ref, container: index), after: .milliseconds(1))
  }

  /// The grace period of a container that a probe has stopped is over: SIGKILL.
  mutating func killOne(
    _ ref: PodRef,
    _ index: Int,
    _ life: Int,
    _ worker: inout PodWorker,
    _ pod: Pod,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) {
    let container = worker.containers[index]
    guard container.current.number == life, container.current.isRunning, !worker.isTerminating else { return }
    end(index, exitCode: 137, &worker, at: now)
    reaction.happening = .pod(ObjectID(.pod, ref.key), .killed(containers: [container.name]))
    reaction.wake(.restart(ref, container: index, life: life), after: .milliseconds(200))
  }

  private func end(_ index: Int, exitCode: Int, _ worker: inout PodWorker, at now: Instant) {
    guard case .running(let since) = worker.containers[index].current.phase else { return }
    worker.containers[index].current.world.kill(at: now)
    worker.containers[index].current.phase = .ended(
      ContainerState.Termination(
        exitCode: exitCode,
        reason: exitCode == 0 ? "Completed" : "Error",
        startedAt: since.wholeSecond,
        finishedAt: now.wholeSecond,
        containerID: worker.containers[index].current.id
      )
    )
  }

  /// The Pod is to go: every running container gets SIGTERM, and SIGKILL when the grace period is over.
  func terminate(
    _ ref: PodRef,
    _ worker: inout PodWorker,
    _ pod: Pod,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) {
    if worker.stage == .finished {
      reaction.wake(.cleanUp(ref), after: .milliseconds(300))
      return
    }
    let grace = max(1, worker.isGone ? 1 : pod.metadata.deletionGracePeriodSeconds ?? 30)
    let since = pod.metadata.deletionTimestamp.map { $0 - .seconds(Int64(grace)) } ?? now
    let deadline = max(now, max(since, now - .seconds(Int64(grace))) + .seconds(Int64(grace)))
    let isFirst = !worker.isTerminating
    worker.stage = .terminating(deadline: deadline)
    reaction.happening = .pod(ObjectID(.pod, ref.key), .terminating(grace: grace))
    reaction.wake(.kill(ref, deadline: deadline), after: deadline - now)
    guard isFirst else { return }
    for (index, container) in worker.containers.enumerated() where container.current.isRunning {
      let about = Event.Involved(.pod, worker.object.metadata, fieldPath: "spec.containers{\(container.name)}")
      let text = "Stopping container \(container.name)"
      reaction.note(EventNote(about: about, reason: "Killing", message: text))
      sendTerminate(ref, index, &worker, at: now, &reaction)
    }
    if worker.allEnded {
      finishTermination(ref, &worker, pod, at: now, &reaction)
    } else {
      report(&worker, pod, at: now, &reaction)
    }
  }

  /// The grace period is over: what still runs gets SIGKILL.
  func kill(
    _ ref: PodRef,
    _ deadline: Instant,
    _ worker: inout PodWorker,
    _ pod: Pod,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) {
    guard worker.stage == .terminating(deadline: deadline), !worker.allEnded else { return }
    let running = worker.containers.indices.filter { worker.containers[$0].current.isRunning }
    reaction.happening = .pod(ObjectID(.pod, ref.key), .killed(containers: running.map { worker.containers[$0].name }))
    for index in running { end(index, exitCode: 137, &worker, at: now) }
    finishTermination(ref, &worker, pod, at: now, &reaction)
  }

  private func finishTermination(
    _ ref: PodRef,
    _ worker: inout PodWorker,
    _ pod: Pod,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) {
    guard worker.allEnded else { return }
    worker.stage = .finished
    report(&worker, pod, at: now, &reaction)
    reaction.wake(.cleanUp(ref), after: .milliseconds(300))
  }
}

extension RunningContainer {
  /// When the life before the present one ended.
  fileprivate var previousEnd: Instant? {
    guard case .ended(let end)? = previous?.phase else { return nil }
    return end.finishedAt
  }
}
