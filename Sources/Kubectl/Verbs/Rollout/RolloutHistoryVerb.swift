import Objects

/// `kubectl rollout history`: the revisions that are kept.
///
/// Mirrors `pkg/cmd/rollout/rollout_history.go`.
enum RolloutHistoryVerb {
  static let verb = Verb("rollout", "history", flags: flags, run: run)

  private static let revision = Flag.int("revision")

  private static let flags =
    FlagTable(
      [revision],
      refused: ["allow-missing-template-keys", .init("output", "o"), "show-managed-fields", "template"]
    ) + RolloutArguments.flags

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let wanted = call[revision]
    if wanted < 0 { throw .plain("revision must be a positive integer: \(wanted)") }
    let found = try RolloutArguments.find(call, &context)
    for (object, _) in found.objects {
      let revisions = try RolloutRevision.all(of: object, context)
      let text =
        if revisions.isEmpty { "No rollout history found." } else if wanted == 0 { overview(revisions) } else {
          try details(wanted, among: revisions)
        }
      let title = wanted == 0 ? "" : "with revision #\(wanted)"
      context.output.print("\(object.kind.qualifiedSingular)/\(object.metadata.name) \(title)\n\(text)")
    }
    try found.throwErrors()
  }

  private static func overview(_ revisions: [RolloutRevision]) -> String {
    var writer = TabWriter.description
    writer.write("REVISION\tCHANGE-CAUSE\n")
    for revision in revisions {
      writer.write("\(revision.number)\t\(revision.changeCause.isEmpty ? "<none>" : revision.changeCause)\n")
    }
    return writer.flush()
  }

  /// The Pod template of one revision.
  private static func details(_ number: Int64, among revisions: [RolloutRevision]) throws(KubectlError) -> String {
    guard let revision = revisions.last(where: { $0.number == number }) else {
      throw .plain("unable to find the specified revision")
    }
    return RolloutRevision.description(of: revision.shownTemplate)
  }
}
