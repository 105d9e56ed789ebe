import Basics

/// Amounts of resources by name: `cpu`, `memory`, `example.com/gpu`.
package struct ResourceList: Hashable, Sendable {
  /// In the byte order of the names.
  private(set) package var entries: [Entry] = []

  package struct Entry: Hashable, Sendable {
    package var name: String
    package var amount: Quantity
  }

  package init() {}

  /// Amounts that cannot be read are left out; validation has refused them.
  package init(_ written: StringMap) {
    for entry in written {
      if let amount = try? Quantity(parsing: entry.value) { self[entry.key] = amount }
    }
  }

  package var isEmpty: Bool { entries.isEmpty }

  package subscript(name: String) -> Quantity? {
    get { entries.first { $0.name == name }?.amount }
    set {
      let place = entries.firstIndex { !$0.name.precedesByBytes(name) } ?? entries.count
      let isThere = place < entries.count && entries[place].name == name
      switch (newValue, isThere) {
      case (let amount?, true): entries[place].amount = amount
      case (let amount?, false): entries.insert(Entry(name: name, amount: amount), at: place)
      case (nil, true): entries.remove(at: place)
      case (nil, false): break
      }
    }
  }

  package mutating func add(_ other: ResourceList) {
    for entry in other.entries { self[entry.name] = (self[entry.name] ?? .zero) + entry.amount }
  }

  /// What was added before.
  package mutating func subtract(_ other: ResourceList) {
    for entry in other.entries { self[entry.name] = (self[entry.name] ?? .zero) - entry.amount }
  }

  /// Of each resource the larger amount.
  mutating func raise(to other: ResourceList) {
    for entry in other.entries { self[entry.name] = max(self[entry.name] ?? entry.amount, entry.amount) }
  }
}

extension PodSpec {
  /// What the Pod asks of its node.
  ///
  /// Mirrors `resourcehelper.PodRequests`.
  package var totalRequests: ResourceList { total(\.requests) }

  /// What the Pod may use at the most, as far as its containers have limits.
  ///
  /// Mirrors `resourcehelper.PodLimits`.
  package var totalLimits: ResourceList { total(\.limits) }

  /// Containers run together; init containers one after another, beside the sidecars that began before them.
  private func total(_ amounts: KeyPath<Resources, StringMap>) -> ResourceList {
    var total = ResourceList()
    for container in containers { total.add(ResourceList(container.resources[keyPath: amounts])) }
    var sidecars = ResourceList()
    var peak = ResourceList()
    for container in initContainers {
      var running = ResourceList(container.resources[keyPath: amounts])
      if container.other["restartPolicy"] == "Always" {
        total.add(running)
        sidecars.add(running)
        running = sidecars
      } else {
        running.add(sidecars)
      }
      peak.raise(to: running)
    }
    total.raise(to: peak)
    let ofPod = Resources(fields: other["resources"]?.object ?? [:])
    for entry in ResourceList(ofPod[keyPath: amounts]).entries { total[entry.name] = entry.amount }
    if let overhead = other["overhead"]?.object { total.add(ResourceList(StringMap(fields: overhead))) }
    return total
  }
}
