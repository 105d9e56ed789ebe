import Basics
import Objects

/// Amounts of resources by name, in the byte order of the names.
struct Amounts {
  private var entries: [(name: String, amount: Quantity)] = []

  init() {}

  init(_ written: StringMap) {
    for entry in written { self[entry.key] = (try? Quantity(parsing: entry.value)) ?? .zero }
  }

  subscript(name: String) -> Quantity {
    get { entries.first { $0.name == name }?.amount ?? .zero }
    set {
      let index = entries.firstIndex { !$0.name.precedesByBytes(name) } ?? entries.count
      if index < entries.count, entries[index].name == name {
        entries[index].amount = newValue
      } else {
        entries.insert((name, newValue), at: index)
      }
    }
  }

  var names: [String] { entries.map(\.name) }

  mutating func add(_ other: Amounts) {
    for entry in other.entries { self[entry.name] = self[entry.name] + entry.amount }
  }

  /// Takes the larger of each amount.
  mutating func raise(to other: Amounts) {
    for entry in other.entries where self[entry.name] < entry.amount { self[entry.name] = entry.amount }
  }
}

/// What a Pod requests, or is limited to, in all.
///
/// Mirrors `resourcehelper.PodRequests` and `PodLimits`: init containers run one after the other, each beside the
/// sidecars started before it; then all containers at once. Amounts of the Pod as a whole outweigh both.
struct PodAmounts {
  let requests: Amounts
  let limits: Amounts

  init(_ pod: Pod) {
    let spec = pod.spec.value
    let whole = spec.other["resources"]?.object.map(Resources.init(fields:))
    let overhead = StringMap(fields: spec.other["overhead"]?.object ?? [:])
    requests = PodAmounts.sum(spec, whole?.requests, overhead, \.requests)
    limits = PodAmounts.sum(spec, whole?.limits, [:], \.limits)
  }

  private static func sum(
    _ spec: PodSpec,
    _ whole: StringMap?,
    _ overhead: StringMap,
    _ part: KeyPath<Resources, StringMap>
  ) -> Amounts {
    var together = Amounts()
    for container in spec.containers { together.add(Amounts(container.resources[keyPath: part])) }
    var sidecars = Amounts()
    var starting = Amounts()
    for container in spec.initContainers {
      let amounts = Amounts(container.resources[keyPath: part])
      var now = sidecars
      now.add(amounts)
      starting.raise(to: now)
      if container.isSidecar { sidecars = now }
    }
    together.add(sidecars)
    together.raise(to: starting)
    for entry in whole ?? [:] { together[entry.key] = (try? Quantity(parsing: entry.value)) ?? .zero }
    together.add(Amounts(overhead))
    return together
  }
}
