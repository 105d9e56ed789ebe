package import Basics

/// `status` of a Pod.
package struct PodStatus: Hashable, Sendable, FieldCodable {
  package var phase: PodPhase?
  package var conditions: [Condition] = []
  package var reason = ""
  package var message = ""
  package var hostIP = ""
  package var podIP = ""
  package var startTime: Instant?
  package var containerStatuses: [ContainerStatus] = []
  package var initContainerStatuses: [ContainerStatus] = []
  package var qosClass = ""
  package var observedGeneration = 0
  package var other = Fields()

  package init() {}

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    phase = reader.string("phase").flatMap(PodPhase.init(rawValue:))
    conditions = reader.list("conditions") ?? []
    reason = reader.string("reason") ?? ""
    message = reader.string("message") ?? ""
    hostIP = reader.string("hostIP") ?? ""
    podIP = reader.string("podIP") ?? ""
    _ = reader.value("hostIPs")
    _ = reader.value("podIPs")
    startTime = reader.time("startTime")
    containerStatuses = reader.list("containerStatuses") ?? []
    initContainerStatuses = reader.list("initContainerStatuses") ?? []
    qosClass = reader.string("qosClass") ?? ""
    observedGeneration = reader.int("observedGeneration") ?? 0
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out.set("phase", phase?.rawValue)
    if !conditions.isEmpty { out["conditions"] = .array(conditions.map { .object($0.podFields) }) }
    out.setNonEmpty("reason", reason)
    out.setNonEmpty("message", message)
    if !hostIP.isEmpty {
      out["hostIP"] = .string(hostIP)
      out["hostIPs"] = [["ip": .string(hostIP)]]
    }
    if !podIP.isEmpty {
      out["podIP"] = .string(podIP)
      out["podIPs"] = [["ip": .string(podIP)]]
    }
    out.set("startTime", startTime)
    out.set("containerStatuses", containerStatuses)
    out.set("initContainerStatuses", initContainerStatuses)
    out.setNonEmpty("qosClass", qosClass)
    out.setNonZero("observedGeneration", observedGeneration)
    return out
  }

  package func condition(_ type: ConditionType) -> Condition? { conditions.first { $0.type == type } }
}

/// Where a Pod is in its life.
package enum PodPhase: String, Hashable, Sendable, CaseIterable {
  case pending = "Pending"
  case running = "Running"
  case succeeded = "Succeeded"
  case failed = "Failed"
  case unknown = "Unknown"
}

/// What the kubelet reports of one container.
package struct ContainerStatus: Hashable, Sendable, FieldCodable {
  package var name: String
  package var image = ""
  package var imageID = ""
  package var containerID = ""
  package var ready = false
  package var started: Bool?
  package var restartCount = 0
  package var state: ContainerState?
  package var lastState: ContainerState?
  package var other = Fields()

  package init(name: String) { self.name = name }

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    name = reader.string("name") ?? ""
    image = reader.string("image") ?? ""
    imageID = reader.string("imageID") ?? ""
    containerID = reader.string("containerID") ?? ""
    ready = reader.bool("ready") ?? false
    started = reader.bool("started")
    restartCount = reader.int("restartCount") ?? 0
    state = reader.fields("state").flatMap(ContainerState.init(fields:))
    lastState = reader.fields("lastState").flatMap(ContainerState.init(fields:))
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out["name"] = .string(name)
    out["image"] = .string(image)
    out["imageID"] = .string(imageID)
    out.setNonEmpty("containerID", containerID)
    out["ready"] = .bool(ready)
    out.set("started", started)
    out["restartCount"] = .int(Int64(restartCount))
    out["state"] = .object(state?.fields ?? [:])
    out["lastState"] = .object(lastState?.fields ?? [:])
    return out
  }
}

/// What a container is doing, or was doing before its last restart.
package enum ContainerState: Hashable, Sendable {
  case waiting(reason: String, message: String)
  case running(startedAt: Instant)
  // Indirect: there are many statuses, and few tell an end.
  indirect case terminated(Termination)

  /// How a container ended.
  package struct Termination: Hashable, Sendable {
    package var exitCode: Int
    package var signal: Int?
    package var reason: String
    package var message: String
    package var startedAt: Instant?
    package var finishedAt: Instant?
    package var containerID: String

    package init(
      exitCode: Int,
      signal: Int? = nil,
      reason: String,
      message: String = "",
      startedAt: Instant?,
      finishedAt: Instant?,
      containerID: String
    ) {
      self.exitCode = exitCode
      self.signal = signal
      self.reason = reason
      self.message = message
      self.startedAt = startedAt
      self.finishedAt = finishedAt
      self.containerID = containerID
    }
  }

  package init?(fields: Fields) {
    if let waiting = fields["waiting"]?.object {
      self = .waiting(reason: waiting["reason"]?.string ?? "", message: waiting["message"]?.string ?? "")
    } else if let running = fields["running"]?.object {
      var reader = FieldReader(running)
      self = .running(startedAt: reader.time("startedAt") ?? Instant(unixSeconds: 0))
    } else if let terminated = fields["terminated"]?.object {
      var reader = FieldReader(terminated)
      self = .terminated(
        Termination(
          exitCode: reader.int("exitCode") ?? 0,
          signal: reader.int("signal"),
          reason: reader.string("reason") ?? "",
          message: reader.string("message") ?? "",
          startedAt: reader.time("startedAt"),
          finishedAt: reader.time("finishedAt"),
          containerID: reader.string("containerID") ?? ""
        )
      )
    } else {
      return nil
    }
  }

  package var fields: Fields {
    var inner = Fields()
    switch self {
    case .waiting(let reason, let message):
      inner.setNonEmpty("reason", reason)
      inner.setNonEmpty("message", message)
      return ["waiting": .object(inner)]
    case .running(let startedAt):
      inner.set("startedAt", startedAt)
      return ["running": .object(inner)]
    case .terminated(let end):
      inner["exitCode"] = .int(Int64(end.exitCode))
      inner.set("signal", end.signal)
      inner.setNonEmpty("reason", end.reason)
      inner.setNonEmpty("message", end.message)
      inner["startedAt"] = end.startedAt.map { .string($0.rfc3339) } ?? .null
      inner["finishedAt"] = end.finishedAt.map { .string($0.rfc3339) } ?? .null
      inner.setNonEmpty("containerID", end.containerID)
      return ["terminated": .object(inner)]
    }
  }
}
