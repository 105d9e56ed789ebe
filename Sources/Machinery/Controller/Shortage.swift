package import Objects

/// What a node has too little of for a Pod; in thousandths for `cpu`, else in whole numbers.
///
/// Mirrors `lifecycle.InsufficientResourceError`, which the DaemonSet controller, too, reported before v1.12.
package struct Shortage: Hashable, Sendable {
  package var resource: String
  package var requested: Int64
  package var used: Int64
  package var capacity: Int64

  package init(resource: String, requested: Int64, used: Int64, capacity: Int64) {
    self.resource = resource
    self.requested = requested
    self.used = used
    self.capacity = capacity
  }

  /// All that `node` has too little of for one more Pod with these requests, beside `count` Pods that use so much:
  /// places for Pods first, then CPU, memory, and the others by their names.
  ///
  /// Mirrors `noderesources.Fits`.
  package static func all(
    of requests: ResourceList,
    on node: Node,
    used: ResourceList,
    count: Int
  ) -> [Shortage] {
    var shortages: [Shortage] = []
    let room = node.room["pods"]?.value ?? 0
    if Int64(count) + 1 > room {
      shortages.append(Shortage(resource: "pods", requested: 1, used: Int64(count), capacity: room))
    }
    let first = ["cpu", "memory"]
    let names = first + requests.entries.map(\.name).filter { !first.contains($0) }
    for name in names {
      guard let amount = requests[name], !amount.isZero else { continue }
      let taken = used[name] ?? .zero
      let capacity = node.room[name] ?? .zero
      guard taken + amount > capacity else { continue }
      let number: (Quantity) -> Int64 = { name == "cpu" ? $0.milliValue : $0.value }
      shortages.append(
        Shortage(resource: name, requested: number(amount), used: number(taken), capacity: number(capacity))
      )
    }
    return shortages
  }

  /// In Kubernetes' words.
  package var text: String {
    "Node didn't have enough resource: \(resource), requested: \(requested), used: \(used), capacity: \(capacity)"
  }
}
