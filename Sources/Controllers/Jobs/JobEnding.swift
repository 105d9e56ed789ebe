import Objects

/// How a Job ends.
struct JobEnding: Hashable {
  var final: ConditionType
  var reason: String
  var message: String

  /// The condition that announces the end, before the Job's last Pods are counted.
  var interim: ConditionType { final == .complete ? .successCriteriaMet : .failureTarget }

  init(_ final: ConditionType, _ announced: Condition) {
    self.init(final, reason: announced.reason, message: announced.message)
  }

  private init(_ final: ConditionType, reason: String, message: String) {
    self.final = final
    self.reason = reason
    self.message = message
  }

  static let completionsReached = JobEnding(
    .complete,
    reason: "CompletionsReached",
    message: "Reached expected number of succeeded pods"
  )
  static let backoffLimitExceeded = JobEnding(
    .failed,
    reason: "BackoffLimitExceeded",
    message: "Job has reached the specified backoff limit"
  )
  static let deadlineExceeded = JobEnding(
    .failed,
    reason: "DeadlineExceeded",
    message: "Job was active longer than specified deadline"
  )
  static let maxFailedIndexesExceeded = JobEnding(
    .failed,
    reason: "MaxFailedIndexesExceeded",
    message: "Job has exceeded the specified maximal number of failed indexes"
  )
  static let failedIndexes = JobEnding(.failed, reason: "FailedIndexes", message: "Job has failed indexes")

  static func podFailurePolicy(_ message: String) -> JobEnding {
    JobEnding(.failed, reason: "PodFailurePolicy", message: message)
  }

  static func successPolicy(_ message: String) -> JobEnding {
    JobEnding(.complete, reason: "SuccessPolicy", message: message)
  }
}
