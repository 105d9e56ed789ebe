package import Basics

/// A Job: runs Pods until a number of them have succeeded.
package struct Job: SpecAndStatus, Equatable {
  package static let kind = Kind.job
  package var metadata: ObjectMeta
  package var spec: JobSpec
  package var status = JobStatus()
  package var other = Fields()

  package init(metadata: ObjectMeta, spec: JobSpec) {
    self.metadata = metadata
    self.spec = spec
  }

  /// The finalizer by which a Pod stays in the API until its Job has counted it.
  package static let trackingFinalizer = "batch.kubernetes.io/job-tracking"
  /// The label by which a Job selects its Pods, unless it has a selector of its own; its value is the Job's uid.
  package static let ownerLabel = "batch.kubernetes.io/controller-uid"
  /// The annotation and label that give a Pod of an Indexed Job its index.
  package static let completionIndexKey = "batch.kubernetes.io/job-completion-index"
  /// The annotation that says how many failed Pods of its index a Pod follows on.
  package static let failureCountKey = "batch.kubernetes.io/job-index-failure-count"
  /// The same for those whose failure `podFailurePolicy` ignored.
  package static let ignoredFailureCountKey = "batch.kubernetes.io/job-index-ignored-failure-count"

  /// The condition that ended the Job, Complete or Failed; nil while it has not ended.
  ///
  /// Mirrors `util.FinishedCondition`.
  package var finishedCondition: Condition? {
    status.conditions.first { ($0.type == .complete || $0.type == .failed) && $0.status == .true }
  }

  package var isFinished: Bool { finishedCondition != nil }
  package var isSuspended: Bool { spec.suspend == true }
  package var isIndexed: Bool { spec.completionMode == .indexed }
}

extension ConditionType {
  package static let complete = ConditionType("Complete")
  package static let failed = ConditionType("Failed")
  package static let failureTarget = ConditionType("FailureTarget")
  package static let successCriteriaMet = ConditionType("SuccessCriteriaMet")
  package static let suspended = ConditionType("Suspended")
}

/// `spec` of a Job.
package struct JobSpec: Hashable, Sendable, FieldCodable {
  /// What makes a Job complete.
  package enum CompletionMode: String, Hashable, Sendable {
    /// A number of Pods have succeeded, whichever.
    case nonIndexed = "NonIndexed"
    /// A Pod has succeeded for each index from 0 on.
    case indexed = "Indexed"
  }

  /// When a Pod is replaced.
  package enum PodReplacementPolicy: String, Hashable, Sendable {
    /// As soon as it is being deleted.
    case terminatingOrFailed = "TerminatingOrFailed"
    /// Only once it has ended.
    case failed = "Failed"
  }

  package var parallelism: Int
  /// nil: one success is enough, and no Pod is created after it.
  package var completions: Int?
  package var backoffLimit: Int
  /// Seconds.
  package var activeDeadlineSeconds: Int?
  /// Seconds.
  package var ttlSecondsAfterFinished: Int?
  package var completionMode: CompletionMode?
  package var suspend: Bool?
  package var podReplacementPolicy: PodReplacementPolicy?
  /// How many failures each index of an Indexed Job may have; nil where failures are counted for the Job as a whole.
  package var backoffLimitPerIndex: Int?
  /// With more failed indexes than this the Job is given up.
  package var maxFailedIndexes: Int?
  package var podFailurePolicy: PodFailurePolicy?
  package var successPolicy: SuccessPolicy?
  package var selector: LabelSelector
  package var template: PodTemplate
  package var other: Fields

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    let asked = reader.int("parallelism")
    parallelism = asked ?? 1
    // As the API server defaults it: one completion where neither is given.
    completions = reader.int("completions") ?? (asked == nil ? 1 : nil)
    backoffLimitPerIndex = reader.int("backoffLimitPerIndex")
    backoffLimit = reader.int("backoffLimit") ?? (backoffLimitPerIndex == nil ? 6 : Int(Int32.max))
    maxFailedIndexes = reader.int("maxFailedIndexes")
    podFailurePolicy = reader.structure("podFailurePolicy")
    successPolicy = reader.structure("successPolicy")
    activeDeadlineSeconds = reader.int("activeDeadlineSeconds")
    ttlSecondsAfterFinished = reader.int("ttlSecondsAfterFinished")
    completionMode = reader.string("completionMode").flatMap(CompletionMode.init(rawValue:))
    suspend = reader.bool("suspend")
    podReplacementPolicy = reader.string("podReplacementPolicy").flatMap(PodReplacementPolicy.init(rawValue:))
    selector = reader.structure("selector") ?? LabelSelector(fields: [:])
    template = reader.structure("template") ?? PodTemplate(fields: [:])
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out["parallelism"] = .int(Int64(parallelism))
    out.set("completions", completions)
    out["backoffLimit"] = .int(Int64(backoffLimit))
    out.set("activeDeadlineSeconds", activeDeadlineSeconds)
    out.set("ttlSecondsAfterFinished", ttlSecondsAfterFinished)
    out.set("completionMode", completionMode?.rawValue)
    out.set("suspend", suspend)
    out.set("podReplacementPolicy", podReplacementPolicy?.rawValue)
    out.set("backoffLimitPerIndex", backoffLimitPerIndex)
    out.set("maxFailedIndexes", maxFailedIndexes)
    out.set("podFailurePolicy", podFailurePolicy)
    out.set("successPolicy", successPolicy)
    if !selector.fields.isEmpty { out["selector"] = .object(selector.fields) }
    out["template"] = .object(template.fields)
    return out
  }
}

