package import Basics
package import Objects

extension APIServer {
  /// Deletes a Pod as an eviction: its PodDisruptionBudget is asked, and the Pod is told why it goes.
  ///
  /// Throws `tooManyRequests` where the budget forbids it for now, `internalError` where there are several budgets, and
  /// what `delete` throws. Mirrors `pod/storage.EvictionREST`.
  package mutating func evict(
    _ id: ObjectID,
    _ options: DeleteOptions,
    at now: Instant
  ) throws(APIError) -> [Change] {
    guard let stored = store[id], var pod = stored.as(Pod.self) else { throw .notFound(id.kind, name: id.key.name) }
    if let budget = try budgetToAsk(about: pod) {
      let charged = try charge(budget, with: pod, at: now)
      tellBeside(replace(Object(charged), old: Object(budget)))
    }
    pod.status.conditions.replace(
      with: Condition(
        .disruptionTarget,
        .true,
        reason: "EvictionByEvictionAPI",
        message: "Eviction API: evicting",
        lastTransitionTime: now,
        observedGeneration: pod.metadata.generation
      )
    )
    if let change = try update(Object(pod), subresource: .status, at: now) { tellBeside(change) }
    return try delete(id, options, at: now)
  }

  /// The one budget that covers the Pod; nil where it need not be asked.
  ///
  /// Mirrors `canIgnorePDB` and `shouldEnforceResourceVersion`'s neighbours in `EvictionREST.Create`.
  private func budgetToAsk(about pod: Pod) throws(APIError) -> PodDisruptionBudget? {
    if pod.isTerminal || pod.metadata.isBeingDeleted || pod.status.phase == .pending { return nil }
    let budgets = store.list(.podDisruptionBudget, in: pod.metadata.namespace)
      .compactMap { $0.as(PodDisruptionBudget.self) }.filter { $0.selects(pod.metadata) }
    if budgets.count > 1 {
      throw .internalError(
        "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support."
      )
    }
    guard let budget = budgets.first else { return nil }
    if !pod.isReady {
      let isHealthy = budget.status.currentHealthy >= budget.status.desiredHealthy && budget.status.desiredHealthy > 0
      if isHealthy || budget.spec.other["unhealthyPodEvictionPolicy"] == "AlwaysAllow" { return nil }
    }
    return budget
  }

  /// Mirrors `checkAndDecrement`.
  private func charge(
    _ budget: PodDisruptionBudget,
    with pod: Pod,
    at now: Instant
  ) throws(APIError) -> PodDisruptionBudget {
    guard budget.status.observedGeneration >= budget.metadata.generation, budget.status.disruptionsAllowed > 0 else {
      throw .tooManyRequests("Cannot evict pod as it would violate the pod's disruption budget.")
    }
    var charged = budget
    charged.status.disruptionsAllowed -= 1
    charged.status.disruptedPods[pod.metadata.name] = now.wholeSecond
    return charged
  }
}
