import Objects

/// What `label` and `annotate` have in common.
enum MetadataChange {
  static func check(_ call: Invocation) throws(KubectlError) {
    guard call[CommonFlags.all] else { return }
    if !call[CommonFlags.selector].isEmpty { throw .plain("cannot set --all and --selector at the same time") }
    if !call[CommonFlags.fieldSelector].isEmpty {
      throw .plain("cannot set --all and --field-selector at the same time")
    }
  }

  /// A type without names means all its objects only with `--all`.
  static func query(
    _ call: Invocation,
    _ resources: [Word],
    _ context: KubectlContext
  ) throws(KubectlError) -> ObjectQuery {
    try ObjectQuery(call, words: resources, typeMeansAll: call[CommonFlags.all], context: context)
  }

  static func checkVersion(_ call: Invocation, _ found: FoundObjects) throws(KubectlError) {
    if !call[CommonFlags.resourceVersion].isEmpty, found.objects.count != 1 {
      throw .plain("--resource-version may only be used with a single resource")
    }
  }

  /// Merges `metadata` into the object's metadata.
  static func write(
    _ metadata: Value,
    to object: Object,
    _ call: Invocation,
    _ dryRun: DryRun,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> Object {
    var metadata = metadata
    let version = call[CommonFlags.resourceVersion]
    if !version.isEmpty { metadata["resourceVersion"] = .string(version) }
    return try context.merge(["metadata": metadata], into: object, dryRun: dryRun)
  }
}
