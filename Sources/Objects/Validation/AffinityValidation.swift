/// Where a Pod may be put: affinity, spread constraints, scheduling gates.
///
/// Mirrors `validateAffinity`, `validateTopologySpreadConstraints` and `validateSchedulingGates` of
/// `pkg/apis/core/validation`.
extension Validator {
  private static let required = "requiredDuringSchedulingIgnoredDuringExecution"
  private static let preferred = "preferredDuringSchedulingIgnoredDuringExecution"

  mutating func affinity(_ affinity: Fields, _ path: FieldPath) {
    if let node = affinity["nodeAffinity"]?.object { nodeAffinity(node, path.child("nodeAffinity")) }
    for name in ["podAffinity", "podAntiAffinity"] {
      if let pods = affinity[name]?.object { podAffinity(pods, path.child(name)) }
    }
  }

  private mutating func nodeAffinity(_ affinity: Fields, _ path: FieldPath) {
    if let selector = affinity[Validator.required]?.object {
      let path = path.child(Validator.required).child("nodeSelectorTerms")
      let terms = selector.items("nodeSelectorTerms")
      if terms.isEmpty { required(path, "must have at least one node selector term") }
      for (index, term) in terms.enumerated() { nodeSelectorTerm(term, path[index], checksValues: true) }
    }
    for (index, entry) in affinity.items(Validator.preferred).enumerated() {
      let path = path.child(Validator.preferred)[index]
      weight(entry, path)
      nodeSelectorTerm(entry.structure("preference"), path.child("preference"), checksValues: false)
    }
  }

  private mutating func weight(_ entry: Fields, _ path: FieldPath) {
    let weight = entry["weight"]?.int ?? 0
    if !(1...100).contains(weight) { invalid(path.child("weight"), .int(weight), "must be in the range 1-100") }
  }

  /// A value that no label can have is let through where a term is only preferred.
  private mutating func nodeSelectorTerm(_ term: Fields, _ path: FieldPath, checksValues: Bool) {
    for (index, expression) in term.items("matchExpressions").enumerated() {
      nodeRequirement(expression, path.child("matchExpressions")[index], checksValues: checksValues)
    }
    for (index, field) in term.items("matchFields").enumerated() {
      fieldRequirement(field, path.child("matchFields")[index])
    }
  }

