package import APIServer
package import Basics
package import Machinery
package import Objects

/// Keeps the number of Pods that a ReplicaSet or a ReplicationController asks for.
///
/// Mirrors `pkg/controller/replicaset`: `syncReplicaSet`, `manageReplicas`, `calculateStatus`.
package struct ReplicaManager: Controller {
  package let kind: Kind
  package let component: Component
  package var watches: [Kind] { [kind, .pod] }

  /// At most so many creations or deletions in one sync.
  private static let burstReplicas = 500

  package static let replicaSet = ReplicaManager(kind: .replicaSet, component: .replicaSetController)
  package static let replicationController = ReplicaManager(
    kind: .replicationController,
    component: .replicationController
  )

  private init(kind: Kind, component: Component) {
    self.kind = kind
    self.component = component
  }

  package func triggers(_ change: Change, _ cache: Cache) -> [Trigger] {
    PodTriggers(kind: kind).triggers(change, cache)
  }

  package func observe(_ key: ObjectKey, _ cache: Cache, now: Instant) -> Observed {
    var observed = Observed(kind, primary: cache[ObjectID(kind, key)], now: now)
    if let owner = observed.primary {
      observed.owned = cache.pods(.owner(owner.metadata.uid))
      observed.orphans = cache.pods(.orphan(namespace: key.namespace)).objects
      observed.related = related(to: owner, observed.owned.count, cache)
    }
    return observed
  }

  /// The Pods beside which those of a ReplicaSet are ranked when some of them must go. A ReplicaSet without a
  /// controller, like a ReplicationController, has none: there the node of a Pod does not count.
  ///
  /// Mirrors `getIndirectlyRelatedPods`.
  private func related(to owner: Object, _ owned: Int, _ cache: Cache) -> [SnapshotMap<ObjectKey, Object>] {
    guard kind == .replicaSet, let controller = owner.metadata.controllerRef,
      let replicas = ReplicaOwner(owner)?.replicas, owned > replicas
    else { return [] }
    return cache.objects(.replicaSet, in: owner.metadata.namespace)
      .filter { $0.metadata.controllerRef?.uid == controller.uid }
      .map { cache.pods(.owner($0.metadata.uid)).objects }
  }

  package func decide(_ key: ObjectKey, _ observed: Observed) -> Reconciliation {
    var decision = Reconciliation(key, observed)
    guard let owner = ReplicaOwner(observed.primary) else { return decision }
    let claim = PodClaim(observed, owner: owner.metadata, selector: owner.selector)
    decision.passedOver = claim.passedOver
    decision.actions = claim.actions(kind: kind, owner: owner.metadata)
    decision.comparisons = [Comparison(.replicas, wanted: owner.replicas, found: claim.count())]
    if let outstanding = observed.outstanding {
      decision.passedOver.append(
        PassedOver(
          nil,
          .expectationsPending(creations: outstanding.creations, deletions: outstanding.deletions.count)
        )
      )
    } else if owner.metadata.isBeingDeleted {
      decision.passedOver.append(PassedOver(observed.primary?.version, .ownerIsBeingDeleted))
    } else {
      manageReplicas(owner, claim, &decision)
    }
    return decision
  }

  /// Creates what is missing or deletes what is too much.
  private func manageReplicas(_ owner: ReplicaOwner, _ claim: PodClaim, _ decision: inout Reconciliation) {
    let difference = owner.replicas - claim.count()
    let firstBatch = decision.actions.count
    let count = min(abs(difference), ReplicaManager.burstReplicas)
    if difference > 0 {
      let pod = Object(owner.template.pod(ownedBy: owner.metadata, kind: kind))
      decision.actions += SlowStart.batches(count, first: firstBatch).map { Action(.create(pod), batch: $0) }
    } else if difference < 0 {
      let victims = Victims(claim.claimed, decision.observed)
      for (index, pod) in victims.ranked.enumerated() {
        let version = pod.version
        if index < count {
          decision.actions.append(
            Action(.delete(version, uid: pod.metadata.uid, .surplus(rank: index + 1)), batch: firstBatch)
          )
        } else {
          decision.passedOver.append(
            PassedOver(version, .keptByRank(index + 1, criterion: victims.criterion(at: index - 1)))
          )
        }
      }
    }
    if abs(difference) > count {
      decision.passedOver.append(PassedOver(nil, .beyondBurst(abs(difference) - count)))
    }
  }

  package func conclude(
    _ reconciliation: Reconciliation,
    _ outcomes: [ActionOutcome],
    now: Instant
  ) -> Conclusion {
    var conclusion = Conclusion()
    guard let object = reconciliation.observed.primary, let owner = ReplicaOwner(object) else { return conclusion }
    if outcomes.claimFailed {
      conclusion.retry = .backOff
      return conclusion
    }
    let claim = PodClaim(reconciliation.observed, owner: owner.metadata, selector: owner.selector)
    let failure = outcomes.firstFailure
    let status = newStatus(owner, claim, failure: failure, now: now)
    if status != owner.status {
      conclusion.status = ReplicaOwner.with(status, object)
    }
    if failure != nil {
      conclusion.retry = .backOff
    } else if owner.minReadySeconds > 0, status.readyReplicas == owner.replicas,
      status.availableReplicas != owner.replicas
    {
      conclusion.retry = .after(.seconds(Int64(owner.minReadySeconds)))
    }
    return conclusion
  }

  package func note(_ outcome: ActionOutcome, of reconciliation: Reconciliation) -> EventNote? {
    reconciliation.observed.primary.flatMap {
      PodControl.note(outcome, about: Event.Involved(kind, $0.metadata))
    }
  }

  private func newStatus(
    _ owner: ReplicaOwner,
    _ claim: PodClaim,
    failure: APIError?,
    now: Instant
  ) -> ReplicaSetStatus {
    var status = owner.status
    let labels = owner.template.metadata.labels
    status.replicas = claim.count()
    status.fullyLabeledReplicas = claim.count { standing in
      labels.allSatisfy { standing.labels[$0.key] == $0.value }
    }
    status.readyReplicas = claim.count { $0.isReady }
    // Since when each is ready matters only where that has to last.
    status.availableReplicas =
      owner.minReadySeconds > 0
      ? claim.claimed.count { $0.isAvailable(minReadySeconds: owner.minReadySeconds, at: now) }
      : status.readyReplicas
    status.terminatingReplicas = owner.countsTerminating ? claim.terminating : nil
    status.observedGeneration = owner.metadata.generation
    let hasFailed = status.conditions.contains { $0.type == .replicaFailure }
    if let failure, !hasFailed {
      status.conditions.append(
        Condition(
          .replicaFailure,
          .true,
          reason: status.replicas < owner.replicas ? "FailedCreate" : "FailedDelete",
          message: failure.message,
          lastTransitionTime: now
        )
      )
    } else if failure == nil, hasFailed {
      status.conditions.removeAll { $0.type == .replicaFailure }
    }
    return status
  }
}

extension [ActionOutcome] {
  /// Whether a Pod could not be taken in or let go: the sync ends there, without a status.
  var claimFailed: Bool {
    contains { outcome in
      switch (outcome.action.effect, outcome.result) {
      // A Pod that has gone meanwhile needs no release.
      case (.release, .failed(.notFound)), (.release, .failed(.invalid)): false
      case (.adopt, .failed), (.release, .failed): true
      default: false
      }
    }
  }

  /// The first error among the outcomes, which is what the sync returns.
  var firstFailure: APIError? {
    for outcome in self {
      if case .failed(let error) = outcome.result { return error }
    }
    return nil
  }
}
