import Objects

extension Describer {
  static let service = Describer(.service) { writer, object, context in
    let spec = Reading(object).spec
    writer.names(object)
    writer.labelsAndAnnotations(object.metadata)
    writer.line(0, "Selector:\t\(spec.selector.map.formatted)")
    writer.line(0, "Type:\t\(spec.type.text ?? "")")
    if let policy = spec.ipFamilyPolicy.text { writer.line(0, "IP Family Policy:\t\(policy)") }
    writer.line(0, "IP Families:\t\(spec.ipFamilies.texts.joined(separator: ",").orNone)")
    writer.line(0, "IP:\t\(spec.clusterIP.text ?? "")")
    writer.line(0, "IPs:\t\(spec.clusterIPs.texts.joined(separator: ",").orNone)")
    if let name = spec.externalName.text, !name.isEmpty { writer.line(0, "External Name:\t\(name)") }
    for port in spec.ports.list { writer.servicePort(port) }
    writer.line(0, "Session Affinity:\t\(spec.sessionAffinity.text ?? "")")
    if let policy = spec.externalTrafficPolicy.text, !policy.isEmpty {
      writer.line(0, "External Traffic Policy:\t\(policy)")
    }
    if let policy = spec.internalTrafficPolicy.text { writer.line(0, "Internal Traffic Policy:\t\(policy)") }
    writer.events(of: object, context)
  }
}

extension DescribeWriter {
  fileprivate mutating func servicePort(_ port: Reading) {
    let name = port.name.text ?? ""
    let shown = name.isEmpty ? "<unset>" : name
    let proto = port.protocol.text ?? ""
    line(0, "Port:\t\(shown)\t\(port.port.int ?? 0)/\(proto)")
    line(0, "TargetPort:\t\(port.targetPort.scalar ?? "")/\(proto)")
    if let node = port.nodePort.int, node != 0 { line(0, "NodePort:\t\(shown)\t\(node)/\(proto)") }
    // Endpoints are not simulated, so a service never has any.
    line(0, "Endpoints:\t<none>")
  }
}
