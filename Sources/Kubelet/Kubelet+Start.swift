import Basics
import Machinery
import Objects

/// How containers begin: back-off, image, creation, start, postStart hook.
///
/// Mirrors `kuberuntime.SyncPod` and `startContainer`.
extension Kubelet {
  /// The Pod's sandbox and network are there.
  mutating func sandboxReady(_ turn: inout PodTurn) {
    guard !turn.worker.isEnding else {
      proceed(&turn)
      return
    }
    turn.worker.hasSandbox = true
    turn.worker.ip = turn.pod.spec.hostNetwork == true ? hostIP : newAddress()
    turn.tell(.sandboxReady(ip: turn.worker.ip))
    report(&turn)
    relistSoon(&turn)
    turn.wake(.proceed(turn.ref), after: KubeletTiming.between)
  }

  /// Begins with one container: its next life, unless its back-off holds it down.
  mutating func begin(_ index: Int, _ turn: inout PodTurn) {
    let container = turn.worker.containers[index]
    if let time = container.told.first(where: { $0.endedAt != nil })?.endedAt {
      if let until = container.backOff.holds(since: time, at: turn.now) {
        let length = container.backOff.length ?? .zero
        turn.tell(.backingOff(container: container.name, seconds: Int(length.wholeSeconds)))
        turn.note(
          "BackOff",
          "Back-off restarting failed container \(container.name) in pod \(turn.longName)",
          about: index,
          warning: true
        )
        let message =
          "back-off \(container.backOff.text) restarting failed container=\(container.name) pod=\(turn.longName)"
        failed(index, "CrashLoopBackOff", message, retry: .at(until), &turn)
        return
      }
      turn.worker.containers[index].backOff.next(after: time, at: turn.now)
    }
    guard let last = container.lives.first else {
      pull(index, &turn)
      return
    }
    turn.tell(.restarting(container: container.name, restart: last.number + 1))
    turn.wake(.pull(turn.ref, container: index), after: KubeletTiming.between)
  }

  /// A container could not be started: the sync goes on with the next, and the Pod comes back.
  mutating func failed(
    _ index: Int,
    _ word: String,
    _ message: String,
    retry: SyncJob.Retry,
    _ turn: inout PodTurn
  ) {
    turn.worker.containers[index].reason = RunningContainer.Reason(word: word, message: message)
    turn.retry(retry)
    turn.wake(.proceed(turn.ref), after: KubeletTiming.between)
  }

  /// The image is there: the container is made.
  mutating func create(_ index: Int, _ turn: inout PodTurn) {
    guard !turn.worker.isEnding else {
      proceed(&turn)
      return
    }
    let container = turn.worker.containers[index]
    let resolved: Container
    do throws(EnvironmentError) {
      resolved = try container.spec.resolvingEnvironment(of: turn.pod, turn.store)
    } catch {
      turn.tell(
        .startFailed(container: container.name, reason: "CreateContainerConfigError", message: error.message)
      )
      turn.note("Failed", "Error: \(error.message)", about: index, warning: true)
      failed(index, "CreateContainerConfigError", error.message, retry: .later, &turn)
      return
    }
    let number = container.lives.first.map { $0.number + 1 } ?? 0
    var world = ContainerWorld(resolved, in: turn.pod, restart: number)
    world.volumes = turn.worker.volumes
    turn.worker.containers[index].lives.insert(
      ContainerInstance(
        number: number,
        id: "containerd://" + Digest.text(of: "\(turn.ref.uid.text)/\(container.name)/\(number)"),
        image: container.spec.image,
        world: world
      ),
      at: 0
    )
    turn.tell(.created(container: container.name))
    turn.note("Created", "Container created", about: index)
    turn.wake(.start(turn.ref, turn.life(index)), after: slowed(KubeletTiming.start) + world.startsAfter)
  }

