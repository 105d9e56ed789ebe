import Objects

/// `kubectl create service` with its types.
enum CreateServiceVerbs {
  static let clusterIP = verb("clusterip", "ClusterIP", FlagTable([Options.clusterIP]))
  static let externalName = verb("externalname", "ExternalName", FlagTable([Options.externalName]))
  static let loadBalancer = verb("loadbalancer", "LoadBalancer", FlagTable([]))
  static let nodePort = verb("nodeport", "NodePort", FlagTable([Options.nodePort]))

  private enum Options {
    static let clusterIP = Flag.string("clusterip")
    static let externalName = Flag.string("external-name")
    static let nodePort = Flag.int("node-port")
    static let tcp = Flag.list("tcp")
  }

  private static func verb(_ name: String, _ type: String, _ own: FlagTable) -> Verb {
    let target = name == "externalname" ? "--external-name=shop.example" : "--tcp=80:8080"
    let manual = Manual(
      "create a Service of type \(type)",
      "\(type) 타입의 서비스를 만듭니다",
      usage: "NAME \(name == "externalname" ? "--external-name=NAME" : "--tcp=PORT[:PORT]")",
      examples: "create service \(name) front \(target)",
      "create svc \(name) back \(target) --dry-run=client"
    )
    return Verb("create", "service", name, manual: manual, flags: own + FlagTable([Options.tcp]) + CreateFlags.common) {
      (context, call) throws(KubectlError) in
      try run(type, &context, call)
    }
  }

  /// Mirrors `ServiceOptions.createService`.
  private static func run(
    _ type: String,
    _ context: inout KubectlContext,
    _ call: Invocation
  ) throws(KubectlError) {
    let name = try CreateFlags.name(call)
    let isHeadless = type == "ClusterIP" && call[Options.clusterIP] == "None"
    if type == "ExternalName" {
      if call[Options.externalName].isEmpty { throw .plain("required flag(s) \"external-name\" not set") }
    } else if call[Options.tcp].isEmpty, !isHeadless {
      throw .plain("at least one tcp port specifier must be provided")
    }
    let labels: Value = ["app": .string(name)]
    var spec: Fields = ["type": .string(type), "selector": labels]
    var ports: [Value] = []
    for text in call[Options.tcp] { ports.append(try port(text, nodePort: call[Options.nodePort])) }
    if !ports.isEmpty { spec["ports"] = .array(ports) }
    if type == "ClusterIP" { spec.setNonEmpty("clusterIP", call[Options.clusterIP]) }
    if type == "ExternalName" { spec["externalName"] = .string(call[Options.externalName]) }
    let fields: Fields = [
      "apiVersion": "v1", "kind": "Service", "metadata": ["name": .string(name), "labels": labels],
      "spec": .object(spec), "status": ["loadBalancer": [:]],
    ]
    try CreateFlags.finish(
      Generated(kind: .service, name: name, fields: fields),
      call,
      &context,
      failure: "failed to create \(type) service"
    )
  }

  /// `80`, or `80:8080` where Pods listen on another port.
  ///
  /// Mirrors `parsePorts`.
  private static func port(_ text: String, nodePort: Int64) throws(KubectlError) -> Value {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let number = Int64(parts[0]) else {
      throw .plain("strconv.ParseInt: parsing \(parts[0].goQuoted): invalid syntax")
    }
    guard (0...65_535).contains(number) else { throw .plain("must be between 1 and 65535, inclusive") }
    var target: Value = .int(number)
    if parts.count == 2 {
      if let number = Int64(parts[1]) {
        guard (0...65_535).contains(number) else { throw .plain("must be between 1 and 65535, inclusive") }
        target = .int(number)
      } else {
        let errors = NameSyntax.portName(parts[1])
        guard errors.isEmpty else { throw .plain(errors.joined(separator: ",")) }
        target = .string(parts[1])
      }
    }
    var port: Fields = [
      "name": .string(text.replacing(":", with: "-")), "port": .int(number), "protocol": "TCP", "targetPort": target,
    ]
    if nodePort > 0 { port["nodePort"] = .int(nodePort) }
    return .object(port)
  }
}
