import Basics
import Objects

/// `kubectl annotate`: sets and removes annotations.
///
/// Mirrors `pkg/cmd/annotate`.
enum AnnotateVerb {
  static let verb = Verb("annotate", flags: flags, run: run)

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
    let (resources, changes) = try ChangeArguments.split(call.words, type: "annotation")
    let change = try MapChange(annotations: changes)
    try MetadataChange.check(call)
    if resources.isEmpty, call[CommonFlags.filename].isEmpty {
      throw .plain("one or more resources must be specified as <resource> <name> or <resource>/<name>")
    }
    if change.isEmpty, !call[list] { throw .plain("at least one annotation update is required") }
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
        try checkOverwrite(object, change, call)
        let patch: Value = ["annotations": change.patch]
        let annotated = try MetadataChange.write(patch, to: object, call, dryRun, &context)
        try printer.print(annotated, "annotated", to: &context.output)
      } catch {
        errors.append(error)
      }
    }
    if !errors.isEmpty { throw .several(errors) }
  }

  private static func checkOverwrite(
    _ object: Object,
    _ change: MapChange,
    _ call: Invocation
  ) throws(KubectlError) {
    guard !call[CommonFlags.overwrite] else { return }
    let clashes = change.assigned.compactMap { entry -> String? in
      guard let value = object.metadata.annotations[entry.key] else { return nil }
      return "'\(entry.key)' already has a value (\(value))"
    }
    guard clashes.isEmpty else {
      throw .plain(
        "--overwrite is false but found the following declared annotation(s): \(clashes.joined(separator: "; "))"
      )
    }
  }

  /// Lists the annotations as they would be after the change, which is not made.
  private static func show(_ object: Object, _ change: MapChange, alone: Bool, _ output: inout CommandOutput) {
    if !alone {
      output.print("Listing annotations for \(object.kind.name).\(object.kind.group)/\(object.metadata.name):")
    }
    for entry in change.applied(to: object.metadata.annotations) {
      output.print((alone ? "" : " ") + "\(entry.key)=\(entry.value)")
    }
  }
}
