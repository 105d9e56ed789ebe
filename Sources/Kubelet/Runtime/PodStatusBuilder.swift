import Basics
import Objects

/// The status that a kubelet reports of a Pod.
///
/// Mirrors `kubelet.generateAPIPodStatus`, `kubelet.getPhase` and `pkg/kubelet/status/generate.go`.
struct PodStatusBuilder {
  var worker: PodWorker
  var pod: Pod
  var hostIP: String
  var now: Instant

  func status() -> PodStatus {
    var status = PodStatus()
    status.phase = phase
    status.qosClass = pod.status.qosClass
    status.observedGeneration = pod.metadata.generation
    status.hostIP = hostIP
    status.startTime = worker.startTime.wholeSecond
    status.reason = pod.status.reason
    status.message = pod.status.message
    let hasStarted = worker.containers.contains { $0.current.number > 0 || !$0.current.isWaiting }
    if hasStarted {
      status.podIP = worker.ip
      status.other["resources"] = [:]
    }
    status.containerStatuses = worker.containers.map(containerStatus)
    status.conditions = conditions(phase: status.phase ?? .pending)
    return status
  }

  private var phase: PodPhase {
    let containers = worker.containers
    if containers.allSatisfy({ $0.current.isWaiting && $0.current.number == 0 }) { return .pending }
    if worker.stage == .finished {
      let failed = containers.contains { container in
        if case .ended(let end) = container.current.phase { return end.exitCode != 0 }
        return false
      }
      return failed ? .failed : .succeeded
    }
    return containers.contains { $0.current.isWaiting && $0.current.number == 0 } ? .pending : .running
  }

  private func containerStatus(_ container: RunningContainer) -> ContainerStatus {
    var status = ContainerStatus(name: container.name)
    let current = container.current
    status.state = current.state
    status.lastState = container.previous?.state
    if let length = container.heldFor, !isFinished, case .ended = current.phase {
      status.lastState = current.state
      status.state = .waiting(reason: "CrashLoopBackOff", message: backOffText(container, length))
    }
    status.restartCount = current.number
    status.started = container.hasStarted
    status.ready = container.isReady && !isFinished
    if current.isWaiting && container.previous == nil {
      status.image = container.spec.image
    } else {
      let image = ImageName(container.spec.image)
      status.image = image.canonical
      status.imageID = "\(image.registry)/\(image.repository)@sha256:\(Digest.text(of: image.canonical))"
      status.containerID = current.id.isEmpty ? (container.previous?.id ?? "") : current.id
      status.other["resources"] =
        container.spec.resources.fields.isEmpty ? [:] : .object(container.spec.resources.fields)
      let mounts = container.spec.volumeMounts.map(mountStatus)
      if !mounts.isEmpty { status.other["volumeMounts"] = .array(mounts) }
    }
    return status
  }

  private func backOffText(_ container: RunningContainer, _ length: Interval) -> String {
    let time =
      length < .minutes(1) ? "\(length.wholeSeconds)s" : "\(length.wholeSeconds / 60)m\(length.wholeSeconds % 60)s"
    let name = "\(pod.metadata.name)_\(pod.metadata.namespace)(\(pod.metadata.uid.text))"
    return "back-off \(time) restarting failed container=\(container.name) pod=\(name)"
  }

  private func mountStatus(_ mount: Value) -> Value {
    var out = Fields()
    out["name"] = mount["name"]
    out["mountPath"] = mount["mountPath"]
    if mount["readOnly"]?.bool == true {
      out["readOnly"] = true
      out["recursiveReadOnly"] = "Disabled"
    }
    return .object(out)
  }

  private var isFinished: Bool { worker.stage == .finished }

  private func conditions(phase: PodPhase) -> [Condition] {
    let unready = worker.containers.filter { !$0.isReady }.map(\.name)
    var reason = ""
    var message = ""
    if phase == .succeeded {
      reason = "PodCompleted"
    } else if phase == .failed {
      reason = "PodFailed"
    } else if !unready.isEmpty {
      reason = "ContainersNotReady"
      message = "containers with unready status: [\(unready.joined(separator: " "))]"
    }
    let isReady = reason.isEmpty
    let completed = phase == .succeeded ? "PodCompleted" : ""
    var out = [
      condition(.podReadyToStartContainers, worker.hasSandbox && !isFinished),
      condition(.initialized, true, reason: completed),
      condition(.ready, isReady, reason: reason, message: message),
      condition(.containersReady, isReady, reason: reason, message: message),
    ]
    let others = pod.status.conditions.filter { condition in !out.contains { $0.type == condition.type } }
    out += others.filter { $0.type == .podScheduled }
    out += others.filter { $0.type != .podScheduled }
    return out
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

extension ContainerInstance {
  var isWaiting: Bool { if case .waiting = phase { true } else { false } }
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
