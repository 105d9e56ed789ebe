import Basics
import Machinery
import Objects

/// One look at a Job and its Pods, and all the numbers that follow from it.
///
/// Mirrors the first half of `syncJob` and its `syncJobCtx`.
struct JobSync {
  let job: Job
  let observed: Observed
  let pods: JobPods
  let active: [Pod]
  /// Pods that have ended and that neither the status nor its uncounted lists have.
  let newSucceeded: [Pod]
  let newFailed: [Pod]
  let failures: FailureRecord?
  /// Those of `newFailed` that `podFailurePolicy` does not count.
  let ignored: [(pod: Pod, match: PodFailureMatch)]
  let indexes: JobIndexes

  var now: Instant { observed.now }
  var ready: Int { active.count { $0.isReady } }
  var terminating: Int { pods.all.count { $0.isTerminating } }
  var uncounted: JobStatus.Uncounted { job.status.uncounted ?? JobStatus.Uncounted() }

  init(_ job: Job, _ observed: Observed) {
    self.job = job
    self.observed = observed
    let pods = JobPods(job, observed)
    self.pods = pods
    active = pods.all.filter { $0.isActive }
    let completions = job.spec.completions ?? 0
    let counting = pods.all.filter { pod in
      pod.isTracked && (!job.isIndexed || pod.completionIndex.map { $0 < completions } ?? false)
    }
    let known = job.status.uncounted ?? JobStatus.Uncounted()
    newSucceeded = counting.filter { $0.status.phase == .succeeded && !known.succeeded.contains($0.metadata.uid) }
    newFailed = counting.filter { JobSync.hasFailed($0, job) && !known.failed.contains($0.metadata.uid) }
    failures = JobBackOff.record(observed.failures, succeeded: newSucceeded, failed: newFailed)
    let policy = job.spec.podFailurePolicy
    ignored = newFailed.compactMap { pod in
      PodFailureMatch(pod, policy).flatMap { $0.counts ? nil : (pod, $0) }
    }
    indexes = job.isIndexed ? JobIndexes(job, pods: pods.all, active: active) : JobIndexes()
  }

  var succeeded: Int {
    job.isIndexed ? indexes.succeeded.count : job.status.succeeded + newSucceeded.count + uncounted.succeeded.count
  }

  /// Without those that `podFailurePolicy` ignores.
  var failed: Int { job.status.failed + newFailed.count - ignored.count + uncounted.failed.count }

  /// Whether a Pod counts as a failure: unless the Job replaces only ended Pods, being deleted is enough.
  ///
  /// Mirrors `isPodFailed`.
  static func hasFailed(_ pod: Pod, _ job: Job) -> Bool {
    if pod.status.phase == .failed { return true }
    if job.replacesOnlyEnded { return false }
    return pod.metadata.isBeingDeleted && pod.status.phase != .succeeded
  }

  /// How the Job ends by what is known before anything is done; nil where it goes on.
  var ending: JobEnding? {
    if let met = job.status.condition(.successCriteriaMet), met.status == .true { return JobEnding(.complete, met) }
    if let target = job.status.condition(.failureTarget), target.status == .true { return JobEnding(.failed, target) }
    if let message = failJobMessage { return .podFailurePolicy(message) }
    if failed > job.spec.backoffLimit || hasRestartedTooOften { return .backoffLimitExceeded }
    if let left = timeLeft, left <= .zero { return .deadlineExceeded }
    return job.isIndexed ? indexedEnding : nil
  }

  /// Mirrors `getFailJobMessage`.
  private var failJobMessage: String? {
    guard let policy = job.spec.podFailurePolicy else { return nil }
    return pods.all.lazy.filter { JobSync.hasFailed($0, job) }
      .compactMap { PodFailureMatch($0, policy) }.first { $0.action == .failJob }?.message
  }

  /// How an Indexed Job ends by its indexes.
  private var indexedEnding: JobEnding? {
    let completions = job.spec.completions ?? 0
    if let failed = indexes.failed, failed.count > 0 {
      if let limit = job.spec.maxFailedIndexes, failed.count > limit { return .maxFailedIndexesExceeded }
      if failed.count + indexes.succeeded.count >= completions { return .failedIndexes }
    }
    return indexes.metRule(of: job.spec.successPolicy, completions: completions).map(JobEnding.successPolicy)
  }

  /// Mirrors `pastBackoffLimitOnFailure`: with OnFailure, restarts count against the limit.
  private var hasRestartedTooOften: Bool {
    guard job.spec.template.spec.restartPolicy == .onFailure else { return false }
    let restarts = pods.all.filter { $0.status.phase == .running || $0.status.phase == .pending }
      .reduce(0) { $0 + $1.restarts }
    return job.spec.backoffLimit == 0 ? restarts > 0 : restarts >= job.spec.backoffLimit
  }

  /// How much of `activeDeadlineSeconds` is left; nil where there is no deadline, or it does not run.
  var timeLeft: Interval? {
    guard let deadline = job.spec.activeDeadlineSeconds, !job.isSuspended else { return nil }
    let start = job.status.startTime ?? now
    return .seconds(Int64(deadline)) - (now - start)
  }
}

extension Job {
  /// Whether a Pod is replaced only once it has ended.
  ///
  /// Mirrors `onlyReplaceFailedPods`.
  var replacesOnlyEnded: Bool { spec.podReplacementPolicy == .failed || spec.podFailurePolicy != nil }
}
