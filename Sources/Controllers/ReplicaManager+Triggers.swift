package import APIServer
import Basics
package import Machinery
import Objects

extension ReplicaManager {
  /// Mirrors the event handlers of the ReplicaSet controller: `addRS` … `deletePod`.
  package func triggers(_ change: Change, _ cache: Cache) -> [Trigger] {
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
    return ownerKey(of: pod, cache).map { [Trigger($0, fulfils: .creation)] } ?? []
  }

  private func podUpdated(_ change: Change, _ cache: Cache) -> [Trigger] {
    guard let old = change.old else { return podAdded(change.object, cache) }
    let pod = change.object
    let labelsChanged = old.metadata.labels != pod.metadata.labels
    if pod.metadata.isBeingDeleted { return podDeleted(pod, cache) }
    var triggers: [Trigger] = []
    let ownerChanged = old.metadata.controllerRef != pod.metadata.controllerRef
    if ownerChanged, let key = ownerKey(of: old, cache) { triggers.append(Trigger(key)) }
    if pod.metadata.controllerRef != nil {
      guard let key = ownerKey(of: pod, cache) else { return triggers }
      triggers.append(Trigger(key))
      if let delay = availabilityDelay(old, pod, key, cache) { triggers.append(Trigger(key, after: delay)) }
    } else if labelsChanged || ownerChanged {
      triggers += matchingOwners(of: pod, cache)
    }
    return triggers
  }

  private func podDeleted(_ pod: Object, _ cache: Cache) -> [Trigger] {
    ownerKey(of: pod, cache).map { [Trigger($0, fulfils: .deletion(pod.metadata.key))] } ?? []
  }

  /// When a Pod that has just become ready will count as available; nil where that is now.
  private func availabilityDelay(_ old: Object, _ new: Object, _ key: ObjectKey, _ cache: Cache) -> Interval? {
    guard let owner = ReplicaOwner(cache[ObjectID(kind, key)]), owner.minReadySeconds > 0,
      let before = old.as(Pod.self), let after = new.as(Pod.self), !before.isReady, after.isReady
    else { return nil }
    return .seconds(Int64(owner.minReadySeconds) + 1)
  }

  /// The key of the Pod's controller where that is of this kind and the cache has the very same object.
  private func ownerKey(of pod: Object, _ cache: Cache) -> ObjectKey? {
    guard let reference = pod.metadata.controllerRef, reference.kind == kind.name else { return nil }
    let key = ObjectKey(namespace: pod.metadata.namespace, name: reference.name)
    guard let owner = cache[ObjectID(kind, key)], owner.metadata.uid == reference.uid else { return nil }
    return key
  }

  /// The owners whose selector matches a Pod that nobody controls.
  private func matchingOwners(of pod: Object, _ cache: Cache) -> [Trigger] {
    cache.objects(kind, in: pod.metadata.namespace).compactMap { object in
      guard let owner = ReplicaOwner(object), !owner.selector.isEmpty, owner.selector.matches(pod.metadata.labels)
      else { return nil }
      return Trigger(object.metadata.key)
    }
  }

  /// Mirrors `RealPodControl`: what creations and deletions are reported as.
  package func note(_ outcome: ActionOutcome, of reconciliation: Reconciliation) -> EventNote? {
    guard let owner = reconciliation.observed.primary else { return nil }
    let about = Event.Involved(kind, owner.metadata)
    switch (outcome.action.effect, outcome.result) {
    case (.create, .done(let change?)):
      return EventNote(
        about: about,
        reason: "SuccessfulCreate",
        message: "Created pod: \(change.object.metadata.name)"
      )
    case (.create, .failed(let error)):
      return EventNote(
        about: about,
        warning: true,
        reason: "FailedCreate",
        message: "Error creating: \(error.message)"
      )
    case (.delete(let pod, _, _), .done):
      return EventNote(about: about, reason: "SuccessfulDelete", message: "Deleted pod: \(pod.id.key.name)")
    case (.delete, .failed(let error)):
      return EventNote(
        about: about,
        warning: true,
        reason: "FailedDelete",
        message: "Error deleting: \(error.message)"
      )
    default: return nil
    }
  }
}
