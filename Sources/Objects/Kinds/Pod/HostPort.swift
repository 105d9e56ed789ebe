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
  fileprivate func conflicts(with other: HostPort) -> Bool {
    port == other.port && proto == other.proto
      && (address == other.address || address == HostPort.anyAddress || other.address == HostPort.anyAddress)
  }
}

extension [HostPort] {
  /// Whether a node cannot give both these and `others`.
  package func conflict(with others: [HostPort]) -> Bool {
    contains { port in others.contains { $0.conflicts(with: port) } }
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