  /// Process 1 begins.
  mutating func start(_ life: LifeRef, _ turn: inout PodTurn) {
    let index = life.container
    guard turn.isCurrent(life), !turn.worker.isEnding else {
      proceed(&turn)
      return
    }
    let name = turn.worker.containers[index].name
    let now = turn.now
    let ip = turn.worker.ip
    do throws(ContainerStartError) {
      try turn.worker.value.start(index, at: now, ip: ip)
    } catch {
      let message = Kubelet.runtimeError(error)
      notStarted(index, message, &turn)
      return
    }
    turn.worker.containers[index].lives[0].phase = .running(since: now)
    turn.worker.containers[index].reason = nil
    turn.worker.work.job?.hasStarted = true
    turn.tell(.started(container: name))
    turn.note("Started", "Container started", about: index)
    if turn.worker.value.hasPortTaken(index) {
      turn.worker.value.inWorld(of: index) { $0.end(code: 1, saying: "bind: Address already in use", at: now) }
    }
    settle(index, &turn)
    guard let hook = turn.worker.containers[index].spec.hook(.postStart) else {
      turn.wake(.proceed(turn.ref), after: KubeletTiming.between)
      return
    }
    let outcome = run(hook, of: index, limit: nil, &turn)
    turn.wake(.hooked(turn.ref, life, outcome), after: max(outcome.took, KubeletTiming.between))
  }

  /// What the runtime says when process 1 cannot be begun.
  private static func runtimeError(_ error: ContainerStartError) -> String {
    if case .notSimulated = error { return error.message }
    return "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create "
      + "failed: unable to start container process: \(error.message): unknown"
  }

  private mutating func notStarted(_ index: Int, _ message: String, _ turn: inout PodTurn) {
    let container = turn.worker.containers[index]
    turn.worker.containers[index].lives[0].phase = .ended(
      ContainerState.Termination(
        exitCode: 128,
        reason: "StartError",
        message: message,
        startedAt: Instant(unixSeconds: 0),
        finishedAt: turn.now.wholeSecond,
        containerID: container.current?.id ?? ""
      )
    )
    turn.worker.containers[index].lives[0].endedAt = turn.now
    turn.tell(.startFailed(container: container.name, reason: "RunContainerError", message: message))
    turn.note("Failed", "Error: \(message)", about: index, warning: true)
    relistSoon(&turn)
    failed(index, "RunContainerError", message, retry: .later, &turn)
  }

  /// A lifecycle hook is over.
  mutating func hooked(_ life: LifeRef, _ outcome: HookOutcome, _ turn: inout PodTurn) {
    let index = life.container
    guard turn.isCurrent(life) else { return }
    if turn.worker.containers[index].current?.stop != nil {
      preStopped(index, outcome, &turn)
      return
    }
    settle(index, &turn)
    tell(outcome, .postStart, index, &turn)
    guard !outcome.isSuccess, !turn.worker.isEnding else {
      turn.wake(.proceed(turn.ref), after: KubeletTiming.between)
      return
    }
    turn.note("FailedPostStartHook", "PostStartHook failed", about: index, warning: true)
    turn.worker.containers[index].reason = RunningContainer.Reason(
      word: "PostStartHookError",
      message: outcome.message
    )
    turn.retry(.later)
    turn.worker.work.job?.awaits = .end(of: index)
    beginStop(
      index,
      grace: turn.pod.spec.terminationGracePeriodSeconds ?? 30,
      message: "FailedPostStartHook",
      &turn
    )
  }
}

extension PodWorker {
  /// Begins process 1 of a container's newest life.
  mutating func start(_ index: Int, at now: Instant, ip: String) throws(ContainerStartError) {
    containers[index].lives[0].world.volumes = volumes
    defer { volumes = containers[index].lives[0].world.volumes }
    try containers[index].lives[0].world.start(at: now, ip: ip)
  }

  /// Whether a container wants to listen on a port on which another one of the Pod listens: they share one address.
  func hasPortTaken(_ index: Int) -> Bool {
    guard let own = containers[index].current?.world.ports, !own.isEmpty else { return false }
    return containers.indices.contains { other in
      other != index && containers[other].isRunning
        && !(containers[other].current?.world.ports ?? []).filter(own.contains).isEmpty
    }
  }
}

extension ContainerWorld {
  /// The ports on which its servers listen, or will.
  var ports: [Int] {
    processes.flatMap { process -> [Int] in
      if case .native(let program) = process.program { program.workload.ports } else { [] }
    }
  }

  /// Ends process 1 with a last line in the log.
  mutating func end(code: Int, saying line: String, at now: Instant) {
    log.append(LogLine(time: now, text: line))
    finish(code: code, at: now)
  }
}
