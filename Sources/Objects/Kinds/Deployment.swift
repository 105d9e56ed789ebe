/// A Deployment: keeps a number of Pods of the newest template, by way of one ReplicaSet a template.
package struct Deployment: SpecAndStatus, Equatable {
  package static let kind = Kind.deployment
  package var metadata: ObjectMeta
  package var spec: DeploymentSpec
  package var status = DeploymentStatus()
  package var other = Fields()

  package init(metadata: ObjectMeta, spec: DeploymentSpec) {
    self.metadata = metadata
    self.spec = spec
  }

  /// The label that tells the ReplicaSets of one Deployment, and their Pods, from each other.
  package static let templateHashLabel = "pod-template-hash"
  /// The annotations by which a ReplicaSet knows its place in the rollout; the Deployment has the first one as well.
  package static let revisionAnnotation = "deployment.kubernetes.io/revision"
  package static let revisionHistoryAnnotation = "deployment.kubernetes.io/revision-history"
  package static let desiredReplicasAnnotation = "deployment.kubernetes.io/desired-replicas"
  package static let maxReplicasAnnotation = "deployment.kubernetes.io/max-replicas"

  /// What a Deployment and its ReplicaSets have each of their own; all other annotations they share.
  ///
  /// Mirrors `annotationsToSkip` of the controller and of kubectl.
  package static let ownAnnotations = [
    "kubectl.kubernetes.io/last-applied-configuration", "deprecated.deployment.rollback.to", revisionAnnotation,
    revisionHistoryAnnotation, desiredReplicasAnnotation, maxReplicasAnnotation,
  ]
}

extension ConditionType {
  package static let available = ConditionType("Available")
  package static let progressing = ConditionType("Progressing")
}

extension PodTemplate {
  /// Whether both are one template, whichever ReplicaSet they are in.
  ///
  /// Mirrors `deploymentutil.EqualIgnoreHash`.
  package func equalsIgnoringHash(_ other: PodTemplate) -> Bool { withoutHash == other.withoutHash }

  private var withoutHash: PodTemplate {
    var template = self
    template.metadata.labels[Deployment.templateHashLabel] = nil
    return template
  }
}

