import Objects

/// `kubectl create secret generic`.
enum CreateSecretVerb {
  static let verb = Verb(
    "create",
    "secret",
    "generic",
    manual: manual,
    flags: FlagTable([type]) + DataSources.flags + CreateFlags.common,
    run: run
  )

  private static let manual = Manual(
    "create a Secret of one's own data",
    "시크릿을 만듭니다",
    usage: "NAME --from-literal=KEY=VALUE",
    examples: "create secret generic door --from-literal=code=1234",
    "create secret generic file --from-file=pod-nginx.yaml"
  )

  private static let type = Flag.string("type")

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let name = try CreateFlags.name(call)
    var data = Fields()
    for entry in try DataSources(.secret, name: name, call, context).entries {
      data[entry.key] = .string(Base64.encode(entry.bytes))
    }
    var fields: Fields = ["apiVersion": "v1", "kind": "Secret", "metadata": ["name": .string(name)]]
    if !data.isEmpty { fields["data"] = .object(data) }
    fields.setNonEmpty("type", call[type])
    try CreateFlags.finish(
      Generated(kind: .secret, name: name, fields: fields),
      call,
      &context,
      failure: "failed to create secret"
    )
  }
}
