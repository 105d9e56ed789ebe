import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

/// Jobs made at random, disturbed at random: what holds of every Job has to hold of them.
@Suite("Any Job")
struct JobPropertyTests {
  @Test("ends once, with every Pod counted once and none held back", arguments: 1...60)
  func holds(_ seed: Int) throws {
    var run = JobRun(seed: UInt64(seed))
    try run.begin()
    for _ in 0..<run.generator.below(30) { try run.disturb() }
    try run.finish()
    let job = try run.job()
    let about = "seed \(seed): \(Value.object(job.spec.fields.without("template")).json)"
    #expect(run.mostActive <= job.spec.parallelism, "\(about)")
    let ends = job.status.conditions.filter { $0.status == .true && $0.type != .suspended }.map(\.type)
    #expect([[.successCriteriaMet, .complete], [.failureTarget, .failed]].contains(ends), "\(about)")
    #expect(job.status.active == 0 && job.status.ready == 0 && job.status.terminating == 0, "\(about)")
    #expect(job.status.uncounted?.isEmpty == true, "\(about)")
    #expect((job.status.completionTime != nil) == (ends.last == .complete), "\(about)")
    #expect(run.pods.allSatisfy { !$0.metadata.finalizers.contains(Job.trackingFinalizer) }, "\(about)")
    #expect(run.pods.allSatisfy { $0.isTerminal }, "\(about)")
    try checkCounts(run, job, about)
  }

  private func checkCounts(_ run: JobRun, _ job: Job, _ about: String) throws {
    let ended = run.endings()
    let status = job.status
    #expect(status.succeeded + status.failed <= ended.count, "\(about)")
    #expect(status.succeeded <= ended.count { $0.phase == .succeeded }, "\(about)")
    if job.isIndexed {
      #expect(status.succeeded == Set(Self.indexes(status.completedIndexes)).count, "\(about)")
      let failed = Self.indexes(status.failedIndexes ?? "")
      #expect(Set(failed).isDisjoint(with: Self.indexes(status.completedIndexes)), "\(about)")
    } else if !run.wasSuspended, job.spec.podReplacementPolicy != .failed {
      #expect(status.succeeded + status.failed == ended.count, "\(about)")
    }
    if status.condition(.complete) != nil, job.spec.successPolicy == nil {
      #expect(status.succeeded >= job.spec.completions ?? 1, "\(about)")
    }
    if status.conditions.last?.reason == "BackoffLimitExceeded", job.spec.template.spec.restartPolicy == .never {
      #expect(status.failed > job.spec.backoffLimit, "\(about)")
    }
  }

  /// `0-2,4` as numbers.
  private static func indexes(_ text: String) -> [Int] {
    text.split(separator: ",").flatMap { part in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      return Array((ends.first ?? 0)...(ends.last ?? -1))
    }
  }
}

/// One Job in a cluster of its own.
private struct JobRun {
  var generator: Generator
  var timeline: Timeline
  private(set) var mostActive = 0
  private(set) var wasSuspended = false

  init(seed: UInt64) {
    generator = Generator(seed: seed)
    timeline = Timeline(Configuration(seed: seed))
  }

  func job() throws -> Job { try timeline.only(Job.self) }
  var pods: [Pod] { timeline.pods }

  mutating func begin() throws {
    let isPerIndex = generator.below(4) == 0
    let isIndexed = isPerIndex || generator.below(2) == 0
    let mayRestart = !isPerIndex && generator.below(3) == 0
    var spec: Fields = [
      "parallelism": .int(Int64(1 + generator.below(4))),
      "completions": .int(Int64(1 + generator.below(6))),
      "completionMode": isIndexed ? "Indexed" : "NonIndexed",
      "backoffLimit": .int(isPerIndex ? 1_000 : Int64(generator.below(4))),
      "podReplacementPolicy": generator.below(3) == 0 ? "Failed" : "TerminatingOrFailed",
    ]
    if isPerIndex { spec["backoffLimitPerIndex"] = .int(Int64(generator.below(3))) }
    if isPerIndex, generator.below(2) == 0 { spec["maxFailedIndexes"] = .int(Int64(generator.below(3))) }
    if isIndexed, generator.below(4) == 0 { spec["successPolicy"] = ["rules": [["succeededCount": 1]]] }
    if generator.below(5) == 0 { spec["activeDeadlineSeconds"] = .int(Int64(5 + generator.below(60))) }
    if !isIndexed, generator.below(5) == 0 { spec["completions"] = nil }
    if !mayRestart, generator.below(4) == 0 {
      let action: Value = generator.below(2) == 0 ? "Count" : "FailJob"
      spec["podFailurePolicy"] = ["rules": [["action": action, "onExitCodes": ["operator": "In", "values": [137]]]]]
      spec["podReplacementPolicy"] = "Failed"
    }
    var job = try #require(
      Fixture.job(
        "any",
        runSeconds: 1 + generator.below(8),
        exitCode: generator.below(3) == 0 ? 1 : 0,
        restartPolicy: mayRestart ? "OnFailure" : "Never",
        spec
      ).as(Job.self)
    )
    if mayRestart, generator.below(2) == 0 { job.spec.template.metadata.annotations["sim/exit-codes"] = "1,1,0" }
    if generator.below(3) == 0 { job.spec.template.metadata.annotations["sim/term-seconds"] = "4" }
    _ = try timeline.perform(.create(Object(job)))
  }

  /// Lets some time pass, and then deletes a Pod, stops the Job, or lets it go on.
  mutating func disturb() throws {
    advance(quarters: 1 + generator.below(20))
    guard try !job().isFinished else { return }
    switch generator.below(6) {
    case 0, 1:
      guard !pods.isEmpty else { return }
      let pod = pods[generator.below(pods.count)]
      let grace = generator.below(3) == 0 ? 0 : nil
      _ = try timeline.perform(.delete(ObjectID(.pod, pod.metadata.key), DeleteOptions(gracePeriodSeconds: grace)))
    case 2:
      let isSuspended = try job().isSuspended
      wasSuspended = true
      try timeline.edit(Job.self, "any") { $0.spec.suspend = !isSuspended }
    default: break
    }
  }

  mutating func finish() throws {
    if try job().isSuspended, try !job().isFinished { try timeline.edit(Job.self, "any") { $0.spec.suspend = false } }
    for _ in 0..<2_000 where try !job().isFinished { advance(quarters: 20) }
    advance(quarters: 400)
  }

  private mutating func advance(quarters: Int) {
    for _ in 0..<quarters {
      timeline.advance(to: timeline.now + .milliseconds(250))
      mostActive = max(mostActive, pods.count { $0.isActive })
    }
  }

  /// The Pods that were let go after they had ended or while they were being deleted, as they were then.
  func endings() -> [(phase: PodPhase?, isDeleted: Bool)] {
    timeline.records.compactMap { record in
      guard case .wrote(_, _, let change?) = record.happening, let old = change.old?.as(Pod.self),
        old.metadata.finalizers.contains(Job.trackingFinalizer),
        change.kind == .deleted || !change.object.metadata.finalizers.contains(Job.trackingFinalizer)
      else { return nil }
      return old.isTerminal || old.metadata.isBeingDeleted ? (old.status.phase, old.metadata.isBeingDeleted) : nil
    }
  }
}

extension Fields {
  fileprivate func without(_ name: String) -> Fields {
    var fields = self
    fields[name] = nil
    return fields
  }
}
