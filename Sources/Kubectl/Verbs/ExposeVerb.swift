import APIServer
import Objects

/// `kubectl expose`: creates a Service for the Pods of an object.
///
/// Mirrors `pkg/cmd/expose`.
enum ExposeVerb {
  static let verb = Verb("expose", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "create a Service for the Pods of an object",
    "오브젝트의 파드를 위한 서비스를 만듭니다",
    usage: "(TYPE NAME | TYPE/NAME | -f FILE)",
    takes: Grammar(
      [.type([.pod, .service, .replicationController, .deployment, .replicaSet]), .name],
      [.object([.pod, .service, .replicationController, .deployment, .replicaSet])]
    ),
    examples: "expose deployment shop --port=80",
    "expose pod web --port=80 --name=front --dry-run=client"
  )

  private static let clusterIP = Flag.string("cluster-ip")
  private static let externalIP = Flag.string("external-ip")
  private static let labels = Flag.string("labels", "l", takes: .labels)
  private static let loadBalancerIP = Flag.string("load-balancer-ip", takes: .free("IP"))
  private static let name = Flag.string("name", takes: .free("NAME"))
  private static let port = Flag.string("port", takes: .free("PORT"))
  private static let proto = Flag.string("protocol", takes: .words(["SCTP", "TCP", "UDP"]))
  private static let selector = Flag.string("selector", takes: .labels)
  private static let sessionAffinity = Flag.string("session-affinity", takes: .words(["ClientIP", "None"]))
  private static let targetPort = Flag.string("target-port", takes: .free("PORT"))
  private static let type = Flag.string(
    "type",
    takes: .words(["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"])
  )

  private static let flags =
    FlagTable(
      [
        clusterIP, CommonFlags.dryRun, externalIP, CommonFlags.fieldManager, labels, loadBalancerIP, name, port, proto,
        CommonFlags.saveConfig, selector, sessionAffinity, targetPort, type,
      ] + Overrides.flags
    ) + CommonFlags.print + CommonFlags.files

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, isTyped: dryRun == .client, context: context)
    // --selector is the Service's own here, not a query.
    let query = try ObjectQuery(call, selects: false, context: context)
    let overrides = try Overrides(call)
    let found = try context.find(query, call)
    try found.throwErrors()
    for (object, _) in found.objects {
      let fields = try service(for: object, call)
      let generated = Generated(kind: .service, name: fields["metadata"]?["name"]?.string ?? "", fields: fields)
      let service = try overrides.applied(to: generated)
      try printer.print(try service.create(call, dryRun, &context), "exposed", to: &context.output)
    }
  }

  private static func service(for object: Object, _ call: Invocation) throws(KubectlError) -> Fields {
    guard object.kind.canBeExposed else {
      let group = object.kind.group.isEmpty ? "" : ".\(object.kind.group)"
      throw .plain("cannot expose a \(object.kind.name)\(group)")
    }
    let ownName = call[name].isEmpty ? String(object.metadata.name.prefix(63)) : call[name]
    let labels = call[labels].isEmpty ? object.metadata.labels : try RunVerb.labels(call[labels])
    var metadata: Fields = ["name": .string(ownName)]
    metadata.set("labels", labels)
    let selector = call[selector].isEmpty ? try podLabels(of: object) : try RunVerb.labels(call[selector])
    var spec: Fields = [
      "ports": .array(try ports(of: object, call)), "selector": .object(selector.fields),
    ]
    spec.setNonEmpty("type", call[type])
    spec.setNonEmpty("clusterIP", call[clusterIP])
    if call[type] == "LoadBalancer" { spec.setNonEmpty("loadBalancerIP", call[loadBalancerIP]) }
    spec.setNonEmpty("sessionAffinity", call[sessionAffinity])
    if !call[externalIP].isEmpty { spec["externalIPs"] = [.string(call[externalIP])] }
    return [
      "apiVersion": "v1", "kind": "Service", "metadata": .object(metadata), "spec": .object(spec),
      "status": ["loadBalancer": [:]],
    ]
  }

  /// Mirrors polymorphichelpers' `mapBasedSelectorForObject`.
  private static func podLabels(of object: Object) throws(KubectlError) -> StringMap {
    let prefix = "couldn't retrieve selectors via --selector flag: "
    let selector = object.body["spec"]?["selector"]
    let labels: StringMap
    switch object.kind {
    case .pod:
      labels = object.metadata.labels
      if labels.isEmpty { throw .plain(prefix + "the pod has no labels and cannot be exposed") }
    case .replicationController, .service:
      labels = StringMap(fields: selector?.object ?? [:])
      if labels.isEmpty { throw .plain(prefix + "the \(object.kind.names.singular) has no pod selector set") }
    default:
      let whole = LabelSelector(fields: selector?.object ?? [:])
      if let first = whole.matchExpressions.first {
        let values = first.values.joined(separator: " ")
        throw .plain(
          prefix
            + "couldn't convert expressions - \"[{Key:\(first.key) Operator:\(first.operation) Values:[\(values)]}]\" "
            + "to map-based selector format"
        )
      }
      labels = whole.matchLabels
    }
    return labels
  }

  private static func ports(of object: Object, _ call: Invocation) throws(KubectlError) -> [Value] {
    let own = object.kind == .service ? servicePorts(object) : containerPorts(object)
    let asked = call[port].split(separator: ",").map { (port: String($0), proto: "TCP") }
    let ports = asked.isEmpty ? own : asked
    guard !ports.isEmpty else { throw .plain("couldn't find port via --port flag or introspection") }
    var values: [Value] = []
    for (index, entry) in ports.enumerated() {
      guard let number = Int64(entry.port) else {
        throw .plain("strconv.Atoi: parsing \(entry.port.goQuoted): invalid syntax")
      }
      let target = call[targetPort].isEmpty ? entry.port : call[targetPort]
      let known = own.first { $0.port == entry.port }?.proto ?? entry.proto
      var fields: Fields = [
        "port": .int(number), "protocol": .string(call[proto].isEmpty ? known : call[proto]),
        "targetPort": Int64(target).map(Value.int) ?? .string(target),
      ]
      if ports.count > 1 { fields["name"] = .string("port-\(index + 1)") }
      values.append(.object(fields))
    }
    return values
  }

  private static func containerPorts(_ object: Object) -> [(port: String, proto: String)] {
    let spec = object.kind.podSpecPath.flatMap { object.value[path: $0] }
    return (spec?["containers"]?.array ?? []).flatMap { $0["ports"]?.array ?? [] }.map { port in
      (String(port["containerPort"]?.int ?? 0), port["protocol"]?.string ?? "TCP")
    }
  }

  private static func servicePorts(_ object: Object) -> [(port: String, proto: String)] {
    (object.body["spec"]?["ports"]?.array ?? []).map { port in
      (String(port["port"]?.int ?? 0), port["protocol"]?.string ?? "TCP")
    }
  }
}

extension Kind {
  /// Mirrors polymorphichelpers' `canBeExposed`.
  fileprivate var canBeExposed: Bool {
    switch self {
    case .deployment, .pod, .replicaSet, .replicationController, .service: true
    default: false
    }
  }
}
