import Objects

/// `kubectl create serviceaccount`.
enum CreateServiceAccountVerb {
  static let verb = Verb("create", "serviceaccount", manual: manual, flags: CreateFlags.common, run: run)

  private static let manual = Manual(
    "create a ServiceAccount",
    "서비스 어카운트를 만듭니다",
    usage: "NAME",
    examples: "create serviceaccount robot",
    "create sa robot2 --dry-run=client -o yaml"
  )

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let name = try CreateFlags.name(call)
    let fields: Fields = ["apiVersion": "v1", "kind": "ServiceAccount", "metadata": ["name": .string(name)]]
    try CreateFlags.finish(
      Generated(kind: .serviceAccount, name: name, fields: fields),
      call,
      &context,
      failure: "failed to create serviceaccount"
    )
  }
}
