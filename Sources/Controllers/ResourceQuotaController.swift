package import APIServer
package import Basics
package import Machinery
package import Objects

/// resourcequota-controller: keeps the status of each ResourceQuota, what is used and what is the limit.
///
/// Mirrors `pkg/controller/resourcequota`: it counts anew when a quota is new or changed, and when something that the
/// quota counts has gone. What is created the API server adds at once. The full count every five minutes is not
/// simulated.
package struct ResourceQuotaController: Controller {
  package let component = Component.resourceQuotaController
  package let watches: [Kind] =
    [.resourceQuota] + Kind.allCases.filter { $0.isNamespaced && $0 != .event && $0 != .resourceQuota }

  package init() {}

  /// A status made from an old one would lose what was added meanwhile.
  package var checksConflicts: Bool { true }

  package func triggers(_ change: Change, _ cache: Cache) -> [Trigger] {
    if let quota = change.object.as(ResourceQuota.self) {
      let isNews = change.kind == .added || change.old?.as(ResourceQuota.self)?.spec != quota.spec
      return isNews && change.kind != .deleted ? [Trigger(quota.metadata.key)] : []
    }
    guard change.kind == .deleted || hasEnded(change) else { return [] }
    let names = Set(QuotaUsage.of(change.old ?? change.object).entries.map(\.name))
    return cache.objects(.resourceQuota, in: change.object.metadata.namespace).compactMap { object in
      guard let quota = object.as(ResourceQuota.self), quota.spec.hard.contains(where: { names.contains($0.key) })
      else { return nil }
      return Trigger(quota.metadata.key)
    }
  }

  private func hasEnded(_ change: Change) -> Bool {
    guard let pod = change.object.as(Pod.self), pod.isTerminal else { return false }
    return change.old?.as(Pod.self)?.isTerminal != true
  }

  package func observe(_ key: ObjectKey, _ cache: Cache, now: Instant) -> Observed {
    var observed = Observed(.resourceQuota, primary: cache[ObjectID(.resourceQuota, key)], now: now)
    observed.dependents = watches.flatMap { cache.objects($0, in: key.namespace) }
    return observed
  }

  package func decide(_ key: ObjectKey, _ observed: Observed) -> Reconciliation { Reconciliation(key, observed) }

  /// Mirrors `syncResourceQuota`.
  package func conclude(_ reconciliation: Reconciliation, _ outcomes: [ActionOutcome], now: Instant) -> Conclusion {
    var conclusion = Conclusion()
    guard var quota = reconciliation.observed.primary?.as(ResourceQuota.self) else { return conclusion }
    var used = ResourceList()
    for object in reconciliation.observed.dependents where quota.counts(object) { used.add(QuotaUsage.of(object)) }
    var status = ResourceQuotaStatus()
    status.hard = quota.spec.hard
    for entry in quota.spec.hard { status.used[entry.key] = (used[entry.key] ?? .zero).description }
    if status != quota.status {
      quota.status = status
      conclusion.status = Object(quota)
    }
    return conclusion
  }

  package func note(_ outcome: ActionOutcome, of reconciliation: Reconciliation) -> EventNote? { nil }
}
