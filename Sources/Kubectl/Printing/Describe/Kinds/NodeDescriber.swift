import Basics
import Objects

extension Describer {
  static let node = Describer(.node) { writer, object, context in
    guard let node = object.as(Node.self) else { return }
    let reading = Reading(object)
    writer.line(0, "Name:\t\(node.metadata.name)")
    writer.line(0, "Roles:\t\(node.roles.joined(separator: ",").orNone)")
    writer.labelsAndAnnotations(node.metadata)
    writer.line(0, "CreationTimestamp:\t\(node.metadata.creationTimestamp.rfc1123OrZero)")
    writer.taints(node.taints)
    writer.line(0, "Unschedulable:\t\(node.unschedulable ?? false)")
    writer.lease(of: node, context)
    writer.nodeConditions(reading.status.conditions.list)
    writer.line(0, "Addresses:")
    for address in reading.status.addresses.list {
      writer.line(1, "\(address.type.text ?? ""):\t\(address.address.text ?? "")")
    }
    writer.amounts("Capacity", node.capacity)
    writer.amounts("Allocatable", node.allocatable)
    writer.systemInfo(reading)
    writer.nodeResources(node, context)
    writer.events(of: object, context)
  }
}

extension DescribeWriter {
  /// Mirrors `printNodeTaintsMultiline`: by effect and key.
  fileprivate mutating func taints(_ taints: [Taint]) {
    let sorted = taints.sorted {
      "\($0.effect.rawValue),\($0.key)".precedesByBytes("\($1.effect.rawValue),\($1.key)")
    }
    list(
      "Taints",
      sorted.map { taint in
        "\(taint.key)\(taint.value.isEmpty ? "" : "=\(taint.value)"):\(taint.effect.rawValue)"
      }
    )
  }

  fileprivate mutating func lease(of node: Node, _ context: DescribeContext) {
    guard let renewed = context.leaseRenewTime else { return line(0, "Lease:\tnot simulated") }
    line(0, "Lease:")
    line(1, "HolderIdentity:\t\(node.metadata.name)")
    line(1, "AcquireTime:\t<unset>")
    line(1, "RenewTime:\t\(renewed.rfc1123)")
  }

  fileprivate mutating func nodeConditions(_ conditions: [Reading]) {
    guard !conditions.isEmpty else { return }
    line(0, "Conditions:")
    line(1, "Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage")
    line(1, "----\t------\t-----------------\t------------------\t------\t-------")
    for condition in conditions {
      let cells = [
        condition.type.text ?? "", condition.status.text ?? "", condition.lastHeartbeatTime.time.rfc1123OrZero,
        condition.lastTransitionTime.time.rfc1123OrZero, condition.reason.text ?? "",
      ]
      line(1, cells.map { "\($0) \t" }.joined() + (condition.message.text ?? ""))
    }
  }

  fileprivate mutating func amounts(_ title: String, _ amounts: StringMap) {
    guard !amounts.isEmpty else { return }
    line(0, "\(title):")
    for amount in amounts { line(1, "\(amount.key):\t\(amount.value)") }
  }

  fileprivate mutating func systemInfo(_ node: Reading) {
    let info = node.status.nodeInfo
    line(0, "System Info:")
    for (title, value) in [
      ("Machine ID", info.machineID), ("System UUID", info.systemUUID), ("Boot ID", info.bootID),
      ("Kernel Version", info.kernelVersion), ("OS Image", info.osImage), ("Operating System", info.operatingSystem),
      ("Architecture", info.architecture), ("Container Runtime Version", info.containerRuntimeVersion),
      ("Kubelet Version", info.kubeletVersion),
    ] {
      line(1, "\(title):\t\(value.text ?? "")")
    }
    if let range = node.spec.podCIDR.text, !range.isEmpty { line(0, "PodCIDR:\t\(range)") }
    let ranges = node.spec.podCIDRs.texts
    if !ranges.isEmpty { line(0, "PodCIDRs:\t\(ranges.joined(separator: ","))") }
    if let provider = node.spec.providerID.text, !provider.isEmpty { line(0, "ProviderID:\t\(provider)") }
  }
}
