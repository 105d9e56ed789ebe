import APIServer
import Objects

/// `kubectl rollout undo`: goes back to the template of an earlier revision.
///
/// Mirrors polymorphichelpers' `DeploymentRollbacker` and `DaemonSetRollbacker`.
enum RolloutUndoVerb {
  static let verb = Verb("rollout", "undo", flags: flags, run: run)

  private static let toRevision = Flag.int("to-revision")

  private static let flags = FlagTable([CommonFlags.dryRun, toRevision]) + RolloutArguments.change

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let wanted = call[toRevision]
    if wanted < 0 { throw .plain("revision must be a positive integer: \(wanted)") }
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, context: context)
    let found = try RolloutArguments.find(call, &context)
    for (object, _) in found.objects {
      let name = object.metadata.name
      if object.metadata.annotations[LastApplied.annotation] != nil {
        context.output.warn(
          "Warning: resource \(object.kind.plural)/\(name) was previously managed with 'kubectl apply'. Rolling back "
            + "will not update the \(LastApplied.annotation) annotation, which may cause unexpected behavior on future "
            + "'kubectl apply' operations. Consider using 'kubectl apply' with your previous configuration file instead."
        )
      }
      let revision = try target(wanted, of: object, context)
      guard revision.template != object.body["spec"]?["template"] else {
        let number = wanted == 0 ? revision.number : wanted
        try printer.print(
          object,
          "skipped rollback (current template already matches revision \(number))",
          to: &context.output
        )
        continue
      }
      try printer.print(try rollBack(object, to: revision, dryRun, &context), "rolled back", to: &context.output)
    }
    try found.throwErrors()
  }

  /// The wanted revision; for 0 the one before the latest.
  private static func target(
    _ wanted: Int64,
    of object: Object,
    _ context: KubectlContext
  ) throws(KubectlError) -> RolloutRevision {
    if object.body["spec"]?["paused"]?.bool == true {
      throw .plain(
        "you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume deployment/"
          + "\(object.metadata.name)' and try again"
      )
    }
    let revisions = try RolloutRevision.all(of: object, context)
    if wanted > 0 {
      guard let revision = revisions.first(where: { $0.number == wanted }) else {
        throw .plain("unable to find specified revision \(wanted) in history")
      }
      return revision
    }
    guard let revision = revisions.dropLast().last else {
      throw .plain("no rollout history found for \(object.kind.name.lowercased()) \(object.metadata.name.goQuoted)")
    }
    return revision
  }

  private static func rollBack(
    _ object: Object,
    to revision: RolloutRevision,
    _ dryRun: DryRun,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> Object {
    var operations: [Value] = [["op": "replace", "path": "/spec/template", "value": revision.template]]
    if object.kind == .deployment {
      var annotations = object.metadata.annotations
      annotations["kubernetes.io/change-cause"] = revision.changeCause.isEmpty ? nil : revision.changeCause
      operations.append(["op": "add", "path": "/metadata/annotations", "value": .object(annotations.fields)])
    }
    let request = PatchRequest(form: .json, patch: .array(operations))
    guard dryRun != .client else { return object }
    return try context.patch(object, request, dryRun: dryRun == .server) ?? object
  }
}
