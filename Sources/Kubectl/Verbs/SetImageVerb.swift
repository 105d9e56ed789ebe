import Objects

/// `kubectl set image`: changes the images of containers.
///
/// Mirrors `pkg/cmd/set/set_image.go`.
enum SetImageVerb {
  static let verb = Verb("set", "image", flags: flags, run: run)

  private static let flags =
    FlagTable(
      [CommonFlags.all, CommonFlags.dryRun, CommonFlags.fieldManager, CommonFlags.selector],
      refused: ["local"]
    ) + CommonFlags.print + CommonFlags.files

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let (resources, changes) = try ChangeArguments.split(call.words, type: "image")
    if resources.isEmpty, call[CommonFlags.filename].isEmpty { throw .plain(ResourceArguments.missingResource) }
    if changes.isEmpty { throw .plain("at least one image update is required") }
    if changes.contains(where: { !$0.contains("=") }) {
      throw .plain("invalid image format: \(changes.first { !$0.contains("=") } ?? "")")
    }
    let images = try MapChange(annotations: changes).assigned
    if images.count > 1, images["*"] != nil {
      throw .plain(
        "all containers are already specified by *, but saw more than one container_name=container_image pairs"
      )
    }
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, context: context)
    let query = try ObjectQuery(call, words: resources, all: call[CommonFlags.all], context: context)
    let found = try context.find(query, call)
    var errors = found.errors
    for (object, _) in found.objects {
      do throws(KubectlError) {
        guard let patch = try patch(object, images) else { continue }
        let request = PatchRequest(form: .strategic, patch: patch)
        let changed: Object
        if dryRun == .client {
          changed = Object(kind: object.kind, fields: try request.applied(to: object).object ?? [:])
        } else {
          changed = try context.patch(object, request, dryRun: dryRun == .server) ?? object
        }
        try printer.print(changed, "image updated", to: &context.output)
      } catch {
        errors.append(error)
      }
    }
    if !errors.isEmpty { throw .several(errors) }
  }

  /// A strategic merge patch that sets the images; nil where all are so already.
  private static func patch(_ object: Object, _ images: StringMap) throws(KubectlError) -> Value? {
    guard let path = object.kind.podSpecPath else {
      throw .plain("the object is not a pod or does not have a pod template: \(object.kind.name)")
    }
    let spec = object.value[path: path]
    var lists = Fields()
    for entry in images {
      var isThere = false
      for list in ["initContainers", "containers"] {
        for container in spec?[list]?.array ?? [] {
          let name = container["name"]?.string ?? ""
          guard entry.key == "*" || entry.key == name else { continue }
          isThere = true
          guard container["image"]?.string != entry.value else { continue }
          let change: Value = ["name": .string(name), "image": .string(entry.value)]
          lists[list] = .array((lists[list]?.array ?? []) + [change])
        }
      }
      guard isThere else { throw .plain("unable to find container named \(entry.key.goQuoted)") }
    }
    guard !lists.isEmpty else { return nil }
    return path.reversed().reduce(.object(lists)) { .object([$1: $0]) }
  }
}

extension Kind {
  /// Where objects of this kind hold the spec of Pods; nil for kinds that do not.
  var podSpecPath: [String]? {
    switch self {
    case .pod: ["spec"]
    case .replicationController, .replicaSet, .daemonSet, .deployment, .statefulSet, .job:
      ["spec", "template", "spec"]
    case .cronJob: ["spec", "jobTemplate", "spec", "template", "spec"]
    default: nil
    }
  }
}
