import APIServer
import Basics
import Objects

/// Where a Service leads: the Pods that its selector picks, by whether they are ready.
///
/// Mirrors `pkg/controller/endpoint` and `pkg/controller/endpointslice`, which write the same into two kinds.
struct EndpointsView {
  private let service: Object
  /// In the order of their addresses.
  private let pods: [Pod]
  private let publishesNotReady: Bool

  init(_ service: Object, _ store: Store) {
    self.service = service
    let spec = service.body["spec"]
    publishesNotReady = spec?["publishNotReadyAddresses"]?.bool ?? false
    let selector = StringMap(fields: spec?["selector"]?.object ?? [:])
    pods = store.list(.pod, in: service.metadata.namespace).compactMap { $0.as(Pod.self) }
      .filter { pod in
        !pod.isTerminal && pod.address != nil && selector.allSatisfy { pod.metadata.labels[$0.key] == $0.value }
      }
      .sorted { ($0.address ?? "").precedesByBytes($1.address ?? "") }
  }

  /// The object of the older kind, which leaves out Pods that are being deleted.
  var endpoints: Object {
    let staying = pods.filter { !$0.metadata.isBeingDeleted }
    var subset = Fields()
    for (name, isReady) in [("addresses", true), ("notReadyAddresses", false)] {
      let addresses = staying.filter { isReadyFor($0) == isReady }.map { address(of: $0) }
      if !addresses.isEmpty { subset[name] = .array(addresses) }
    }
    var body = Fields()
    if !subset.isEmpty {
      let ports = self.ports
      if !ports.isEmpty { subset["ports"] = .array(ports) }
      body["subsets"] = [.object(subset)]
    }
    var metadata = self.metadata(named: service.metadata.name, for: "endpoints")
    metadata.labels["endpoints.kubernetes.io/managed-by"] = "endpoint-controller"
    return Object(PassiveResource(kind: .endpoints, metadata: metadata, body: body))
  }

  var slice: Object {
    let uid = UID(derivedFrom: service.metadata.uid, for: "slice")
    var hasher = StableHasher()
    hasher.combine(uid.text)
    var generator = Generator(seed: hasher.value)
    let prefix = service.metadata.name + "-"
    var metadata = self.metadata(named: prefix + generator.suffix(), for: "slice")
    metadata.generateName = prefix
    metadata.labels["endpointslice.kubernetes.io/managed-by"] = "endpointslice-controller.k8s.io"
    metadata.labels["kubernetes.io/service-name"] = service.metadata.name
    metadata.ownerReferences = [OwnerReference(controller: .service, service.metadata)]
    let endpoints = pods.map { pod -> Value in
      let isServing = pod.isReady
      let isTerminating = pod.metadata.isBeingDeleted
      return [
        "addresses": [.string(pod.address ?? "")],
        "conditions": [
          "ready": .bool(publishesNotReady || (isServing && !isTerminating)), "serving": .bool(isServing),
          "terminating": .bool(isTerminating),
        ],
        "nodeName": .string(pod.spec.nodeName), "targetRef": reference(to: pod),
      ]
    }
    let body: Fields = ["addressType": "IPv4", "endpoints": .array(endpoints), "ports": .array(ports)]
    return Object(PassiveResource(kind: .endpointSlice, metadata: metadata, body: body))
  }

  private func metadata(named name: String, for purpose: String) -> ObjectMeta {
    var metadata = ObjectMeta(name: name, namespace: service.metadata.namespace, labels: service.metadata.labels)
    metadata.uid = UID(derivedFrom: service.metadata.uid, for: purpose)
    metadata.creationTimestamp = service.metadata.creationTimestamp
    return metadata
  }

  private func isReadyFor(_ pod: Pod) -> Bool { publishesNotReady || pod.isReady }

  private func address(of pod: Pod) -> Value {
    ["ip": .string(pod.address ?? ""), "nodeName": .string(pod.spec.nodeName), "targetRef": reference(to: pod)]
  }

  private func reference(to pod: Pod) -> Value {
    [
      "kind": "Pod", "name": .string(pod.metadata.name), "namespace": .string(pod.metadata.namespace),
      "uid": .string(pod.metadata.uid.text),
    ]
  }

  /// The ports as the first Pod resolves their names; those that it does not have are left out.
  private var ports: [Value] {
    (service.body["spec"]?["ports"]?.array ?? []).compactMap { port in
      guard let number = number(of: port) else { return nil }
      var fields: Fields = ["port": .int(number), "protocol": port["protocol"] ?? "TCP"]
      if let name = port["name"]?.string, !name.isEmpty { fields["name"] = .string(name) }
      return .object(fields)
    }
  }

  /// Mirrors `podutil.FindPort`.
  private func number(of port: Value) -> Int64? {
    guard let name = port["targetPort"]?.string else { return port["targetPort"]?.int ?? port["port"]?.int }
    for container in pods.first?.spec.containers ?? [] {
      if let found = container.ports.first(where: { $0.name == name }) { return Int64(found.containerPort) }
    }
    return nil
  }
}

extension Pod {
  /// The Pod's address; nil before it has one.
  fileprivate var address: String? { status.podIP.isEmpty ? nil : status.podIP }
}
