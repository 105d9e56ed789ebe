import Basics

/// What an object uses of the quotas of its namespace.
///
/// Mirrors `pkg/quota/v1/evaluator/core` and the generic evaluator that counts objects.
package enum QuotaUsage {
  package static func of(_ object: Object) -> ResourceList {
    var usage = ResourceList()
    guard object.kind.isNamespaced else { return usage }
    usage["count/\(object.kind.resource)"] = Quantity(1)
    if legacyNames.contains(object.kind) { usage[object.kind.plural] = Quantity(1) }
    switch object.kind {
    case .pod:
      // One that has ended is stored still, and uses nothing else.
      if let pod = object.as(Pod.self), !pod.isTerminal { usage.add(ofPod(pod.spec.value)) }
    case .service: usage.add(ofService(object.body["spec"]))
    default: break
    }
    return usage
  }

  /// Kinds that may also be counted by their plain names.
  private static let legacyNames: Set<Kind> = [
    .configMap, .replicationController, .resourceQuota, .secret, .service,
  ]

  private static func ofPod(_ spec: PodSpec) -> ResourceList {
    var usage = ResourceList()
    usage["pods"] = Quantity(1)
    for entry in spec.totalRequests.entries {
      if plainNames.contains(entry.name) || entry.name.hasPrefix("hugepages-") { usage[entry.name] = entry.amount }
      usage["requests.\(entry.name)"] = entry.amount
    }
    for entry in spec.totalLimits.entries where plainNames.contains(entry.name) {
      usage["limits.\(entry.name)"] = entry.amount
    }
    return usage
  }

  private static let plainNames: Set<String> = ["cpu", "memory", "ephemeral-storage"]

  private static func ofService(_ spec: Value?) -> ResourceList {
    var usage = ResourceList()
    let type = spec?["type"]?.string
    let ports = Int64(spec?["ports"]?.array?.count ?? 0)
    if type == "NodePort" || type == "LoadBalancer" { usage["services.nodeports"] = Quantity(ports) }
    if type == "LoadBalancer" { usage["services.loadbalancers"] = Quantity(1) }
    return usage
  }

  /// What the containers of a Pod must say because a quota limits it: `must specify cpu for: main; memory for: main`;
  /// nil where nothing is missing.
  ///
  /// Mirrors `podEvaluator.Constraints`.
  package static func missing(in spec: PodSpec, limited names: [String]) -> String? {
    let required = names.filter { computeNames.contains($0) }.sorted { $0.precedesByBytes($1) }
    let parts = required.compactMap { name -> String? in
      let silent = (spec.containers + spec.initContainers).filter { !says($0.resources, name) }.map(\.name)
      if silent.isEmpty { return nil }
      return "\(name) for: \(Set(silent).sorted { $0.precedesByBytes($1) }.joined(separator: ","))"
    }
    return parts.isEmpty ? nil : "must specify \(parts.joined(separator: "; "))"
  }

  private static let computeNames: Set<String> = [
    "cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory",
  ]

  private static func says(_ resources: Resources, _ name: String) -> Bool {
    if name.hasPrefix("limits.") { return resources.limits[String(name.dropFirst("limits.".count))] != nil }
    let plain = name.hasPrefix("requests.") ? String(name.dropFirst("requests.".count)) : name
    return resources.requests[plain] != nil
  }
}

extension ResourceQuota {
  /// Whether the quota counts the object at all: one with scopes counts only the Pods in all of them.
  ///
  /// Mirrors `podMatchesScopeFunc`.
  package func counts(_ object: Object) -> Bool {
    let expressions =
      spec.scopes.map { ResourceQuotaSpec.ScopeExpression(scope: $0, operation: "Exists", values: []) }
      + spec.scopeExpressions
    if expressions.isEmpty { return true }
    guard let pod = object.as(Pod.self) else { return false }
    return expressions.allSatisfy { ResourceQuota.isInScope(pod, $0) }
  }

  private static func isInScope(_ pod: Pod, _ expression: ResourceQuotaSpec.ScopeExpression) -> Bool {
    let spec = pod.spec.value
    let isTerminating = (spec.other["activeDeadlineSeconds"]?.int ?? -1) >= 0
    let isBestEffort = (spec.containers + spec.initContainers)
      .allSatisfy { $0.resources.requests.isEmpty && $0.resources.limits.isEmpty }
    switch expression.scope {
    case "Terminating": return isTerminating
    case "NotTerminating": return !isTerminating
    case "BestEffort": return isBestEffort
    case "NotBestEffort": return !isBestEffort
    case "PriorityClass":
      let name = spec.other["priorityClassName"]?.string ?? ""
      switch expression.operation {
      case "In": return expression.values.contains(name)
      case "NotIn": return !expression.values.contains(name)
      case "Exists": return !name.isEmpty
      default: return name.isEmpty
      }
    default: return false
    }
  }
}
