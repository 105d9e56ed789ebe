import APIServer
import Basics
import Machinery
import Objects

/// What must hold at every moment, read from the records as they come.
struct Audit {
  private var pods = SnapshotMap<ObjectKey, Pod>()
  /// For each key of each controller, how many it wanted when it last reconciled.
  private var wanted: [ObjectID: Int] = [:]
  private var sets = SnapshotMap<ObjectKey, ReplicaSet>()
  /// How many Pods each Deployment may have in all, as it was when it last was reconciled.
  private var surgeLimits: [UID: Int] = [:]
  /// Whether the Deployment controller has always been told in time: where it has not, it cannot know of a ReplicaSet
  /// that it made a moment ago, neither here nor in Kubernetes.
  private var isToldInTime = true
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
      if let deployment = reconciliation.observed.primary?.as(Deployment.self) {
        surgeLimits[deployment.metadata.uid] = deployment.spec.replicas + deployment.spec.maxSurge
      }
    case .wrote(let verb, let id, let change?) where id.kind == .pod: take(record, verb, change)
    case .fault(let text) where text.contains("watch deployment-controller"): isToldInTime = false
    case .wrote(_, let id, let change?) where id.kind == .replicaSet: takeSet(record, change)
    default: break
    }
  }

  /// A Deployment never asks for more Pods than it may have while it raises one of its ReplicaSets.
  private mutating func takeSet(_ record: Record, _ change: Change) {
    guard let set = change.object.as(ReplicaSet.self) else { return }
    let before = sets[set.metadata.key]?.spec.replicas ?? 0
    sets[set.metadata.key] = change.kind == .deleted ? nil : set
    guard record.component == .deploymentController, set.spec.replicas > before,
      let owner = set.metadata.controllerRef, let limit = surgeLimits[owner.uid]
    else { return }
    let total = sets.sortedValues.filter { $0.metadata.controllerRef?.uid == owner.uid }
      .reduce(0) { $0 + $1.spec.replicas }
    if total > limit, isToldInTime {
      violations.append("#\(record.id.number): Deployment \(owner.name) asks for \(total) Pods and may have \(limit)")
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
