package import APIServer
package import Basics
package import Machinery
package import Objects

/// Starts the Jobs of a CronJob when they are due, and keeps account of them.
///
/// Mirrors `pkg/controller/cronjob`.
package struct CronJobController: Controller {
  package let component = Component.cronJobController
  package let watches: [Kind] = [.cronJob, .job]
  package let checksConflicts = true
  package let readsOwnWrites = true

  package init() {}

  package func triggers(_ change: Change, _ cache: Cache) -> [Trigger] {
    if change.object.kind == .cronJob { return [Trigger(change.object.metadata.key)] }
    var triggers: [Trigger] = []
    if let old = change.old, old.metadata.controllerRef != change.object.metadata.controllerRef,
      let key = cache.controllerKey(of: old, kind: .cronJob)
    {
      triggers.append(Trigger(key))
    }
    if let key = cache.controllerKey(of: change.object, kind: .cronJob) { triggers.append(Trigger(key)) }
    return triggers
  }

  /// A changed schedule holds from its next start on: what it would have started before is not made up for.
  package func triggers(_ change: Change, _ cache: Cache, now: Instant) -> [Trigger] {
    guard change.kind == .modified, let old = change.old?.as(CronJob.self), let new = change.object.as(CronJob.self),
      old.spec.schedule != new.spec.schedule || old.spec.timeZone != new.spec.timeZone
    else { return triggers(change, cache) }
    return CronStart(new, now: now)?.untilNext.map { [Trigger(new.metadata.key, after: $0)] } ?? []
  }

  package func observe(_ key: ObjectKey, _ cache: Cache, now: Instant) -> Observed {
    var observed = Observed(.cronJob, primary: cache[ObjectID(.cronJob, key)], now: now)
    if let uid = observed.primary?.metadata.uid {
      observed.dependents = cache.objects(.job, in: key.namespace).filter { $0.metadata.controllerRef?.uid == uid }
    }
    return observed
  }

  package func decide(_ key: ObjectKey, _ observed: Observed) -> Reconciliation {
    var decision = Reconciliation(key, observed)
    guard let cronJob = observed.primary?.as(CronJob.self) else { return decision }
    let sync = CronSync(cronJob, observed)
    decision.dueStarts = sync.dueStarts
    decision.notes = sync.notes
    decision.passedOver = sync.passedOver
    for (index, job) in sync.deletions.enumerated() {
      let effect = Action.Effect.delete(job.version, uid: job.metadata.uid, .surplus(rank: index + 1))
      decision.actions.append(Action(effect, batch: index))
    }
    if let job = sync.job { decision.actions.append(Action(.create(job), batch: sync.deletions.count)) }
    return decision
  }

  package func conclude(_ reconciliation: Reconciliation, _ outcomes: [ActionOutcome], now: Instant) -> Conclusion {
    var conclusion = Conclusion()
    guard let object = reconciliation.observed.primary, var cronJob = object.as(CronJob.self) else { return conclusion }
    let sync = CronSync(cronJob, reconciliation.observed)
    let before = cronJob.status
    cronJob.status = sync.status
    for outcome in outcomes {
      switch (outcome.action.effect, outcome.result) {
      case (.delete(_, let uid, _), .done): cronJob.status.active.removeAll { $0.uid == uid }
      case (.create, .done(let change?)):
        cronJob.status.active.append(ObjectReference(change.object))
        cronJob.status.lastScheduleTime = sync.start
      case (_, .failed(.alreadyExists)): break
      case (_, .failed): conclusion.retry = .backOff
      default: break
      }
    }
    if cronJob.status != before { conclusion.status = Object(cronJob) }
    if conclusion.retry == .none, let delay = sync.nextLook { conclusion.retry = .after(delay) }
    return conclusion
  }

  package func note(_ outcome: ActionOutcome, of reconciliation: Reconciliation) -> EventNote? {
    guard let object = reconciliation.observed.primary else { return nil }
    let about = Event.Involved(.cronJob, object.metadata)
    switch (outcome.action.effect, outcome.result) {
    case (.create, .done(let change?)):
      return EventNote(about: about, reason: "SuccessfulCreate", message: "Created job \(change.object.metadata.name)")
    case (.create, .failed(.alreadyExists)): return nil
    case (.create, .failed(let error)):
      let message = "Error creating job: \(error.message)"
      return EventNote(about: about, warning: true, reason: "FailedCreate", message: message)
    case (.delete(let job, _, _), .done):
      return EventNote(about: about, reason: "SuccessfulDelete", message: "Deleted job \(job.id.key.name)")
    case (.delete, .failed(let error)):
      let message = "Deleted job: \(error.message)"
      return EventNote(about: about, warning: true, reason: "FailedDelete", message: message)
    default: return nil
    }
  }
}