/// `spec` of a Deployment.
package struct DeploymentSpec: Hashable, Sendable, FieldCodable {
  /// How Pods of an old template are replaced.
  package enum Strategy: Hashable, Sendable {
    /// All old ones end before the first new one begins.
    case recreate
    case rollingUpdate(maxUnavailable: IntOrPercent, maxSurge: IntOrPercent)
  }

  package var replicas: Int
  package var minReadySeconds: Int
  /// nil: all old ReplicaSets are kept.
  package var revisionHistoryLimit: Int?
  /// Seconds; nil where progress has no deadline.
  package var progressDeadlineSeconds: Int?
  package var paused: Bool?
  package var selector: LabelSelector
  package var template: PodTemplate
  package var strategy: Strategy
  package var other: Fields

  /// The value by which a manifest says that there is no limit.
  private static let unlimited = Int(Int32.max)

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    replicas = reader.int("replicas") ?? 1
    minReadySeconds = reader.int("minReadySeconds") ?? 0
    revisionHistoryLimit = reader.int("revisionHistoryLimit")
    progressDeadlineSeconds = reader.int("progressDeadlineSeconds")
    paused = reader.bool("paused")
    selector = reader.structure("selector") ?? LabelSelector(fields: [:])
    template = reader.structure("template") ?? PodTemplate(fields: [:])
    let strategy = reader.fields("strategy") ?? [:]
    if strategy["type"] == "Recreate" {
      self.strategy = .recreate
    } else {
      let limits = strategy["rollingUpdate"]
      self.strategy = .rollingUpdate(
        maxUnavailable: IntOrPercent(limits?["maxUnavailable"]) ?? .percent(25),
        maxSurge: IntOrPercent(limits?["maxSurge"]) ?? .percent(25)
      )
    }
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out["replicas"] = .int(Int64(replicas))
    out.setNonZero("minReadySeconds", minReadySeconds)
    out.set("revisionHistoryLimit", revisionHistoryLimit)
    out.set("progressDeadlineSeconds", progressDeadlineSeconds)
    if paused == true { out["paused"] = true }
    out["selector"] = .object(selector.fields)
    out["template"] = .object(template.fields)
    switch strategy {
    case .recreate: out["strategy"] = ["type": "Recreate"]
    case .rollingUpdate(let unavailable, let surge):
      out["strategy"] = [
        "type": "RollingUpdate",
        "rollingUpdate": ["maxUnavailable": unavailable.value, "maxSurge": surge.value],
      ]
    }
    return out
  }

  /// Whether a rollout that makes no progress is reported. Mirrors `deploymentutil.HasProgressDeadline`.
  package var progressDeadline: Int? {
    progressDeadlineSeconds.flatMap { $0 == DeploymentSpec.unlimited ? nil : $0 }
  }

  /// How many old ReplicaSets are kept; nil for all. Mirrors `deploymentutil.HasRevisionHistoryLimit`.
  package var historyLimit: Int? { revisionHistoryLimit.flatMap { $0 == DeploymentSpec.unlimited ? nil : $0 } }

  /// How many Pods there may be beyond `replicas` during a rollout. Mirrors `deploymentutil.MaxSurge`.
  package var maxSurge: Int {
    guard case .rollingUpdate(_, let surge) = strategy else { return 0 }
    return surge.scaled(to: replicas, roundingUp: true)
  }

  /// How many of `replicas` may be unavailable during a rollout: one where neither limit leaves room for a step.
  ///
  /// Mirrors `deploymentutil.MaxUnavailable` and `ResolveFenceposts`.
  package var maxUnavailable: Int {
    guard case .rollingUpdate(let unavailable, _) = strategy, replicas > 0 else { return 0 }
    let share = unavailable.scaled(to: replicas, roundingUp: false)
    return min(replicas, share == 0 && maxSurge == 0 ? 1 : share)
  }
}

/// `status` of a Deployment.
package struct DeploymentStatus: Hashable, Sendable, FieldCodable {
  package var observedGeneration = 0
  package var replicas = 0
  /// Pods of the newest template.
  package var updatedReplicas = 0
  package var readyReplicas = 0
  package var availableReplicas = 0
  package var unavailableReplicas = 0
  /// Absent until the controller has written the status once.
  package var terminatingReplicas: Int?
  /// How often the name of a new ReplicaSet was taken; goes into the next name.
  package var collisionCount: Int?
  package var conditions: [Condition] = []
  package var other = Fields()

  package init() {}

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    observedGeneration = reader.int("observedGeneration") ?? 0
    replicas = reader.int("replicas") ?? 0
    updatedReplicas = reader.int("updatedReplicas") ?? 0
    readyReplicas = reader.int("readyReplicas") ?? 0
    availableReplicas = reader.int("availableReplicas") ?? 0
    unavailableReplicas = reader.int("unavailableReplicas") ?? 0
    terminatingReplicas = reader.int("terminatingReplicas")
    collisionCount = reader.int("collisionCount")
    conditions = reader.list("conditions") ?? []
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out.setNonZero("observedGeneration", observedGeneration)
    out.setNonZero("replicas", replicas)
    out.setNonZero("updatedReplicas", updatedReplicas)
    out.setNonZero("readyReplicas", readyReplicas)
    out.setNonZero("availableReplicas", availableReplicas)
    out.setNonZero("unavailableReplicas", unavailableReplicas)
    out.set("terminatingReplicas", terminatingReplicas)
    out.set("collisionCount", collisionCount)
    out.set("conditions", conditions)
    return out
  }

  package func condition(_ type: ConditionType) -> Condition? { conditions.first { $0.type == type } }
}
