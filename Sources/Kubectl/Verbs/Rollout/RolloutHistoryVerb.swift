import Narration
import Objects

/// `kubectl rollout history`: the revisions that are kept.
///
/// Mirrors `pkg/cmd/rollout/rollout_history.go`.
enum RolloutHistoryVerb {
  static let verb = Verb("rollout", "history", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "list the revisions that are kept",
    "남아 있는 리비전을 보여 줍니다",
    usage: "(TYPE NAME… | TYPE/NAME… | -f FILE)",
    takes: Grammar(
      [.type([.deployment, .daemonSet, .statefulSet]), .name],
      [.object([.deployment, .daemonSet, .statefulSet])]
    ),
    examples: "rollout history deployment/shop",
    "rollout history deployment/shop --revision=1"
  )

  private static let revision = Flag.int("revision")

  private static let flags =
    FlagTable([revision]) + RolloutArguments.flags + CommonFlags.print

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let wanted = call[revision]
    if wanted < 0 { throw .plain("revision must be a positive integer: \(wanted)") }
    var printer = try ChangePrinter(call, context: context)
    let found = try RolloutArguments.find(call, &context)
    for (object, _) in found.objects {
      if !call[CommonFlags.output].isEmpty {
        try printKept(try RolloutRevision.all(of: object, context), wanted, &printer, &context.output)
        continue
      }
      let revisions = try RolloutRevision.all(of: object, context)
      let text =
        if revisions.isEmpty { "No rollout history found." } else if wanted == 0 {
          overview(revisions, context.layout)
        } else {
          try details(wanted, among: revisions)
        }
      let title = wanted == 0 ? "" : "with revision #\(wanted)"
      context.output.print("\(object.kind.qualifiedSingular)/\(object.metadata.name) \(title)\n\(text)")
    }
    try found.throwErrors()
  }

  /// The objects that keep the revisions, in the form of `-o`.
  private static func printKept(
    _ revisions: [RolloutRevision],
    _ wanted: Int64,
    _ printer: inout ChangePrinter,
    _ output: inout CommandOutput
  ) throws(KubectlError) {
    let shown = revisions.filter { wanted == 0 || $0.number == wanted }
    if wanted > 0, shown.isEmpty { throw .plain("unable to find the specified revision") }
    for revision in shown { try printer.print(revision.object, "", to: &output) }
  }

  private static func overview(_ revisions: [RolloutRevision], _ layout: Layout) -> String {
    var table = TableText(["REVISION", "CHANGE-CAUSE"], writer: .description, layout)
    return table.text(of: revisions.map { [String($0.number), $0.changeCause.isEmpty ? "<none>" : $0.changeCause] })
  }

  /// The Pod template of one revision.
  private static func details(_ number: Int64, among revisions: [RolloutRevision]) throws(KubectlError) -> String {
    guard let revision = revisions.last(where: { $0.number == number }) else {
      throw .plain("unable to find the specified revision")
    }
    return RolloutRevision.description(of: revision.shownTemplate)
  }
}
