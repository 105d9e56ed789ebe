package import Basics

/// A CronJob: creates a Job each time its schedule comes round.
package struct CronJob: SpecAndStatus, Equatable {
  package static let kind = Kind.cronJob
  package var metadata: ObjectMeta
  package var spec: CronJobSpec
  package var status = CronJobStatus()
  package var other = Fields()

  package init(metadata: ObjectMeta, spec: CronJobSpec) {
    self.metadata = metadata
    self.spec = spec
  }

  /// The annotation that gives a Job the moment that it was scheduled for.
  package static let scheduledTimestampKey = "batch.kubernetes.io/cronjob-scheduled-timestamp"
}

/// `spec` of a CronJob.
package struct CronJobSpec: Hashable, Sendable, FieldCodable {
  /// What happens when a Job is due while one still runs.
  package enum ConcurrencyPolicy: String, Hashable, Sendable {
    case allow = "Allow"
    case forbid = "Forbid"
    case replace = "Replace"
  }

  package var schedule: String { didSet { clock = try? CronSchedule.parse(schedule) } }
  /// The schedule as it is understood; nil where it cannot be read, which validation refuses.
  package private(set) var clock: CronSchedule?
  package var timeZone: String?
  /// Seconds.
  package var startingDeadlineSeconds: Int?
  package var concurrencyPolicy: ConcurrencyPolicy?
  package var suspend: Bool?
  package var successfulJobsHistoryLimit: Int?
  package var failedJobsHistoryLimit: Int?
  /// `metadata` and `spec` of the Jobs, as they came: defaults are filled in when a Job is created.
  package var jobTemplate: Fields
  package var other: Fields

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    schedule = reader.string("schedule") ?? ""
    clock = try? CronSchedule.parse(schedule)
    timeZone = reader.string("timeZone")
    startingDeadlineSeconds = reader.int("startingDeadlineSeconds")
    concurrencyPolicy = reader.string("concurrencyPolicy").flatMap(ConcurrencyPolicy.init(rawValue:))
    suspend = reader.bool("suspend")
    successfulJobsHistoryLimit = reader.int("successfulJobsHistoryLimit")
    failedJobsHistoryLimit = reader.int("failedJobsHistoryLimit")
    jobTemplate = reader.fields("jobTemplate") ?? [:]
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out["schedule"] = .string(schedule)
    out.set("timeZone", timeZone)
    out.set("startingDeadlineSeconds", startingDeadlineSeconds)
    out.set("concurrencyPolicy", concurrencyPolicy?.rawValue)
    out.set("suspend", suspend)
    out.set("successfulJobsHistoryLimit", successfulJobsHistoryLimit)
    out.set("failedJobsHistoryLimit", failedJobsHistoryLimit)
    out["jobTemplate"] = .object(jobTemplate)
    return out
  }
}

/// `status` of a CronJob.
package struct CronJobStatus: Hashable, Sendable, FieldCodable {
  package var active: [ObjectReference] = []
  package var lastScheduleTime: Instant?
  package var lastSuccessfulTime: Instant?
  package var other = Fields()

  package init() {}

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    active = reader.list("active") ?? []
    lastScheduleTime = reader.time("lastScheduleTime")
    lastSuccessfulTime = reader.time("lastSuccessfulTime")
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out.set("active", active)
    out.set("lastScheduleTime", lastScheduleTime)
    out.set("lastSuccessfulTime", lastSuccessfulTime)
    return out
  }
}

/// A reference to one object as it was at one version: `v1.ObjectReference`.
package struct ObjectReference: Hashable, Sendable, FieldCodable {
  package var name: String
  package var uid: UID
  package var other: Fields

  /// Mirrors `ref.GetReference`.
  package init(_ object: Object) {
    name = object.metadata.name
    uid = object.metadata.uid
    other = [
      "apiVersion": .string(object.kind.apiVersion), "kind": .string(object.kind.name),
      "namespace": .string(object.metadata.namespace),
      "resourceVersion": .string(String(object.metadata.resourceVersion)),
    ]
  }

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    name = reader.string("name") ?? ""
    uid = UID(reader.string("uid") ?? "")
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out["name"] = .string(name)
    out["uid"] = .string(uid.text)
    return out
  }
}
