import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

@Suite("A CronJob in a running cluster")
struct CronJobTests {
  /// A run that begins at 09:00:00 with one CronJob, whose Jobs run for `runSeconds`.
  private func started(
    _ name: String,
    schedule: String = "* * * * *",
    runSeconds: Int = 2,
    exitCode: Int = 0,
    _ spec: Fields = [:],
    seconds: Int64
  ) throws -> Timeline {
    var timeline = Timeline(Configuration())
    let object = cronJob(name, schedule: schedule, runSeconds: runSeconds, exitCode: exitCode, spec)
    _ = try timeline.perform(.create(object))
    timeline.run(seconds: seconds)
    return timeline
  }

  private func cronJob(_ name: String, schedule: String, runSeconds: Int, exitCode: Int, _ spec: Fields) -> Object {
    var fields: Fields = [
      "schedule": .string(schedule), "concurrencyPolicy": "Allow", "suspend": false,
      "successfulJobsHistoryLimit": 3, "failedJobsHistoryLimit": 1,
      "jobTemplate": [
        "spec": [
          "backoffLimit": 0, "template": Fixture.jobSpec(runSeconds: runSeconds, exitCode: exitCode)["template"] ?? [:],
        ]
      ],
    ]
    for field in spec { fields[field.name] = field.value }
    let metadata: Value = ["name": .string(name), "namespace": "default"]
    return Object(kind: .cronJob, fields: ["metadata": metadata, "spec": .object(fields)])
  }

  /// Minutes since 1970 of 2026-01-01T09:00:00Z.
  private static let startMinute = Configuration.defaultStart.unixSeconds / 60

  @Test("starts a Job at each full minute, named after it")
  func starts() throws {
    let timeline = try started("hello", seconds: 130)
    let first = try #require(timeline.jobs.first)
    #expect(timeline.jobs.map(\.metadata.name) == [Int64(1), 2].map { "hello-\(Self.startMinute + $0)" })
    #expect(first.metadata.annotations[CronJob.scheduledTimestampKey] == "2026-01-01T09:01:00Z")
    #expect(first.metadata.creationTimestamp?.rfc3339 == "2026-01-01T09:01:00Z")
    #expect(first.metadata.controllerRef?.name == "hello")
    #expect(first.isFinished)
    let status = try #require(timeline.cronJobs.first).status
    #expect(status.active.isEmpty)
    #expect(status.lastScheduleTime?.rfc3339 == "2026-01-01T09:02:00Z")
    #expect(status.lastSuccessfulTime != nil)
    let round = ["SuccessfulCreate", "SawCompletedJob"]
    #expect(timeline.events(of: .cronJob) == round + round)
  }

  @Test("keeps so many ended Jobs of each sort and no more")
  func history() throws {
    #expect(try started("good", seconds: 370).jobs.count == 3)
    let failing = try started("bad", exitCode: 1, seconds: 370)
    #expect(failing.jobs.count == 1)
    #expect(failing.pods.count == 1)
    #expect(failing.events(of: .cronJob).contains("SuccessfulDelete"))
  }

  @Test(
    "lets Jobs run side by side, one alone, or the newest",
    arguments: [("Allow", 3), ("Forbid", 1), ("Replace", 1)]
  )
  func concurrency(_ policy: String, running: Int) throws {
    let timeline = try started(
      "slow",
      runSeconds: 1_000,
      ["concurrencyPolicy": .string(policy)],
      seconds: 200
    )
    let status = try #require(timeline.cronJobs.first).status
    #expect(timeline.jobs.count == running)
    #expect(status.active.count == running)
    let last = policy == "Forbid" ? 1 : 3
    #expect(timeline.jobs.last?.metadata.name == "slow-\(Self.startMinute + Int64(last))")
    #expect(timeline.events(of: .cronJob).contains("JobAlreadyActive") == (policy == "Forbid"))
    #expect(!timeline.events(of: .cronJob).contains("UnexpectedJob"))
    #expect(!timeline.events(of: .cronJob).contains("MissingJob"))
  }

  @Test("starts only the latest of the starts that it missed while suspended")
  func suspended() throws {
    var timeline = try started("pause", ["suspend": true], seconds: 200)
    #expect(timeline.jobs.isEmpty)
    var cronJob = try #require(timeline.cronJobs.first)
    cronJob.spec.suspend = false
    _ = try timeline.perform(.update(Object(cronJob), nil))
    timeline.run(seconds: 5)
    #expect(timeline.jobs.map(\.metadata.name) == ["pause-\(Self.startMinute + 3)"])
  }

  @Test("gives up a start that is later than its deadline")
  func deadline() throws {
    var timeline = try started("late", ["suspend": true, "startingDeadlineSeconds": 10], seconds: 200)
    var cronJob = try #require(timeline.cronJobs.first)
    cronJob.spec.suspend = false
    _ = try timeline.perform(.update(Object(cronJob), nil))
    timeline.run(seconds: 5)
    #expect(timeline.jobs.isEmpty)
    timeline.run(seconds: 60)
    #expect(timeline.jobs.count == 1)
  }

