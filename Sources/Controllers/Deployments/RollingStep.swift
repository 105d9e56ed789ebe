import Machinery
import Objects

/// One ReplicaSet that is to ask for another number of Pods.
struct ScaleStep {
  var set: ReplicaSet
  var replicas: Int
  var reason: ScaleReason

  init(_ set: ReplicaSet, to replicas: Int, _ reason: ScaleReason) {
    self.set = set
    self.replicas = replicas
    self.reason = reason
  }
}

/// One step of a rolling update: either the new ReplicaSet grows, or old ones shrink.
///
/// Mirrors `reconcileNewReplicaSet` and `reconcileOldReplicaSets`.
struct RollingStep {
  private(set) var steps: [ScaleStep] = []
  private(set) var passedOver: [PassedOver] = []

  private let spec: DeploymentSpec
  private let sets: RolloutSets

  /// So many Pods must stay available.
  private var minAvailable: Int { spec.replicas - spec.maxUnavailable }

  init(_ deployment: Deployment, _ sets: RolloutSets) {
    spec = deployment.spec
    self.sets = sets
    guard let new = sets.new else { return }
    if new.spec.replicas > spec.replicas {
      steps = [ScaleStep(new, to: spec.replicas, .beyondReplicas)]
      return
    }
    let size = RollingStep.size(deployment, sets)
    let limit = spec.replicas + spec.maxSurge
    if size != new.spec.replicas {
      steps = [ScaleStep(new, to: size, .surge(limit: limit))]
      return
    }
    if new.spec.replicas < spec.replicas {
      passedOver.append(PassedOver(new.version, .atSurgeLimit(total: sets.all.askedFor, limit: limit)))
    }
    shrinkOld(new)
  }

  /// How many Pods the new ReplicaSet may ask for now. Mirrors `deploymentutil.NewRSNewReplicas`.
  static func size(_ deployment: Deployment, _ sets: RolloutSets) -> Int {
    let spec = deployment.spec
    guard case .rollingUpdate = spec.strategy else { return spec.replicas }
    let size = sets.new?.spec.replicas ?? 0
    let room = spec.replicas + spec.maxSurge - sets.all.askedFor
    return room <= 0 ? size : size + min(room, spec.replicas - size)
  }

  /// Takes Pods from the old ReplicaSets: first those that are not available anyway, then as many as the new ones make
  /// up for.
  private mutating func shrinkOld(_ new: ReplicaSet) {
    var old = sets.old.filter(\.isActive).sorted { $0.isOlder(than: $1) }
    if old.isEmpty { return }
    let total = sets.all.askedFor
    let missing = new.spec.replicas - new.status.availableReplicas
    let mayGo = total - minAvailable - missing
    guard mayGo > 0 else {
      passedOver += old.map { kept($0, available: total - missing) }
      return
    }
    var unhealthyLeft = mayGo
    for index in old.indices where unhealthyLeft > 0 {
      let unhealthy = min(unhealthyLeft, old[index].spec.replicas - old[index].status.availableReplicas)
      guard unhealthy >= 0 else {
        // Counting on that status would let more go than may. Kubernetes ends the sync with an error here; the status
        // that is to come wakes the controller again.
        passedOver.append(PassedOver(old[index].version, old[index].isBehind))
        return
      }
      guard unhealthy > 0 else { continue }
      unhealthyLeft -= unhealthy
      shrink(&old[index], by: unhealthy, .unavailable(unhealthy))
    }
    let available = sets.all.available
    var spare = available - minAvailable
    for index in old.indices {
      let count = min(spare, old[index].spec.replicas)
      if count > 0 {
        spare -= count
        shrink(&old[index], by: count, .spare(available: available, minimum: minAvailable))
      } else if old[index].isActive {
        passedOver.append(kept(old[index], available: available))
      }
    }
  }

  private mutating func shrink(_ set: inout ReplicaSet, by count: Int, _ reason: ScaleReason) {
    let size = set.spec.replicas - count
    steps.append(ScaleStep(set, to: size, reason))
    set.spec.replicas = size
  }

  private func kept(_ set: ReplicaSet, available: Int) -> PassedOver {
    PassedOver(set.version, .atAvailabilityLimit(available: available, minimum: minAvailable))
  }
}

extension ReplicaSet {
  fileprivate var isBehind: PassedOver.Reason {
    .statusIsBehind(asked: spec.replicas, available: status.availableReplicas)
  }
}
