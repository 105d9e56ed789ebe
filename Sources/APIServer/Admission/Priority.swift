import Objects

extension APIServer {
  /// The classes that Kubernetes itself makes.
  private static let systemClasses: [(name: String, value: Int64)] = [
    ("system-cluster-critical", 2_000_000_000), ("system-node-critical", 2_000_001_000),
  ]

  /// Gives a new Pod the priority of its class, or of the default one.
  ///
  /// Mirrors the admission plugin Priority.
  func setPriority(_ pod: inout Pod) throws(APIError) {
    var spec = pod.spec.value
    var name = spec.other["priorityClassName"]?.string ?? ""
    var value: Int64 = 0
    var policy = "PreemptLowerPriority"
    if let builtIn = APIServer.systemClasses.first(where: { $0.name == name }) {
      value = builtIn.value
    } else if let found = priorityClass(named: name) {
      name = found.metadata.name
      value = found.body["value"]?.int ?? 0
      policy = found.body["preemptionPolicy"]?.string ?? policy
    } else if !name.isEmpty {
      throw .forbidden(.pod, name: pod.metadata.name, why: "no PriorityClass with name \(name) was found")
    }
    if let asked = spec.other["priority"]?.int, asked != value {
      throw .forbidden(
        .pod,
        name: pod.metadata.name,
        why: "the integer value of priority (\(asked)) must not be provided in pod spec; "
          + "priority admission controller computed \(value) from the given PriorityClass name"
      )
    }
    if !name.isEmpty { spec.other["priorityClassName"] = .string(name) }
    spec.other["priority"] = .int(value)
    if spec.other["preemptionPolicy"] == nil { spec.other["preemptionPolicy"] = .string(policy) }
    pod.spec.value = spec
  }

  /// The class of that name; for an empty one the global default, of several the lowest.
  private func priorityClass(named name: String) -> Object? {
    if !name.isEmpty { return store[ObjectID(.priorityClass, name: name)] }
    return store.list(.priorityClass).filter { $0.body["globalDefault"] == true }
      .min { ($0.body["value"]?.int ?? 0) < ($1.body["value"]?.int ?? 0) }
  }
}
