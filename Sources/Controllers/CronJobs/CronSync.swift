import Basics
import Machinery
import Objects

/// One look at a CronJob and its Jobs: what has become of them, and whether one is to be started.
///
/// Mirrors `cleanupFinishedJobs` and `syncCronJob`.
struct CronSync {
  let cronJob: CronJob
  private let now: Instant
  /// The Jobs that the CronJob controls, in the order of their names.
  private let jobs: [Job]
  /// What is known of the Jobs before anything is done.
  private(set) var status: CronJobStatus
  private(set) var notes: [EventNote] = []
  private(set) var passedOver: [PassedOver] = []
  /// What the schedule asks for by now; nil where that does not matter.
  private(set) var dueStarts: DueStarts?
  /// Ended Jobs beyond the history limits, oldest first, and running ones that make room for the next.
  private(set) var deletions: [Job] = []
  /// When the Job was due that is to be started; nil for none.
  private(set) var start: Instant?
  /// How long until the next look; nil for not before something changes.
  private(set) var nextLook: Interval?

  init(_ cronJob: CronJob, _ observed: Observed) {
    self.cronJob = cronJob
    now = observed.now
    jobs = observed.dependents.compactMap { $0.as(Job.self) }
    status = cronJob.status
    let kept =
      trimHistory(jobs.filter { $0.finishedCondition?.type == .complete }, cronJob.spec.successfulJobsHistoryLimit)
      + trimHistory(jobs.filter { $0.finishedCondition?.type == .failed }, cronJob.spec.failedJobsHistoryLimit)
    follow()
    if cronJob.metadata.isBeingDeleted {
      passedOver.append(PassedOver(nil, .ownerIsBeingDeleted))
    } else if cronJob.spec.suspend == true {
      passedOver.append(PassedOver(nil, .suspended))
    } else if let start = CronStart(cronJob, now: now) {
      schedule(start)
    }
    passedOver += kept
  }

  private var about: Event.Involved { Event.Involved(.cronJob, cronJob.metadata) }

  private mutating func note(_ reason: String, _ message: String, warning: Bool = false) {
    notes.append(EventNote(about: about, warning: warning, reason: reason, message: message))
  }

  /// Marks what the history has too much of, and tells what it keeps.
  ///
  /// Mirrors `removeOldestJobs`.
  private mutating func trimHistory(_ ended: [Job], _ limit: Int?) -> [PassedOver] {
    guard let limit else { return [] }
    let oldestFirst = ended.sorted { left, right in
      switch (left.status.startTime, right.status.startTime) {
      case (let first?, let second?) where first != second: first < second
      case (nil, .some): false
      case (.some, nil): true
      default: left.metadata.key < right.metadata.key
      }
    }
    let surplus = max(0, ended.count - limit)
    for job in oldestFirst.prefix(surplus) where !job.metadata.isBeingDeleted { deletions.append(job) }
    return oldestFirst.dropFirst(surplus).map { PassedOver($0.version, .keptInHistory(limit: limit)) }
  }

  /// Compares the list of active Jobs with the Jobs that there are.
  private mutating func follow() {
    let listed = Set(status.active.map(\.uid))
    let present = Set(jobs.map(\.metadata.uid))
    for job in jobs {
      let isListed = listed.contains(job.metadata.uid)
      if !isListed, !job.isFinished {
        note(
          "UnexpectedJob",
          "Saw a job that the controller did not create or forgot: \(job.metadata.name)",
          warning: true
        )
      } else if isListed, let ended = job.finishedCondition {
        status.active.removeAll { $0.uid == job.metadata.uid }
        note("SawCompletedJob", "Saw completed job: \(job.metadata.name), condition: \(ended.type.name)")
      }
      if job.finishedCondition?.type == .complete, let end = job.status.completionTime {
        status.lastSuccessfulTime = max(status.lastSuccessfulTime ?? end, end)
      }
    }
    for reference in status.active where !present.contains(reference.uid) {
      status.active.removeAll { $0.uid == reference.uid }
      note("MissingJob", "Active job went missing: \(reference.name)")
    }
  }

  /// Decides whether a Job is to be started now.
  private mutating func schedule(_ clock: CronStart) {
    let starts: DueStarts
    do throws(CronStart.NeverDue) {
      starts = try clock.due()
    } catch {
      let text = "time difference between two schedules is less than 1 second"
      note("InvalidSchedule", "invalid schedule: \(cronJob.spec.schedule) : \(text)", warning: true)
      return
    }
    dueStarts = starts
    nextLook = clock.untilNext
    guard let due = starts.latest else {
      passedOver.append(PassedOver(nil, .notDue(next: nextLook.map { now + $0 })))
      return
    }
    if starts.count > CronStart.manyMissed {
      note(
        "TooManyMissedTimes",
        "too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew",
        warning: true
      )
    }
    if let deadline = cronJob.spec.startingDeadlineSeconds, due + .seconds(Int64(deadline)) < now {
      note("MissSchedule", "Missed scheduled time to start a job: \(due.rfc1123)", warning: true)
      passedOver.append(PassedOver(nil, .tooLate(due)))
    } else if status.active.contains(where: { $0.name == name(of: due) }) || status.lastScheduleTime == due {
      passedOver.append(PassedOver(nil, .startedBefore(due)))
    } else if cronJob.spec.concurrencyPolicy == .forbid, !status.active.isEmpty {
      note(
        "JobAlreadyActive",
        "Not starting job because prior execution is running and concurrency policy is Forbid"
      )
      passedOver.append(PassedOver(nil, .previousRuns))
    } else {
      if cronJob.spec.concurrencyPolicy == .replace {
        deletions += jobs.filter { job in status.active.contains { $0.uid == job.metadata.uid } }
      }
      start = due
    }
  }

  /// Mirrors `getJobName`: the minute since 1970 tells the Jobs of a CronJob apart.
  private func name(of due: Instant) -> String { "\(cronJob.metadata.name)-\(due.unixSeconds / 60)" }

  /// The Job to start.
  ///
  /// Mirrors `getJobFromTemplate2`.
  var job: Object? {
    guard let due = start, let clock = CronStart(cronJob, now: now) else { return nil }
    var fields: Fields = ["spec": cronJob.spec.jobTemplate["spec"] ?? [:]]
    Defaults.apply(to: &fields, kind: .job)
    let template = ObjectMeta(fields: cronJob.spec.jobTemplate["metadata"]?.object ?? [:])
    return Object(kind: .job, fields: fields).with { metadata in
      metadata = ObjectMeta(name: name(of: due), namespace: cronJob.metadata.namespace, labels: template.labels)
      metadata.annotations = template.annotations
      metadata.annotations[CronJob.scheduledTimestampKey] = clock.timestamp(of: due)
      metadata.ownerReferences = [OwnerReference(controller: .cronJob, cronJob.metadata)]
    }
  }
}

extension Job {
  /// This Job at the resourceVersion that was read.
  var version: ObjectVersion {
    ObjectVersion(ObjectID(.job, metadata.key), resourceVersion: metadata.resourceVersion)
  }
}
