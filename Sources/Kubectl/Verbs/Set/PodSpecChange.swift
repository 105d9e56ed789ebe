import Objects

/// What the commands under `kubectl set` have in common: each changes something in the Pod template of objects.
enum PodSpecChange {
  static let flags = FlagTable([CommonFlags.selector]) + flagsWithoutSelector

  static let flagsWithoutSelector =
    FlagTable([CommonFlags.all, CommonFlags.dryRun, CommonFlags.fieldManager, CommonFlags.local])
    + CommonFlags.print + CommonFlags.files

  /// `TYPE NAME…` or `TYPE/NAME…` of the kinds that hold Pods, and `places` behind.
  static func grammar(_ places: Slot...) -> Grammar<Slot> {
    Grammar([.type(Kind.podSpecHolders), .name] + places, [.object(Kind.podSpecHolders)] + places)
  }

  /// Changes each object that the line names and prints `done` for it.
  ///
  /// `patch` makes the change of a Pod spec as a strategic merge patch of it: nil where nothing is to change.
  static func run(
    _ context: inout KubectlContext,
    _ call: Invocation,
    _ resources: [Word],
    done: String,
    patch: (Value?) throws(KubectlError) -> Fields?
  ) throws(KubectlError) {
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, context: context)
    let query = try ObjectQuery(call, words: resources, all: call[CommonFlags.all], context: context)
    let found = try context.find(query, call)
    try found.each { (object) throws(KubectlError) in
      let path = try specPath(of: object)
      guard let change = try patch(object.value[path: path]) else { return }
      let whole = path.reversed().reduce(Value.object(change)) { .object([$1: $0]) }
      let changed = try context.write(PatchRequest(form: .strategic, patch: whole), to: object, dryRun)
      try printer.print(changed, done, to: &context.output)
    }
  }

  static func specPath(of object: Object) throws(KubectlError) -> [String] {
    guard let path = object.kind.podSpecPath else {
      throw .plain("the object is not a pod or does not have a pod template: \(object.kind.name)")
    }
    return path
  }

  /// The containers of a spec whose names a pattern with `*` matches, by list.
  static func containers(of spec: Value?, matching pattern: String) -> [(list: String, container: Value)] {
    ["initContainers", "containers"].flatMap { list in
      (spec?[list]?.array ?? []).filter { Glob.matches($0["name"]?.string ?? "", pattern) }.map { (list, $0) }
    }
  }
}

extension KubectlContext {
  /// Patches an object, or with `--dry-run=client` makes what it would become.
  mutating func write(
    _ request: PatchRequest,
    to object: Object,
    _ dryRun: DryRun
  ) throws(KubectlError) -> Object {
    if dryRun.staysHere {
      return Object(unread: try request.applied(to: object).object ?? [:], kind: object.kind)
    }
    return try patch(object, request, dryRun: dryRun == .server) ?? object
  }
}

/// Patterns in which `*` stands for any text.
enum Glob {
  static func matches(_ text: String, _ pattern: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return text == pattern }
    guard text.hasPrefix(parts[0]) else { return false }
    var rest = text.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }
}

extension Kind {
  /// The kinds that hold the spec of Pods, as they are offered.
  static let podSpecHolders: [Kind] = [
    .pod, .replicationController, .replicaSet, .deployment, .daemonSet, .statefulSet, .job, .cronJob,
  ]

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
