import Basics
import Machinery
import Objects

/// Which Pods belong to an owner, which it takes in, and which it lets go.
///
/// Mirrors `controller.PodControllerRefManager.ClaimPods`, over the active Pods or, for a DaemonSet, over all.
struct PodClaim {
  private let owned: PodGroup
  private let selector: LabelSelector
  private let takesInactive: Bool
  /// Owned Pods that have a deletionTimestamp and have not ended.
  private(set) var terminating = 0
  private(set) var adoptions: [Pod] = []
  private(set) var releases: [Pod] = []
  private(set) var passedOver: [PassedOver] = []

  init(_ observed: Observed, owner: ObjectMeta, selector: LabelSelector, takesInactive: Bool = false) {
    owned = observed.owned
    self.selector = selector
    self.takesInactive = takesInactive
    let ownerIsGoing = owner.isBeingDeleted
    if !takesInactive { passOverInactive() }
    // Where all active Pods match, as they mostly do, none of them is looked at.
    if !ownerIsGoing, takesInactive || owned.count(where: { !selector.matches($0.labels) }) > 0 {
      releases = ownedPods { !selector.matches($0.metadata.labels) }
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
  }

  private mutating func passOverInactive() {
    owned.inactive.forEachUnordered { _, object in
      guard let pod = object.as(Pod.self) else { return }
      if pod.isTerminal {
        passedOver.append(PassedOver(object.version, .finished(pod.status.phase ?? .failed)))
      } else {
        if selector.matches(pod.metadata.labels) { terminating += 1 }
        passedOver.append(PassedOver(object.version, .terminating))
      }
    }
  }

  private func ownedPods(where isSo: (Pod) -> Bool) -> [Pod] {
    var found: [Pod] = []
    owned.objects.forEachUnordered { _, object in
      guard let pod = object.as(Pod.self), takesInactive || pod.isActive, isSo(pod) else { return }
      found.append(pod)
    }
    return found
  }

  /// The Pods that the owner has after the claim, in no order: the active ones, or all; O(n).
  var claimed: [Pod] { ownedPods { selector.matches($0.metadata.labels) } + adoptions }

  /// How many active Pods the owner has after the claim that stand so.
  func count(where isSo: (PodGroup.Standing) -> Bool = { _ in true }) -> Int {
    owned.count { selector.matches($0.labels) && isSo($0) } + adoptions.count { isSo(PodGroup.Standing($0)) }
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
