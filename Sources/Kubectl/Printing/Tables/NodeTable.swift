import Basics
import Objects

extension KindTable {
  static let nodes = KindTable(
    .node,
    ["NAME", "STATUS", "ROLES", "AGE", "VERSION"],
    wide: ["INTERNAL-IP", "EXTERNAL-IP", "OS-IMAGE", "KERNEL-VERSION", "CONTAINER-RUNTIME"]
  ) { object, now in
    guard let node = object.as(Node.self) else { return [] }
    let info = Reading(object).status.nodeInfo
    return [
      node.metadata.name, node.statusText, node.roles.joined(separator: ",").orNone, object.age(at: now),
      info.kubeletVersion.text ?? "",
      node.internalIP.orNone, node.externalIP.orNone, info.osImage.text ?? "<unknown>",
      kernel(info), info.containerRuntimeVersion.text ?? "<unknown>",
    ]
  }

  private static func kernel(_ info: Reading) -> String {
    guard let version = info.kernelVersion.text, !version.isEmpty else { return "<unknown>" }
    guard let architecture = info.architecture.text, !architecture.isEmpty else { return version }
    return "\(version) (\(architecture))"
  }
}

extension Node {
  fileprivate var externalIP: String {
    addresses.first { $0["type"]?.string == "ExternalIP" }?["address"]?.string ?? ""
  }

  /// The roles that labels give this node, sorted.
  ///
  /// Mirrors `findNodeRoles`.
  var roles: [String] {
    let prefix = "node-role.kubernetes.io/"
    var found: [String] = metadata.labels.compactMap { label in
      if label.key.hasPrefix(prefix) { return String(label.key.dropFirst(prefix.count)) }
      return label.key == "kubernetes.io/role" ? label.value : nil
    }
    found.removeAll(where: \.isEmpty)
    return found.sorted { $0.precedesByBytes($1) }
  }
}
