import APIServer
package import Basics
package import Machinery
package import Objects

/// Runs the Pods of a Job until enough of them have succeeded or too many have failed.
///
/// Mirrors `pkg/controller/job`: `syncJob`, `manageJob`, `trackJobStatusAndRemoveFinalizers`.
package struct JobController: Controller {
  package let component = Component.jobController
  package let watches: [Kind] = [.job, .pod]
  package let checksConflicts = true

  /// The stage of the actions that count Pods; creations and deletions are stage 0.
  private static let counting = 1

  package init() {}

  package func observe(_ key: ObjectKey, _ cache: Cache, now: Instant) -> Observed {
    var observed = Observed(.job, primary: cache[ObjectID(.job, key)], now: now)
    if let job = observed.primary {
      observed.owned = cache.pods(.owner(job.metadata.uid))
      observed.counted = cache.pods(.counted(job.metadata.uid)).count
      observed.orphans = cache.pods(.orphan(namespace: key.namespace)).objects
    }
    return observed
  }

  package func decide(_ key: ObjectKey, _ observed: Observed) -> Reconciliation {
    var decision = Reconciliation(key, observed)
    guard let object = observed.primary, let job = object.as(Job.self) else { return decision }
    if job.isFinished {
      decision.passedOver = [PassedOver(object.version, .jobFinished)]
      return decision
    }
    let sync = JobSync(job, observed)
    let plan = JobPlan(sync)
    let tracking = JobTracking(sync, plan)
    decision.comparisons = [Comparison(.active, wanted: plan.wanted, found: sync.active.count)]
    if let completions = job.spec.completions {
      decision.comparisons.append(Comparison(.completions, wanted: completions, found: sync.succeeded))
    }
    decision.passedOver = sync.pods.passedOver + leftAlone(sync, plan) + heldBack(sync, plan)
    decision.actions = sync.pods.actions(owner: job.metadata)
    addPodActions(plan, &decision.actions)
    addCounting(object, job, tracking, &decision.actions)
    return decision
  }

  private func heldBack(_ sync: JobSync, _ plan: JobPlan) -> [PassedOver] {
    var reasons: [PassedOver.Reason] = []
    if let outstanding = sync.observed.outstanding {
      reasons.append(
        .expectationsPending(creations: outstanding.creations, deletions: outstanding.deletions.count)
      )
    }
    if sync.job.metadata.isBeingDeleted { reasons.append(.ownerIsBeingDeleted) }
    if sync.job.isSuspended { reasons.append(.suspended) }
    if plan.heldBack.isEmpty, plan.holdsBackFor > .zero, let failures = sync.failures {
      reasons.append(.backingOff(failures: failures.count, until: sync.now + plan.holdsBackFor))
    }
    reasons += plan.heldBack.map { held in
      .indexBackingOff(held.index, failures: held.failures, until: sync.now + held.wait)
    }
    if let failed = sync.indexes.failed, failed.count > 0 { reasons.append(.indexesFailed(failed.description)) }
    let terminating = sync.terminating + plan.deletions.count + plan.removals.count
    if plan.ending != nil, terminating > 0 { reasons.append(.awaitingTermination(terminating)) }
    return reasons.map { PassedOver(nil, $0) }
  }

  /// The failed Pods whose failure does not count, and those that stay until their index has a new Pod.
  private func leftAlone(_ sync: JobSync, _ plan: JobPlan) -> [PassedOver] {
    let ignored = sync.ignored.map { PassedOver($0.pod.version, .failureIgnored(rule: $0.match.rule)) }
    guard plan.ending == nil else { return ignored }
    let replaced = Set(plan.creations.compactMap { $0.as(Pod.self)?.completionIndex })
    return ignored
      + sync.pods.all.filter { sync.indexes.isAwaitingReplacement($0) }.compactMap { pod in
        pod.completionIndex.flatMap { replaced.contains($0) ? nil : PassedOver(pod.version, .awaitsReplacement($0)) }
      }
  }

  private func addPodActions(_ plan: JobPlan, _ actions: inout [Action]) {
    let batch = actions.count
    for pod in plan.removals where pod.isTracked {
      let effect = Action.Effect.removeFinalizer(pod.version, uid: pod.metadata.uid, Job.trackingFinalizer)
      actions.append(Action(effect, batch: batch))
    }
    for (index, pod) in (plan.removals + plan.deletions).enumerated() {
      let effect = Action.Effect.delete(pod.version, uid: pod.metadata.uid, plan.deletionReason(rank: index + 1))
      actions.append(Action(effect, batch: batch + 1))
    }
    let batches = SlowStart.batches(plan.creations.count, first: batch)
    actions += zip(plan.creations, batches).map { Action(.create($0), batch: $1) }
  }

  private func addCounting(_ object: Object, _ job: Job, _ tracking: JobTracking, _ actions: inout [Action]) {
    let batch = (actions.last?.batch ?? -1) + 1
    if tracking.interim != job.status {
      let effect = Action.Effect.recordStatus(JobController.with(tracking.interim, object))
      actions.append(Action(effect, batch: batch, stage: JobController.counting))
    }
    for pod in tracking.untracked {
      let effect = Action.Effect.removeFinalizer(pod.version, uid: pod.metadata.uid, Job.trackingFinalizer)
      actions.append(Action(effect, batch: batch + 1, stage: JobController.counting))
    }
  }

  private static func with(_ status: JobStatus, _ object: Object) -> Object {
    guard var job = object.as(Job.self) else { return object }
    job.status = status
    return Object(job)
  }

  package func conclude(_ reconciliation: Reconciliation, _ outcomes: [ActionOutcome], now: Instant) -> Conclusion {
    var conclusion = Conclusion()
    guard let object = reconciliation.observed.primary, let job = object.as(Job.self), !job.isFinished else {
      return conclusion
    }
    let sync = JobSync(job, reconciliation.observed)
    let plan = JobPlan(sync)
    let tracking = JobTracking(sync, plan)
    if outcomes.firstFailure != nil { conclusion.retry = .backOff }
    let effects = JobOutcomes(outcomes)
    if effects.statusFailed {
      conclusion.failures = sync.observed.failures
      return conclusion
    }
    var status = tracking.counted(remaining: effects.stillTracked, at: now)
    status.active += effects.notDeleted - effects.notCreated
    status.terminating = status.terminating.map { $0 - effects.notDeleted }
    let written = effects.written ?? object
    if status != written.as(Job.self)?.status { conclusion.status = JobController.with(status, written) }
    if let ended = JobController.with(status, written).as(Job.self)?.finishedCondition {
      conclusion.notes = finishNotes(job, status, ended)
      return conclusion
    }
    conclusion.failures = sync.failures
    if conclusion.retry == .none, let delay = nextLook(sync, plan) { conclusion.retry = .after(delay) }
    return conclusion
  }

  /// When something is due without anything having changed: the deadline, or the end of the back-off.
  private func nextLook(_ sync: JobSync, _ plan: JobPlan) -> Interval? {
    var delays: [Interval] = []
    if plan.ending == nil, let left = sync.timeLeft, left > .zero { delays.append(left) }
    if plan.holdsBackFor > .zero { delays.append(max(JobController.batchPeriod, plan.holdsBackFor)) }
    return delays.min()
  }

  /// Mirrors `recordJobFinished`.
  private func finishNotes(_ job: Job, _ status: JobStatus, _ ended: Condition) -> [EventNote] {
    let about = Event.Involved(.job, job.metadata)
    guard ended.type == .complete else {
      return [EventNote(about: about, warning: true, reason: ended.reason, message: ended.message)]
    }
    let completed = EventNote(about: about, reason: "Completed", message: "Job completed")
    guard let completions = job.spec.completions, status.succeeded > completions else { return [completed] }
    let message = "Too many succeeded pods running after completion count reached"
    return [EventNote(about: about, warning: true, reason: "TooManySucceededPods", message: message), completed]
  }

  package func note(_ outcome: ActionOutcome, of reconciliation: Reconciliation) -> EventNote? {
    guard let object = reconciliation.observed.primary else { return nil }
    let about = Event.Involved(.job, object.metadata)
    guard case .recordStatus(let written) = outcome.action.effect else {
      return PodControl.note(outcome, about: about)
    }
    guard case .done = outcome.result, let new = written.as(Job.self)?.status.condition(.suspended),
      new != object.as(Job.self)?.status.condition(.suspended)
    else { return nil }
    let reason = new.status == .true ? "Suspended" : "Resumed"
    return EventNote(about: about, reason: reason, message: new.message)
  }
}

/// How the actions of a sync ended, as the status has to know it.
private struct JobOutcomes {
  /// The Job as its status was recorded in the middle; nil where it was not.
  var written: Object?
  var statusFailed = false
  /// Pods whose finalizer is still on.
  var stillTracked: Set<UID> = []
  var notCreated = 0
  var notDeleted = 0

  init(_ outcomes: [ActionOutcome]) {
    for outcome in outcomes {
      switch (outcome.action.effect, outcome.result) {
      case (.recordStatus, .done(let change)): written = change?.object
      case (.recordStatus, _): statusFailed = true
      case (_, .done): break
      case (.create, _): notCreated += 1
      case (.delete, _): notDeleted += 1
      case (.removeFinalizer(_, let uid, _), _): stillTracked.insert(uid)
      default: break
      }
    }
  }
}
