package import Basics

/// A PodDisruptionBudget: how many of the Pods that it selects evictions have to leave running.
package struct PodDisruptionBudget: SpecAndStatus, Equatable {
  package static let kind = Kind.podDisruptionBudget
  package var metadata: ObjectMeta
  package var spec: PodDisruptionBudgetSpec
  package var status = PodDisruptionBudgetStatus()
  package var other = Fields()

  package init(metadata: ObjectMeta, spec: PodDisruptionBudgetSpec) {
    self.metadata = metadata
    self.spec = spec
  }

  /// Whether an eviction of a Pod with these labels asks this budget; without a selector it is asked about none.
  package func selects(_ pod: ObjectMeta) -> Bool {
    guard pod.namespace == metadata.namespace, let selector = spec.selector else { return false }
    return selector.matches(pod.labels)
  }
}

/// `spec` of a PodDisruptionBudget; at most one of the two numbers is given.
package struct PodDisruptionBudgetSpec: Hashable, Sendable, FieldCodable {
  package var minAvailable: IntOrPercent?
  package var maxUnavailable: IntOrPercent?
  package var selector: LabelSelector?
  package var other: Fields

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    minAvailable = IntOrPercent(reader.value("minAvailable"))
    maxUnavailable = IntOrPercent(reader.value("maxUnavailable"))
    selector = reader.structure("selector")
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out["minAvailable"] = minAvailable?.value
    out["maxUnavailable"] = maxUnavailable?.value
    out.set("selector", selector)
    return out
  }
}

/// `status` of a PodDisruptionBudget.
package struct PodDisruptionBudgetStatus: Hashable, Sendable, FieldCodable {
  package var disruptionsAllowed = 0
  package var currentHealthy = 0
  package var desiredHealthy = 0
  package var expectedPods = 0
  package var observedGeneration = 0
  /// Pods whose eviction was granted, with its time, until they are seen to be deleted.
  package var disruptedPods: [String: Instant] = [:]
  package var conditions: [Condition] = []

  package init() {}

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    disruptionsAllowed = reader.int("disruptionsAllowed") ?? 0
    currentHealthy = reader.int("currentHealthy") ?? 0
    desiredHealthy = reader.int("desiredHealthy") ?? 0
    expectedPods = reader.int("expectedPods") ?? 0
    observedGeneration = reader.int("observedGeneration") ?? 0
    for entry in reader.stringMap("disruptedPods") ?? [:] {
      disruptedPods[entry.key] = Instant(rfc3339: entry.value)
    }
    conditions = reader.list("conditions") ?? []
  }

  package var fields: Fields {
    var out: Fields = [
      "disruptionsAllowed": .int(Int64(disruptionsAllowed)),
      "currentHealthy": .int(Int64(currentHealthy)),
      "desiredHealthy": .int(Int64(desiredHealthy)),
      "expectedPods": .int(Int64(expectedPods)),
    ]
    out.setNonZero("observedGeneration", observedGeneration)
    if !disruptedPods.isEmpty {
      out["disruptedPods"] = .object(Fields(disruptedPods.map { ($0, .string($1.rfc3339)) }))
    }
    let conditions = conditions.map { condition -> Value in
      var fields = condition.fields
      fields["message"] = .string(condition.message)
      return .object(fields)
    }
    if !conditions.isEmpty { out["conditions"] = .array(conditions) }
    return out
  }
}
