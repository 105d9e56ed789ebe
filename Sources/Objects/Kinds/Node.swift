package import Basics

/// A machine of the cluster.
package struct Node: TypedResource, Equatable {
  package static let kind = Kind.node
  package var metadata: ObjectMeta
  package var unschedulable: Bool?
  package var taints: [Taint]
  /// `spec` beside taints and unschedulable.
  package var otherSpec: Fields
  package var conditions: [Condition]
  package var allocatable: StringMap { didSet { room = ResourceList(allocatable) } }
  /// `allocatable` as amounts.
  package private(set) var room: ResourceList
  package var capacity: StringMap
  package var addresses: [Value]
  package var otherStatus: Fields
  package var other: Fields

  package init(metadata: ObjectMeta, body: Fields) {
    self.metadata = metadata
    var reader = FieldReader(body)
    var spec = FieldReader(reader.fields("spec") ?? [:])
    unschedulable = spec.bool("unschedulable")
    taints = spec.list("taints") ?? []
    otherSpec = spec.rest
    var status = FieldReader(reader.fields("status") ?? [:])
    conditions = status.list("conditions") ?? []
    allocatable = status.stringMap("allocatable") ?? [:]
    room = ResourceList(allocatable)
    capacity = status.stringMap("capacity") ?? [:]
    addresses = status.array("addresses") ?? []
    otherStatus = status.rest
    other = reader.rest
  }

  package var body: Fields {
    var spec = otherSpec
    spec.set("unschedulable", unschedulable)
    spec.set("taints", taints)
    var status = otherStatus
    status.set("conditions", conditions)
    status.set("allocatable", allocatable)
    status.set("capacity", capacity)
    if !addresses.isEmpty { status["addresses"] = .array(addresses) }
    var out = other
    out["spec"] = .object(spec)
    out["status"] = .object(status)
    return out
  }

  package var isReady: Bool { conditions.first { $0.type == .ready }?.status == .true }

  /// The words under STATUS: `Ready`, `NotReady,SchedulingDisabled`.
  package var statusText: String {
    var words = ["Unknown"]
    if let ready = conditions.first(where: { $0.type == .ready }) {
      words = [ready.status == .true ? "Ready" : "NotReady"]
    }
    if unschedulable == true { words.append("SchedulingDisabled") }
    return words.joined(separator: ",")
  }

  /// The address of type `InternalIP`; empty when there is none.
  package var internalIP: String {
    addresses.first { $0["type"]?.string == "InternalIP" }?["address"]?.string ?? ""
  }
}

/// A mark on a node that keeps Pods away which do not tolerate it.
package struct Taint: Hashable, Sendable, FieldCodable {
  package enum Effect: String, CaseIterable, Hashable, Sendable {
    case noSchedule = "NoSchedule"
    case preferNoSchedule = "PreferNoSchedule"
    case noExecute = "NoExecute"
  }

  package var key: String
  package var value: String
  package var effect: Effect
  package var timeAdded: Instant?

  package static let notReadyKey = "node.kubernetes.io/not-ready"
  package static let unreachableKey = "node.kubernetes.io/unreachable"
  package static let unschedulableKey = "node.kubernetes.io/unschedulable"

  package init(key: String, value: String = "", effect: Effect, timeAdded: Instant? = nil) {
    self.key = key
    self.value = value
    self.effect = effect
    self.timeAdded = timeAdded?.wholeSecond
  }

  /// Whether both are one taint to the API: the value may differ.
  package func isSame(as other: Taint) -> Bool { key == other.key && effect == other.effect }

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    key = reader.string("key") ?? ""
    value = reader.string("value") ?? ""
    effect = reader.string("effect").flatMap(Effect.init(rawValue:)) ?? .noSchedule
    timeAdded = reader.time("timeAdded")
  }

  package var fields: Fields {
    var out = Fields()
    out["key"] = .string(key)
    out.setNonEmpty("value", value)
    out["effect"] = .string(effect.rawValue)
    out.set("timeAdded", timeAdded)
    return out
  }
}
