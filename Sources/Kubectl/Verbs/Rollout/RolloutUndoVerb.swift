import APIServer
import Objects

/// `kubectl rollout undo`: goes back to the template of an earlier revision.
///
/// Mirrors polymorphichelpers' `DeploymentRollbacker` and `DaemonSetRollbacker`.
enum RolloutUndoVerb {
  static let verb = Verb("rollout", "undo", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "go back to the template of an earlier revision",
    "이전 리비전의 템플릿으로 되돌립니다",
    usage: "(TYPE NAME… | TYPE/NAME… | -f FILE)",
    takes: Grammar(
      [.type([.deployment, .daemonSet, .statefulSet]), .name],
      [.object([.deployment, .daemonSet, .statefulSet])]
    ),
    examples: "rollout undo deployment/shop",
    "rollout undo deployment/shop --to-revision=1"
  )

  private static let toRevision = Flag.int("to-revision")

  private static let flags =
    FlagTable([CommonFlags.dryRun, toRevision]) + RolloutArguments.flags + CommonFlags.print

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let wanted = call[toRevision]
    if wanted < 0 { throw .plain("revision must be a positive integer: \(wanted)") }
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, isTyped: true, context: context)
    let found = try RolloutArguments.find(call, &context)
    for (object, _) in found.objects {
      let name = object.metadata.name
      guard [.daemonSet, .deployment, .statefulSet].contains(object.kind) else {
        throw .plain("no rollbacker has been implemented for \"\(object.kind.name).\(object.kind.group)\"")
      }
      if object.metadata.annotations[LastApplied.annotation] != nil {
        context.output.warn(
          "Warning: resource \(object.kind.plural)/\(name) was previously managed with 'kubectl apply'. Rolling back "
            + "will not update the \(LastApplied.annotation) annotation, which may cause unexpected behavior on future "
            + "'kubectl apply' operations. Consider using 'kubectl apply' with your previous configuration file instead."
        )
      }
      let done = try rollBack(object, to: try target(wanted, of: object, context), dryRun, &context)
      try printer.print(done.object, done.outcome, to: &context.output)
    }
    try found.throwErrors()
  }

  /// The wanted revision; for 0 the one before the latest.
  private static func target(
    _ wanted: Int64,
    of object: Object,
    _ context: KubectlContext
  ) throws(KubectlError) -> RolloutRevision {
    let revisions = try RolloutRevision.all(of: object, context)
    if wanted > 0 {
      guard let revision = revisions.first(where: { $0.number == wanted }) else {
        throw .plain("unable to find specified revision \(wanted) in history")
      }
      return revision
    }
    guard let revision = revisions.dropLast().last else {
      if object.kind == .daemonSet { throw .plain("no last revision to roll back to") }
      throw .plain("no rollout history found for \(object.kind.name.lowercased()) \(object.metadata.name.goQuoted)")
    }
    return revision
  }

  /// Puts the template of a revision in, or tells which it would be.
  private static func rollBack(
    _ object: Object,
    to revision: RolloutRevision,
    _ dryRun: DryRun,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> (object: Object, outcome: String) {
    if dryRun == .client {
      let template = RolloutRevision.description(of: revision.keptTemplate)
      return (object, (object.kind == .daemonSet ? "will roll back to " : "") + template)
    }
    if object.body["spec"]?["paused"]?.bool == true {
      throw .plain(
        "you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume deployment/"
          + "\(object.metadata.name)' and try again"
      )
    }
    if revision.template == object.body["spec"]?["template"] {
      return (object, "skipped rollback (current template already matches revision \(revision.number))")
    }
    var operations: [Value] = [["op": "replace", "path": "/spec/template", "value": revision.template]]
    if object.kind == .deployment {
      let annotations = annotations(of: object, revision)
      operations.append(["op": "add", "path": "/metadata/annotations", "value": .object(annotations.fields)])
    }
    let patch = ObjectPatch(.json, .array(operations))
    return (try context.patch(object, patch, dryRun: dryRun == .server) ?? object, "rolled back")
  }

  /// The annotations that the Deployment had with that revision; those of the rollout itself stay as they are.
  private static func annotations(of deployment: Object, _ revision: RolloutRevision) -> StringMap {
    var annotations = revision.annotations
    for key in Deployment.ownAnnotations { annotations[key] = deployment.metadata.annotations[key] }
    return annotations
  }
}
