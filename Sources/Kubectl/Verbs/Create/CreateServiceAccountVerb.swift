import Objects

/// `kubectl create serviceaccount`.
enum CreateServiceAccountVerb {
  static let verb = Verb("create", "serviceaccount", flags: CreateFlags.common, run: run)

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
