import Objects

extension KindTable {
  static let services = KindTable(
    .service,
    ["NAME", "TYPE", "CLUSTER-IP", "EXTERNAL-IP", "PORT(S)", "AGE"],
    wide: ["SELECTOR"]
  ) { object, now in
    let service = Reading(object)
    let ports = service.spec.ports.list.map(servicePort)
    return [
      object.metadata.name, service.spec.type.text ?? "", (service.spec.clusterIP.text ?? "").orNone,
      externalIP(service), ports.joined(separator: ",").orNone, object.age(at: now),
      service.spec.selector.map.formatted,
    ]
  }

  /// Mirrors `makePortString`: `80/TCP`, `80:30080/TCP`.
  private static func servicePort(_ port: Reading) -> String {
    let node = port.nodePort.int.map { $0 > 0 ? ":\($0)" : "" } ?? ""
    return "\(port.port.int ?? 0)\(node)/\(port.protocol.text ?? "")"
  }

  /// Mirrors `getServiceExternalIP`.
  private static func externalIP(_ service: Reading) -> String {
    let external = service.spec.externalIPs.texts
    switch service.spec.type.text {
    case "ExternalName": return service.spec.externalName.text ?? ""
    case "LoadBalancer":
      let ingress = service.status.loadBalancer.ingress.list.compactMap { $0.ip.text ?? $0.hostname.text }
      let all = ingress + external
      return all.isEmpty ? "<pending>" : all.joined(separator: ",")
    default: return external.joined(separator: ",").orNone
    }
  }
}
