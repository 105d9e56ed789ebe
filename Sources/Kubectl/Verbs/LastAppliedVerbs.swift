import APIServer
import Manifest
import Objects

/// `kubectl apply view-last-applied` and `set-last-applied`: the record that apply compares with.
///
/// Mirrors `pkg/cmd/apply/apply_view_last_applied.go` and `apply_set_last_applied.go`.
enum LastAppliedVerbs {
  static let view = Verb(
    "apply",
    "view-last-applied",
    manual: Manual(
      "print what apply was given last",
      "apply가 마지막으로 받은 내용을 출력합니다",
      usage: "(TYPE NAME… | TYPE/NAME… | -f FILE)",
      takes: Grammar([.type(), .name], [.object()]),
      values: ["output": .words(["json", "yaml"])],
      examples: "apply view-last-applied rs web",
      "apply view-last-applied ds/monitor -o json"
    ),
    flags: viewFlags,
    run: show
  )
  static let set = Verb(
    "apply",
    "set-last-applied",
    manual: Manual(
      "write down a file as what apply was given last",
      "apply가 마지막으로 받은 내용을 파일대로 적습니다",
      usage: "-f FILE",
      examples: "apply set-last-applied -f rs-web.yaml",
      "apply set-last-applied -f rs-web.yaml --dry-run=client"
    ),
    flags: setFlags,
    run: write
  )

  private static let createAnnotation = Flag.bool("create-annotation")

  private static let viewFlags =
    FlagTable([CommonFlags.all, CommonFlags.output, CommonFlags.selector]) + CommonFlags.files
  private static let setFlags =
    FlagTable([createAnnotation, CommonFlags.dryRun]) + CommonFlags.print + CommonFlags.files

  private static func show(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    guard ["", "yaml", "json"].contains(call[CommonFlags.output]) else {
      throw .plain(
        "Unexpected -o output mode: \(call[CommonFlags.output]), the flag 'output' must be one of yaml|json"
      )
    }
    let query = try ObjectQuery(call, typeMeansAll: call[CommonFlags.all], context: context)
    let found = try context.find(query, call)
    try found.throwErrors()
    for (object, _) in found.objects {
      guard let configuration = LastApplied.configuration(of: object.fields) else {
        throw .plain("no last-applied-configuration annotation found on resource: \(object.metadata.name)")
      }
      let value = Value.object(configuration)
      context.output.write(call[CommonFlags.output] == "json" ? value.prettyJSON + "\n" : YAMLWriter.text(value))
    }
  }

  private static func write(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if call[CommonFlags.filename].isEmpty { throw .plain("must specify one of -f and -k") }
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, context: context)
    let manifests = try context.manifests(call)
    if !manifests.errors.isEmpty { throw .several(manifests.errors) }
    for item in manifests.items {
      guard let live = context.store[item.id] else { throw .server(.notFound(item.kind, name: item.name)) }
      if live.metadata.annotations[LastApplied.annotation] == nil, !call[createAnnotation] {
        throw .plain(
          "no last-applied-configuration annotation found on resource: \(item.name), to create the annotation, run the "
            + "command with --create-annotation"
        )
      }
      let annotations = LastApplied.annotated(item.fields)["metadata"]?["annotations"]?[LastApplied.annotation]
      let patch: Value = ["metadata": ["annotations": [LastApplied.annotation: annotations ?? .null]]]
      let changed = try context.merge(patch, into: live, dryRun: dryRun)
      try printer.print(changed, "configured", to: &context.output)
    }
  }
}
