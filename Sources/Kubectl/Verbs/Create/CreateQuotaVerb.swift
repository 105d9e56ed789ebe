import Objects

/// `kubectl create quota`.
enum CreateQuotaVerb {
  static let verb = Verb(
    "create",
    "quota",
    manual: manual,
    flags: FlagTable([hard, scopes]) + CreateFlags.common,
    run: run
  )

  private static let manual = Manual(
    "create a ResourceQuota",
    "리소스 쿼터를 만듭니다",
    usage: "NAME --hard=AMOUNTS",
    examples: "create quota few --hard=pods=10",
    "create quota small --hard=cpu=2,memory=1Gi --dry-run=client -o name"
  )

  private static let hard = Flag.string("hard", takes: .free("AMOUNTS"))
  private static let scopes = Flag.string("scopes", takes: .free("SCOPES"))

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let name = try CreateFlags.name(call)
    var spec = Fields()
    if !call[hard].isEmpty { spec["hard"] = .object(try resources(call[hard])) }
    if !call[scopes].isEmpty {
      spec.set("scopes", call[scopes].split(separator: ",", omittingEmptySubsequences: false).map(String.init))
    }
    let fields: Fields = [
      "apiVersion": "v1", "kind": "ResourceQuota", "metadata": ["name": .string(name)], "spec": .object(spec),
      "status": [:],
    ]
    try CreateFlags.finish(
      Generated(kind: .resourceQuota, name: name, fields: fields),
      call,
      &context,
      failure: "failed to create quota"
    )
  }

  /// A list of resources such as `cpu=1,memory=1Gi`.
  ///
  /// Mirrors `populateResourceListV1`.
  static func resources(_ text: String) throws(KubectlError) -> Fields {
    var list = Fields()
    for pair in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      let parts = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else { throw .plain("Invalid argument syntax \(pair), expected <resource>=<value>") }
      do throws(QuantityError) {
        list[parts[0]] = .string(try Quantity(parsing: parts[1]).description)
      } catch {
        throw .plain(error.text)
      }
    }
    return list
  }
}
