import Basics
import Objects

extension DescribeWriter {
  /// The Pods that still run on the node, and what they ask for in all.
  ///
  /// Mirrors `describeNodeResource`.
  mutating func nodeResources(_ node: Node, _ context: DescribeContext) {
    let pods = context.pods.filter { $0.spec.nodeName == node.metadata.name && !$0.isTerminal }
      .sorted { $0.metadata.key < $1.metadata.key }
    let room = Amounts(node.allocatable.isEmpty ? node.capacity : node.allocatable)
    line(0, "Non-terminated Pods:\t(\(pods.count) in total)")
    line(1, "Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge")
    line(1, "---------\t----\t\t------------\t----------\t---------------\t-------------\t---")
    var requests = Amounts()
    var limits = Amounts()
    for pod in pods {
      let amounts = PodAmounts(pod)
      requests.add(amounts.requests)
      limits.add(amounts.limits)
      let shares = ["cpu", "memory"].flatMap { name in
        [share(amounts.requests, name, room), share(amounts.limits, name, room)]
      }
      let age = pod.metadata.creationTimestamp.age(at: context.now)
      line(1, "\(pod.metadata.namespace)\t\(pod.metadata.name)\t\t\(shares.joined(separator: "\t"))\t\(age)")
    }
    allocated(requests, limits, room)
  }

  private mutating func allocated(_ requests: Amounts, _ limits: Amounts, _ room: Amounts) {
    line(0, "Allocated resources:")
    line(1, "(Total limits may be over 100 percent, i.e., overcommitted.)")
    line(1, "Resource\tRequests\tLimits")
    line(1, "--------\t--------\t------")
    let huge = room.names.filter { $0.hasPrefix("hugepages-") }
    for name in ["cpu", "memory", "ephemeral-storage"] + huge {
      line(1, "\(name)\t\(share(requests, name, room))\t\(share(limits, name, room))")
    }
    let known: Set = ["cpu", "memory", "ephemeral-storage", "pods"]
    for name in room.names where !known.contains(name) && !huge.contains(name) {
      line(1, "\(name)\t\(requests[name])\t\(limits[name])")
    }
  }

  /// `250m (6%)`: an amount and its share of what the node has, rounded down.
  private func share(_ amounts: Amounts, _ name: String, _ room: Amounts) -> String {
    let number: (Quantity) -> Int64 = { name == "cpu" ? $0.milliValue : $0.value }
    let all = number(room[name])
    let percent = all == 0 ? 0 : Double(number(amounts[name])) / Double(all) * 100
    return "\(amounts[name]) (\(Int64(exactly: percent.rounded(.towardZero)) ?? .max)%)"
  }
}
