import Basics
import Machinery
import Objects

/// How a change of a Deployment's `replicas` is shared out among its ReplicaSets.
///
/// Mirrors `DeploymentController.scale`. In the middle of a rollout each gets its share, so that scaling neither
/// hastens the rollout nor undoes it.
struct DeploymentScaling {
  private(set) var steps: [ScaleStep] = []
  private let deployment: Deployment

  init(_ deployment: Deployment, _ sets: RolloutSets) {
    self.deployment = deployment
    let replicas = deployment.spec.replicas
    let active = sets.all.filter(\.isActive)
    if active.count <= 1 {
      guard let only = active.first ?? sets.new ?? sets.old.max(by: { $0.isOlder(than: $1) }) else { return }
      if only.spec.replicas != replicas { steps = [ScaleStep(only, to: replicas, .deploymentScaled)] }
    } else if let new = sets.new, isSaturated(new) {
      steps = sets.old.filter(\.isActive).map { ScaleStep($0, to: 0, .saturated) }
    } else if case .rollingUpdate = deployment.spec.strategy {
      shareOut(active)
    }
  }

  /// Whether the new ReplicaSet does alone what the Deployment asks for. Mirrors `deploymentutil.IsSaturated`.
  private func isSaturated(_ new: ReplicaSet) -> Bool {
    let replicas = deployment.spec.replicas
    return new.spec.replicas == replicas && new.desiredReplicas == replicas
      && new.status.availableReplicas == replicas
  }

  private mutating func shareOut(_ active: [ReplicaSet]) {
    let replicas = deployment.spec.replicas
    let allowed = replicas > 0 ? replicas + deployment.spec.maxSurge : 0
    let toAdd = allowed - active.askedFor
    let ranked = active.sorted { left, right in
      if left.spec.replicas != right.spec.replicas { return left.spec.replicas > right.spec.replicas }
      // Of equal ones the newer grows first, and the older shrinks first.
      return toAdd > 0 ? right.isOlder(than: left) : left.isOlder(than: right)
    }
    var added = 0
    var sizes: [Int] = []
    for set in ranked {
      let share = toAdd == 0 || added == toAdd ? 0 : share(of: set, toAdd: toAdd, left: toAdd - added)
      sizes.append(set.spec.replicas + share)
      added += share
    }
    if toAdd != 0, let largest = sizes.first { sizes[0] = max(0, largest + toAdd - added) }
    steps = zip(ranked, sizes).map { ScaleStep($0, to: $1, .share(total: allowed)) }
  }

  /// Mirrors `deploymentutil.GetReplicaSetProportion`.
  private func share(of set: ReplicaSet, toAdd: Int, left: Int) -> Int {
    let fraction = fraction(of: set)
    return toAdd > 0 ? min(fraction, left) : max(fraction, left)
  }

  private func fraction(of set: ReplicaSet) -> Int {
    let size = set.spec.replicas
    if deployment.spec.replicas == 0 { return -size }
    let annotated = set.maxReplicas ?? 0
    let before = annotated == 0 ? deployment.status.replicas : annotated
    if before == 0 { return 0 }
    let exact = Double(size * (deployment.spec.replicas + deployment.spec.maxSurge)) / Double(before)
    return Int(exact.rounded(.toNearestOrAwayFromZero)) - size
  }
}
