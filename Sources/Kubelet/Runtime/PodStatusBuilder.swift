import Basics
import Machinery
import Objects

/// The status that a kubelet reports of a Pod.
///
/// Mirrors `kubelet.generateAPIPodStatus`, `convertStatusToAPIStatus` and `status.manager.mergePodStatus`.
struct PodStatusBuilder {
  var worker: PodWorker
  var pod: Pod
  var hostIP: String
  /// The images on the node.
  var images: NodeImages
  var now: Instant

  /// Why the whole Pod has failed, whatever its containers do.
  struct Eviction {
    var reason: String
    var message: String
  }

  var eviction: Eviction?

  /// The status, and the phase that the Pod would have if it were over now.
  func status() -> (status: PodStatus, judged: PodPhase) {
    var status = PodStatus()
    status.initContainerStatuses = worker.containers.filter { $0.role != .main }.map(containerStatus)
    status.containerStatuses = worker.containers.filter { $0.role == .main }.map(containerStatus)
    let phases = PodPhaseRule(
      pod.spec.value,
      initial: status.initContainerStatuses,
      main: status.containerStatuses,
      isTerminal: isOver
    )
    let judged = eviction == nil ? phases.phase : .failed
    status.conditions = conditions(status, judged)
    status.reason = pod.status.reason
    status.message = pod.status.message
    let isFinal = judged == .failed || judged == .succeeded
    if isFinal, !isOver {
      // It is told as over only once nothing can run any more.
      status.phase = worker.reported?.value.phase ?? .pending
    } else {
      status.phase = judged
      if let eviction {
        status.reason = eviction.reason
        status.message = eviction.message
      }
    }
    status.qosClass = pod.status.qosClass
    status.observedGeneration = pod.metadata.generation
    status.hostIP = hostIP
    status.startTime = worker.startTime.wholeSecond
    if worker.hasSeenSandbox { status.podIP = worker.ip }
    status.other = worker.resourceFields
    return (status, judged)
  }

  /// Whether no container can run any more.
  private var isOver: Bool { worker.stage == .terminated || worker.stage == .finished }

  // MARK: Containers

  private func containerStatus(_ container: RunningContainer) -> ContainerStatus {
    var status = ContainerStatus(name: container.name)
    let newest = container.told.first
    status.state = newest.map(state) ?? waitingToBegin
    // What is no longer in the runtime stays as it was told.
    status.lastState = container.told.dropFirst().first.map(state) ?? reported(container)?.lastState
    status.restartCount = newest?.number ?? 0
    // Of a Pod that is being deleted nothing waits for another life.
    if let reason = container.reason, !pod.metadata.isBeingDeleted,
      container.shallRestart(policy, by: container.told)
    {
      if newest?.termination != nil { status.lastState = status.state }
      status.state = .waiting(reason: reason.word, message: reason.message)
    }
    status.started = container.hasStarted
    status.ready = container.role == .initial ? newest?.termination?.exitCode == 0 : container.isReady
    if let newest {
      let image = images.identity(of: container.lives.first { $0.id == newest.id }?.image ?? container.spec.image)
      status.image = image.canonical
      status.imageID = image.id
      status.containerID = newest.id
      status.other = container.echo.made
    } else {
      status.image = container.spec.image
      status.other = container.echo.waiting
    }
    return status
  }

  private func reported(_ container: RunningContainer) -> ContainerStatus? {
    guard let before = worker.reported?.value else { return nil }
    return (before.containerStatuses + before.initContainerStatuses).first { $0.name == container.name }
  }

  private var policy: RestartPolicy { pod.spec.restartPolicy ?? .always }

  private var waitingToBegin: ContainerState {
    .waiting(reason: pod.spec.initContainers.isEmpty ? "ContainerCreating" : "PodInitializing", message: "")
  }

  private func state(_ instance: SeenInstance) -> ContainerState {
    switch instance.phase {
    case .created: waitingToBegin
    case .running(let since): .running(startedAt: since.wholeSecond)
    case .ended(let end): .terminated(end)
    }
  }

  // MARK: Conditions

  private func conditions(_ status: PodStatus, _ phase: PodPhase) -> [Condition] {
    let ready = readiness(status, phase)
    // A Pod that nobody scheduled is on its node all the same.
    let scheduled = pod.status.conditions.first { $0.type == .podScheduled } ?? condition(.podScheduled, true)
    let own = [
      condition(.podReadyToStartContainers, worker.hasSandbox && !isOver),
      initialized(status, phase),
      condition(.ready, ready.isReady, reason: ready.reason, message: ready.message),
      condition(.containersReady, ready.isReady, reason: ready.reason, message: ready.message),
      scheduled,
    ]
    let others = pod.status.conditions.filter { other in !own.contains { $0.type == other.type } }
    return others.isEmpty ? own : own + others
  }

  /// Mirrors `status.GeneratePodInitializedCondition`.
  private func initialized(_ status: PodStatus, _ phase: PodPhase) -> Condition {
    if phase == .succeeded { return condition(.initialized, true, reason: "PodCompleted") }
    if status.containerStatuses.contains(where: { $0.hasEverStarted }) { return condition(.initialized, true) }
    let sidecars = Set(pod.spec.initContainers.filter(\.isSidecar).map(\.name))
    let incomplete = status.initContainerStatuses.filter { status in
      sidecars.contains(status.name) ? status.started != true : !status.ready
    }
    guard !incomplete.isEmpty else { return condition(.initialized, true) }
    return condition(
      .initialized,
      false,
      reason: "ContainersNotInitialized",
      message: "containers with incomplete status: [\(incomplete.map(\.name).joined(separator: " "))]"
    )
  }

  /// Mirrors `status.GenerateContainersReadyCondition`.
  private func readiness(_ status: PodStatus, _ phase: PodPhase) -> (isReady: Bool, reason: String, message: String) {
    if phase == .succeeded { return (false, "PodCompleted", "") }
    if phase == .failed { return (false, "PodFailed", "") }
    let sidecars = Set(pod.spec.initContainers.filter(\.isSidecar).map(\.name))
    let counted = status.initContainerStatuses.filter { sidecars.contains($0.name) } + status.containerStatuses
    let unready = counted.filter { !$0.ready }.map(\.name)
    guard !unready.isEmpty else { return (true, "", "") }
    return (false, "ContainersNotReady", "containers with unready status: [\(unready.joined(separator: " "))]")
  }

  private func condition(
    _ type: ConditionType,
    _ isTrue: Bool,
    reason: String = "",
    message: String = ""
  ) -> Condition {
    let before = worker.reported?.value.condition(type)
    let status = isTrue ? Condition.Status.true : .false
    return Condition(
      type,
      status,
      reason: reason,
      message: message,
      lastTransitionTime: before?.status == status ? before?.lastTransitionTime : now,
      observedGeneration: pod.metadata.generation
    )
  }
}

extension ContainerStatus {
  /// Whether the container runs or has run before.
  fileprivate var hasEverStarted: Bool {
    switch state {
    case .running, .terminated: true
    case .waiting, nil: lastState != nil
    }
  }
}

/// Digests that look like a runtime's, made from what they stand for.
enum Digest {
  /// 64 hexadecimal digits.
  static func text(of source: String) -> String {
    var out = ""
    for part in 0..<4 {
      var hasher = StableHasher()
      hasher.combine(part)
      hasher.combine(source)
      out += hex(hasher.value)
    }
    return out
  }
}
