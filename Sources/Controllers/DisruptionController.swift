package import APIServer
package import Basics
package import Machinery
package import Objects

/// disruption-controller: keeps the status of each PodDisruptionBudget, by which evictions are granted.
///
/// Mirrors `pkg/controller/disruption`.
package struct DisruptionController: Controller {
  package let component = Component.disruptionController
  package let watches: [Kind] = [
    .podDisruptionBudget, .pod, .replicationController, .deployment, .replicaSet, .statefulSet,
  ]

  package init() {}

  /// How long a granted eviction counts as under way where the Pod is not seen to go.
  private static let deletionTimeout = Interval.seconds(120)

  /// An eviction may have been granted meanwhile.
  package var checksConflicts: Bool { true }

  package func triggers(_ change: Change, _ cache: Cache) -> [Trigger] {
    switch change.object.kind {
    case .podDisruptionBudget:
      return change.kind == .deleted ? [] : [Trigger(change.object.metadata.key)]
    case .pod:
      let versions = [change.old, change.object].compactMap { $0?.metadata }
      return cache.objects(.podDisruptionBudget, in: change.object.metadata.namespace).compactMap { object in
        guard let budget = object.as(PodDisruptionBudget.self), versions.contains(where: budget.selects) else {
          return nil
        }
        return Trigger(object.metadata.key)
      }
    default: return []
    }
  }

  package func observe(_ key: ObjectKey, _ cache: Cache, now: Instant) -> Observed {
    let primary = cache[ObjectID(.podDisruptionBudget, key)]
    var observed = Observed(.podDisruptionBudget, primary: primary, now: now)
    guard let budget = primary?.as(PodDisruptionBudget.self) else { return observed }
    observed.dependents = cache.objects(.pod, in: key.namespace).filter { budget.selects($0.metadata) }
    observed.dependents += watches.dropFirst(2).flatMap { cache.objects($0, in: key.namespace) }
    return observed
  }

  package func decide(_ key: ObjectKey, _ observed: Observed) -> Reconciliation {
    var reconciliation = Reconciliation(key, observed)
    guard let budget = observed.primary?.as(PodDisruptionBudget.self) else { return reconciliation }
    let count = DisruptionCount(budget, observed.dependents, at: observed.now)
    reconciliation.comparisons = [Comparison(.ready, wanted: count.desiredHealthy, found: count.currentHealthy)]
    return reconciliation
  }

  /// Mirrors `trySync`, `updatePdbStatus` and `failSafe`.
  package func conclude(_ reconciliation: Reconciliation, _ outcomes: [ActionOutcome], now: Instant) -> Conclusion {
    var conclusion = Conclusion()
    guard var budget = reconciliation.observed.primary?.as(PodDisruptionBudget.self) else { return conclusion }
    let count = DisruptionCount(budget, reconciliation.observed.dependents, at: now)
    conclusion.notes = count.notes(about: budget)
    var status = budget.status
    if let failure = count.failure {
      status.disruptionsAllowed = 0
      status.setAllowed(false, reason: "SyncFailed", message: failure, at: now)
    } else {
      status.expectedPods = count.expected
      status.desiredHealthy = count.desiredHealthy
      status.currentHealthy = count.currentHealthy
      status.disruptionsAllowed = count.expected > 0 ? max(0, count.currentHealthy - count.desiredHealthy) : 0
      status.disruptedPods = count.disrupted
      status.observedGeneration = budget.metadata.generation
      let isAllowed = status.disruptionsAllowed > 0
      status.setAllowed(isAllowed, reason: isAllowed ? "SufficientPods" : "InsufficientPods", at: now)
    }
    if let next = count.disrupted.values.min() {
      conclusion.retry = .after(max(.zero, next + DisruptionController.deletionTimeout - now))
    }
    guard status != budget.status else { return conclusion }
    budget.status = status
    conclusion.status = Object(budget)
    return conclusion
  }

  package func note(_ outcome: ActionOutcome, of reconciliation: Reconciliation) -> EventNote? { nil }

  /// Whether an eviction that was granted at `time` may still be under way.
  static func isUnderWay(since time: Instant, at now: Instant) -> Bool { now - time < deletionTimeout }
}

extension PodDisruptionBudgetStatus {
  /// Mirrors `meta.SetStatusCondition` for condition DisruptionAllowed.
  fileprivate mutating func setAllowed(_ isAllowed: Bool, reason: String, message: String = "", at now: Instant) {
    var condition = Condition(
      .disruptionAllowed,
      isAllowed ? .true : .false,
      reason: reason,
      message: message,
      lastTransitionTime: now,
      observedGeneration: observedGeneration
    )
    guard let index = conditions.firstIndex(where: { $0.type == condition.type }) else {
      conditions.append(condition)
      return
    }
    if conditions[index].status == condition.status {
      condition.lastTransitionTime = conditions[index].lastTransitionTime
    }
    conditions[index] = condition
  }
}
