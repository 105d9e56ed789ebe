import APIServer
import Basics
import Machinery
import Objects

/// What must hold at every moment, read from the records as they come.
struct Audit {
  private var pods = SnapshotMap<ObjectKey, Pod>()
  /// For each key of each controller, how many it wanted when it last reconciled.
  private var wanted: [ObjectID: Int] = [:]
  private var violations: [String] = []

  mutating func takeViolations() -> [String] {
    defer { violations = [] }
    return violations
  }

  mutating func take(_ record: Record) {
    switch record.happening {
    case .reconciled(let reconciliation):
      let id = ObjectID(reconciliation.observed.kind, reconciliation.key)
      wanted[id] = reconciliation.comparisons.first?.wanted
    case .wrote(let verb, let id, let change?) where id.kind == .pod: take(record, verb, change)
    default: break
    }
  }

  private mutating func take(_ record: Record, _ verb: WriteVerb, _ change: Change) {
    guard let pod = change.object.as(Pod.self) else { return }
    let key = pod.metadata.key
    pods[key] = change.kind == .deleted ? nil : pod
    if pod.metadata.ownerReferences.count(where: { $0.controller == true }) > 1 {
      violations.append("#\(record.id.number): two controllers own pod/\(key.name)")
    }
    guard verb == .create, let owner = pod.metadata.controllerRef else { return }
    let active = pods.sortedValues.filter { $0.isActive && $0.metadata.controllerRef?.uid == owner.uid }
    switch record.component {
    case .replicaSetController, .replicationController:
      guard let kind = Kind(apiVersion: owner.apiVersion, kind: owner.kind),
        let limit = wanted[ObjectID(kind, namespace: key.namespace, name: owner.name)]
      else { return }
      if active.count > limit {
        violations.append(
          "#\(record.id.number): \(owner.kind) \(owner.name) wants \(limit) and has \(active.count) with pod/\(key.name)"
        )
      }
    case .jobController:
      guard let limit = wanted[ObjectID(.job, namespace: key.namespace, name: owner.name)] else { return }
      if active.count > limit {
        violations.append(
          "#\(record.id.number): Job \(owner.name) may run \(limit) and runs \(active.count) with pod/\(key.name)"
        )
      }
    default: break
    }
  }
}
