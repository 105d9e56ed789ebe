package import APIServer
package import Basics
package import Machinery
package import Objects

/// Takes the tracking finalizer off Pods that no Job will count any more, so that they can go.
///
/// Mirrors the Job controller's second queue: `enqueueOrphanPod`, `syncOrphanPod`, `cleanupPodFinalizers`.
package struct JobFinalizerCleaner: Controller {
  package let component = Component.jobController
  package let watches: [Kind] = [.job, .pod]

  package init() {}

  package func triggers(_ change: Change, _ cache: Cache) -> [Trigger] {
    if change.object.kind == .pod {
      return change.kind != .deleted && isLost(change.object, cache) ? [Trigger(change.object.metadata.key)] : []
    }
    guard change.kind == .deleted || change.object.as(Job.self)?.isFinished == true else { return [] }
    let pods = cache.pods(.owner(change.object.metadata.uid)).objects.sortedValues
    return pods.filter { isLost($0, cache) }.map { Trigger($0.metadata.key) }
  }

  /// Whether a Pod waits for a Job that has ended or is gone.
  private func isLost(_ pod: Object, _ cache: Cache) -> Bool {
    guard pod.metadata.finalizers.contains(Job.trackingFinalizer) else { return false }
    guard let owner = pod.metadata.controllerRef else { return true }
    guard owner.apiVersion == Kind.job.apiVersion, owner.kind == Kind.job.name else { return false }
    return job(of: pod, cache)?.as(Job.self)?.isFinished ?? true
  }

  private func job(of pod: Object, _ cache: Cache) -> Object? {
    cache.controllerKey(of: pod, kind: .job).flatMap { cache[ObjectID(.job, $0)] }
  }

  package func observe(_ key: ObjectKey, _ cache: Cache, now: Instant) -> Observed {
    let pod = cache[ObjectID(.pod, key)]
    var observed = Observed(.pod, primary: pod.flatMap { isLost($0, cache) ? $0 : nil }, now: now)
    observed.dependents = pod.flatMap { job(of: $0, cache) }.map { [$0] } ?? []
    return observed
  }

  package func decide(_ key: ObjectKey, _ observed: Observed) -> Reconciliation {
    var decision = Reconciliation(key, observed)
    guard let pod = observed.primary else { return decision }
    let effect = Action.Effect.removeFinalizer(pod.version, uid: pod.metadata.uid, Job.trackingFinalizer)
    decision.actions = [Action(effect, batch: 0)]
    return decision
  }

  package func conclude(_ reconciliation: Reconciliation, _ outcomes: [ActionOutcome], now: Instant) -> Conclusion {
    var conclusion = Conclusion()
    switch outcomes.firstFailure {
    case nil, .notFound: break
    default: conclusion.retry = .backOff
    }
    return conclusion
  }

  package func note(_ outcome: ActionOutcome, of reconciliation: Reconciliation) -> EventNote? { nil }
}
