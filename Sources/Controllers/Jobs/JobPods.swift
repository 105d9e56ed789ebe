import Basics
import Machinery
import Objects

/// The Pods of a Job, those that have ended included until they are counted: which it has, which it takes in, which it
/// lets go.
///
/// Mirrors `getPodsForJob`.
struct JobPods {
  /// After the claim; by completion index where the Job is Indexed, then by name.
  var all: [Pod] = []
  var adoptions: [Pod] = []
  var releases: [Pod] = []
  var passedOver: [PassedOver] = []

  init(_ job: Job, _ observed: Observed) {
    let isGoing = job.metadata.isBeingDeleted
    observed.owned.objects.forEachUnordered { _, object in
      guard let pod = object.as(Pod.self) else { return }
      if job.spec.selector.matches(pod.metadata.labels) {
        all.append(pod)
      } else if !isGoing {
        releases.append(pod)
      }
    }
    observed.orphans.forEachUnordered { _, object in
      guard let pod = object.as(Pod.self), !pod.metadata.isBeingDeleted else { return }
      if job.spec.selector.isEmpty || !job.spec.selector.matches(pod.metadata.labels) {
        passedOver.append(PassedOver(object.version, .labelsDoNotMatch))
      } else if isGoing {
        passedOver.append(PassedOver(object.version, .ownerIsBeingDeleted))
      } else {
        adoptions.append(pod)
      }
    }
    adoptions.sort { $0.metadata.key < $1.metadata.key }
    releases.sort { $0.metadata.key < $1.metadata.key }
    for pod in adoptions {
      var tracked = pod
      if !pod.isTracked { tracked.metadata.finalizers.append(Job.trackingFinalizer) }
      all.append(tracked)
    }
    all.sort { left, right in
      let (first, second) = (left.completionIndex ?? -1, right.completionIndex ?? -1)
      return first == second || !job.isIndexed ? left.metadata.key < right.metadata.key : first < second
    }
    for pod in all where pod.isTerminating { passedOver.append(PassedOver(pod.version, .terminating)) }
    let counted = observed.counted + all.count { $0.isTerminal && !$0.isTracked }
    if counted > 0 { passedOver.append(PassedOver(nil, .counted(counted))) }
    passedOver.sort { ($0.subject?.id.key.name ?? "").precedesByBytes($1.subject?.id.key.name ?? "") }
  }

  /// The writes of the claim, one after the other.
  func actions(owner: ObjectMeta) -> [Action] {
    let reference = OwnerReference(controller: .job, owner)
    var effects: [Action.Effect] = []
    for pod in releases { effects.append(.release(pod.version, uid: pod.metadata.uid, owner: owner.uid)) }
    for pod in adoptions {
      effects.append(.adopt(pod.version, uid: pod.metadata.uid, reference))
      if !pod.isTracked { effects.append(.addFinalizer(pod.version, uid: pod.metadata.uid, Job.trackingFinalizer)) }
    }
    return effects.enumerated().map { Action($1, batch: $0) }
  }
}

extension Pod {
  /// Whether its Job has still to count it.
  var isTracked: Bool { metadata.finalizers.contains(Job.trackingFinalizer) }

  /// Whether it is being deleted and has not ended.
  var isTerminating: Bool { metadata.isBeingDeleted && !isTerminal }

  /// The index for which it works in an Indexed Job; nil where it has none.
  var completionIndex: Int? {
    metadata.annotations[Job.completionIndexKey].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// How often its containers were started again.
  var restarts: Int {
    (status.initContainerStatuses + status.containerStatuses).reduce(0) { $0 + $1.restartCount }
  }
}
