import Objects

/// Addresses and node ports of Services that a manifest asks for: each can be had once, and only from its range.
///
/// Mirrors `pkg/registry/core/service/storage/alloc.go` with its ipallocator and portallocator.
extension APIServer {
  private static let nodePorts: ClosedRange<Int64> = 30_000...32_767
  private static let addresses = "10.96.0.0/12"

  /// Throws where `service` asks for what it cannot have; what it has already stays its own.
  func checkAllocation(of service: Object) throws(APIError) {
    guard service.kind == .service else { return }
    let others = store.list(.service).filter { $0.id != service.id }
    let refusal = addressRefusal(service, others) ?? portRefusal(service, others)
    if let refusal { throw .invalid(.service, name: service.metadata.name, errors: [refusal]) }
  }

  private func addressRefusal(_ service: Object, _ others: [Object]) -> FieldError? {
    let asked = service.body["spec"]?["clusterIPs"] ?? .null
    for address in (asked.array ?? []).compactMap(\.string) where address != "None" {
      let reason: String
      if !APIServer.isInRange(address) {
        reason =
          "the provided IP (\(address)) is not in the valid range. The range of valid IPs is \(APIServer.addresses)"
      } else if others.contains(where: { ($0.body["spec"]?["clusterIPs"]?.array ?? []).contains(.string(address)) }) {
        reason = "provided IP is already allocated"
      } else {
        continue
      }
      return FieldError(FieldPath("spec", "clusterIPs"), .invalid(asked), "failed to allocate IP \(address): \(reason)")
    }
    return nil
  }

  private static func isInRange(_ address: String) -> Bool {
    let parts = address.split(separator: ".").compactMap { Int($0) }
    return parts.count == 4 && parts[0] == 10 && (96...111).contains(parts[1])
  }

  private func portRefusal(_ service: Object, _ others: [Object]) -> FieldError? {
    let taken = Set(others.flatMap(APIServer.ports(of:)).map { "\($0.proto)/\($0.number)" })
    for (index, port) in APIServer.ports(of: service).enumerated() where port.number != 0 {
      let reason: String
      if !APIServer.nodePorts.contains(port.number) {
        let (first, last) = (APIServer.nodePorts.lowerBound, APIServer.nodePorts.upperBound)
        reason = "provided port is not in the valid range. The range of valid ports is \(first)-\(last)"
      } else if taken.contains("\(port.proto)/\(port.number)") {
        reason = "provided port is already allocated"
      } else {
        continue
      }
      let path = FieldPath("spec", "ports")[index].child("nodePort")
      return FieldError(path, .invalid(.int(port.number)), reason)
    }
    return nil
  }

  private static func ports(of service: Object) -> [(proto: String, number: Int64)] {
    (service.body["spec"]?["ports"]?.array ?? []).map { port in
      (port["protocol"]?.string ?? "TCP", port["nodePort"]?.int ?? 0)
    }
  }
}
