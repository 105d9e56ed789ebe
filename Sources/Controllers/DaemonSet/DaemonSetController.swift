package import APIServer
package import Basics
package import Machinery
package import Objects

/// daemonset-controller: keeps one Pod on each node that fits.
///
/// Mirrors `pkg/controller/daemon`: `syncDaemonSet`, `manage`, `updateDaemonSetStatus`. The Pods are bound by the
/// scheduler, through a node affinity that only one node meets; without the feature gate `ScheduleDaemonSetPods` the
/// controller binds them itself, as before v1.12, and reckons itself whether they fit.
package struct DaemonSetController: Controller {
  package let component = Component.daemonSetController
  package let watches: [Kind] = [.daemonSet, .pod, .node, .controllerRevision]

  /// Mirrors `updateDaemonSetStatus`, which asks its lister again.
  package let observesAgainToConclude = true

  package let dependsOnGates = true

  /// Whether it binds its Pods itself.
  private let bindsPods: Bool

  package init(bindsPods: Bool = false) { self.bindsPods = bindsPods }

  package func triggers(_ change: Change, _ cache: Cache) -> [Trigger] {
    switch change.object.kind {
    case .node: nodeTriggers(change, cache)
    case .controllerRevision: []
    default: PodTriggers(kind: .daemonSet).triggers(change, cache) + roomTriggers(change, cache)
    }
  }

  /// A Pod has gone from a node: the DaemonSets without one there may have room now.
  ///
  /// Mirrors `requeueSuspendedDaemonPods` of Kubernetes before v1.12.
  private func roomTriggers(_ change: Change, _ cache: Cache) -> [Trigger] {
    guard bindsPods, change.object.kind == .pod, let pod = change.object.as(Pod.self), !pod.spec.nodeName.isEmpty,
      change.kind == .deleted || pod.isTerminal
    else { return [] }
    return cache.objects(.daemonSet).map { Trigger($0.metadata.key) }
  }

  /// The DaemonSets that have something to do on a node that is new, or has other labels or taints than before: a Pod
  /// is missing there, or may not stay.
  ///
  /// A taint that only keeps new Pods away wakes none of those that have a Pod there, so their status counts that node
  /// until something else wakes them. A node's deletion wakes nothing: its Pods' deletion will.
  /// Mirrors `addNode`, `updateNode` and `syncNodeUpdate`.
  private func nodeTriggers(_ change: Change, _ cache: Cache) -> [Trigger] {
    guard change.kind != .deleted, let node = change.object.as(Node.self) else { return [] }
    if let old = change.old?.as(Node.self), old.metadata.labels == node.metadata.labels, old.taints == node.taints {
      return []
    }
    return cache.objects(.daemonSet).compactMap { object in
      guard let set = object.as(DaemonSet.self) else { return nil }
      let verdict = DaemonPlacement(set).verdict(node)
      let hasPod = cache.pods(.owner(set.metadata.uid)).objects.contains {
        $0.as(Pod.self)?.spec.nodeName == node.metadata.name
      }
      let hasWork = hasPod ? !verdict.keepsPods || set.status.numberMisscheduled > 0 : verdict == .runs
      return hasWork ? Trigger(set.metadata.key) : nil
    }
  }

  package func observe(_ key: ObjectKey, _ cache: Cache, now: Instant) -> Observed {
    var observed = Observed(.daemonSet, primary: cache[ObjectID(.daemonSet, key)], now: now)
    guard let set = observed.primary?.as(DaemonSet.self) else { return observed }
    observed.owned = cache.pods(.owner(set.metadata.uid))
    observed.orphans = cache.pods(.orphan(namespace: key.namespace)).objects
    observed.nodes = cache.all(.node)
    if bindsPods { observed.pods = cache.all(.pod) }
    observed.dependents = cache.objects(.controllerRevision, in: key.namespace).filter { object in
      guard let owner = object.metadata.controllerRef else {
        return set.spec.selector.matches(object.metadata.labels) && !object.metadata.isBeingDeleted
      }
      return owner.uid == set.metadata.uid
    }
    return observed
  }

  package func decide(_ key: ObjectKey, _ observed: Observed) -> Reconciliation {
    var decision = Reconciliation(key, observed)
    guard let set = observed.primary?.as(DaemonSet.self) else { return decision }
    if set.spec.selector.isEmpty {
      decision.notes = [DaemonSetController.selectsAll(set)]
      return decision
    }
    if set.metadata.isBeingDeleted {
      decision.passedOver = [PassedOver(set.version, .ownerIsBeingDeleted)]
      return decision
    }
    var plan = DaemonPlan(set, observed, bindsPods: bindsPods)
    decision.comparisons = plan.comparisons
    decision.actions = plan.history.actions
    if let outstanding = observed.outstanding {
      decision.passedOver = [
        PassedOver(
          nil,
          .expectationsPending(creations: outstanding.creations, deletions: outstanding.deletions.count)
        )
      ]
      return decision
    }
    plan.make()
    decision.actions += plan.actions(after: decision.actions.count)
    decision.passedOver = plan.pods.claim.passedOver + plan.passedOver
    decision.notes = plan.notes
    decision.failedPlaces = plan.failedPlaces
    return decision
  }

  package func conclude(_ reconciliation: Reconciliation, _ outcomes: [ActionOutcome], now: Instant) -> Conclusion {
    var conclusion = Conclusion()
    let observed = reconciliation.observed
    guard var set = observed.primary?.as(DaemonSet.self), !set.metadata.isBeingDeleted else { return conclusion }
    let plan = DaemonPlan(set, observed, bindsPods: bindsPods)
    var status = set.spec.selector.isEmpty ? set.status : plan.status(at: now)
    if observed.outstanding == nil { status.observedGeneration = set.metadata.generation }
    if status != set.status {
      set.status = status
      conclusion.status = Object(set)
    }
    if outcomes.firstFailure != nil {
      conclusion.retry = .backOff
      return conclusion
    }
    var delays: [Interval] = reconciliation.passedOver.compactMap { passed in
      if case .backsOff(let delay) = passed.reason { delay } else { nil }
    }
    if set.spec.minReadySeconds > 0, status.numberReady != status.numberAvailable {
      delays.append(.seconds(Int64(set.spec.minReadySeconds)))
    }
    if let delay = delays.min() { conclusion.retry = .after(delay) }
    return conclusion
  }

  package func note(_ outcome: ActionOutcome, of reconciliation: Reconciliation) -> EventNote? {
    reconciliation.observed.primary.flatMap {
      PodControl.note(outcome, about: Event.Involved(.daemonSet, $0.metadata))
    }
  }

  private static func selectsAll(_ set: DaemonSet) -> EventNote {
    EventNote(
      about: Event.Involved(.daemonSet, set.metadata),
      warning: true,
      reason: "SelectingAll",
      message: "This daemon set is selecting all pods. A non-empty selector is required."
    )
  }
}
