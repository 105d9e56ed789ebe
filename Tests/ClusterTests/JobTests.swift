import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

@Suite("A Job in a running cluster")
struct JobTests {
  private func started(_ object: Object, seconds: Int64) throws -> Timeline {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(object))
    timeline.run(seconds: seconds)
    return timeline
  }

  @Test("completes: the Pod is counted, then released from its finalizer, then the Job ends")
  func completes() throws {
    let early = try started(Fixture.job("batch"), seconds: 3)
    #expect(early.jobs.first?.status.active == 1)
    #expect(early.jobs.first?.status.ready == 1)
    #expect(early.pods.first?.metadata.finalizers == [Job.trackingFinalizer])
    let timeline = try started(Fixture.job("batch"), seconds: 12)
    let job = try #require(timeline.jobs.first)
    #expect(job.status.conditions.map(\.type) == [.successCriteriaMet, .complete])
    #expect(job.status.conditions.allSatisfy { $0.reason == "CompletionsReached" })
    #expect(job.status.succeeded == 1)
    #expect(job.status.active == 0)
    #expect(job.status.uncounted?.isEmpty == true)
    #expect(job.status.completionTime != nil)
    #expect(timeline.pods.first?.metadata.finalizers == [])
    #expect(timeline.pods.first?.metadata.labels["batch.kubernetes.io/job-name"] == "batch")
    #expect(timeline.events(of: .job) == ["SuccessfulCreate", "Completed"])
  }

  @Test("creates a new Pod 10, 20, 40, 80 s after a failure, and gives up after the limit")
  func backsOff() throws {
    let timeline = try started(Fixture.job("fail", runSeconds: 1, exitCode: 1, ["backoffLimit": 4]), seconds: 200)
    let pods = timeline.pods.sorted { $0.metadata.resourceVersion < $1.metadata.resourceVersion }
    #expect(pods.count == 5)
    let ends = try pods.map { pod in try #require(pod.finishedAt) }
    let starts = try pods.map { pod in try #require(pod.metadata.creationTimestamp) }
    let gaps = zip(starts.dropFirst(), ends).map { ($0 - $1).wholeSeconds }
    #expect(gaps == [10, 20, 40, 80])
    let status = try #require(timeline.jobs.first).status
    #expect(status.failed == 5)
    #expect(status.conditions.map(\.type) == [.failureTarget, .failed])
    #expect(status.conditions.last?.reason == "BackoffLimitExceeded")
    #expect(timeline.events(of: .job).last == "BackoffLimitExceeded")
  }

  @Test("counts restarts against the limit with OnFailure, and deletes the Pod")
  func restartsCount() throws {
    let object = Fixture.job("again", runSeconds: 1, exitCode: 1, restartPolicy: "OnFailure", ["backoffLimit": 2])
    let timeline = try started(object, seconds: 60)
    let status = try #require(timeline.jobs.first).status
    #expect(status.conditions.map(\.type) == [.failureTarget, .failed])
    #expect(status.failed == 1)
    #expect(timeline.pods.isEmpty)
    #expect(timeline.events(of: .job) == ["SuccessfulCreate", "SuccessfulDelete", "BackoffLimitExceeded"])
  }

  @Test("ends at its deadline, once its Pods are gone")
  func deadline() throws {
    let object = Fixture.job("slow", runSeconds: 100, ["activeDeadlineSeconds": 10])
    #expect(try started(object, seconds: 9).jobs.first?.isFinished == false)
    let timeline = try started(object, seconds: 15)
    let status = try #require(timeline.jobs.first).status
    #expect(status.conditions.map(\.reason) == ["DeadlineExceeded", "DeadlineExceeded"])
    #expect(status.failed == 1)
    #expect(timeline.pods.isEmpty)
  }

  @Test("stops and goes on as spec.suspend says; its Pods are not failures")
  func suspends() throws {
    var timeline = try started(Fixture.job("pause", runSeconds: 1_000), seconds: 3)
    func suspend(_ flag: Bool) throws -> Object {
      var job = try #require(timeline.jobs.first)
      job.spec.suspend = flag
      return Object(job)
    }
    _ = try timeline.perform(.update(suspend(true), nil))
    timeline.run(seconds: 5)
    var status = try #require(timeline.jobs.first).status
    #expect(timeline.pods.isEmpty)
    #expect(status.condition(.suspended)?.status == .true)
    #expect(status.startTime == nil)
    #expect(status.failed == 0)
    _ = try timeline.perform(.update(suspend(false), nil))
    timeline.run(seconds: 3)
    status = try #require(timeline.jobs.first).status
    #expect(status.condition(.suspended)?.status == .false)
    #expect(status.active == 1)
    #expect(status.startTime != nil)
    #expect(
      timeline.events(of: .job) == ["SuccessfulCreate", "SuccessfulDelete", "Suspended", "SuccessfulCreate", "Resumed"]
    )
  }

  @Test("goes with its Pods when its time to live is over")
  func timeToLive() throws {
    let object = Fixture.job("short", runSeconds: 2, ["ttlSecondsAfterFinished": 5])
    let before = try started(object, seconds: 8)
    #expect(before.jobs.first?.isFinished == true)
    let after = try started(object, seconds: 15)
    #expect(after.jobs.isEmpty)
    #expect(after.pods.isEmpty)
  }

  @Test("works through its indexes, two at a time")
  func indexed() throws {
    let spec: Fields = ["completionMode": "Indexed", "completions": 5, "parallelism": 2]
    let early = try started(Fixture.job("index", runSeconds: 3, spec), seconds: 2)
    #expect(early.pods.compactMap { $0.metadata.labels[Job.completionIndexKey] }.sorted() == ["0", "1"])
    let timeline = try started(Fixture.job("index", runSeconds: 3, spec), seconds: 40)
    let job = try #require(timeline.jobs.first)
    #expect(job.status.completedIndexes == "0-4")
    #expect(job.status.succeeded == 5)
    #expect(job.isFinished)
    #expect(timeline.pods.count == 5)
    #expect(timeline.pods.allSatisfy { $0.spec.other["hostname"] != nil })
  }

  @Test("counts a deleted Pod as a failure and waits before it makes another")
  func deletedPod() throws {
    var timeline = try started(Fixture.job("lost", runSeconds: 1_000), seconds: 4)
    let pod = try #require(timeline.pods.first)
    _ = try timeline.perform(.delete(ObjectID(.pod, pod.metadata.key), DeleteOptions()))
    timeline.run(seconds: 6)
    #expect(timeline.pods.isEmpty)
    #expect(timeline.jobs.first?.status.failed == 1)
    timeline.run(seconds: 6)
    #expect(timeline.pods.count == 1)
  }

  @Test("leaves no Pod behind when it is deleted, whatever finalizers they have")
  func deleted() throws {
    var timeline = try started(Fixture.job("gone", runSeconds: 1_000), seconds: 4)
    _ = try timeline.perform(.delete(ObjectID(.job, namespace: "default", name: "gone"), DeleteOptions()))
    timeline.run(seconds: 10)
    #expect(timeline.jobs.isEmpty)
    #expect(timeline.pods.isEmpty)
  }

  @Test("does not look again at the Pods that it has counted")
  func counted() throws {
    let timeline = try started(Fixture.job("many", runSeconds: 1, ["completions": 12, "parallelism": 2]), seconds: 60)
    #expect(timeline.jobs.first?.isFinished == true)
    let reconciles = timeline.records.compactMap { record -> Reconciliation? in
      guard record.component == .jobController, case .reconciled(let made) = record.happening,
        made.observed.kind == .job
      else { return nil }
      return made
    }
    #expect(reconciles.allSatisfy { $0.observed.owned.count <= 4 })
    #expect(reconciles.last?.observed.counted == 12)
    let known = reconciles.flatMap(\.passedOver).compactMap { passed in
      if case .counted(let count) = passed.reason { count } else { nil }
    }
    #expect(known.contains { $0 > 6 } && known == known.sorted())
  }

  @Test("without completions one success is enough, and no Pod is made after it")
  func workQueue() throws {
    var object = Fixture.job("queue", runSeconds: 2, ["parallelism": 3])
    var job = try #require(object.as(Job.self))
    job.spec.completions = nil
    object = Object(job)
    let timeline = try started(object, seconds: 15)
    #expect(timeline.jobs.first?.status.succeeded == 3)
    #expect(timeline.jobs.first?.isFinished == true)
    #expect(timeline.pods.count == 3)
  }
}

extension Pod {
  fileprivate var finishedAt: Instant? {
    guard case .terminated(let end)? = status.containerStatuses.first?.state else { return nil }
    return end.finishedAt
  }
}
