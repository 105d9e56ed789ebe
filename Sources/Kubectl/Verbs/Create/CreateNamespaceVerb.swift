import Objects

/// `kubectl create namespace`.
enum CreateNamespaceVerb {
  static let verb = Verb("create", "namespace", manual: manual, flags: CreateFlags.common, run: run)

  private static let manual = Manual(
    "create a namespace",
    "네임스페이스를 만듭니다",
    usage: "NAME",
    examples: "create namespace prod",
    "create ns test --dry-run=client -o yaml"
  )

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let name = try CreateFlags.name(call)
    let fields: Fields = [
      "apiVersion": "v1", "kind": "Namespace", "metadata": ["name": .string(name)], "spec": [:], "status": [:],
    ]
    try CreateFlags.finish(Generated(kind: .namespace, name: name, fields: fields), call, &context)
  }
}
