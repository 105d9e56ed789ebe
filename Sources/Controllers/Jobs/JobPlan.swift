import Basics
import Machinery
import Objects

/// What is to be done about the Pods of a Job.
///
/// Mirrors the middle of `syncJob`, with `manageJob` and `deleteActivePods`.
struct JobPlan {
  /// How the Job ends with this; nil while it goes on.
  var ending: JobEnding?
  /// How many Pods should be active.
  var wanted = 0
  var creations: [Object] = []
  /// Deleted while their finalizer stays, until they are counted as failed.
  var deletions: [Pod] = []
  /// Taken off the count, then deleted: neither success nor failure.
  var removals: [Pod] = []
  /// For how long no Pod is created because of earlier failures.
  var holdsBackFor = Interval.zero
  /// The indexes that wait for their own back-off.
  var heldBack: [HeldBack] = []
  /// Whether the number of Pods was looked at; not while the cache is behind or the Job is being deleted or ending.
  var isManaged = false

  /// An index of an Indexed Job that gets its next Pod only after so long.
  struct HeldBack {
    var index: Int
    /// In a row.
    var failures: Int
    var wait: Interval
  }

  /// Why the Pods of `deletions` and `removals` go.
  private var cause: Cause = .surplus

  private enum Cause {
    case surplus
    case suspension
    case end(reason: String)
  }

  private static let mostPerSync = 500

  init(_ sync: JobSync) {
    let isSatisfied = sync.observed.outstanding == nil
    if let ending = sync.ending {
      deletions = sync.active
      cause = .end(reason: ending.reason)
      // Pods that the cache does not have yet may still hold the finalizer.
      self.ending = isSatisfied ? ending : nil
      return
    }
    wanted = JobPlan.wanted(sync)
    if isSatisfied, !sync.job.metadata.isBeingDeleted {
      isManaged = true
      manage(sync)
    }
    let isComplete = sync.job.spec.completions.map { sync.succeeded >= $0 } ?? (sync.succeeded > 0)
    if isComplete, activeAfterwards(sync) == 0 { ending = .completionsReached }
  }

  /// Why the Pod of that rank goes.
  func deletionReason(rank: Int) -> DeletionReason {
    switch cause {
    case .surplus: .surplus(rank: rank)
    case .suspension: .suspended
    case .end(let reason): .jobEnds(reason)
    }
  }

  /// How many Pods are active once all of this is done.
  ///
  /// While creations are held back the controller reports none at all, as `manageJob` returns 0 there.
  func activeAfterwards(_ sync: JobSync) -> Int {
    if holdsBackFor > .zero { return 0 }
    return sync.active.count + creations.count - deletions.count - removals.count
  }

  private static func wanted(_ sync: JobSync) -> Int {
    let spec = sync.job.spec
    if sync.job.isSuspended { return 0 }
    guard let completions = spec.completions else {
      return sync.succeeded > 0 ? sync.active.count : spec.parallelism
    }
    return max(0, min(completions - sync.succeeded, spec.parallelism))
  }

  private mutating func manage(_ sync: JobSync) {
    let surplus = JobPlan.removals(sync, atLeast: max(0, sync.active.count - wanted))
    if sync.job.isSuspended { cause = .suspension }
    removals = sync.job.isSuspended ? surplus : Array(surplus.prefix(JobPlan.mostPerSync))
    if !removals.isEmpty { return }
    let missing = wanted - sync.active.count - (sync.job.replacesOnlyEnded ? sync.terminating : 0)
    guard missing > 0 else { return }
    if sync.job.spec.backoffLimitPerIndex == nil {
      holdsBackFor = JobBackOff.remaining(sync.failures, at: sync.now)
      if holdsBackFor > .zero { return }
    }
    let count = min(missing, JobPlan.mostPerSync)
    let factory = JobPodFactory(job: sync.job)
    if sync.job.isIndexed {
      let indexes = pendingIndexes(sync, count)
      creations = indexes.map { factory.pod(index: $0, replacing: sync.indexes.awaitingReplacement[$0]) }
    } else {
      creations = Array(repeating: factory.pod(), count: count)
    }
  }

  /// The first `count` indexes that need a Pod, without those that are held back; where all are held back, nothing is
  /// created until the first may be.
  ///
  /// Mirrors `firstPendingIndexes` and `getPodCreationInfoForIndependentIndexes`.
  private mutating func pendingIndexes(_ sync: JobSync, _ count: Int) -> [Int] {
    var taken = sync.indexes.succeeded
    let holders = sync.job.replacesOnlyEnded ? sync.pods.all.filter { !$0.isTerminal } : sync.active
    taken.insert(holders.compactMap(\.completionIndex))
    if let failed = sync.indexes.failed { taken.insert(failed) }
    let pending = taken.firstMissing(count, below: sync.job.spec.completions ?? 0)
    let waits = pending.map { index in
      let failures = JobBackOff.record(ofIndexWith: sync.indexes.awaitingReplacement[index])
      return (index: index, failures: failures, wait: JobBackOff.remaining(failures, at: sync.now))
    }
    heldBack = waits.compactMap { held in
      held.wait > .zero ? held.failures.map { HeldBack(index: held.index, failures: $0.count, wait: held.wait) } : nil
    }
    if heldBack.count == pending.count { holdsBackFor = heldBack.map(\.wait).min() ?? .zero }
    return waits.filter { $0.wait == .zero }.map(\.index)
  }

  /// Mirrors `activePodsForRemoval`: Pods with a wrong or a double index first, then those that have got least far.
  private static func removals(_ sync: JobSync, atLeast count: Int) -> [Pod] {
    let order = JobVictims(sync.active).ranked
    guard sync.job.isIndexed else { return Array(order.prefix(count)) }
    let completions = sync.job.spec.completions ?? 0
    var out: [Pod] = []
    var kept: [Pod] = []
    var seen = CompletionIndexes()
    // Of those with one index the last victim stays.
    for pod in order.reversed() {
      if let index = pod.completionIndex, index < completions, !seen.contains(index) {
        seen.insert([index])
        kept.append(pod)
      } else {
        out.append(pod)
      }
    }
    return out + kept.reversed().prefix(max(0, count - out.count))
  }
}

/// The order in which active Pods of a Job go when there are too many.
///
/// Mirrors `controller.ActivePods`, which knows no node ranks and no deletion cost.
struct JobVictims {
  let ranked: [Pod]

  init(_ pods: [Pod]) { ranked = pods.sorted { JobVictims.precedes($0, $1) } }

  private static func precedes(_ left: Pod, _ right: Pod) -> Bool {
    let (first, second) = (stage(left), stage(right))
    if first != second { return first < second }
    let (since, other) = (readySince(left), readySince(right))
    if since != other { return since.map { since in other.map { since > $0 } ?? false } ?? true }
    if left.restarts != right.restarts { return left.restarts > right.restarts }
    let (age, otherAge) = (left.metadata.creationTimestamp, right.metadata.creationTimestamp)
    if age != otherAge { return age.map { age in otherAge.map { age > $0 } ?? false } ?? true }
    return left.metadata.key < right.metadata.key
  }

  /// How far a Pod has got: without a node, pending, running, ready.
  private static func stage(_ pod: Pod) -> Int {
    if pod.spec.nodeName.isEmpty { return 0 }
    if pod.status.phase != .running { return 1 }
    return pod.isReady ? 3 : 2
  }

  private static func readySince(_ pod: Pod) -> Instant? {
    pod.isReady ? pod.status.condition(.ready)?.lastTransitionTime : nil
  }
}
