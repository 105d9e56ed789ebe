import Objects

/// Fields that ask for something that is not here: they are refused by name.
enum UnsimulatedFields {
  private static let jobController = "kubernetes.io/job-controller"

  /// The first of them that is set: `spec.managedBy of a Job`.
  static func first(in fields: Fields, of kind: Kind) -> String? {
    let object = Value.object(fields)
    switch kind {
    case .job:
      if let manager = manager(object, ["spec"]) { return "\(manager) of a \(kind.name)" }
    case .cronJob:
      if let manager = manager(object, ["spec", "jobTemplate", "spec"]) { return "\(manager) of a \(kind.name)" }
    default: break
    }
    return podSpecs.lazy.compactMap { object[path: $0] }.compactMap(podField).first
  }

  /// Where an object may have the `spec` of Pods.
  private static let podSpecs = [
    ["spec"], ["spec", "template", "spec"], ["spec", "jobTemplate", "spec", "template", "spec"],
  ]

  /// An object that is handed over to a controller that is not here.
  private static func manager(_ object: Value, _ path: [String]) -> String? {
    let path = path + ["managedBy"]
    guard let manager = object[path: path], manager != .string(jobController) else { return nil }
    return path.joined(separator: ".")
  }

  private static func podField(_ spec: Value) -> String? {
    let containers = (spec["initContainers"]?.array ?? []) + (spec["containers"]?.array ?? [])
    let rules = containers.flatMap { $0["restartPolicyRules"]?.array ?? [] }
    return rules.contains { $0["action"] == "RestartAllContainers" }
      ? "restartPolicyRules with action RestartAllContainers" : nil
  }
}
