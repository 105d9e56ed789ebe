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
  /// Whether the number of Pods was looked at; not while the cache is behind or the Job is being deleted or ending.
  var isManaged = false

  private static let mostPerSync = 500

  init(_ sync: JobSync) {
    let isSatisfied = sync.observed.outstanding == nil
    if let ending = sync.ending {
      deletions = sync.active
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
    removals = Array(JobPlan.removals(sync, atLeast: max(0, sync.active.count - wanted)).prefix(JobPlan.mostPerSync))
    if !removals.isEmpty { return }
    let waitsForEnd = sync.job.spec.podReplacementPolicy == .failed
    let missing = wanted - sync.active.count - (waitsForEnd ? sync.terminating : 0)
    guard missing > 0 else { return }
    holdsBackFor = JobBackOff.remaining(sync.failures, at: sync.now)
    if holdsBackFor > .zero { return }
    let count = min(missing, JobPlan.mostPerSync)
    let factory = JobPodFactory(job: sync.job)
    if sync.job.isIndexed {
      var taken = sync.indexes
      let holders = waitsForEnd ? sync.pods.all.filter { !$0.isTerminal } : sync.active
      taken.insert(holders.compactMap(\.completionIndex))
      let indexes = taken.firstMissing(count, below: sync.job.spec.completions ?? 0)
      creations = indexes.map { factory.pod(index: $0) }
    } else {
      creations = Array(repeating: factory.pod(index: nil), count: count)
    }
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
