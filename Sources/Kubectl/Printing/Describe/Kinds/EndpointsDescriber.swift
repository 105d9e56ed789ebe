import Objects

extension Describer {
  static let endpoints = Describer(.endpoints) { writer, object, context in
    writer.names(object)
    writer.labelsAndAnnotations(object.metadata)
    writer.line(0, "Subsets:")
    for subset in Reading(object).subsets.list {
      for (title, addresses) in [("Addresses", subset.addresses), ("NotReadyAddresses", subset.notReadyAddresses)] {
        let texts = addresses.list.compactMap(\.ip.text)
        writer.line(1, "\(title):\t\(texts.joined(separator: ",").orNone)")
      }
      if !subset.ports.list.isEmpty { writer.endpointPorts(subset.ports.list, level: 1) }
      writer.line(0, "")
    }
    writer.events(of: object, context)
  }

  static let endpointSlice = Describer(.endpointSlice) { writer, object, context in
    let slice = Reading(object)
    writer.names(object)
    writer.labelsAndAnnotations(object.metadata)
    writer.line(0, "AddressType:\t\(slice.addressType.text ?? "")")
    if slice.ports.list.isEmpty {
      writer.line(0, "Ports: <unset>")
    } else {
      writer.endpointPorts(slice.ports.list, level: 0)
    }
    writer.line(0, slice.endpoints.list.isEmpty ? "Endpoints: <none>" : "Endpoints:")
    for endpoint in slice.endpoints.list {
      writer.line(1, "- Addresses:\t\(endpoint.addresses.texts.joined(separator: ","))")
      writer.line(2, "Conditions:")
      writer.line(3, "Ready:\t\(endpoint.conditions.ready.bool.map(String.init) ?? "<unset>")")
      writer.line(2, "Hostname:\t\(endpoint.hostname.text ?? "<unset>")")
      if endpoint.targetRef.exists {
        writer.line(2, "TargetRef:\t\(endpoint.targetRef.kind.text ?? "")/\(endpoint.targetRef.name.text ?? "")")
      }
      writer.line(2, "NodeName:\t\(endpoint.nodeName.text ?? "<unset>")")
      writer.line(2, "Zone:\t\(endpoint.zone.text ?? "<unset>")")
    }
    writer.events(of: object, context)
  }
}

extension DescribeWriter {
  fileprivate mutating func endpointPorts(_ ports: [Reading], level: Int) {
    line(level, "Ports:")
    line(level + 1, "Name\tPort\tProtocol")
    line(level + 1, "----\t----\t--------")
    for port in ports {
      line(level + 1, "\(port.name.text ?? "<unset>")\t\(port.port.int ?? 0)\t\(port.protocol.text ?? "")")
    }
  }
}
