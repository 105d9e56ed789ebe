import APIServer
import Basics
import Cluster
import Objects
import Testing

@Suite("A Job with rules about failure and success")
struct JobPolicyTests {
  private func started(_ object: Object, seconds: Int64) throws -> Timeline {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(object))
    timeline.run(seconds: seconds)
    return timeline
  }

  private func policy(_ rules: Value...) -> Fields {
    ["podFailurePolicy": ["rules": .array(rules)], "podReplacementPolicy": "Failed"]
  }

  @Test("fails at once where a rule says FailJob, and its condition says which Pod and rule")
  func failJob() throws {
    let rules = policy(
      ["action": "Ignore", "onExitCodes": ["operator": "In", "values": [7]]],
      ["action": "FailJob", "onExitCodes": ["containerName": "main", "operator": "NotIn", "values": [7, 9]]]
    )
    let timeline = try started(Fixture.job("fatal", runSeconds: 2, exitCode: 42, rules), seconds: 6)
    let status = try timeline.only(Job.self).status
    let pod = try #require(timeline.pods.first?.metadata.name)
    #expect(status.conditions.map(\.type) == [.failureTarget, .failed])
    #expect(status.conditions.allSatisfy { $0.reason == "PodFailurePolicy" })
    #expect(
      status.conditions.last?.message
        == "Container main for pod default/\(pod) failed with exit code 42 matching FailJob rule at index 1"
    )
    #expect(status.failed == 1)
    #expect(timeline.events(of: .job) == ["SuccessfulCreate", "PodFailurePolicy"])
  }

  @Test("does not count what a rule ignores, however often it comes, but waits as long in between")
  func ignore() throws {
    let rules = policy(["action": "Ignore", "onExitCodes": ["operator": "In", "values": [42]]])
    let object = Fixture.job("again", runSeconds: 1, exitCode: 42, rules.merging(["backoffLimit": 0]))
    let timeline = try started(object, seconds: 60)
    let job = try timeline.only(Job.self)
    #expect(job.status.failed == 0)
    #expect(!job.isFinished)
    #expect(timeline.pods.count == 3)
    #expect(timeline.pods.count { $0.metadata.finalizers.isEmpty } >= 2)
  }

  @Test("counts what a rule counts, and what no rule matches", arguments: [42, 43])
  func counts(_ exitCode: Int) throws {
    let rules = policy(
      ["action": "Count", "onExitCodes": ["operator": "In", "values": [42]]],
      ["action": "Ignore", "onExitCodes": ["operator": "In", "values": [42]]]
    )
    let object = Fixture.job("limit", runSeconds: 1, exitCode: exitCode, rules.merging(["backoffLimit": 0]))
    let status = try started(object, seconds: 6).only(Job.self).status
    #expect(status.failed == 1)
    #expect(status.conditions.last?.reason == "BackoffLimitExceeded")
  }

  @Test("sees the conditions of a Pod that was evicted")
  func conditions() throws {
    let rules = policy([
      "action": "FailJob", "onPodConditions": [["type": "DisruptionTarget", "status": "True"]],
    ])
    var timeline = try started(Fixture.job("moved", runSeconds: 1_000, rules), seconds: 3)
    let pod = try #require(timeline.pods.first)
    let taint = Taint(key: "gone", effect: .noExecute)
    try timeline.edit(Node.self, pod.spec.nodeName) { $0.taints = [taint] }
    timeline.run(seconds: 10)
    let status = try timeline.only(Job.self).status
    #expect(
      status.conditions.last?.message
        == "Pod default/\(pod.metadata.name) has condition DisruptionTarget matching FailJob rule at index 0"
    )
  }

  @Test("counts the failures of each index, and tries the others before it gives up")
  func perIndex() throws {
    let spec: Fields = ["completionMode": "Indexed", "completions": 3, "parallelism": 3, "backoffLimitPerIndex": 1]
    var timeline = try started(Fixture.job("each", runSeconds: 20, spec), seconds: 2)
    try timeline.deletePod(index: 1)
    timeline.run(seconds: 4)
    var job = try timeline.only(Job.self)
    #expect(job.status.failedIndexes == "")
    #expect(job.status.failed == 0, "the failed Pod stays until its index has a new one")
    #expect(timeline.pods.count == 3)
    timeline.run(seconds: 9)
    #expect(timeline.pods.compactMap { $0.metadata.annotations[Job.failureCountKey] }.sorted() == ["0", "0", "1"])
    try timeline.deletePod(index: 1)
    timeline.run(seconds: 20)
    job = try timeline.only(Job.self)
    #expect(job.status.completedIndexes == "0,2")
    #expect(job.status.failedIndexes == "1")
    #expect(job.status.failed == 2)
    #expect(job.status.conditions.map(\.type) == [.failureTarget, .failed])
    #expect(job.status.conditions.last?.reason == "FailedIndexes")
    #expect(timeline.events(of: .job).last == "FailedIndexes")
  }

  @Test("ends once too many indexes have failed, and takes the running Pods away")
  func maxFailedIndexes() throws {
    let spec: Fields = [
      "completionMode": "Indexed", "completions": 5, "parallelism": 2, "backoffLimitPerIndex": 0, "maxFailedIndexes": 0,
    ]
    var timeline = try started(Fixture.job("few", runSeconds: 100, spec), seconds: 3)
    try timeline.deletePod(index: 0)
    timeline.run(seconds: 10)
    let status = try timeline.only(Job.self).status
    #expect(status.conditions.last?.reason == "MaxFailedIndexesExceeded")
    #expect(status.failedIndexes == "0")
    #expect(status.failed == 2)
    #expect(timeline.pods.isEmpty)
  }

  @Test("gives an index up without trying again where a rule says FailIndex")
  func failIndex() throws {
    let rules = policy(["action": "FailIndex", "onExitCodes": ["operator": "In", "values": [3]]])
    let spec: Fields = ["completionMode": "Indexed", "completions": 2, "parallelism": 2, "backoffLimitPerIndex": 5]
    let object = Fixture.job("picky", runSeconds: 1, exitCode: 3, rules.merging(spec))
    let timeline = try started(object, seconds: 8)
    let status = try timeline.only(Job.self).status
    #expect(status.failedIndexes == "0,1")
    #expect(status.conditions.last?.reason == "FailedIndexes")
    #expect(timeline.pods.count == 2)
  }

  private static let rules: [(Value, succeeded: Int)] = [
    (["succeededIndexes": "1-2"], 4), (["succeededIndexes": "0,2-4", "succeededCount": 1], 2),
    (["succeededCount": 3], 4),
  ]

  @Test("is complete once enough indexes have succeeded", arguments: rules)
  func successPolicy(_ rule: Value, succeeded: Int) throws {
    let spec: Fields = [
      "completionMode": "Indexed", "completions": 6, "parallelism": 2, "successPolicy": ["rules": [rule]],
    ]
    let timeline = try started(Fixture.job("enough", runSeconds: 5, spec), seconds: 40)
    let status = try timeline.only(Job.self).status
    #expect(status.conditions.map(\.type) == [.successCriteriaMet, .complete])
    #expect(status.conditions.allSatisfy { $0.reason == "SuccessPolicy" })
    #expect(status.conditions.last?.message == "Matched rules at index 0")
    #expect(status.succeeded == succeeded)
    #expect(status.failed == 0)
    #expect(timeline.pods.allSatisfy { $0.metadata.finalizers.isEmpty })
  }

  @Test("replaces a Pod when it is being deleted, or only when it has ended")
  func replacement() throws {
    for (policy, active) in [("TerminatingOrFailed", 1), ("Failed", 0)] {
      var object = Fixture.job("slow", runSeconds: 1_000, ["podReplacementPolicy": .string(policy)])
      var job = try #require(object.as(Job.self))
      job.spec.template.metadata.annotations["sim/term-seconds"] = "25"
      object = Object(job)
      var timeline = try started(object, seconds: 3)
      let pod = try #require(timeline.pods.first)
      _ = try timeline.perform(.delete(ObjectID(.pod, pod.metadata.key), DeleteOptions()))
      timeline.run(seconds: 15)
      let status = try timeline.only(Job.self).status
      #expect(status.terminating == 1)
      #expect(status.active == active, "\(policy)")
      timeline.run(seconds: 30)
      #expect(try timeline.only(Job.self).status.active == 1)
      #expect(timeline.pods.count == 1)
    }
  }

  @Test("grows and shrinks with its completions, where it is Indexed")
  func elastic() throws {
    let spec: Fields = ["completionMode": "Indexed", "completions": 2, "parallelism": 2]
    var timeline = try started(Fixture.job("elastic", runSeconds: 100, spec), seconds: 3)
    func resize(_ count: Int) throws {
      try timeline.edit(Job.self, "elastic") { job in
        job.spec.completions = count
        job.spec.parallelism = count
      }
      timeline.run(seconds: 4)
    }
    try resize(4)
    #expect(
      timeline.pods.compactMap { $0.metadata.annotations[Job.completionIndexKey] }.sorted() == ["0", "1", "2", "3"]
    )
    try resize(1)
    #expect(timeline.pods.compactMap { $0.metadata.annotations[Job.completionIndexKey] } == ["0"])
    #expect(try timeline.only(Job.self).status.failed == 0)
  }
}

extension Timeline {
  /// Deletes the running Pod of a completion index.
  fileprivate mutating func deletePod(index: Int) throws {
    let pod = try #require(
      pods.first {
        $0.metadata.annotations[Job.completionIndexKey] == String(index) && $0.status.phase == .running
          && !$0.metadata.isBeingDeleted
      }
    )
    _ = try perform(.delete(ObjectID(.pod, pod.metadata.key), DeleteOptions()))
  }
}

extension Fields {
  fileprivate func merging(_ other: Fields) -> Fields {
    var merged = self
    for field in other { merged[field.name] = field.value }
    return merged
  }
}
