package import APIServer
package import Basics
package import Machinery
package import Objects

/// namespace-controller: empties a namespace that is being deleted, its Pods first, and lets it go.
///
/// Mirrors `pkg/controller/namespace`, whose work begins only when the first namespace is deleted here, too.
package struct NamespaceController: Controller {
  package let component = Component.namespaceController
  package let watches = [Kind.namespace] + Kind.allCases.filter(\.isNamespaced)

  /// Mirrors `namespaceDeletionGracePeriod`: time for what is on its way into the namespace to come in.
  private static let grace = Interval.seconds(5)

  package init() {}

  package func starts(with change: Change) -> Bool {
    change.object.kind == .namespace && change.object.metadata.isBeingDeleted
  }

  package func triggers(_ change: Change, _ cache: Cache) -> [Trigger] {
    guard starts(with: change), change.kind != .deleted else { return [] }
    return [Trigger(change.object.metadata.key, after: NamespaceController.grace)]
  }

  package func observe(_ key: ObjectKey, _ cache: Cache, now: Instant) -> Observed {
    var observed = Observed(.namespace, primary: cache[ObjectID(.namespace, key)], now: now)
    if observed.primary?.metadata.isBeingDeleted == true {
      observed.dependents = watches.dropFirst().flatMap { cache.objects($0, in: key.name) }
    }
    return observed
  }

  package func decide(_ key: ObjectKey, _ observed: Observed) -> Reconciliation {
    var decision = Reconciliation(key, observed)
    guard let namespace = observed.primary, namespace.metadata.isBeingDeleted else { return decision }
    let pods = observed.dependents.filter { $0.kind == .pod }
    let doomed = remaining(pods).isEmpty ? observed.dependents : pods
    for object in doomed {
      if object.metadata.isBeingDeleted {
        decision.passedOver.append(PassedOver(object.version, .terminating))
      } else {
        let effect = Action.Effect.delete(object.version, uid: object.metadata.uid, .namespaceTerminates)
        decision.actions.append(Action(effect, batch: 0))
      }
    }
    if remaining(observed.dependents).isEmpty {
      let uid = namespace.metadata.uid
      let effect = Action.Effect.removeFinalizer(namespace.version, uid: uid, ObjectMeta.namespaceFinalizer)
      decision.actions.append(Action(effect, batch: 1))
    }
    return decision
  }

  /// What a deletion does not remove at once: Pods that a kubelet has to stop, and what has finalizers.
  private func remaining(_ objects: [Object]) -> [Object] {
    objects.filter { object in
      guard object.metadata.finalizers.isEmpty else { return true }
      return object.as(Pod.self).map { !$0.spec.nodeName.isEmpty && !$0.isTerminal } ?? false
    }
  }

  package func conclude(_ reconciliation: Reconciliation, _ outcomes: [ActionOutcome], now: Instant) -> Conclusion {
    var conclusion = Conclusion()
    let observed = reconciliation.observed
    guard let namespace = observed.primary, namespace.metadata.isBeingDeleted else { return conclusion }
    // Of what is gone already nothing is left to delete.
    let failures = outcomes.compactMap { if case .failed(let error) = $0.result { error } else { nil } }
    if failures.contains(where: { if case .notFound = $0 { false } else { true } }) { conclusion.retry = .backOff }
    let left = remaining(observed.dependents)
    if left.isEmpty { return conclusion }
    conclusion.status = status(of: namespace, left, now)
    let seconds = left.compactMap { $0.as(Pod.self)?.spec.terminationGracePeriodSeconds }.max() ?? 0
    if conclusion.retry == .none { conclusion.retry = .after(.seconds(Int64(seconds / 2 + 1))) }
    return conclusion
  }

  /// The conditions of a namespace that is not empty yet; nil where they stand as they are.
  ///
  /// Mirrors `namespaceConditionUpdater`.
  private func status(of namespace: Object, _ left: [Object], _ now: Instant) -> Object? {
    let counts = Kind.allCases.compactMap { kind -> String? in
      let count = left.count { $0.kind == kind }
      return count == 0 ? nil : "\(kind.plural).\(kind.group) has \(count) resource instances"
    }
    let held = Set(left.flatMap(\.metadata.finalizers)).sorted { $0.precedesByBytes($1) }.map { name in
      "\(name) in \(left.count { $0.metadata.finalizers.contains(name) }) resource instances"
    }
    var conditions = [
      Condition(
        ConditionType("NamespaceDeletionDiscoveryFailure"),
        .false,
        reason: "ResourcesDiscovered",
        message: "All resources successfully discovered",
        lastTransitionTime: now
      ),
      Condition(
        ConditionType("NamespaceDeletionGroupVersionParsingFailure"),
        .false,
        reason: "ParsedGroupVersions",
        message: "All legacy kube types successfully parsed",
        lastTransitionTime: now
      ),
      Condition(
        ConditionType("NamespaceDeletionContentFailure"),
        .false,
        reason: "ContentDeleted",
        message: "All content successfully deleted, may be waiting on finalization",
        lastTransitionTime: now
      ),
      Condition(
        ConditionType("NamespaceContentRemaining"),
        .true,
        reason: "SomeResourcesRemain",
        message: "Some resources are remaining: \(counts.joined(separator: ", "))",
        lastTransitionTime: now
      ),
    ]
    conditions.append(
      Condition(
        ConditionType("NamespaceFinalizersRemaining"),
        held.isEmpty ? .false : .true,
        reason: held.isEmpty ? "ContentHasNoFinalizers" : "SomeFinalizersRemain",
        message: held.isEmpty
          ? "All content-preserving finalizers finished"
          : "Some content in the namespace has finalizers remaining: \(held.joined(separator: ", "))",
        lastTransitionTime: now
      )
    )
    var fields = namespace.fields
    let before = (fields["status"]?["conditions"]?.array ?? []).compactMap { $0.object.map(Condition.init(fields:)) }
    for index in conditions.indices {
      guard let old = before.first(where: { $0.type == conditions[index].type }),
        old.status == conditions[index].status
      else { continue }
      conditions[index].lastTransitionTime = old.lastTransitionTime
    }
    if conditions == before { return nil }
    fields["status"] = ["phase": "Terminating", "conditions": .array(conditions.map { .object($0.fields) })]
    return Object(kind: .namespace, fields: fields)
  }

  package func note(_ outcome: ActionOutcome, of reconciliation: Reconciliation) -> EventNote? { nil }
}
