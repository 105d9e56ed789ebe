package import APIServer
package import Basics
package import Machinery
package import Objects

/// deployment-controller: replaces the Pods of an old template by those of the newest, through ReplicaSets.
///
/// Mirrors `pkg/controller/deployment`.
package struct DeploymentController: Controller {
  package let component = Component.deploymentController
  package let watches: [Kind] = [.deployment, .replicaSet, .pod]
  package let checksConflicts = true
  /// Kubernetes' own does not, and is refused now and then, which its retry makes good.
  package let readsOwnWrites = true

  package init() {}

  package func triggers(_ change: Change, _ cache: Cache) -> [Trigger] {
    DeploymentTriggers(cache: cache).triggers(change)
  }

  package func observe(_ key: ObjectKey, _ cache: Cache, now: Instant) -> Observed {
    var observed = Observed(.deployment, primary: cache[ObjectID(.deployment, key)], now: now)
    guard let deployment = observed.primary?.as(Deployment.self) else { return observed }
    let sets = cache.objects(.replicaSet, in: key.namespace)
    observed.dependents = sets.filter { object in
      object.metadata.controllerRef.map { $0.uid == deployment.metadata.uid } ?? true
    }
    let claim = ReplicaSetClaim(deployment, observed.dependents)
    if RolloutSets(deployment, claim.sets).new == nil {
      // One of another owner that has the name of the one to create.
      let name = deployment.nameOfNewReplicaSet
      observed.dependents += sets.filter { set in
        set.metadata.name == name && !observed.dependents.contains { $0.id == set.id }
      }
    }
    if case .recreate = deployment.spec.strategy {
      for set in observed.dependents {
        cache.pods(.owner(set.metadata.uid)).objects.forEachUnordered { observed.owned.put($1) }
      }
    }
    return observed
  }

  package func decide(_ key: ObjectKey, _ observed: Observed) -> Reconciliation {
    var decision = Reconciliation(key, observed)
    guard let deployment = observed.primary?.as(Deployment.self) else { return decision }
    if deployment.spec.selector.isEmpty {
      decision.notes = [DeploymentController.selectsAll(deployment)]
      return decision
    }
    let sync = DeploymentSync(deployment, observed)
    decision.actions = sync.actions
    decision.passedOver = sync.passedOver
    let sets = RolloutSets(deployment, sync.claim.sets)
    let wanted = deployment.spec.replicas
    decision.comparisons = [
      Comparison(.replicas, wanted: wanted, found: sets.all.present),
      Comparison(.upToDate, wanted: wanted, found: sets.new?.status.replicas ?? 0),
      Comparison(.available, wanted: wanted, found: sets.all.available),
    ]
    return decision
  }

  package func conclude(_ reconciliation: Reconciliation, _ outcomes: [ActionOutcome], now: Instant) -> Conclusion {
    var conclusion = Conclusion()
    guard let deployment = reconciliation.observed.primary?.as(Deployment.self) else { return conclusion }
    var changed = deployment
    if deployment.spec.selector.isEmpty {
      changed.status.observedGeneration = deployment.metadata.generation
    } else if outcomes.firstFailure != nil {
      conclusion.retry = .backOff
      changed.status = status(of: deployment, reconciliation.observed, after: outcomes, at: now)
    } else {
      let sync = DeploymentSync(deployment, reconciliation.observed)
      switch sync.ending {
      case .none: return conclusion
      case .numbers(let sets): changed.status = deployment.numbers(sets, at: now)
      case .rollout(let sets):
        changed.status = deployment.rolloutStatus(sets, at: now)
        if changed.status == deployment.status, let retry = deployment.nextProgressCheck(changed.status, at: now) {
          conclusion.retry = retry
        }
      }
    }
    if changed != deployment { conclusion.status = Object(changed) }
    return conclusion
  }

  /// The status where a write was refused: it matters only that the new ReplicaSet could not be created.
  ///
  /// Mirrors the error cases of `getNewReplicaSet`: a name that is taken is avoided by counting it into the next hash.
  private func status(
    of deployment: Deployment,
    _ observed: Observed,
    after outcomes: [ActionOutcome],
    at now: Instant
  ) -> DeploymentStatus {
    var status = deployment.status
    for outcome in outcomes {
      guard case .create(let object) = outcome.action.effect, case .failed(let error) = outcome.result else { continue }
      if case .alreadyExists = error {
        // One that the cache has not seen yet may be the very one that is wanted.
        guard observed.dependents.contains(where: { $0.id == object.id }) else { continue }
        status.collisionCount = (status.collisionCount ?? 0) + 1
      } else if deployment.spec.progressDeadline != nil {
        let progress = DeploymentProgress.replicaSetNotCreated(object.metadata.name, error: error.message)
        status.conditions.record(.progress(progress, at: now))
      }
    }
    return status
  }

  package func note(_ outcome: ActionOutcome, of reconciliation: Reconciliation) -> EventNote? {
    guard let primary = reconciliation.observed.primary else { return nil }
    let about = Event.Involved(.deployment, primary.metadata)
    switch (outcome.action.effect, outcome.result) {
    case (.create(let object), .failed(let error)):
      if case .alreadyExists = error { return nil }
      let progress = DeploymentProgress.replicaSetNotCreated(object.metadata.name, error: error.message)
      return EventNote(about: about, warning: true, reason: progress.reason, message: progress.message)
    case (.create(let object), .done):
      guard let set = object.as(ReplicaSet.self), set.isActive else { return nil }
      return DeploymentController.scaled(about, set.metadata.name, from: 0, to: set.spec.replicas)
    case (.update(let object, .scaled(let from, let to, _)), .done) where from != to:
      return DeploymentController.scaled(about, object.metadata.name, from: from, to: to)
    default: return nil
    }
  }

  private static func scaled(_ about: Event.Involved, _ name: String, from: Int, to: Int) -> EventNote {
    EventNote(
      about: about,
      reason: "ScalingReplicaSet",
      message: "Scaled \(from < to ? "up" : "down") replica set \(name) from \(from) to \(to)"
    )
  }

  private static func selectsAll(_ deployment: Deployment) -> EventNote {
    EventNote(
      about: Event.Involved(.deployment, deployment.metadata),
      warning: true,
      reason: "SelectingAll",
      message: "This deployment is selecting all pods. A non-empty selector is required."
    )
  }
}
