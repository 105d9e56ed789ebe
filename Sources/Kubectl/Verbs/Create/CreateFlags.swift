import Objects

/// What the commands under `kubectl create` have in common.
enum CreateFlags {
  static let common =
    FlagTable([CommonFlags.dryRun, CommonFlags.fieldManager, CommonFlags.saveConfig, CommonFlags.validate])
    + CommonFlags.print

  /// The one name that stands on the line, before any `--`.
  ///
  /// Mirrors `create.NameFromCommandArgs`.
  static func name(_ call: Invocation) throws(KubectlError) -> String {
    let names = call.arguments.prefix(call.countBeforeDash ?? call.words.count)
    guard names.count == 1, let name = names.first else {
      throw call.usage("exactly one NAME is required, got \(names.count)")
    }
    return name
  }

  /// The command behind `--`.
  static func command(_ call: Invocation) -> [String] {
    Array(call.arguments.dropFirst(call.countBeforeDash ?? call.words.count))
  }

  /// Throws where flags that must be given were not; mirrors cobra's `ValidateRequiredFlags`.
  static func require(_ flags: Flag<String>..., in call: Invocation) throws(KubectlError) {
    let missing = flags.filter { call.given($0) == nil }.map { "\"\($0.long)\"" }
    if !missing.isEmpty { throw .plain("required flag(s) \(missing.joined(separator: ", ")) not set") }
  }

  /// Creates `generated` and prints what was done.
  static func finish(
    _ generated: Generated,
    _ call: Invocation,
    _ context: inout KubectlContext,
    failure: String? = nil
  ) throws(KubectlError) {
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, isTyped: true, context: context)
    let object = try generated.create(call, dryRun, &context, failure: failure)
    try printer.print(object, "created", to: &context.output)
  }

  /// A Pod template with one container.
  static func template(
    _ name: String,
    image: String,
    command: [String],
    restart: String,
    labels: StringMap = [:]
  ) -> Value {
    var container: Fields = ["name": .string(name), "image": .string(image), "resources": [:]]
    container.set("command", command)
    var spec: Fields = ["containers": [.object(container)]]
    spec.setNonEmpty("restartPolicy", restart)
    return ["metadata": labels.isEmpty ? [:] : ["labels": .object(labels.fields)], "spec": .object(spec)]
  }
}
