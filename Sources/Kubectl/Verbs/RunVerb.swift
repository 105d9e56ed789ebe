import APIServer
import Basics
import Objects

/// `kubectl run`: creates one Pod from an image.
///
/// Mirrors `pkg/cmd/run` and its generator.
enum RunVerb {
  static let verb = Verb("run", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "create one Pod from an image",
    "이미지로 파드 하나를 만듭니다",
    usage: "NAME --image=IMAGE [-- WORD…]",
    examples: "run two --image=nginx:1.29",
    "run once --image=busybox:1.28 --restart=Never -- echo hello"
  )

  private static let annotations = Flag.repeated("annotations")
  private static let command = Flag.bool("command")
  private static let env = Flag.repeated("env")
  private static let expose = Flag.bool("expose")
  private static let image = Flag.string("image", takes: .imageName)
  private static let imagePullPolicy = Flag.string(
    "image-pull-policy",
    takes: .words(["Always", "IfNotPresent", "Never"])
  )
  private static let labels = Flag.string("labels", "l", takes: .labels)
  private static let port = Flag.string("port", takes: .free("PORT"))
  private static let privileged = Flag.bool("privileged")
  static let quiet = Flag.bool("quiet", "q")
  static let restart = Flag.string(
    "restart",
    default: "Always",
    takes: .words(["Always", "Never", "OnFailure"])
  )

  private static let flags =
    FlagTable(
      [
        annotations, command, CommonFlags.dryRun, env, expose, CommonFlags.fieldManager, image, imagePullPolicy, labels,
        port, privileged, quiet, restart, CommonFlags.saveConfig,
      ] + AttachedRun.flags + Overrides.flags,
      refused: [
        .init("filename", "f"), .init("kustomize", "k"), .init("leave-stdin-open", unless: "false"),
        .init("recursive", "R", unless: "false"),
      ]
    ) + CommonFlags.print

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    guard call.given(image) != nil else { throw .plain("required flag(s) \"image\" not set") }
    guard let name = call.arguments.first, call.countBeforeDash != 0 else {
      throw call.usage("NAME is required for run")
    }
    if call[image].isEmpty || call[image].contains(" ") {
      throw .plain("Invalid image name \(call[image].goQuoted): invalid reference format")
    }
    if !["Always", "OnFailure", "Never"].contains(call[restart]) {
      throw .plain("invalid restart policy: \(call[restart])")
    }
    let dryRun = try DryRun(call)
    let attached = try AttachedRun(call, dryRun, context)
    var printer = try ChangePrinter(call, dryRun: dryRun, isTyped: true, context: context)
    if call[expose], call[port].isEmpty { throw call.usage("--port must be set when exposing a service") }
    let generated = Generated(kind: .pod, name: name, fields: try pod(name, call))
    let object = try Overrides(call).applied(to: generated).create(call, dryRun, &context)
    if call[expose] {
      let service = Generated(kind: .service, name: name, fields: try service(name, call))
      try printer.print(try service.create(call, dryRun, &context), "created", to: &context.output)
    }
    if let attached, context.mayWait { return try attached.attach(to: object, &context) }
    try printer.print(object, "created", to: &context.output)
  }

  private static func pod(_ name: String, _ call: Invocation) throws(KubectlError) -> Fields {
    var metadata: Fields = [
      "name": .string(name), "labels": .object(try labels(call, name: name).fields),
    ]
    if !call[annotations].isEmpty {
      metadata["annotations"] = .object(try MapChange(annotations: call[annotations]).assigned.fields)
    }
    return [
      "apiVersion": "v1", "kind": "Pod", "metadata": .object(metadata),
      "spec": [
        "containers": [.object(try container(name, call))], "dnsPolicy": "ClusterFirst",
        "restartPolicy": .string(call[restart]),
      ],
      "status": [:],
    ]
  }

  /// The Service for `--expose`.
  private static func service(_ name: String, _ call: Invocation) throws(KubectlError) -> Fields {
    guard let number = Int64(call[port]) else {
      throw .plain("strconv.Atoi: parsing \(call[port].goQuoted): invalid syntax")
    }
    var metadata: Fields = ["name": .string(name)]
    if !call[labels].isEmpty { metadata.set("labels", try labels(call[labels])) }
    return [
      "apiVersion": "v1", "kind": "Service", "metadata": .object(metadata),
      "spec": [
        "ports": [["port": .int(number), "protocol": "TCP", "targetPort": .int(number)]],
        "selector": .object(try labels(call, name: name).fields),
      ],
      "status": ["loadBalancer": [:]],
    ]
  }

  private static func container(_ name: String, _ call: Invocation) throws(KubectlError) -> Fields {
    var container: Fields = ["name": .string(name), "image": .string(call[image]), "resources": [:]]
    container.setNonEmpty("imagePullPolicy", call[imagePullPolicy])
    let arguments = Array(call.arguments.dropFirst())
    if !arguments.isEmpty { container.set(call[command] ? "command" : "args", arguments) }
    if !call[env].isEmpty { container["env"] = .array(try call[env].map(variable)) }
    if !call[port].isEmpty {
      guard let number = Int64(call[port]) else {
        throw .plain("strconv.ParseInt: parsing \(call[port].goQuoted): invalid syntax")
      }
      container["ports"] = [["containerPort": .int(number)]]
    }
    if call[AttachedRun.stdin] {
      container["stdin"] = true
      container["stdinOnce"] = true
    }
    if call[AttachedRun.tty] { container["tty"] = true }
    if call[privileged] { container["securityContext"] = ["privileged": true] }
    return container
  }

  /// Without labels the Pod gets `run=NAME`.
  private static func labels(_ call: Invocation, name: String) throws(KubectlError) -> StringMap {
    call[labels].isEmpty ? ["run": name] : try labels(call[labels])
  }

  /// Labels in the form `a=b,c=d`.
  ///
  /// Mirrors `generate.ParseLabels`.
  static func labels(_ text: String) throws(KubectlError) -> StringMap {
    var map = StringMap()
    for pair in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty else { throw .plain("unexpected label spec: \(pair)") }
      map[parts[0]] = parts[1]
    }
    return map
  }

  private static func variable(_ text: String) throws(KubectlError) -> Value {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty else { throw .plain("invalid env: \(text)") }
    return ["name": .string(parts[0]), "value": .string(parts[1])]
  }
}
