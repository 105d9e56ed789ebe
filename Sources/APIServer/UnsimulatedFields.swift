import Objects

/// Fields that change what a controller does and that no controller here acts on: they are refused by name.
enum UnsimulatedFields {
  private static let ofJobs = [
    "backoffLimitPerIndex", "managedBy", "maxFailedIndexes", "podFailurePolicy", "successPolicy",
  ]

  /// The first of them that is set: `spec.podFailurePolicy of a Job`.
  static func first(in fields: Fields, of kind: Kind) -> String? {
    let path: [String]
    switch kind {
    case .job: path = ["spec"]
    case .cronJob: path = ["spec", "jobTemplate", "spec"]
    default: return nil
    }
    let spec = Value.object(fields)[path: path]
    return ofJobs.first { spec?[$0] != nil }.map { "\((path + [$0]).joined(separator: ".")) of a \(kind.name)" }
  }
}
