import APIServer
import Basics
import Machinery
import Objects

/// What a notification means to a controller that owns Pods.
///
/// Mirrors the event handlers that the ReplicaSet and the DaemonSet controller have alike: `addPod`, `updatePod`,
/// `deletePod`, and those of their own kind.
struct PodTriggers {
  let kind: Kind

  func triggers(_ change: Change, _ cache: Cache) -> [Trigger] {
    if change.object.kind == kind { return [Trigger(change.object.metadata.key)] }
    switch change.kind {
    case .added: return podAdded(change.object, cache)
    case .modified: return podUpdated(change, cache)
    case .deleted: return podDeleted(change.object, cache)
    }
  }

  private func podAdded(_ pod: Object, _ cache: Cache) -> [Trigger] {
    if pod.metadata.isBeingDeleted { return podDeleted(pod, cache) }
    guard pod.metadata.controllerRef != nil else { return matchingOwners(of: pod, cache) }
    return cache.controllerKey(of: pod, kind: kind).map { [Trigger($0, fulfils: .creation)] } ?? []
  }

  private func podUpdated(_ change: Change, _ cache: Cache) -> [Trigger] {
    guard let old = change.old else { return podAdded(change.object, cache) }
    let pod = change.object
    let labelsChanged = old.metadata.labels != pod.metadata.labels
    if pod.metadata.isBeingDeleted { return podDeleted(pod, cache) }
    var triggers: [Trigger] = []
    let ownerChanged = old.metadata.controllerRef != pod.metadata.controllerRef
    if ownerChanged, let key = cache.controllerKey(of: old, kind: kind) { triggers.append(Trigger(key)) }
    if pod.metadata.controllerRef != nil {
      guard let key = cache.controllerKey(of: pod, kind: kind) else { return triggers }
      triggers.append(Trigger(key))
      if let delay = availabilityDelay(old, pod, key, cache) { triggers.append(Trigger(key, after: delay)) }
    } else if labelsChanged || ownerChanged {
      triggers += matchingOwners(of: pod, cache)
    }
    return triggers
  }

  private func podDeleted(_ pod: Object, _ cache: Cache) -> [Trigger] {
    cache.controllerKey(of: pod, kind: kind).map { [Trigger($0, fulfils: .deletion(pod.metadata.key))] } ?? []
  }

  /// When a Pod that has just become ready will count as available; nil where that is now.
  private func availabilityDelay(_ old: Object, _ new: Object, _ key: ObjectKey, _ cache: Cache) -> Interval? {
    guard let before = old.as(Pod.self), let after = new.as(Pod.self), !before.isReady, after.isReady,
      let owner = PodOwner(cache[ObjectID(kind, key)]), owner.minReadySeconds > 0
    else { return nil }
    return .seconds(Int64(owner.minReadySeconds) + 1)
  }

  /// The owners whose selector matches a Pod that nobody controls.
  private func matchingOwners(of pod: Object, _ cache: Cache) -> [Trigger] {
    cache.objects(kind, in: pod.metadata.namespace).compactMap { object in
      guard let owner = PodOwner(object), !owner.selector.isEmpty, owner.selector.matches(pod.metadata.labels)
      else { return nil }
      return Trigger(object.metadata.key)
    }
  }
}
