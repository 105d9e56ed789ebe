import APIServer
import Objects

/// What the commands under `kubectl set` have in common: each changes something in the Pod template of objects.
enum PodSpecChange {
  /// What a command changes.
  enum Subject {
    case image, environment, resources, serviceAccount

    /// What its line says of an object that was changed.
    fileprivate var done: String {
      switch self {
      case .image: "image updated"
      case .environment: "env updated"
      case .resources: "resource requirements updated"
      case .serviceAccount: "serviceaccount updated"
      }
    }

    /// What stands before the server's reason where it refuses.
    fileprivate var failed: String {
      switch self {
      case .image: "failed to patch image update to pod template: "
      case .environment: "failed to patch env update to pod template: "
      case .resources: "failed to patch resources update to pod template "
      case .serviceAccount: "failed to patch ServiceAccountName "
      }
    }

    /// Whether an object that has all of the change already is passed over.
    fileprivate var skipsUnchanged: Bool { self != .serviceAccount }
  }

  static let flags = FlagTable([CommonFlags.selector]) + flagsWithoutSelector

  static let flagsWithoutSelector =
    FlagTable([CommonFlags.all, CommonFlags.dryRun, CommonFlags.fieldManager, CommonFlags.local])
    + CommonFlags.print + CommonFlags.files

  /// `TYPE NAME…` or `TYPE/NAME…` of the kinds that hold Pods, and `places` behind.
  static func grammar(_ places: Slot...) -> Grammar<Slot> {
    Grammar([.type(Kind.podSpecHolders), .name] + places, [.object(Kind.podSpecHolders)] + places)
  }

  /// Changes each object that the line names, and prints a line for it.
  ///
  /// `check` looks at the rest of the line once the objects are found. `patch` makes the change of a Pod spec as a
  /// strategic merge patch of it, nil where nothing is to change, and may tell mistakes that keep nothing from being
  /// changed.
  static func run(
    _ context: inout KubectlContext,
    _ call: Invocation,
    _ resources: [Word],
    _ subject: Subject,
    check: () throws(KubectlError) -> Void = {},
    patch: (Value?, inout [KubectlError]) throws(KubectlError) -> Fields?
  ) throws(KubectlError) {
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, isTyped: true, context: context)
    let query = try ObjectQuery(call, words: resources, all: call[CommonFlags.all], context: context)
    let found = try context.find(query, call)
    try found.throwErrors()
    try check()
    var changes: [(object: Object, patch: ObjectPatch)] = []
    var mistakes: [KubectlError] = []
    var refusals: [KubectlError] = []
    for (object, _) in found.objects {
      do throws(KubectlError) {
        let path = try specPath(of: object)
        guard let change = try patch(object.value[path: path], &mistakes) else { continue }
        let whole = ObjectPatch(.strategic, path.reversed().reduce(Value.object(change)) { .object([$1: $0]) })
        let isChange = try whole.appliedHere(to: object).fields != object.fields
        if isChange || !subject.skipsUnchanged { changes.append((object, whole)) }
      } catch {
        refusals.append(error)
      }
    }
    for (object, patch) in changes {
      do throws(KubectlError) {
        let changed = try context.write(patch, to: object, dryRun)
        try printer.print(changed, subject.done, to: &context.output)
      } catch {
        guard case .server(let answer, _) = error else { throw error }
        refusals.append(.plain(subject.failed + answer.message))
      }
    }
    let errors = mistakes + refusals
    if !errors.isEmpty { throw .several(errors) }
  }

  static func specPath(of object: Object) throws(KubectlError) -> [String] {
    guard let path = object.kind.podSpecPath else {
      throw .plain(
        "error: \(object.kind.plural)/\(object.metadata.name) the object is not a pod or does not have a pod template: "
          + "*v1.\(object.kind.name)"
      )
    }
    return path
  }

  static func noContainer(_ name: String) -> KubectlError { .plain("error: unable to find container named \(name)") }

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
    _ change: ObjectPatch,
    to object: Object,
    _ dryRun: DryRun
  ) throws(KubectlError) -> Object {
    if dryRun.staysHere { return try change.appliedHere(to: object) }
    return try patch(object, change, dryRun: dryRun == .server) ?? object
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
