import Basics
import Machinery
import Objects

/// How long a Job holds back its next Pod: 10 s after one failure, doubled for each further one in a row, at most
/// 600 s.
///
/// Mirrors `pkg/controller/job/backoff_utils.go`.
enum JobBackOff {
  private static let first = Interval.seconds(10)
  private static let limit = Interval.seconds(600)

  /// The record after Pods have ended that were not counted before.
  static func record(_ old: FailureRecord?, succeeded: [Pod], failed: [Pod]) -> FailureRecord? {
    guard let lastSuccess = succeeded.map(finishTime).max() else {
      guard let last = failed.map(finishTime).max() else { return old }
      return FailureRecord(count: (old?.count ?? 0) + failed.count, last: last)
    }
    let after = failed.map(finishTime).filter { $0 > lastSuccess }
    return after.max().map { FailureRecord(count: after.count, last: $0) }
  }

  /// How long it is still to hold back; zero when a Pod may be created.
  static func remaining(_ record: FailureRecord?, at now: Instant) -> Interval {
    guard let record else { return .zero }
    var delay = first
    var failures = 1
    while failures < record.count, delay < limit {
      delay = min(limit, delay * 2)
      failures += 1
    }
    return max(.zero, delay - (now - record.last))
  }

  /// The failures in a row of one index, from its last failed Pod; nil where there is none.
  ///
  /// Mirrors `getRemainingTimePerIndex`.
  static func record(ofIndexWith pod: Pod?) -> FailureRecord? {
    pod.map { FailureRecord(count: $0.allEarlierFailures + 1, last: finishTime(of: $0)) }
  }

  /// When a Pod ended: its last container's end, or the best that is known in its place.
  static func finishTime(of pod: Pod) -> Instant {
    if let ended = containersFinishTime(of: pod) { return ended }
    if let ready = pod.status.condition(.ready), ready.status == .false, let since = ready.lastTransitionTime {
      return since
    }
    if let deletion = pod.metadata.deletionTimestamp {
      return deletion - .seconds(Int64(pod.metadata.deletionGracePeriodSeconds ?? 0))
    }
    return pod.metadata.creationTimestamp ?? Instant(unixSeconds: 0)
  }

  /// Init containers end before the others, but for those that run beside them.
  private static func containersFinishTime(of pod: Pod) -> Instant? {
    var latest: Instant?
    for status in pod.status.containerStatuses {
      guard case .terminated(let end)? = status.state, let finished = end.finishedAt else { return nil }
      latest = max(latest ?? finished, finished)
    }
    return latest
  }
}
