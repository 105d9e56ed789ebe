import Objects

/// What the containers of a Pod ask for and may take together, for its status.
///
/// Mirrors `resource.PodRequests` and `PodLimits` of the component helpers.
struct PodResources {
  private(set) var requests = Fields()
  private(set) var limits = Fields()

  /// `requests` and `limits`, those that there are.
  var fields: Fields {
    var out = Fields()
    if !limits.isEmpty { out["limits"] = .object(limits) }
    if !requests.isEmpty { out["requests"] = .object(requests) }
    return out
  }

  /// The members of a Pod's status that tell them.
  var statusFields: Fields {
    var out = Fields()
    if !requests.isEmpty { out["allocatedResources"] = .object(requests) }
    out["resources"] = .object(fields)
    return out
  }

  init(_ spec: PodSpec) {
    requests = PodResources.total(spec) { $0.requests }
    limits = PodResources.total(spec) { $0.limits }
  }

  /// The sum over all that run together, or what one init container needs, whichever is more.
  private static func total(_ spec: PodSpec, _ part: (Resources) -> StringMap) -> Fields {
    var sums: [(name: String, amount: Quantity)] = []
    func combine(_ amounts: StringMap, _ rule: (Quantity, Quantity) -> Quantity) {
      for entry in amounts {
        guard let amount = try? Quantity(parsing: entry.value) else { continue }
        if let place = sums.firstIndex(where: { $0.name == entry.key }) {
          sums[place].amount = rule(sums[place].amount, amount)
        } else {
          sums.append((entry.key, amount))
        }
      }
    }
    let together = spec.containers + spec.initContainers.filter(\.isSidecar)
    for container in together { combine(part(container.resources)) { $0 + $1 } }
    for container in spec.initContainers where !container.isSidecar {
      combine(part(container.resources)) { max($0, $1) }
    }
    return Fields(sums.map { ($0.name, .string($0.amount.description)) })
  }
}
