import APIServer
import Basics
import Objects

/// `kubectl apply`: makes objects be as files say, creating or patching them.
///
/// Mirrors `pkg/cmd/apply`, client-side.
enum ApplyVerb {
  static let verb = Verb("apply", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "make objects be as files say: create them, or change what differs",
    "오브젝트를 파일대로 만듭니다. 없으면 만들고, 다르면 고칩니다",
    usage: "-f FILE",
    examples: "apply -f rs-web.yaml",
    "apply -f pod-nginx.yaml --dry-run=server"
  )

  private static let overwrite = Flag.bool("overwrite", default: true)
  private static let openAPIPatch = Flag.bool("openapi-patch", default: true)

  private static let flags =
    FlagTable(
      [
        CommonFlags.cascade, CommonFlags.dryRun, CommonFlags.fieldManager, CommonFlags.force, CommonFlags.gracePeriod,
        overwrite, openAPIPatch, CommonFlags.selector, CommonFlags.timeout, CommonFlags.validate, CommonFlags.wait,
      ],
      refused: [
        "all", .init("force-conflicts", unless: "false"), .init("prune", unless: "false"), "prune-allowlist",
        .init("server-side", unless: "false"), "subresource",
      ]
    ) + CommonFlags.print + CommonFlags.files

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if !call.words.isEmpty { throw call.usage("Unexpected args: [\(call.arguments.joined(separator: " "))]") }
    if call[CommonFlags.filename].isEmpty { throw .plain("must specify one of -f and -k") }
    let validation = try FieldValidation(call)
    let dryRun = try DryRun(call)
    let printer = try ChangePrinter(call, dryRun: dryRun, context: context)
    if call[CommonFlags.gracePeriod] >= 0, !call[CommonFlags.force] {
      throw .plain("--grace-period must have --force specified")
    }
    if call[CommonFlags.timeout] != .zero, !call[CommonFlags.force] {
      throw .plain("--timeout must have --force specified")
    }
    if call[CommonFlags.force], dryRun == .server { throw .plain("--dry-run=server cannot be used with --force") }
    let manifests = try context.manifests(call, validates: validation == .strict)
    if manifests.items.isEmpty, manifests.errors.isEmpty { throw .plain("no objects passed to apply") }
    let force = call[CommonFlags.force] ? call : nil
    var application = Application(validation: validation, dryRun: dryRun, printer: printer, force: force)
    var errors = manifests.errors
    for item in manifests.items {
      do throws(KubectlError) {
        try application.apply(item, &context)
      } catch {
        errors.append(error)
      }
    }
    try application.finish(&context)
    if !errors.isEmpty { throw .several(errors) }
  }
}

/// One run of apply over the objects of its files.
private struct Application {
  let validation: FieldValidation
  let dryRun: DryRun
  var printer: ChangePrinter
  /// The line where it says `--force`: what cannot be patched is deleted and created anew.
  let force: Invocation?
  private var applied: [Object] = []

  init(validation: FieldValidation, dryRun: DryRun, printer: ChangePrinter, force: Invocation?) {
    self.force = force
    self.validation = validation
    self.dryRun = dryRun
    self.printer = printer
  }

  mutating func apply(_ item: ManifestItem, _ context: inout KubectlContext) throws(KubectlError) {
    if item.name.isEmpty { throw nameless(item) }
    if let current = context.store[item.id] {
      try patch(current, to: item, &context)
    } else {
      try create(item, &context)
    }
  }

  /// Objects that `-o` asks for are printed together.
  mutating func finish(_ context: inout KubectlContext) throws(KubectlError) {
    if printer.printsObjects, !applied.isEmpty { try printer.print(all: applied, to: &context.output) }
  }

  private func nameless(_ item: ManifestItem) -> KubectlError {
    guard item.generateName.isEmpty else {
      return .plain("from \(item.generateName): cannot use generate name with apply")
    }
    return .plain(
      "error when retrieving current configuration of:\n\(item.description)\nfrom server for: "
        + "\(item.source.goQuoted): resource name may not be empty"
    )
  }

