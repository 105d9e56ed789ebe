import Basics
import Machinery
import Objects

/// Which Pods belong to an owner, which it takes in, and which it lets go.
///
/// Mirrors `controller.PodControllerRefManager.ClaimPods`, over the active Pods or, for a DaemonSet, over all.
struct PodClaim {
  /// The Pods that the owner has after the claim, in no order: the active ones, or all.
  var claimed: [Pod] = []
  /// Owned Pods that have a deletionTimestamp and have not ended.
  var terminating = 0
  var adoptions: [Pod] = []
  var releases: [Pod] = []
  var passedOver: [PassedOver] = []

  init(_ observed: Observed, owner: ObjectMeta, selector: LabelSelector, takesInactive: Bool = false) {
    let ownerIsGoing = owner.isBeingDeleted
    observed.owned.forEachUnordered { _, object in
      guard let pod = object.as(Pod.self) else { return }
      guard takesInactive || pod.isActive else {
        if pod.isTerminal {
          passedOver.append(PassedOver(object.version, .finished(pod.status.phase ?? .failed)))
        } else {
          if selector.matches(pod.metadata.labels) { terminating += 1 }
          passedOver.append(PassedOver(object.version, .terminating))
        }
        return
      }
      if selector.matches(pod.metadata.labels) {
        claimed.append(pod)
      } else if !ownerIsGoing {
        releases.append(pod)
      }
    }
    observed.orphans.forEachUnordered { _, object in
      guard let pod = object.as(Pod.self), takesInactive ? !pod.metadata.isBeingDeleted : pod.isActive else { return }
      if !selector.matches(pod.metadata.labels) {
        passedOver.append(PassedOver(object.version, .labelsDoNotMatch))
      } else if ownerIsGoing {
        passedOver.append(PassedOver(object.version, .ownerIsBeingDeleted))
      } else {
        adoptions.append(pod)
      }
    }
    adoptions.sort { $0.metadata.key < $1.metadata.key }
    releases.sort { $0.metadata.key < $1.metadata.key }
    passedOver.sort { ($0.subject?.id.key.name ?? "").precedesByBytes($1.subject?.id.key.name ?? "") }
    claimed += adoptions
  }

  /// The writes of the claim, one after the other in batches from `first` on.
  func actions(kind: Kind, owner: ObjectMeta, first: Int = 0) -> [Action] {
    let reference = OwnerReference(controller: kind, owner)
    var actions: [Action] = []
    for pod in releases {
      let version = pod.version
      actions.append(Action(.release(version, uid: pod.metadata.uid, owner: owner.uid), batch: first + actions.count))
    }
    for pod in adoptions {
      let version = pod.version
      actions.append(Action(.adopt(version, uid: pod.metadata.uid, reference), batch: first + actions.count))
    }
    return actions
  }
}
