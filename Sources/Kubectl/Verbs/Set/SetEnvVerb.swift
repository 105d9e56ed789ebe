import Objects

/// `kubectl set env`: changes the environment of containers, or lists it.
///
/// Mirrors `pkg/cmd/set/set_env.go`.
enum SetEnvVerb {
  static let verb = Verb("set", "env", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "change or list the environment of containers",
    "컨테이너의 환경 변수를 바꾸거나 보여 줍니다",
    usage: "(TYPE NAME… | TYPE/NAME…) KEY=VALUE… KEY-…",
    takes: PodSpecChange.grammar(),
    examples: "set env deployment/shop COLOR=green",
    "set env deployment/shop --list"
  )

  private static let containers = Flag.string("containers", "c", default: "*", takes: .container)
  private static let env = Flag.repeated("env", "e", takes: .free("KEY=VALUE"))
  private static let list = Flag.bool("list")
  private static let overwrite = Flag.bool("overwrite", default: true)

  private static let flags =
    FlagTable([containers, env, list, overwrite] + ImportedEnvironment.flags, refused: ["resolve"])
    + PodSpecChange.flags

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let (resources, changes) = try ChangeArguments.split(call.words, type: "environment variable")
    if call[CommonFlags.all], !call[CommonFlags.selector].isEmpty {
      throw .plain("cannot set --all and --selector at the same time")
    }
    if resources.isEmpty, call[CommonFlags.filename].isEmpty {
      throw .plain(ResourceArguments.missingEither)
    }
    if call[list], !call[CommonFlags.output].isEmpty {
      throw .plain("--list and --output may not be specified together")
    }
    var change = try EnvironmentChange(call[env] + changes)
    change.assigned += try ImportedEnvironment.variables(call, &context)
    change.prefix(with: call[ImportedEnvironment.prefix])
    if call[list] { return try show(resources, change, &context, call) }
    try PodSpecChange.run(&context, call, resources, .environment) { (spec, _) throws(KubectlError) in
      try lists(spec, change, call)
    }
  }

  /// The containers with the variables that each gets or loses; nil where nothing changes.
  private static func lists(
    _ spec: Value?,
    _ change: EnvironmentChange,
    _ call: Invocation
  ) throws(KubectlError) -> Fields? {
    var lists = Fields()
    for (list, container) in PodSpecChange.containers(of: spec, matching: call[containers]) {
      let old = container["env"]?.array ?? []
      if !call[overwrite] { try change.checkOverwrite(old) }
      let entries = change.patch(of: old)
      if entries.isEmpty { continue }
      // Without it the server puts what is new in front.
      let order = change.applied(to: old).compactMap { $0["name"].map { Value.object(["name": $0]) } }
      let patch: Value = [
        "name": container["name"] ?? "", "env": .array(entries), "$setElementOrder/env": .array(order),
      ]
      lists[list] = .array((lists[list]?.array ?? []) + [patch])
    }
    return lists.isEmpty ? nil : lists
  }

  /// Lists the variables as they would be after the change, which is not made.
  private static func show(
    _ resources: [Word],
    _ change: EnvironmentChange,
    _ context: inout KubectlContext,
    _ call: Invocation
  ) throws(KubectlError) {
    let query = try ObjectQuery(call, words: resources, all: call[CommonFlags.all], context: context)
    let found = try context.find(query, call)
    for (object, _) in found.objects {
      let spec = object.value[path: try PodSpecChange.specPath(of: object)]
      let chosen = PodSpecChange.containers(of: spec, matching: call[containers])
      // kubectl lists init containers last.
      for (_, container) in chosen.filter({ $0.list == "containers" }) + chosen.filter({ $0.list != "containers" }) {
        let name = container["name"]?.string ?? ""
        context.output.print("# \(object.kind.name) \(object.metadata.name), container \(name)")
        for variable in change.applied(to: container["env"]?.array ?? []) { context.output.print(line(variable)) }
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
