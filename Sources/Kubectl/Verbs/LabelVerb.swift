import Basics
import Objects

/// `kubectl label`: sets and removes labels.
///
/// Mirrors `pkg/cmd/label`.
enum LabelVerb {
  static let verb = Verb("label", flags: flags, run: run)

  private static let list = Flag.bool("list")

  private static let flags =
    FlagTable(
      [
        CommonFlags.all, CommonFlags.allNamespaces, CommonFlags.dryRun, CommonFlags.fieldManager,
        CommonFlags.fieldSelector, list, CommonFlags.overwrite, CommonFlags.resourceVersion, CommonFlags.selector,
      ],
      refused: ["local"]
    ) + CommonFlags.print + CommonFlags.files

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let (resources, changes) = try ChangeArguments.split(call.words, type: "label")
    let change = try MapChange(labels: changes)
    try MetadataChange.check(call)
    if resources.isEmpty, call[CommonFlags.filename].isEmpty {
      throw .plain("one or more resources must be specified as <resource> <name> or <resource>/<name>")
    }
    if change.isEmpty, !call[list] { throw .plain("at least one label update is required") }
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, context: context)
    let query = try MetadataChange.query(call, resources, context)
    let found = try context.find(query, call)
    try MetadataChange.checkVersion(call, found)
    var errors = found.errors
    for (object, _) in found.objects {
      if call[list] {
        show(object, change, alone: query.isSingle, &context.output)
        continue
      }
      do throws(KubectlError) {
        let (labelled, done) = try label(object, change, call, dryRun, &context)
        try printer.print(labelled, done, to: &context.output)
      } catch {
        errors.append(error)
      }
    }
    if !errors.isEmpty { throw .several(errors) }
  }

  private static func label(
    _ object: Object,
    _ change: MapChange,
    _ call: Invocation,
    _ dryRun: DryRun,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> (Object, done: String) {
    let old = object.metadata.labels
    for key in change.removed where old[key] == nil { context.output.print("label \(key.goQuoted) not found.") }
    if !call[CommonFlags.overwrite] {
      let clashes = change.assigned.compactMap { entry -> KubectlError? in
        guard let value = old[entry.key], value != entry.value else { return nil }
        return .plain("'\(entry.key)' already has a value (\(value)), and --overwrite is false")
      }
      guard clashes.isEmpty else { throw .several(clashes) }
    }
    let new = change.applied(to: old)
    let labelled = try MetadataChange.write(["labels": change.patch], to: object, call, dryRun, &context)
    guard new != old else { return (labelled, "not labeled") }
    // kubectl tells a removal by the object's JSON having become shorter.
    let isShorter = Value.object(new.fields).json.utf8.count < Value.object(old.fields).json.utf8.count
    return (labelled, isShorter && !call[CommonFlags.overwrite] ? "unlabeled" : "labeled")
  }

  /// Lists the labels as they would be after the change, which is not made.
  private static func show(_ object: Object, _ change: MapChange, alone: Bool, _ output: inout CommandOutput) {
    if !alone { output.print("Listing labels for \(object.kind.name).\(object.kind.group)/\(object.metadata.name):") }
    for entry in change.applied(to: object.metadata.labels) {
      output.print((alone ? "" : " ") + "\(entry.key)=\(entry.value)")
    }
  }
}