  @Test(
    "reckons from its last start, or from its deadline, which starts have come",
    arguments: [
      ([:], "2026-01-01T09:00:00Z", 3, "2026-01-01T09:03:00Z"),
      (["startingDeadlineSeconds": 30], "2026-01-01T09:02:50Z", 1, "2026-01-01T09:03:00Z"),
      (["startingDeadlineSeconds": 10], "2026-01-01T09:03:10Z", 0, nil),
    ] as [(Fields, String, Int64, String?)]
  )
  func dueStarts(_ spec: Fields, _ since: String, _ count: Int64, _ latest: String?) throws {
    var fields = spec
    fields["suspend"] = true
    var timeline = try started("late", fields, seconds: 200)
    try timeline.edit(CronJob.self, "late") { $0.spec.suspend = false }
    timeline.run(seconds: 1)
    let decisions = timeline.records.compactMap { record in
      if case .reconciled(let decision) = record.happening, decision.observed.kind == .cronJob { decision } else { nil }
    }
    let due = decisions.compactMap(\.dueStarts)
    #expect(due.first?.since.rfc3339 == since)
    #expect(due.first?.count == count)
    #expect(due.first?.latest?.rfc3339 == latest)
    let suspended = try #require(decisions.first)
    #expect(suspended.dueStarts == nil, "a suspended CronJob's schedule is not looked at")
    #expect(suspended.passedOver.map(\.reason) == [.suspended])
  }

  @Test("follows the clock of its time zone")
  func timeZone() throws {
    let timeline = try started("seoul", schedule: "1 18 * * *", ["timeZone": "Asia/Seoul"], seconds: 70)
    let job = try #require(timeline.jobs.first)
    #expect(job.metadata.annotations[CronJob.scheduledTimestampKey] == "2026-01-01T18:01:00+09:00")
  }

  @Test("follows the clock over the beginning of summer time")
  func summerTime() throws {
    var configuration = Configuration()
    configuration.start = try #require(Instant(rfc3339: "2026-03-29T00:30:00Z"))
    var timeline = Timeline(configuration)
    _ = try timeline.perform(
      .create(cronJob("berlin", schedule: "0 * * * *", runSeconds: 2, exitCode: 0, ["timeZone": "Europe/Berlin"]))
    )
    timeline.run(seconds: 3_700)
    #expect(
      timeline.jobs.compactMap { $0.metadata.annotations[CronJob.scheduledTimestampKey] }
        == ["2026-03-29T03:00:00+02:00"]
    )
  }

  @Test("warns of more than a hundred starts that it missed, and starts the latest")
  func manyMissed() throws {
    var timeline = try started("idle", ["suspend": true], seconds: 101 * 60 + 30)
    try timeline.edit(CronJob.self, "idle") { $0.spec.suspend = false }
    timeline.run(seconds: 5)
    let warning = try #require(timeline.events("TooManyMissedTimes").first)
    #expect(
      warning.message
        == "too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew"
    )
    #expect(timeline.jobs.map(\.metadata.name) == ["idle-\(Self.startMinute + 101)"])
  }

  @Test("tells of Jobs that it does not know, and of those it misses")
  func strangers() throws {
    var timeline = try started("owner", schedule: "0 0 1 1 *", seconds: 2)
    let owner = try #require(timeline.cronJobs.first)
    let stranger = Fixture.job("stranger", runSeconds: 1_000).with {
      $0.ownerReferences = [OwnerReference(controller: .cronJob, owner.metadata)]
    }
    _ = try timeline.perform(.create(stranger))
    timeline.run(seconds: 2)
    #expect(
      timeline.events("UnexpectedJob").first?.message
        == "Saw a job that the controller did not create or forgot: stranger"
    )
    let gone = ObjectReference(stranger.with { $0.name = "gone" })
    var missing = try #require(timeline.cronJobs.first)
    missing.status.active = [gone]
    _ = try timeline.perform(.update(Object(missing), .status))
    timeline.run(seconds: 2)
    #expect(timeline.events("MissingJob").first?.message == "Active job went missing: gone")
    #expect(timeline.cronJobs.first?.status.active == [])
  }

  @Test("says so when its schedule never comes round")
  func never() throws {
    let timeline = try started("feb30", schedule: "0 0 30 2 *", seconds: 10)
    #expect(timeline.events(of: .cronJob) == ["InvalidSchedule"])
  }

  @Test("waits for its next start without keeping the cluster busy")
  func settles() throws {
    var timeline = try started("calm", schedule: "0 0 1 1 *", seconds: 1)
    let isSettled = timeline.settle(limit: 1_000)
    #expect(isSettled)
  }

  @Test("takes its Jobs and their Pods with it")
  func deleted() throws {
    var timeline = try started("gone", runSeconds: 1_000, seconds: 70)
    #expect(timeline.pods.count == 1)
    _ = try timeline.perform(.delete(ObjectID(.cronJob, namespace: "default", name: "gone"), DeleteOptions()))
    timeline.run(seconds: 10)
    #expect(timeline.jobs.isEmpty)
    #expect(timeline.pods.isEmpty)
  }
}

extension Timeline {
  fileprivate var cronJobs: [CronJob] { cluster.store.list(.cronJob).compactMap { $0.as(CronJob.self) } }
}
