import Objects

/// Fields that hand an object over to a controller that is not here: they are refused by name.
enum UnsimulatedFields {
  private static let jobController = "kubernetes.io/job-controller"

  /// The first of them that is set: `spec.managedBy of a Job`.
  static func first(in fields: Fields, of kind: Kind) -> String? {
    let path: [String]
    switch kind {
    case .job: path = ["spec", "managedBy"]
    case .cronJob: path = ["spec", "jobTemplate", "spec", "managedBy"]
    default: return nil
    }
    guard let manager = Value.object(fields)[path: path], manager != .string(jobController) else { return nil }
    return "\(path.joined(separator: ".")) of a \(kind.name)"
  }
}