  private mutating func nodeRequirement(_ requirement: Fields, _ path: FieldPath, checksValues: Bool) {
    let values = requirement["values"]?.array ?? []
    switch requirement.text("operator") {
    case "In", "NotIn":
      if values.isEmpty { required(path.child("values"), "must be specified when `operator` is 'In' or 'NotIn'") }
    case "Exists", "DoesNotExist":
      if !values.isEmpty {
        forbidden(path.child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")
      }
    case "Gt", "Lt":
      if values.count != 1 {
        required(path.child("values"), "must be specified single value when `operator` is 'Lt' or 'Gt'")
      }
    case let operation: invalid(path.child("operator"), .string(operation), "not a valid selector operator")
    }
    let key = requirement.text("key")
    invalid(path.child("key"), .string(key), NameSyntax.labelKey(key))
    for (index, value) in values.enumerated() where checksValues {
      invalid(path.child("values")[index], value, NameSyntax.labelValue(value.string ?? ""))
    }
  }

  private mutating func fieldRequirement(_ requirement: Fields, _ path: FieldPath) {
    let values = requirement["values"]?.array ?? []
    switch requirement.text("operator") {
    case "In", "NotIn":
      if values.count != 1 {
        required(
          path.child("values"),
          "must be only one value when `operator` is 'In' or 'NotIn' for node field selector"
        )
      }
    case let operation: invalid(path.child("operator"), .string(operation), "not a valid selector operator")
    }
    let key = requirement.text("key")
    guard key == "metadata.name" else {
      return invalid(path.child("key"), .string(key), "not a valid field selector key")
    }
    for (index, value) in values.enumerated() {
      invalid(path.child("values")[index], value, NameSyntax.dns1123Subdomain(value.string ?? ""))
    }
  }

  private mutating func podAffinity(_ affinity: Fields, _ path: FieldPath) {
    for (index, term) in affinity.items(Validator.required).enumerated() {
      podAffinityTerm(term, path.child(Validator.required)[index])
    }
    for (index, entry) in affinity.items(Validator.preferred).enumerated() {
      let path = path.child(Validator.preferred)[index]
      weight(entry, path)
      podAffinityTerm(entry.structure("podAffinityTerm"), path.child("podAffinityTerm"))
    }
  }

  private mutating func podAffinityTerm(_ term: Fields, _ path: FieldPath) {
    selector(term.structure("labelSelector"), path.child("labelSelector"))
    selector(term.structure("namespaceSelector"), path.child("namespaceSelector"))
    for name in term["namespaces"]?.array ?? [] {
      invalid(path.child("namespace"), name, NameSyntax.dns1123Label(name.string ?? ""))
    }
    matchLabelKeys(term, path)
    let key = term.text("topologyKey")
    if key.isEmpty { required(path.child("topologyKey"), "can not be empty") }
    invalid(path.child("topologyKey"), .string(key), NameSyntax.labelKey(key))
  }

  /// Mirrors `validateMatchLabelKeysAndMismatchLabelKeys`.
  private mutating func matchLabelKeys(_ term: Fields, _ path: FieldPath) {
    for list in ["matchLabelKeys", "mismatchLabelKeys"] {
      let keys = term[list]?.array ?? []
      if !keys.isEmpty, term["labelSelector"] == nil {
        forbidden(path.child(list), "must not be specified when labelSelector is not set")
        continue
      }
      for (index, key) in keys.enumerated() {
        invalid(path.child(list)[index], key, NameSyntax.labelKey(key.string ?? ""))
      }
    }
    let others = term["mismatchLabelKeys"]?.array ?? []
    for (index, key) in (term["matchLabelKeys"]?.array ?? []).enumerated() where others.contains(key) {
      let place = path.child("matchLabelKeys")[index]
      invalid(place, key, "exists in both matchLabelKeys and mismatchLabelKeys")
    }
  }

  mutating func spreadConstraints(_ constraints: [Fields], _ path: FieldPath) {
    let kinds = constraints.map { "{\($0.text("topologyKey")), \($0.text("whenUnsatisfiable"))}" }
    for (index, constraint) in constraints.enumerated() {
      let path = path[index]
      let skew = constraint["maxSkew"]?.int ?? 0
      if skew <= 0 { invalid(path.child("maxSkew"), .int(skew), "must be greater than zero") }
      if constraint.text("topologyKey").isEmpty { required(path.child("topologyKey"), "can not be empty") }
      let action = constraint.text("whenUnsatisfiable")
      if !["DoNotSchedule", "ScheduleAnyway"].contains(action) {
        add(
          path.child("whenUnsatisfiable"),
          .unsupported(.string(action), supported: ["DoNotSchedule", "ScheduleAnyway"])
        )
      }
      if kinds[(index + 1)...].contains(kinds[index]) {
        duplicate(path.child("{topologyKey, whenUnsatisfiable}"), .string(kinds[index]))
      }
      if let domains = constraint["minDomains"]?.int { minDomains(domains, action, path.child("minDomains")) }
      for name in ["nodeAffinityPolicy", "nodeTaintsPolicy"] where constraint[name] != nil {
        supported(constraint[name], ["Honor", "Ignore"], path.child(name))
      }
      spreadKeys(constraint, path.child("matchLabelKeys"))
      selector(constraint.structure("labelSelector"), path.child("labelSelector"))
    }
  }

  /// Mirrors `validateMatchLabelKeysInTopologySpread`.
  private mutating func spreadKeys(_ constraint: Fields, _ path: FieldPath) {
    let keys = constraint["matchLabelKeys"]?.array ?? []
    guard !keys.isEmpty else { return }
    let selector = constraint["labelSelector"]?.object
    if selector == nil { forbidden(path, "must not be specified when labelSelector is not set") }
    let used =
      (selector?.structure("matchLabels").names ?? [])
      + (selector?.items("matchExpressions") ?? []).map { $0.text("key") }
    for (index, key) in keys.enumerated() {
      let text = key.string ?? ""
      invalid(path[index], key, NameSyntax.labelKey(text))
      if used.contains(text) { invalid(path[index], key, "exists in both matchLabelKeys and labelSelector") }
    }
  }

  private mutating func minDomains(_ domains: Int64, _ action: String, _ path: FieldPath) {
    if domains <= 0 { invalid(path, .int(domains), "must be greater than zero") }
    if action != "DoNotSchedule" {
      invalid(
        path,
        .int(domains),
        "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not \(action)"
      )
    }
  }

  mutating func schedulingGates(_ gates: [Fields], _ path: FieldPath) {
    var seen: Set<String> = []
    for (index, gate) in gates.enumerated() {
      let name = gate.text("name")
      invalid(path[index], .string(name), NameSyntax.labelKey(name))
      if !seen.insert(name).inserted { duplicate(path[index], .string(name)) }
    }
  }

  /// Gates may only go.
  mutating func schedulingGatesUpdate(old: Fields, new: Fields, _ path: FieldPath) {
    let before = old.items("schedulingGates").map { $0.text("name") }
    for (index, gate) in new.items("schedulingGates").enumerated() where !before.contains(gate.text("name")) {
      forbidden(
        path[index].child("name"),
        "only deletion is allowed, but found new scheduling gate '\(gate.text("name"))'"
      )
    }
  }
}
