/// Requests and limits of containers.
///
/// Mirrors `ValidateContainerResourceRequirements` of `pkg/apis/core/validation`.
extension Validator {
  mutating func resources(_ resources: Fields, _ path: FieldPath) {
    let limits = resources.structure("limits")
    for limit in limits { resource(limit.name, limit.value, path.child("limits")[key: limit.name]) }
    let requestsPath = path.child("requests")
    for request in resources.structure("requests") {
      resource(request.name, request.value, requestsPath[key: request.name])
      let isExact = !Validator.mayOvercommit(request.name)
      guard let limit = limits[request.name] else {
        if isExact { required(path.child("limits"), "Limit must be set for non overcommitable resources") }
        continue
      }
      guard let wanted = Validator.quantity(request.value), let most = Validator.quantity(limit) else { continue }
      if isExact, wanted != most {
        invalid(requestsPath, request.value, "must be equal to \(request.name) limit of \(most)")
      } else if wanted > most {
        invalid(requestsPath, request.value, "must be less than or equal to \(request.name) limit of \(most)")
      }
    }
  }

  private mutating func resource(_ name: String, _ amount: Value, _ path: FieldPath) {
    let errors = NameSyntax.labelKey(name)
    invalid(path, .string(name), errors)
    if !name.contains("/"), !name.hasPrefix("hugepages-") {
      if errors.isEmpty, !Validator.standardResources.contains(name) {
        invalid(path, .string(name), "must be a standard resource type or fully qualified")
      }
      if !["cpu", "memory", "ephemeral-storage"].contains(name) {
        invalid(path, .string(name), "must be a standard resource for containers")
      }
    }
    quantity(amount, path, isWhole: name.contains("/") && !name.contains("kubernetes.io/"))
  }

  /// The resources that have no domain in their names.
  static let standardResources: Set<String> = [
    "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory", "requests.ephemeral-storage",
    "limits.cpu", "limits.memory", "limits.ephemeral-storage", "pods", "resourcequotas", "services",
    "replicationcontrollers", "secrets", "configmaps", "persistentvolumeclaims", "storage", "requests.storage",
    "services.nodeports", "services.loadbalancers",
  ]

  /// An amount that cannot be negative, nor a fraction where `isWhole`.
  mutating func quantity(_ amount: Value, _ path: FieldPath, isWhole: Bool) {
    guard let quantity = Validator.quantity(amount) else { return }
    if quantity.isNegative { invalid(path, amount, "must be greater than or equal to 0") }
    if isWhole, quantity.milliValue % 1_000 != 0 { invalid(path, amount, "must be an integer") }
  }

  /// Whether more of the resource may be limited to than is requested.
  private static func mayOvercommit(_ name: String) -> Bool {
    (!name.contains("/") || name.contains("kubernetes.io/")) && !name.hasPrefix("hugepages-")
  }

  private static func quantity(_ value: Value) -> Quantity? {
    value.string.flatMap { try? Quantity(parsing: $0) }
  }
}
