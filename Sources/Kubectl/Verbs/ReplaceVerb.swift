import APIServer
import Basics
import Objects

/// `kubectl replace`: puts the objects of files in the place of those that are there.
///
/// Mirrors `pkg/cmd/replace`.
enum ReplaceVerb {
  static let verb = Verb("replace", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "put files in the place of objects that are there",
    "있는 오브젝트를 파일의 내용으로 바꿉니다",
    usage: "-f FILE",
    examples: "replace -f rs-web.yaml",
    "replace --force -f rs-web.yaml"
  )

  private static let flags =
    FlagTable(
      [
        CommonFlags.cascade, CommonFlags.dryRun, CommonFlags.fieldManager, CommonFlags.force, CommonFlags.gracePeriod,
        CommonFlags.saveConfig, CommonFlags.subresource, CommonFlags.timeout, CommonFlags.validate, CommonFlags.wait,
      ],
      refused: ["raw"]
    ) + CommonFlags.print + CommonFlags.files

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if call[CommonFlags.filename].isEmpty { throw .plain("must specify one of -f and -k") }
    if call[CommonFlags.gracePeriod] >= 0, !call[CommonFlags.force] {
      throw .plain("--grace-period must have --force specified")
    }
    if call[CommonFlags.timeout] != .zero, !call[CommonFlags.force] {
      throw .plain("--timeout must have --force specified")
    }
    let subresource = try Subresource(call, "replace")
    let validation = try FieldValidation(call)
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, context: context)
    let manifests = try context.manifests(call, validates: validation == .strict)
    if call[CommonFlags.force], manifests.items.isEmpty, manifests.errors.isEmpty {
      throw .plain("no objects passed to replace")
    }
    var errors = manifests.errors
    if call[CommonFlags.force] { try delete(manifests.items, call, dryRun, &context) }
    for var item in manifests.items {
      item.fields = LastApplied.recorded(item.fields, always: call[CommonFlags.saveConfig])
      do throws(KubectlError) {
        let object =
          try call[CommonFlags.force]
          ? context.create(item, validation, dryRun) : context.replace(item, subresource, validation, dryRun)
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
    let targets = items.map { ObjectQuery.Target(id: $0.id, source: $0.source) }
    let doomed = try context.makeRoom(dryRun) { (context) throws(KubectlError) in
      var errors: [KubectlError] = []
      let doomed = deletion.delete(targets, ignoresMissing: true, &context, errors: &errors)
      if !errors.isEmpty { throw .several(errors) }
      return doomed
    }
    guard dryRun == .none else { return }
    if call.given(CommonFlags.wait) ?? (asked == 0) {
      try context.waitForDeletion(of: doomed, timeout: call[CommonFlags.timeout])
    }
    try context.look(for: doomed, call[CommonFlags.timeout])
  }
}

extension KubectlContext {
  /// Looks every second whether the objects have gone.
  fileprivate mutating func look(for doomed: [Object], _ timeout: Interval) throws(KubectlError) {
    let end = now + (timeout == .zero ? .minutes(5) : timeout)
    for object in doomed {
      while store[object.id]?.metadata.uid == object.metadata.uid {
        guard now < end else { throw .plain("context deadline exceeded") }
        _ = wait(min(.seconds(1), end - now)) { _ in false }
        if isInterrupted { throw .verbatim("") }
      }
    }
  }

  fileprivate mutating func replace(
    _ item: ManifestItem,
    _ subresource: Subresource?,
    _ validation: FieldValidation,
    _ dryRun: DryRun
  ) throws(KubectlError) -> Object {
    if dryRun == .client { return Object(unread: item.fields, kind: item.kind) }
    do throws(APIError) {
      let old = try get(item.id)
      let answer = try update(
        item.value,
        of: old,
        subresource: subresource,
        validation: validation,
        dryRun: dryRun == .server
      )
      show(warnings: answer.warnings)
      return answer.object ?? old
    } catch {
      throw .server(error, context: "error when replacing \(item.source.goQuoted)")
    }
  }
}
