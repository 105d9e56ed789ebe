package import Basics

/// The name of a condition: `Ready`, `ReplicaFailure`, `Complete` …
package struct ConditionType: Hashable, Sendable {
  package var name: String
  package init(_ name: String) { self.name = name }

  package static let ready = ConditionType("Ready")
  package static let containersReady = ConditionType("ContainersReady")
  package static let initialized = ConditionType("Initialized")
  package static let podScheduled = ConditionType("PodScheduled")
  package static let podReadyToStartContainers = ConditionType("PodReadyToStartContainers")
  package static let disruptionAllowed = ConditionType("DisruptionAllowed")
  package static let disruptionTarget = ConditionType("DisruptionTarget")
  package static let replicaFailure = ConditionType("ReplicaFailure")
}

extension Kind {
  /// The conditions that the status of such objects may have.
  package var conditionTypes: [String] {
    switch self {
    case .pod:
      ["ContainersReady", "DisruptionTarget", "Initialized", "PodReadyToStartContainers", "PodScheduled", "Ready"]
    case .node: ["DiskPressure", "MemoryPressure", "NetworkUnavailable", "PIDPressure", "Ready"]
    case .deployment: ["Available", "Progressing", "ReplicaFailure"]
    case .replicaSet, .replicationController: ["ReplicaFailure"]
    case .job: ["Complete", "Failed", "FailureTarget", "SuccessCriteriaMet", "Suspended"]
    case .podDisruptionBudget: ["DisruptionAllowed"]
    default: []
    }
  }
}

extension [Condition] {
  /// Puts in a condition as the last, in the place of the one of its type.
  package mutating func replace(with condition: Condition) {
    removeAll { $0.type == condition.type }
    append(condition)
  }
}

/// One entry of a `status.conditions`.
package struct Condition: Hashable, Sendable, FieldCodable {
  package enum Status: String, Hashable, Sendable {
    case `true` = "True"
    case `false` = "False"
    case unknown = "Unknown"
  }

  package var type: ConditionType
  package var status: Status
  package var reason: String
  package var message: String
  package var lastTransitionTime: Instant?
  /// When the condition was last confirmed; only Deployments have it.
  package var lastUpdateTime: Instant?
  package var observedGeneration: Int
  /// `lastProbeTime`, `lastHeartbeatTime` …
  package var other: Fields

  package init(
    _ type: ConditionType,
    _ status: Status,
    reason: String = "",
    message: String = "",
    lastTransitionTime: Instant?,
    observedGeneration: Int = 0
  ) {
    self.type = type
    self.status = status
    self.reason = reason
    self.message = message
    self.lastTransitionTime = lastTransitionTime?.wholeSecond
    self.observedGeneration = observedGeneration
    other = [:]
  }

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    type = ConditionType(reader.string("type") ?? "")
    status = reader.string("status").flatMap(Status.init(rawValue:)) ?? .unknown
    reason = reader.string("reason") ?? ""
    message = reader.string("message") ?? ""
    lastTransitionTime = reader.time("lastTransitionTime")
    lastUpdateTime = reader.time("lastUpdateTime")
    observedGeneration = reader.int("observedGeneration") ?? 0
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out["type"] = .string(type.name)
    out["status"] = .string(status.rawValue)
    out.setNonEmpty("reason", reason)
    out.setNonEmpty("message", message)
    out.set("lastTransitionTime", lastTransitionTime)
    out.set("lastUpdateTime", lastUpdateTime)
    out.setNonZero("observedGeneration", observedGeneration)
    return out
  }

  /// The members as a Pod's conditions print them: `lastProbeTime` is always there, and null.
  package var podFields: Fields {
    var out = fields
    if out["lastProbeTime"] == nil { out["lastProbeTime"] = .null }
    return out
  }
}
