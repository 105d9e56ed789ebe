package import APIServer
package import Basics
package import Machinery
package import Objects

/// Deletes a Job, with its Pods, some time after it has ended.
///
/// Mirrors `pkg/controller/ttlafterfinished`.
package struct TTLController: Controller {
  package let component = Component.ttlController
  package let watches: [Kind] = [.job]

  package init() {}

  package func triggers(_ change: Change, _ cache: Cache) -> [Trigger] {
    guard change.kind != .deleted, let job = change.object.as(Job.self), TTLController.end(of: job) != nil else {
      return []
    }
    return [Trigger(job.metadata.key)]
  }

  /// When the Job is due to go; nil where it has not ended, has no `ttlSecondsAfterFinished`, or is going already.
  private static func end(of job: Job) -> Instant? {
    guard !job.metadata.isBeingDeleted, let ttl = job.spec.ttlSecondsAfterFinished,
      let finished = job.finishedCondition?.lastTransitionTime
    else { return nil }
    return finished + .seconds(Int64(ttl))
  }

  package func observe(_ key: ObjectKey, _ cache: Cache, now: Instant) -> Observed {
    Observed(.job, primary: cache[ObjectID(.job, key)], now: now)
  }

  package func decide(_ key: ObjectKey, _ observed: Observed) -> Reconciliation {
    var decision = Reconciliation(key, observed)
    guard let job = observed.primary, let end = job.as(Job.self).flatMap(TTLController.end) else { return decision }
    if end > observed.now {
      decision.passedOver = [PassedOver(job.version, .keptFor(end - observed.now))]
    } else {
      let effect = Action.Effect.delete(job.version, uid: job.metadata.uid, .expired)
      decision.actions = [Action(effect, batch: 0, propagation: .foreground)]
    }
    return decision
  }

  package func conclude(_ reconciliation: Reconciliation, _ outcomes: [ActionOutcome], now: Instant) -> Conclusion {
    var conclusion = Conclusion()
    if outcomes.firstFailure != nil {
      conclusion.retry = .backOff
    } else if let end = reconciliation.observed.primary?.as(Job.self).flatMap(TTLController.end), end > now {
      conclusion.retry = .after(end - now)
    }
    return conclusion
  }

  package func note(_ outcome: ActionOutcome, of reconciliation: Reconciliation) -> EventNote? { nil }
}