/// `status` of a Job.
package struct JobStatus: Hashable, Sendable, FieldCodable {
  /// Pods that have ended and whose finalizer may still be on: a stage on the way into `succeeded` and `failed`.
  package struct Uncounted: Hashable, Sendable {
    package var succeeded: [UID]
    package var failed: [UID]
    package var isEmpty: Bool { succeeded.isEmpty && failed.isEmpty }

    package init(succeeded: [UID] = [], failed: [UID] = []) {
      self.succeeded = succeeded
      self.failed = failed
    }
  }

  package var active = 0
  /// Absent until the controller has written the status once; so are `terminating` and `uncounted`.
  package var ready: Int?
  package var succeeded = 0
  package var failed = 0
  package var terminating: Int?
  /// `0-2,4`: the indexes of an Indexed Job that have succeeded.
  package var completedIndexes = ""
  /// The same for the indexes that were given up; absent without `backoffLimitPerIndex`.
  package var failedIndexes: String?
  package var uncounted: Uncounted?
  package var conditions: [Condition] = []
  package var startTime: Instant?
  package var completionTime: Instant?
  package var other = Fields()

  package init() {}

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    active = reader.int("active") ?? 0
    ready = reader.int("ready")
    succeeded = reader.int("succeeded") ?? 0
    failed = reader.int("failed") ?? 0
    terminating = reader.int("terminating")
    completedIndexes = reader.string("completedIndexes") ?? ""
    failedIndexes = reader.string("failedIndexes")
    if let pods = reader.fields("uncountedTerminatedPods") {
      var reader = FieldReader(pods)
      uncounted = Uncounted(
        succeeded: (reader.strings("succeeded") ?? []).map { UID($0) },
        failed: (reader.strings("failed") ?? []).map { UID($0) }
      )
    }
    conditions = reader.list("conditions") ?? []
    startTime = reader.time("startTime")
    completionTime = reader.time("completionTime")
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out.setNonZero("active", active)
    out.set("ready", ready)
    out.setNonZero("succeeded", succeeded)
    out.setNonZero("failed", failed)
    out.set("terminating", terminating)
    out.setNonEmpty("completedIndexes", completedIndexes)
    out.set("failedIndexes", failedIndexes)
    if let uncounted {
      var pods = Fields()
      pods.set("succeeded", uncounted.succeeded.map(\.text))
      pods.set("failed", uncounted.failed.map(\.text))
      out["uncountedTerminatedPods"] = .object(pods)
    }
    out.set("conditions", conditions)
    out.set("startTime", startTime)
    out.set("completionTime", completionTime)
    return out
  }

  package func condition(_ type: ConditionType) -> Condition? { conditions.first { $0.type == type } }
}
