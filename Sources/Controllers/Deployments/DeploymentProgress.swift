import Basics
import Machinery
import Objects

/// What condition Progressing can say.
///
/// Mirrors the reasons and messages of `deploymentutil` and `pkg/controller/deployment/progress.go`.
enum DeploymentProgress {
  case foundReplicaSet(String)
  case createdReplicaSet(String)
  case replicaSetNotCreated(String, error: String)
  case paused, resumed
  /// What has made the progress: `ReplicaSet "web-5d5"`.
  case progressing(String)
  case complete(String)
  case timedOut(String)

  static let pausedReason = "DeploymentPaused"
  static let timedOutReason = "ProgressDeadlineExceeded"
  static let completeReason = "NewReplicaSetAvailable"

  var reason: String {
    switch self {
    case .foundReplicaSet: "FoundNewReplicaSet"
    case .createdReplicaSet: "NewReplicaSetCreated"
    case .replicaSetNotCreated: "ReplicaSetCreateError"
    case .paused: DeploymentProgress.pausedReason
    case .resumed: "DeploymentResumed"
    case .progressing: "ReplicaSetUpdated"
    case .complete: DeploymentProgress.completeReason
    case .timedOut: DeploymentProgress.timedOutReason
    }
  }

  var message: String {
    switch self {
    case .foundReplicaSet(let name): "Found new replica set \(name.goQuoted)"
    case .createdReplicaSet(let name): "Created new replica set \(name.goQuoted)"
    case .replicaSetNotCreated(let name, let error): "Failed to create new replica set \(name.goQuoted): \(error)"
    case .paused: "Deployment is paused"
    case .resumed: "Deployment is resumed"
    case .progressing(let what): "\(what) is progressing."
    case .complete(let what): "\(what) has successfully progressed."
    case .timedOut(let what): "\(what) has timed out progressing."
    }
  }

  fileprivate var status: Condition.Status {
    switch self {
    case .foundReplicaSet, .createdReplicaSet, .progressing, .complete: .true
    case .replicaSetNotCreated, .timedOut: .false
    case .paused, .resumed: .unknown
    }
  }
}

extension Condition {
  static func progress(_ progress: DeploymentProgress, at now: Instant) -> Condition {
    var condition = Condition(
      .progressing,
      progress.status,
      reason: progress.reason,
      message: progress.message,
      lastTransitionTime: now
    )
    condition.lastUpdateTime = now.wholeSecond
    return condition
  }
}

extension [Condition] {
  /// Puts in a condition unless the present one says the same; the last one that was put in stands last.
  ///
  /// Mirrors `deploymentutil.SetDeploymentCondition`.
  mutating func record(_ condition: Condition) {
    var condition = condition
    if let current = first(where: { $0.type == condition.type }) {
      if current.status == condition.status, current.reason == condition.reason { return }
      if current.status == condition.status { condition.lastTransitionTime = current.lastTransitionTime }
    }
    replace(with: condition)
  }
}

extension Deployment {
  /// Whether a rollout is through. Mirrors `deploymentutil.DeploymentComplete`.
  func isComplete(_ status: DeploymentStatus) -> Bool {
    status.updatedReplicas == spec.replicas && status.replicas == spec.replicas
      && status.availableReplicas == spec.replicas && status.observedGeneration >= metadata.generation
  }

  /// Whether `new` is closer to the end of the rollout than the present status.
  ///
  /// Mirrors `deploymentutil.DeploymentProgressing`.
  private func hasProgressed(_ new: DeploymentStatus) -> Bool {
    new.updatedReplicas > status.updatedReplicas
      || new.replicas - new.updatedReplicas < status.replicas - status.updatedReplicas
      || new.readyReplicas > status.readyReplicas || new.availableReplicas > status.availableReplicas
  }

  /// Mirrors `deploymentutil.DeploymentTimedOut`.
  private func hasTimedOut(_ new: DeploymentStatus, at now: Instant) -> Bool {
    guard let deadline = spec.progressDeadline, let condition = new.condition(.progressing),
      condition.reason != DeploymentProgress.completeReason
    else { return false }
    if condition.reason == DeploymentProgress.timedOutReason { return true }
    return condition.lastUpdateTime.map { $0 + .seconds(Int64(deadline)) < now } ?? false
  }

  /// The numbers and whether enough Pods are available. Mirrors `calculateStatus`.
  func numbers(_ sets: RolloutSets, at now: Instant) -> DeploymentStatus {
    var new = status
    new.observedGeneration = metadata.generation
    new.replicas = sets.all.present
    new.updatedReplicas = sets.new?.status.replicas ?? 0
    new.readyReplicas = sets.all.reduce(0) { $0 + $1.status.readyReplicas }
    new.availableReplicas = sets.all.available
    new.unavailableReplicas = max(0, sets.all.askedFor - sets.all.available)
    new.terminatingReplicas = sets.all.reduce(0) { $0 + ($1.status.terminatingReplicas ?? 0) }
    let isAvailable = new.availableReplicas >= spec.replicas - spec.maxUnavailable
    var condition = Condition(
      .available,
      isAvailable ? .true : .false,
      reason: isAvailable ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
      message: "Deployment \(isAvailable ? "has" : "does not have") minimum availability.",
      lastTransitionTime: now
    )
    condition.lastUpdateTime = now.wholeSecond
    new.conditions.record(condition)
    return new
  }

  /// The numbers, and whether the rollout makes progress. Mirrors `syncRolloutStatus`.
  func rolloutStatus(_ sets: RolloutSets, at now: Instant) -> DeploymentStatus {
    var new = numbers(sets, at: now)
    let current = status.condition(.progressing)
    let wasComplete =
      new.replicas == new.updatedReplicas && current?.reason == DeploymentProgress.completeReason
    if spec.progressDeadline == nil {
      new.conditions.removeAll { $0.type == .progressing }
    } else if !wasComplete {
      let what = sets.new.map { "ReplicaSet \($0.metadata.name.goQuoted)" } ?? "Deployment \(metadata.name.goQuoted)"
      if isComplete(new) {
        new.conditions.record(.progress(.complete(what), at: now))
      } else if hasProgressed(new) {
        // Also where the reason stays the same: lastUpdateTime tells when progress was last made.
        var condition = Condition.progress(.progressing(what), at: now)
        if let current, current.status == .true { condition.lastTransitionTime = current.lastTransitionTime }
        new.conditions.removeAll { $0.type == .progressing }
        new.conditions.append(condition)
      } else if hasTimedOut(new, at: now) {
        new.conditions.record(.progress(.timedOut(what), at: now))
      }
    }
    if var failure = ([sets.new].compactMap { $0 } + sets.old).lazy.compactMap(\.failure).first {
      failure.lastUpdateTime = failure.lastTransitionTime
      new.conditions.record(failure)
    } else {
      new.conditions.removeAll { $0.type == .replicaFailure }
    }
    return new
  }

  /// When a rollout that makes no progress is to be looked at again; nil where that is not needed.
  ///
  /// Mirrors `requeueStuckDeployment`.
  func nextProgressCheck(_ new: DeploymentStatus, at now: Instant) -> Conclusion.Retry? {
    guard let deadline = spec.progressDeadline, let current = status.condition(.progressing),
      let updated = current.lastUpdateTime, !isComplete(new), current.reason != DeploymentProgress.timedOutReason
    else { return nil }
    let left = updated + .seconds(Int64(deadline)) - now
    return left < .seconds(1) ? .backOff : .after(left + .seconds(1))
  }
}

extension ReplicaSet {
  fileprivate var failure: Condition? { status.conditions.first { $0.type == .replicaFailure } }
}
