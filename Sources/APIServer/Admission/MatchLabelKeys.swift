import Objects

/// Turns the label keys of affinity terms and spread constraints into expressions on the Pod's own labels.
///
/// Mirrors `applyMatchLabelKeysAndMismatchLabelKeys` and `mutateTopologySpreadConstraints` of the Pod's strategy.
enum MatchLabelKeys {
  static func apply(_ spec: inout PodSpec, _ labels: StringMap) {
    if var affinity = spec.other["affinity"] {
      for name in ["podAffinity", "podAntiAffinity"] {
        guard var pods = affinity[name]?.object else { continue }
        let required = "requiredDuringSchedulingIgnoredDuringExecution"
        let preferred = "preferredDuringSchedulingIgnoredDuringExecution"
        if let terms = pods[required]?.array { pods[required] = .array(terms.map { merged($0, labels) }) }
        if let entries = pods[preferred]?.array {
          pods[preferred] = .array(
            entries.map { entry in
              guard let term = entry["podAffinityTerm"] else { return entry }
              var changed = entry
              changed["podAffinityTerm"] = merged(term, labels)
              return changed
            }
          )
        }
        affinity[name] = .object(pods)
      }
      spec.other["affinity"] = affinity
    }
    if let constraints = spec.other["topologySpreadConstraints"]?.array {
      spec.other["topologySpreadConstraints"] = .array(constraints.map { merged($0, labels) })
    }
  }

  private static func merged(_ term: Value, _ labels: StringMap) -> Value {
    guard var selector = term["labelSelector"]?.object else { return term }
    var added: [Value] = []
    for (member, operation) in [("matchLabelKeys", "In"), ("mismatchLabelKeys", "NotIn")] {
      for key in term[member]?.array?.compactMap(\.string) ?? [] {
        guard let value = labels[key] else { continue }
        added.append(["key": .string(key), "operator": .string(operation), "values": [.string(value)]])
      }
    }
    if added.isEmpty { return term }
    selector["matchExpressions"] = .array((selector["matchExpressions"]?.array ?? []) + added)
    var changed = term
    changed["labelSelector"] = .object(selector)
    return changed
  }
}
