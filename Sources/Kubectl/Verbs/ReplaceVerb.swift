import APIServer
import Basics
import Objects

/// `kubectl replace`: puts the objects of files in the place of those that are there.
///
/// Mirrors `pkg/cmd/replace`.
enum ReplaceVerb {
  static let verb = Verb("replace", flags: flags, run: run)

  private static let flags =
    FlagTable(
      [
        CommonFlags.cascade, CommonFlags.dryRun, CommonFlags.fieldManager, CommonFlags.force, CommonFlags.gracePeriod,
        CommonFlags.saveConfig, CommonFlags.timeout, CommonFlags.validate,
      ],
      refused: ["raw", "subresource", "wait"]
    ) + CommonFlags.print + CommonFlags.files

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if !call.words.isEmpty { throw call.usage("Unexpected args: [\(call.arguments.joined(separator: " "))]") }
    if call[CommonFlags.gracePeriod] >= 0, !call[CommonFlags.force] {
      throw .plain("--grace-period must have --force specified")
    }
    if call[CommonFlags.timeout] != .zero, !call[CommonFlags.force] {
      throw .plain("--timeout must have --force specified")
    }
    if call[CommonFlags.filename].isEmpty { throw .plain("must specify --filename to replace") }
    let validation = try FieldValidation(call)
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, context: context)
    let manifests = try context.manifests(call, validates: validation == .strict)
    if manifests.items.isEmpty, manifests.errors.isEmpty { throw .plain("no objects passed to replace") }
    var errors = manifests.errors
    if call[CommonFlags.force] { try delete(manifests.items, call, dryRun, &context) }
    for var item in manifests.items {
      if call[CommonFlags.saveConfig] || context.wasApplied(item.id) {
        item.fields = LastApplied.annotated(item.fields)
      }
      do throws(KubectlError) {
        let object =
          try call[CommonFlags.force]
          ? context.create(item, validation, dryRun) : context.replace(item, validation, dryRun)
        try printer.print(object, "replaced", to: &context.output)
      } catch {
        errors.append(error)
      }
    }
    if !errors.isEmpty { throw .several(errors) }
  }

  private static func delete(
    _ items: [ManifestItem],
    _ call: Invocation,
    _ dryRun: DryRun,
    _ context: inout KubectlContext
  ) throws(KubectlError) {
    var deletion = Deletion(
      propagation: try DeleteVerb.propagation(call, &context),
      dryRun: dryRun,
      output: call[CommonFlags.output]
    )
    // Without --now a period of 0 waits for the kubelet all the same.
    let asked = Int(call[CommonFlags.gracePeriod])
    deletion.gracePeriod = asked < 0 ? nil : max(asked, 1)
    var errors: [KubectlError] = []
    let targets = items.map { ObjectQuery.Target(id: $0.id, source: $0.source) }
    let doomed = deletion.delete(targets, ignoresMissing: true, &context, errors: &errors)
    if !errors.isEmpty { throw .several(errors) }
    if dryRun == .none { try context.waitForDeletion(of: doomed, timeout: call[CommonFlags.timeout]) }
  }
}

extension KubectlContext {
  /// Whether the object that is there came from apply, so that a replacement keeps the record of it.
  fileprivate func wasApplied(_ id: ObjectID) -> Bool {
    store[id]?.metadata.annotations[LastApplied.annotation] != nil
  }

  fileprivate mutating func replace(
    _ item: ManifestItem,
    _ validation: FieldValidation,
    _ dryRun: DryRun
  ) throws(KubectlError) -> Object {
    if dryRun == .client { return Object(unread: item.fields, kind: item.kind) }
    do throws(APIError) {
      let old = try get(item.id)
      let answer = try update(item.value, of: old, validation: validation, dryRun: dryRun == .server)
      show(warnings: answer.warnings)
      return answer.object ?? old
    } catch {
      throw .server(error, context: "error when replacing \(item.source.goQuoted)")
    }
  }
}
