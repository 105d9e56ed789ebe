import Basics

/// The kinds that hold no Pods, as far as the simulator uses them.
///
/// Mirrors `pkg/apis/core/validation` and `pkg/apis/scheduling/validation`.
extension Validator {
  mutating func nodeSpec(_ spec: Fields) {
    // Under `metadata`, as the server has it.
    let path = FieldPath("metadata", "taints")
    var seen: Set<String> = []
    for (index, taint) in spec.items("taints").enumerated() {
      let path = path[index]
      let (key, value, effect) = (taint.text("key"), taint.text("value"), taint.text("effect"))
      invalid(path.child("key"), .string(key), NameSyntax.labelKey(key))
      let errors = NameSyntax.labelValue(value)
      if !errors.isEmpty { invalid(path.child("value"), .string(value), errors.joined(separator: ";")) }
      supported(.string(effect), ["NoSchedule", "PreferNoSchedule", "NoExecute"], path.child("effect"))
      if !seen.insert("\(key):\(effect)").inserted {
        let shown = OrderedJSON.object([
          ("Key", .value(.string(key))), ("Value", .value(.string(value))), ("Effect", .value(.string(effect))),
          ("TimeAdded", .value(taint["timeAdded"] ?? .null)),
        ])
        add(path, .duplicateJSON(shown.json), "taints must be unique by key and effect pair")
      }
    }
  }

  mutating func resourceQuotaSpec(_ spec: Fields) {
    let path = FieldPath("spec", "hard")
    for limit in spec.structure("hard") {
      let path = path[key: limit.name]
      let errors = NameSyntax.labelKey(limit.name)
      invalid(path, .string(limit.name), errors)
      if errors.isEmpty, !limit.name.contains("/"), !limit.name.contains("hugepages-"),
        !Validator.standardResources.contains(limit.name)
      {
        invalid(path, .string(limit.name), "must be a standard resource type or fully qualified")
        invalid(path, .string(limit.name), "must be a standard resource for quota")
      }
      let isAmount = ["cpu", "memory", "storage"].contains { limit.name.hasSuffix($0) }
      quantity(limit.value, path, isWhole: !isAmount)
    }
  }

  /// Mirrors `policy/validation.ValidatePodDisruptionBudgetSpec`.
  mutating func podDisruptionBudgetSpec(_ spec: Fields) {
    let path = FieldPath("spec")
    if spec["minAvailable"] != nil, spec["maxUnavailable"] != nil {
      let members = [
        ("MinAvailable", "minAvailable"), ("Selector", "selector"), ("MaxUnavailable", "maxUnavailable"),
        ("UnhealthyPodEvictionPolicy", "unhealthyPodEvictionPolicy"),
      ]
      let json = OrderedJSON.object(members.map { ($0.0, .value(spec[$0.1] ?? .null)) }).json
      add(path, .invalidJSON(json), "minAvailable and maxUnavailable cannot be both set")
    }
    for name in ["minAvailable", "maxUnavailable"] {
      guard let value = spec[name] else { continue }
      let path = path.child(name)
      nonNegative(value, path)
      guard let text = value.string else { continue }
      let errors = NameSyntax.percent(text)
      invalid(path, value, errors)
      if errors.isEmpty, (Int(text.dropLast()) ?? 0) > 100 { invalid(path, value, "must not be greater than 100%") }
    }
    selector(spec.structure("selector"), path.child("selector"))
    if let policy = spec["unhealthyPodEvictionPolicy"] {
      supported(policy, ["AlwaysAllow", "IfHealthyBudget"], path.child("unhealthyPodEvictionPolicy"))
    }
  }

  mutating func priorityClass(_ object: Fields) {
    let name = object.structure("metadata").text("name")
    if name.hasPrefix("system-") {
      forbidden(
        FieldPath("metadata", "name"),
        "priority class names with 'system-' prefix are reserved for system use only. error: \(name) is not a known system priority class"
      )
    } else if (object["value"]?.int ?? 0) > 1_000_000_000 {
      forbidden(
        FieldPath("value"),
        "maximum allowed value of a user defined priority is 1000000000"
      )
    }
    supported(object["preemptionPolicy"], ["PreemptLowerPriority", "Never"], FieldPath("preemptionPolicy"))
  }

  mutating func priorityClassUpdate(old: Fields, new: Fields) {
    if old["value"] != new["value"] { forbidden(FieldPath("value"), "may not be changed in an update.") }
    immutable(old["preemptionPolicy"], new["preemptionPolicy"], FieldPath("preemptionPolicy"))
  }
}
