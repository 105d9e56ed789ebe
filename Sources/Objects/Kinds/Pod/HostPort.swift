/// A port of the node that a container takes.
package struct HostPort: Hashable, Sendable {
  private static let anyAddress = "0.0.0.0"

  private let address: String
  private let proto: String
  private let port: Int

  /// nil for a port that takes none of the node's.
  package init?(_ port: ContainerPort) {
    guard let number = port.hostPort, number > 0 else { return nil }
    self.port = number
    proto = port.proto ?? "TCP"
    let address = port.other["hostIP"]?.string ?? ""
    self.address = address.isEmpty ? HostPort.anyAddress : address
  }

  /// Mirrors `framework.HostPortInfo.CheckConflict`.
  package func conflicts(with other: HostPort) -> Bool {
    port == other.port && proto == other.proto
      && (address == other.address || address == HostPort.anyAddress || other.address == HostPort.anyAddress)
  }
}

extension PodSpec {
  /// The ports of its node that a Pod takes as long as it runs.
  ///
  /// Mirrors `schedutil.GetHostPorts`: init containers count where they run beside the others.
  package var hostPorts: [HostPort] {
    (containers + initContainers.filter(\.isSidecar)).flatMap { $0.ports.compactMap { HostPort($0) } }
  }
}
