import Basics
import Objects

extension KindTable {
  static let endpoints = KindTable(.endpoints, ["NAME", "ENDPOINTS", "AGE"]) { object, now in
    let addresses = Reading(object).subsets.list.flatMap { subset -> [String] in
      let addresses = subset.addresses.list.map { $0.ip.text ?? "" }
      let ports = subset.ports.list.map { $0.port.int ?? 0 }
      return ports.isEmpty ? addresses : ports.flatMap { port in addresses.map { "\($0):\(port)" } }
    }
    return [object.metadata.name, addresses.firstThree.orNone, object.age(at: now)]
  }

  static let endpointSlices = KindTable(
    .endpointSlice,
    ["NAME", "ADDRESSTYPE", "PORTS", "ENDPOINTS", "AGE"]
  ) { object, now in
    let slice = Reading(object)
    let ports = slice.ports.list.map { String($0.port.int ?? 0) }
    let addresses = slice.endpoints.list.flatMap(\.addresses.texts)
    return [
      object.metadata.name, slice.addressType.text ?? "", ports.isEmpty ? "<unset>" : ports.firstThree,
      addresses.isEmpty ? "<unset>" : addresses.firstThree, object.age(at: now),
    ]
  }
}