  private mutating func create(_ item: ManifestItem, _ context: inout KubectlContext) throws(KubectlError) {
    let annotated = LastApplied.annotated(item.fields)
    if dryRun == .client {
      return try tell(Object(unread: annotated, kind: item.kind), "created", &context)
    }
    var annotatedItem = item
    annotatedItem.fields = annotated
    try tell(try context.create(annotatedItem, validation, dryRun), "created", &context)
  }

  private mutating func patch(
    _ current: Object,
    to item: ManifestItem,
    _ context: inout KubectlContext
  ) throws(KubectlError) {
    if dryRun == .client { return try tell(current, "configured", &context) }
    let live = current.fields
    if current.metadata.annotations[LastApplied.annotation] == nil {
      context.output.warn(Application.missingAnnotation(item))
    }
    let patch = try item.patch(of: live, to: LastApplied.annotated(item.fields))
    guard !patch.isEmpty else { return try tell(current, "unchanged", &context) }
    let change = ObjectPatch(.strategic, .object(patch))
    let changed: Object
    do throws(KubectlError) {
      changed = try context.patch(current, change, validation: validation, dryRun: dryRun == .server) ?? current
    } catch {
      guard case .server(let answer, _) = error else { throw error }
      if let force, answer.isCuredByForce {
        return try tell(try replace(current, by: item, force, &context), "configured", &context)
      }
      let place = item.source.goQuoted
      throw .server(
        answer,
        context: "error when applying patch:\n\(Value.object(patch).json)\nto:\n\(item.description)\nfor: \(place): "
          + "error when patching \(place)"
      )
    }
    if changed.metadata.isBeingDeleted {
      context.output.warn(
        "Warning: Detected changes to resource \(item.name) which is currently being deleted."
      )
    }
    try tell(changed, "configured", &context)
  }

  /// Mirrors `Patcher.deleteAndCreate`.
  private func replace(
    _ current: Object,
    by item: ManifestItem,
    _ call: Invocation,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> Object {
    let options = DeleteOptions(
      gracePeriodSeconds: Evictions.gracePeriod(call),
      propagation: try DeleteVerb.propagation(call, &context)
    )
    let doomed = try context.makeRoom(dryRun) { (context) throws(KubectlError) in
      do throws(APIError) { try context.delete(current.id, options) } catch { throw KubectlError.server(error) }
      return [current]
    }
    try context.waitForDeletion(of: doomed, timeout: call[CommonFlags.timeout])
    var annotated = item
    annotated.fields = LastApplied.annotated(item.fields)
    return try context.create(annotated, validation, dryRun)
  }

  private mutating func tell(
    _ object: Object,
    _ done: String,
    _ context: inout KubectlContext
  ) throws(KubectlError) {
    if printer.printsObjects {
      applied.append(object)
    } else {
      try printer.print(object, done, to: &context.output)
    }
  }

  private static func missingAnnotation(_ item: ManifestItem) -> String {
    "Warning: resource \(item.kind.plural)/\(item.name) is missing the \(LastApplied.annotation) annotation which is "
      + "required by kubectl apply. kubectl apply should only be used on resources created declaratively by either "
      + "kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically."
  }
}

extension APIError {
  /// Whether an object that is made anew may be accepted where a patch was not.
  fileprivate var isCuredByForce: Bool {
    switch self {
    case .conflict, .invalid, .patchInvalid: true
    default: false
    }
  }
}

extension ManifestItem {
  /// The patch that makes a live object be as the manifest says, which is `modified` as it is to be recorded. What was
  /// applied before is recorded in the live object, unless `applied` says what it was.
  func patch(of live: Fields, to modified: Fields, applied: Fields? = nil) throws(KubectlError) -> Fields {
    do throws(PatchError) {
      return try ThreeWayMerge(rules: .schema).patch(
        original: applied ?? LastApplied.configuration(of: live) ?? [:],
        modified: modified,
        current: live,
        type: kind.name
      )
    } catch {
      throw .plain("error when creating patch for: \(source.goQuoted): \(error.message)")
    }
  }
}
