import Objects

/// The quality of service class that a Pod's requests and limits earn it.
enum QualityOfService {
  /// Mirrors `qos.ComputePodQOS`.
  static func qosClass(of spec: PodSpec) -> String {
    let containers = spec.containers + spec.initContainers
    let resources = ["cpu", "memory"]
    if containers.allSatisfy({ $0.resources.requests.isEmpty && $0.resources.limits.isEmpty }) { return "BestEffort" }
    let guaranteed = containers.allSatisfy { container in
      resources.allSatisfy { name in
        guard let limit = container.resources.limits[name] else { return false }
        return (container.resources.requests[name] ?? limit) == limit
      }
    }
    return guaranteed ? "Guaranteed" : "Burstable"
  }
}
