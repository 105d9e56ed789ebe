import Basics
import Machinery
import Objects

/// Which ReplicaSets belong to a Deployment, which it takes in, and which it lets go.
///
/// Mirrors `controller.ReplicaSetControllerRefManager.ClaimReplicaSets`.
struct ReplicaSetClaim {
  /// Those that the Deployment has after the claim, in the order of their names.
  private(set) var sets: [ReplicaSet] = []
  private(set) var adoptions: [ReplicaSet] = []
  private(set) var releases: [ReplicaSet] = []
  private(set) var passedOver: [PassedOver] = []

  init(_ deployment: Deployment, _ dependents: [Object]) {
    let selector = deployment.spec.selector
    let isGoing = deployment.metadata.isBeingDeleted
    for object in dependents {
      guard let set = object.as(ReplicaSet.self) else { continue }
      let matches = selector.matches(set.metadata.labels)
      if let owner = set.metadata.controllerRef {
        guard owner.uid == deployment.metadata.uid else { continue }
        if matches { sets.append(set) } else if !isGoing { releases.append(set) }
      } else if !matches {
        passedOver.append(PassedOver(set.version, .labelsDoNotMatch))
      } else if isGoing {
        passedOver.append(PassedOver(set.version, .ownerIsBeingDeleted))
      } else if set.metadata.isBeingDeleted {
        passedOver.append(PassedOver(set.version, .terminating))
      } else {
        adoptions.append(set)
        sets.append(set)
      }
    }
  }

  /// The writes of the claim.
  func effects(_ owner: ObjectMeta) -> [Action.Effect] {
    let reference = OwnerReference(controller: .deployment, owner)
    return releases.map { .release($0.version, uid: $0.metadata.uid, owner: owner.uid) }
      + adoptions.map { .adopt($0.version, uid: $0.metadata.uid, reference) }
  }
}

extension ReplicaSet {
  /// Its place in the rollout history; 0 where it has none.
  ///
  /// Mirrors `deploymentutil.Revision`.
  var revision: Int { number(Deployment.revisionAnnotation) ?? 0 }

  /// How many Pods its Deployment asked for when it was last scaled, and how many there might be during a rollout.
  var desiredReplicas: Int? { number(Deployment.desiredReplicasAnnotation) }
  var maxReplicas: Int? { number(Deployment.maxReplicasAnnotation) }

  private func number(_ annotation: String) -> Int? { metadata.annotations[annotation].flatMap { Int($0) } }

  /// Whether it asks for any Pods. Mirrors `controller.FilterActiveReplicaSets`.
  var isActive: Bool { spec.replicas > 0 }

  /// Mirrors `controller.ReplicaSetsByCreationTimestamp`.
  func isOlder(than other: ReplicaSet) -> Bool {
    if let mine = metadata.creationTimestamp, let its = other.metadata.creationTimestamp, mine != its {
      return mine < its
    }
    return metadata.name.precedesByBytes(other.metadata.name)
  }
}

extension [ReplicaSet] {
  /// The sum of what they ask for. Mirrors `deploymentutil.GetReplicaCountForReplicaSets`.
  var askedFor: Int { reduce(0) { $0 + $1.spec.replicas } }
  /// How many Pods they have. Mirrors `deploymentutil.GetActualReplicaCountForReplicaSets`.
  var present: Int { reduce(0) { $0 + $1.status.replicas } }
  var available: Int { reduce(0) { $0 + $1.status.availableReplicas } }
}
