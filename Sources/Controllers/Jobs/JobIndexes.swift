import Basics
import Machinery
import Objects

/// Where an Indexed Job stands with each of its indexes.
///
/// Mirrors the indexed part of `syncJob` with `pkg/controller/job/indexed_job_utils.go`.
struct JobIndexes {
  /// Those that have succeeded, just now or before.
  private(set) var succeeded = CompletionIndexes()
  /// Those that were given up; nil without `backoffLimitPerIndex`.
  private(set) var failed: CompletionIndexes?
  /// The last failed Pod of each index that is to be tried again. It keeps its finalizer until its replacement has
  /// taken over the count of failures.
  private(set) var awaitingReplacement: [Int: Pod] = [:]

  /// For a Job that is not Indexed.
  init() {}

  init(_ job: Job, pods: [Pod], active: [Pod]) {
    let completions = job.spec.completions ?? 0
    let tracked = pods.filter { $0.isTracked && $0.completionIndex.map { $0 < completions } ?? false }
    succeeded = CompletionIndexes(job.status.completedIndexes, below: completions)
    succeeded.insert(tracked.filter { $0.status.phase == .succeeded }.compactMap(\.completionIndex))
    guard let limit = job.spec.backoffLimitPerIndex else { return }
    let ended = tracked.filter { JobSync.hasFailed($0, job) }
    var failed = CompletionIndexes(job.status.failedIndexes ?? "", below: completions)
    failed.insert(ended.filter { JobIndexes.givesUp($0, job, limit: limit) }.compactMap(\.completionIndex))
    self.failed = failed
    let taken = Set(active.compactMap(\.completionIndex))
    for pod in ended {
      guard let index = pod.completionIndex, !taken.contains(index), !succeeded.contains(index),
        !failed.contains(index)
      else { continue }
      if let other = awaitingReplacement[index], !JobIndexes.isLater(pod, than: other) { continue }
      awaitingReplacement[index] = pod
    }
  }

  /// Mirrors `isIndexFailed`.
  private static func givesUp(_ pod: Pod, _ job: Job, limit: Int) -> Bool {
    let match = PodFailureMatch(pod, job.spec.podFailurePolicy)
    return match?.action == .failIndex || (match?.counts ?? true && pod.earlierFailures >= limit)
  }

  private static func isLater(_ pod: Pod, than other: Pod) -> Bool {
    other.allEarlierFailures <= pod.allEarlierFailures
      && JobBackOff.finishTime(of: pod) >= JobBackOff.finishTime(of: other)
  }

  /// Whether the Pod's finalizer has to stay until its index has a new Pod.
  func isAwaitingReplacement(_ pod: Pod) -> Bool {
    pod.completionIndex.flatMap { awaitingReplacement[$0] }?.metadata.uid == pod.metadata.uid
  }

  /// The message of the first rule of `successPolicy` that is met; nil while none is.
  ///
  /// Mirrors `matchSuccessPolicy`.
  func metRule(of policy: SuccessPolicy?, completions: Int) -> String? {
    guard let policy, succeeded.count > 0 else { return nil }
    let index = policy.rules.firstIndex { rule in
      guard let text = rule.succeededIndexes else { return rule.succeededCount.map { succeeded.count >= $0 } ?? false }
      let required = CompletionIndexes(text, below: completions)
      let reached = required.countCommon(with: succeeded)
      return required.count > 0 && (reached == required.count || rule.succeededCount.map { reached >= $0 } ?? false)
    }
    return index.map { "Matched rules at index \($0)" }
  }
}

extension Pod {
  /// How many failed Pods of its index it follows on, without those that `podFailurePolicy` ignored.
  var earlierFailures: Int { failureCount(Job.failureCountKey) }

  var earlierIgnoredFailures: Int { failureCount(Job.ignoredFailureCountKey) }

  /// Mirrors `getIndexAbsoluteFailureCount`.
  var allEarlierFailures: Int { earlierFailures + earlierIgnoredFailures }

  /// What cannot be a count reads as none.
  private func failureCount(_ key: String) -> Int {
    metadata.annotations[key].flatMap { Int32($0) }.map { max(0, Int($0)) } ?? 0
  }
}
