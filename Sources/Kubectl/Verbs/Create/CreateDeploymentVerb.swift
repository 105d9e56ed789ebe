import Objects

/// `kubectl create deployment`.
enum CreateDeploymentVerb {
  static let verb = Verb("create", "deployment", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "create a Deployment",
    "디플로이먼트를 만듭니다",
    usage: "NAME --image=IMAGE [-- COMMAND [WORD…]]",
    examples: "create deployment cart --image=nginx:1.29 --replicas=2",
    "create deploy cart2 --image=nginx:1.29 --dry-run=client -o yaml"
  )

  private static let image = Flag.list("image", takes: .imageName)
  private static let port = Flag.int("port", default: -1)
  private static let replicas = Flag.int("replicas", "r", default: 1)

  private static let flags = FlagTable([image, port, replicas]) + CreateFlags.common

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let images = call[image]
    guard !images.isEmpty else { throw .plain("required flag(s) \"image\" not set") }
    let name = try CreateFlags.name(call)
    let command = CreateFlags.command(call)
    if images.count > 1, !command.isEmpty { throw .plain("cannot specify multiple --image options and command") }
    let labels: StringMap = ["app": name]
    let containers = images.map { image -> Value in
      var container: Fields = [
        "name": .string(containerName(image)), "image": .string(image), "resources": [:],
      ]
      container.set("command", command)
      if call[port] >= 0 { container["ports"] = [["containerPort": .int(call[port])]] }
      return .object(container)
    }
    let selector: Value = .object(labels.fields)
    let fields: Fields = [
      "apiVersion": "apps/v1", "kind": "Deployment",
      "metadata": ["name": .string(name), "labels": selector],
      "spec": [
        "replicas": .int(call[replicas]), "selector": ["matchLabels": selector], "strategy": [:],
        "template": ["metadata": ["labels": selector], "spec": ["containers": .array(containers)]],
      ],
      "status": [:],
    ]
    try CreateFlags.finish(
      Generated(kind: .deployment, name: name, fields: fields),
      call,
      &context,
      failure: "failed to create deployment"
    )
  }

  /// The last part of an image's path without tag and digest: `nginx` of `docker.io/nginx:1.27`.
  private static func containerName(_ image: String) -> String {
    let last = image.split(separator: "/").last ?? ""
    let name = last.prefix { $0 != ":" && $0 != "@" }
    return String(name.map { $0 == "_" ? "-" : $0 })
  }
}
