import APIServer
import Basics
import Machinery
import Objects

/// What a notification means to the Deployment controller.
///
/// Mirrors its event handlers: `addReplicaSet`, `updateReplicaSet`, `deleteReplicaSet`, `deletePod`, and those of
/// Deployments.
struct DeploymentTriggers {
  let cache: Cache

  func triggers(_ change: Change) -> [Trigger] {
    switch change.object.kind {
    case .deployment: [Trigger(change.object.metadata.key)]
    case .replicaSet: replicaSet(change)
    default: change.kind == .deleted ? podDeleted(change.object) : []
    }
  }

  private func replicaSet(_ change: Change) -> [Trigger] {
    let set = change.object
    let owner = controller(of: set)
    if change.kind == .deleted { return owner }
    guard let old = change.old else { return set.metadata.controllerRef == nil ? matching(set) : owner }
    let ownerChanged = old.metadata.controllerRef != set.metadata.controllerRef
    let former = ownerChanged ? controller(of: old) : []
    if set.metadata.controllerRef != nil { return former + owner }
    return ownerChanged || old.metadata.labels != set.metadata.labels ? former + matching(set) : former
  }

  private func controller(of set: Object) -> [Trigger] {
    cache.controllerKey(of: set, kind: .deployment).map { [Trigger($0)] } ?? []
  }

  /// The Deployments that may take in a ReplicaSet that nobody controls.
  private func matching(_ set: Object) -> [Trigger] {
    cache.objects(.deployment, in: set.metadata.namespace).compactMap { object in
      guard let selector = object.as(Deployment.self)?.spec.selector, !selector.isEmpty,
        selector.matches(set.metadata.labels)
      else { return nil }
      return Trigger(object.metadata.key)
    }
  }

  /// With strategy Recreate the new Pods may come when the last old one is gone.
  private func podDeleted(_ pod: Object) -> [Trigger] {
    guard let key = cache.controllerKey(of: pod, kind: .replicaSet), let set = cache[ObjectID(.replicaSet, key)],
      let owner = cache.controllerKey(of: set, kind: .deployment), let deployment = cache.get(Deployment.self, owner),
      case .recreate = deployment.spec.strategy
    else { return [] }
    let hasPods = cache.objects(.replicaSet, in: key.namespace).contains { other in
      other.metadata.controllerRef?.uid == deployment.metadata.uid && !cache.pods(.owner(other.metadata.uid)).isEmpty
    }
    return hasPods ? [] : [Trigger(owner)]
  }
}
