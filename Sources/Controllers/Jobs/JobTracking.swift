import APIServer
import Basics
import Machinery
import Objects

/// The status of a Job on its way: first the Pods that have ended are noted as uncounted, then their finalizers are
/// taken off, then they are counted. A controller that stops between two of these can go on without counting twice.
///
/// Mirrors `trackJobStatusAndRemoveFinalizers`.
struct JobTracking {
  let sync: JobSync
  let plan: JobPlan
  /// The status with the uncounted Pods noted, to be recorded before their finalizers are taken off.
  let interim: JobStatus
  /// The Pods whose finalizers are taken off.
  let untracked: [Pod]
  /// Whether Pods were left for the next sync.
  private let isPartial: Bool
  /// Condition Suspended where it changes.
  let suspension: Condition?

  /// More uncounted Pods than this are left for the next sync, so that the status stays small.
  private static let mostUncounted = 500

  init(_ sync: JobSync, _ plan: JobPlan) {
    self.sync = sync
    self.plan = plan
    suspension = JobTracking.suspension(sync, plan)
    var status = sync.job.status
    if status.startTime == nil, !sync.job.isSuspended { status.startTime = sync.now.wholeSecond }
    if let suspension {
      status.set(suspension)
      if suspension.status == .false { status.startTime = sync.now.wholeSecond }
    }
    if sync.job.isSuspended, suspension?.status == .true { status.startTime = nil }
    status.active = plan.activeAfterwards(sync)
    status.ready = sync.ready - (plan.deletions + plan.removals).count { $0.isReady }
    status.terminating = sync.terminating + plan.deletions.count + plan.removals.count
    status.count(except: Set(sync.pods.all.filter(\.isTracked).map(\.metadata.uid)))
    (untracked, isPartial) = JobTracking.note(sync, plan, &status)
    if let ending = plan.ending, status.condition(ending.interim) == nil {
      status.set(.job(ending.interim, reason: ending.reason, message: ending.message, at: sync.now))
    }
    interim = status
  }

  /// Notes the Pods that have ended in the uncounted lists; those whose finalizers may go, and whether some were left.
  private static func note(_ sync: JobSync, _ plan: JobPlan, _ status: inout JobStatus) -> ([Pod], isPartial: Bool) {
    let job = sync.job
    var uncounted = status.uncounted ?? JobStatus.Uncounted()
    var untracked: [Pod] = []
    var indexes: [Int] = []
    var isPartial = false
    // Pods that were taken off the count by the plan are no longer tracked when this is written.
    let removed = Set(plan.removals.map(\.metadata.uid))
    for pod in sync.pods.all where pod.isTracked && !removed.contains(pod.metadata.uid) {
      isPartial = uncounted.succeeded.count + uncounted.failed.count + indexes.count >= mostUncounted
      if isPartial { break }
      guard canUntrack(pod, sync, plan) else { continue }
      untracked.append(pod)
      let uid = pod.metadata.uid
      let index = pod.completionIndex.flatMap { $0 < job.spec.completions ?? 0 ? $0 : nil }
      if job.isIndexed, index == nil { continue }
      if pod.status.phase == .succeeded, !uncounted.failed.contains(uid) {
        if let index, job.isIndexed {
          indexes.append(index)
        } else if !uncounted.succeeded.contains(uid) {
          uncounted.succeeded.append(uid)
        }
      } else if JobSync.hasFailed(pod, job) || plan.ending?.final == .failed, !uncounted.failed.contains(uid),
        PodFailureMatch(pod, job.spec.podFailurePolicy)?.counts ?? true
      {
        uncounted.failed.append(uid)
      }
    }
    status.uncounted = uncounted
    if job.isIndexed {
      var completed = CompletionIndexes(job.status.completedIndexes, below: job.spec.completions ?? 0)
      completed.insert(indexes.filter { !completed.contains($0) })
      status.completedIndexes = completed.description
      status.succeeded = completed.count
      status.failedIndexes = sync.indexes.failed?.description
    }
    return (untracked, isPartial)
  }

  /// Whether a Pod's finalizer may go: it was counted, or there is nothing left to count.
  ///
  /// Mirrors `canRemoveFinalizer`.
  private static func canUntrack(_ pod: Pod, _ sync: JobSync, _ plan: JobPlan) -> Bool {
    if pod.status.phase == .succeeded || plan.ending != nil || sync.job.metadata.isBeingDeleted { return true }
    return JobSync.hasFailed(pod, sync.job) && !sync.indexes.isAwaitingReplacement(pod)
  }

  private static func suspension(_ sync: JobSync, _ plan: JobPlan) -> Condition? {
    guard plan.isManaged, plan.ending == nil else { return nil }
    let present = sync.job.status.condition(.suspended)
    if sync.job.isSuspended {
      if present?.status == .true { return nil }
      return .job(.suspended, reason: "JobSuspended", message: "Job suspended", at: sync.now)
    }
    // Going on needs no telling where the Job never stopped.
    if present?.status != .true { return nil }
    return .job(.suspended, .false, reason: "JobResumed", message: "Job resumed", at: sync.now)
  }

  /// The status once the finalizers of all `untracked` Pods but `remaining` are off.
  func counted(remaining: Set<UID>, at now: Instant) -> JobStatus {
    var status = interim
    status.count(except: remaining)
    guard let ending = plan.ending, !isPartial, status.uncounted?.isEmpty ?? true, status.terminating == 0 else {
      return status
    }
    let condition = Condition.job(ending.final, reason: ending.reason, message: ending.message, at: now)
    status.set(condition)
    if ending.final == .complete { status.completionTime = condition.lastTransitionTime }
    return status
  }
}

extension JobStatus {
  /// Moves the uncounted Pods whose finalizers are off into the counts.
  ///
  /// Mirrors `cleanUncountedPodsWithoutFinalizers`.
  fileprivate mutating func count(except tracked: Set<UID>) {
    guard let old = uncounted else { return }
    var left = Uncounted()
    left.succeeded = old.succeeded.filter(tracked.contains)
    left.failed = old.failed.filter(tracked.contains)
    succeeded += old.succeeded.count - left.succeeded.count
    failed += old.failed.count - left.failed.count
    uncounted = left
  }

  fileprivate mutating func set(_ condition: Condition) {
    if let index = conditions.firstIndex(where: { $0.type == condition.type }) {
      conditions[index] = condition
    } else {
      conditions.append(condition)
    }
  }
}

extension Condition {
  /// A condition as the Job controller writes it: `lastProbeTime` is set too.
  fileprivate static func job(
    _ type: ConditionType,
    _ status: Condition.Status = .true,
    reason: String,
    message: String,
    at now: Instant
  ) -> Condition {
    var condition = Condition(type, status, reason: reason, message: message, lastTransitionTime: now)
    condition.other["lastProbeTime"] = .string(now.rfc3339)
    return condition
  }
}
