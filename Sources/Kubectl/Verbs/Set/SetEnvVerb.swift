import Objects

/// `kubectl set env`: changes the environment of containers, or lists it.
///
/// Mirrors `pkg/cmd/set/set_env.go`.
enum SetEnvVerb {
  static let verb = Verb("set", "env", flags: flags, run: run)

  private static let containers = Flag.string("containers", "c", default: "*")
  private static let env = Flag.repeated("env", "e")
  private static let list = Flag.bool("list")
  private static let overwrite = Flag.bool("overwrite", default: true)

  private static let flags =
    FlagTable([containers, env, list, overwrite], refused: ["from", "keys", "prefix", "resolve"]) + PodSpecChange.flags

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    var (resources, changes) = try ChangeArguments.split(call.words, type: "environment variable")
    changes += call[env]
    if resources.isEmpty, call[CommonFlags.filename].isEmpty {
      throw .plain("one or more resources must be specified as <resource> <name> or <resource>/<name>")
    }
    if call[list] { return try show(resources, &context, call) }
    if changes.isEmpty { throw .plain("at least one environment variable must be provided") }
    let change = try MapChange(environment: changes)
    try PodSpecChange.run(&context, call, resources, done: "env updated") { (spec) throws(KubectlError) in
      try lists(spec, change, call)
    }
  }

  /// The containers with the variables that each gets or loses.
  private static func lists(
    _ spec: Value?,
    _ change: MapChange,
    _ call: Invocation
  ) throws(KubectlError) -> Fields? {
    var lists = Fields()
    for (list, container) in PodSpecChange.containers(of: spec, matching: call[containers]) {
      let old = container["env"]?.array ?? []
      if !call[overwrite],
        let clash = change.assigned.first(where: { entry in old.contains { $0["name"]?.string == entry.key } })
      {
        throw .plain("'\(clash.key)' already has a value (\(value(of: clash.key, in: old))), and --overwrite is false")
      }
      var entries: [Value] = change.assigned.map { ["name": .string($0.key), "value": .string($0.value)] }
      for name in change.removed where old.contains(where: { $0["name"]?.string == name }) {
        entries.append(["name": .string(name), "$patch": "delete"])
      }
      let patch: Value = ["name": container["name"] ?? "", "env": .array(entries)]
      lists[list] = .array((lists[list]?.array ?? []) + [patch])
    }
    return lists.isEmpty ? nil : lists
  }

  private static func value(of name: String, in env: [Value]) -> String {
    env.first { $0["name"]?.string == name }?["value"]?.string ?? ""
  }

  private static func show(
    _ resources: [Word],
    _ context: inout KubectlContext,
    _ call: Invocation
  ) throws(KubectlError) {
    let query = try ObjectQuery(call, words: resources, all: call[CommonFlags.all], context: context)
    let found = try context.find(query, call)
    for (object, _) in found.objects {
      let spec = object.value[path: try PodSpecChange.specPath(of: object)]
      for (_, container) in PodSpecChange.containers(of: spec, matching: call[containers]) {
        let name = container["name"]?.string ?? ""
        context.output.print("# \(object.kind.plural)/\(object.metadata.name), container \(name)")
        for variable in container["env"]?.array ?? [] { context.output.print(line(variable)) }
      }
    }
    try found.throwErrors()
  }

  /// `A=b`, or where the value comes from.
  private static func line(_ variable: Value) -> String {
    let name = variable["name"]?.string ?? ""
    guard let source = variable["valueFrom"] else { return "\(name)=\(variable["value"]?.string ?? "")" }
    for (member, word) in [("configMapKeyRef", "configmap"), ("secretKeyRef", "secret")] {
      guard let reference = source[member] else { continue }
      return "# \(name) from \(word) \(reference["name"]?.string ?? ""), key \(reference["key"]?.string ?? "")"
    }
    if let path = source["fieldRef"]?["fieldPath"]?.string { return "# \(name) from field path \(path)" }
    return "# \(name) from resource field \(source["resourceFieldRef"]?["resource"]?.string ?? "")"
  }
}
