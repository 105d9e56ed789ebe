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
    for port in spec.ports.list { writer.servicePort(port, context.endpointSlices.map { Reading($0) }) }
    writer.line(0, "Session Affinity:\t\(spec.sessionAffinity.text ?? "")")
    if let policy = spec.externalTrafficPolicy.text, !policy.isEmpty {
      writer.line(0, "External Traffic Policy:\t\(policy)")
    }
    if let policy = spec.internalTrafficPolicy.text { writer.line(0, "Internal Traffic Policy:\t\(policy)") }
    writer.events(of: object, context)
  }
}

extension DescribeWriter {
  fileprivate mutating func servicePort(_ port: Reading, _ slices: [Reading]) {
    let name = port.name.text ?? ""
    let shown = name.isEmpty ? "<unset>" : name
    let proto = port.protocol.text ?? ""
    line(0, "Port:\t\(shown)\t\(port.port.int ?? 0)/\(proto)")
    line(0, "TargetPort:\t\(port.targetPort.scalar ?? "")/\(proto)")
    if let node = port.nodePort.int, node != 0 { line(0, "NodePort:\t\(shown)\t\(node)/\(proto)") }
    line(0, "Endpoints:\t\(endpoints(of: name, slices))")
  }
  /// Mirrors `formatEndpointSlices`.
  private func endpoints(of port: String, _ slices: [Reading]) -> String {
    guard !slices.isEmpty else { return "<none>" }
    let addresses = slices.flatMap { slice -> [String] in
      slice.ports.list.filter { ($0.name.text ?? "") == port }.flatMap { port in
        slice.endpoints.list.filter { $0.conditions.ready.bool ?? true }.map { endpoint in
          "\(endpoint.addresses.texts.first ?? ""):\(port.port.int ?? 0)"
        }
      }
    }
    return addresses.firstThree
  }
}

extension [String] {
  /// The first three, and how many there are more.
  ///
  /// Mirrors `formatEndpoints`.
  var firstThree: String {
    let shown = prefix(3).joined(separator: ",")
    return count > 3 ? "\(shown) + \(count - 3) more..." : shown
  }
}
