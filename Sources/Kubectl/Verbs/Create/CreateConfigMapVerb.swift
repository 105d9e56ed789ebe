import Objects

/// `kubectl create configmap`.
enum CreateConfigMapVerb {
  static let verb = Verb("create", "configmap", manual: manual, flags: DataSources.flags + CreateFlags.common, run: run)

  private static let manual = Manual(
    "create a ConfigMap",
    "컨피그맵을 만듭니다",
    usage: "NAME --from-literal=KEY=VALUE",
    examples: "create configmap colors --from-literal=sky=blue",
    "create cm rules --from-file=rs-web.yaml"
  )

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let name = try CreateFlags.name(call)
    var data = Fields()
    var binaryData = Fields()
    for entry in try DataSources(.configMap, name: name, call, context).entries {
      if let text = String(validating: entry.bytes, as: UTF8.self) {
        data[entry.key] = .string(text)
      } else {
        binaryData[entry.key] = .string(Base64.encode(entry.bytes))
      }
    }
    var fields: Fields = ["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": .string(name)]]
    if !data.isEmpty { fields["data"] = .object(data) }
    if !binaryData.isEmpty { fields["binaryData"] = .object(binaryData) }
    try CreateFlags.finish(
      Generated(kind: .configMap, name: name, fields: fields),
      call,
      &context,
      failure: "failed to create configmap"
    )
  }
}
