import Objects

/// `kubectl rollout history`: the revisions that are kept.
///
/// Mirrors `pkg/cmd/rollout/rollout_history.go`.
enum RolloutHistoryVerb {
  static let verb = Verb("rollout", "history", flags: flags, run: run)

  private static let flags =
    FlagTable(
      [],
      refused: [
        "allow-missing-template-keys", .init("output", "o"), "revision", "show-managed-fields", "template",
      ]
    ) + RolloutArguments.flags

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let found = try RolloutArguments.find(call, &context)
    for (object, _) in found.objects {
      let revisions = try RolloutRevision.all(of: object, context)
      context.output.print("\(object.kind.qualifiedSingular)/\(object.metadata.name) ")
      guard !revisions.isEmpty else {
        context.output.print("No rollout history found.\n")
        continue
      }
      var writer = TabWriter.description
      writer.write("REVISION\tCHANGE-CAUSE\n")
      for revision in revisions {
        writer.write("\(revision.number)\t\(revision.changeCause.isEmpty ? "<none>" : revision.changeCause)\n")
      }
      context.output.print(writer.flush())
    }
    try found.throwErrors()
  }
}
