import APIServer
import Basics
import Cluster
import Machinery
import Narration
import Objects
import Testing

/// What a run of a test does not come to: each case of what can happen has its sentences.
@Suite("The catalogue of sentences")
struct CatalogueTests {
  static let pod = ObjectID(.pod, namespace: "prod", name: "web-x7k2p")
  static let version = ObjectVersion(pod, resourceVersion: 7)

  static let steps: [PodStep] = [
    .admitted, .sandboxReady(ip: "10.244.0.3"), .pulling(container: "main", image: "nginx"),
    .pulled(container: "main", image: "nginx", took: .milliseconds(1_500)),
    .imagePresent(container: "main", image: "nginx"),
    .imageFailed(container: "main", image: "nope", reason: "ErrImagePull", message: "not found"),
    .imageBackOff(container: "main", image: "nope", seconds: 20),
    .startFailed(container: "main", reason: "RunContainerError", message: "no such file"),
    .rejected(reason: "OutOfcpu", message: "Node didn't have enough resource: cpu"),
    .mountFailed(volume: "config", message: "configmap \"app\" not found"),
    .hooked(HookRecord(container: "main", hook: "preStop", action: "sleep 3s", isSuccess: true, message: "")),
    .executed(
      ExecRecord(container: "main", command: "ls /", exitCode: 0, message: "", took: .milliseconds(3))
    ),
    .executed(
      ExecRecord(container: "main", command: "nosuch", exitCode: nil, message: "not found", took: .zero)
    ),
    .outOfMemory(container: "main"), .stopping(container: "side", grace: 30), .deadlineExceeded(seconds: 10), .ended,
    .created(container: "main"), .started(container: "main"),
    .exited(container: "main", exitCode: 1), .terminating(grace: 30), .stopped(container: "main", exitCode: 143),
    .probed(
      ProbeRecord(
        container: "main",
        kind: .liveness,
        request: "GET http://10.244.0.5:80/",
        result: .failed,
        answer: "x",
        count: 3,
        threshold: 3
      )
    ),
    .backingOff(container: "main", seconds: 20), .restarting(container: "main", restart: 2),
    .killed(containers: ["main", "side"]), .cleanedUp,
  ]

  static let reasons: [PassedOver.Reason] =
    [
      .terminating, .finished(.failed), .labelsDoNotMatch, .keptByRank(3, criterion: nil),
      .expectationsPending(creations: 2, deletions: 1), .beyondBurst(12), .ownerIsBeingDeleted,
      .backingOff(failures: 1, until: Configuration.defaultStart),
      .backingOff(failures: 2, until: Configuration.defaultStart),
      .indexBackingOff(2, failures: 1, until: Configuration.defaultStart), .indexesFailed("0-2,4"),
      .failureIgnored(rule: 1), .awaitsReplacement(3), .counted(1), .counted(2), .atSurgeLimit(total: 4, limit: 4),
      .atAvailabilityLimit(available: 3, minimum: 3), .oldPodsRemain(2),
      .statusIsBehind(asked: 4, available: 5), .paused, .awaitsOwnWrite,
      .nodeLacks(Shortage(resource: "cpu", requested: 2_000, used: 100, capacity: 1_000)), .nodeRejects(.hostPorts),
    ] + VictimCriterion.allCases.map { .keptByRank(2, criterion: $0) }

  static let scaleReasons: [ScaleReason] = [
    .surge(limit: 4), .beyondReplicas, .unavailable(2), .spare(available: 4, minimum: 3), .recreateOld, .recreateNew,
    .deploymentScaled, .share(total: 12), .saturated,
  ]

  static let updateReasons: [UpdateReason] =
    [.revision(3), .followsOwner, .scaled(from: 2, to: 2, .share(total: 12))]
    + scaleReasons.map { .scaled(from: 1, to: 2, $0) }

  static let nodeSteps: [NodeStep] = [
    .silent(since: Configuration.defaultStart), .tainted, .recovered, .evicts(pod), .podsCollected(2),
  ]

  static let happenings: [Happening] =
    steps.map { .pod(pod, $0) } + nodeSteps.map { .node("node-2", $0) } + [
      .notTold(.added, version), .notTold(.modified, version), .notTold(.deleted, version),
      .listed(differences: 0), .listed(differences: 2), .configured(FeatureGates()), .requeued(pod.key),
      .fault("fail node node-2"),
      .wrote(.patch, pod, nil),
      .refused(.bind, pod, .notFound(.pod, name: "web-x7k2p")), .notified(.deleted, version, queued: [pod.key]),
      .eventDropped(
        EventNote(about: Event.Involved(.pod, ObjectMeta(name: "web")), reason: "BackOff", message: "again")
      ),
      .concluded(pod, Conclusion()), .concluded(pod, conclusion(.backOff)),
      .concluded(pod, conclusion(.after(.seconds(9)))),
      .reconciled(Reconciliation(pod.key, Observed(.job, primary: nil, now: Configuration.defaultStart))),
    ]

  private static func conclusion(_ retry: Conclusion.Retry) -> Conclusion {
    var conclusion = Conclusion()
    conclusion.retry = retry
    return conclusion
  }

  private func record(_ happening: Happening) -> Record {
    Record(
      id: RecordID(1),
      time: Configuration.defaultStart,
      component: .replicaSetController,
      cause: nil,
      happening: happening
    )
  }

  @Test("has a sentence for everything that can happen", arguments: happenings.indices)
  func sentences(_ index: Int) {
    let record = record(CatalogueTests.happenings[index])
    expectBoth(Narrator(language: .english).sentence(record), Narrator(language: .korean).sentence(record))
  }

  @Test("has a reason for everything that a decision passes over", arguments: reasons)
  func passedOver(_ reason: PassedOver.Reason) {
    expectTold(beginning: "    pod/web-x7k2p (prod): ") {
      $0.passedOver = [PassedOver(CatalogueTests.version, reason)]
    }
  }

  @Test("has a reason for every change of an object", arguments: updateReasons)
  func updates(_ reason: UpdateReason) {
    let object = NarrationRun.replicaSet(replicas: 2)
    expectTold(containing: object.metadata.name, "→") { $0.actions = [Action(.update(object, reason), batch: 0)] }
  }

  @Test(
    "has a line for the starts that are due",
    arguments: [(0, "none"), (1, "1"), (101, "101")] as [(Int64, String)]
  )
  func dueStarts(_ count: Int64, _ said: String) {
    let since = Configuration.defaultStart
    let latest = count == 0 ? nil : since + .seconds(60 * count)
    expectTold(containing: since.rfc3339) { $0.dueStarts = DueStarts(since: since, latest: latest, count: count) }
    var decision = Reconciliation(
      NarrationRun.web.key,
      Observed(.cronJob, primary: NarrationRun.replicaSet(replicas: 1), now: since)
    )
    decision.dueStarts = DueStarts(since: since, latest: latest, count: count)
    let timeline = Timeline(Configuration(nodes: 0))
    let told = Narrator(language: .english).explanation(record(.reconciled(decision)), in: timeline)
    #expect(told.contains { $0.hasPrefix("  starts since 2026-01-01T09:00:00Z: \(said) ") }, "\(told)")
  }

  /// The line of an explanation that begins and goes on so, in both languages.
  private func expectTold(
    beginning start: String = "  ",
    containing parts: String...,
    by change: (inout Reconciliation) -> Void
  ) {
    var reconciliation = Reconciliation(
      NarrationRun.web.key,
      Observed(.replicaSet, primary: NarrationRun.replicaSet(replicas: 1), now: Configuration.defaultStart)
    )
    change(&reconciliation)
    let record = record(.reconciled(reconciliation))
    let timeline = Timeline(Configuration(nodes: 0))
    let told = Language.allCases.map { language in
      Narrator(language: language).explanation(record, in: timeline).first { line in
        line.hasPrefix(start) && parts.allSatisfy { line.contains($0) }
      }
    }
    expectBoth(told[0] ?? "", told[1] ?? "")
  }

  private func expectBoth(_ english: String, _ korean: String) {
    #expect(!english.isEmpty && !english.hasHangul, "\(english)")
    #expect(korean.hasHangul, "\(korean)")
    for text in [english, korean] {
      #expect(!text.contains("  ") || text.hasPrefix("  "), "\(text)")
      #expect(!text.contains("Optional("), "\(text)")
    }
  }

  @Test("puts names and numbers into both languages")
  func exactSentences() {
    let korean = Narrator(language: .korean)
    #expect(
      korean.sentence(record(.pod(CatalogueTests.pod, .exited(container: "main", exitCode: 1))))
        == "pod/web-x7k2p (prod)의 컨테이너 main이 종료 코드 1로 스스로 끝난 것을 확인합니다"
    )
    #expect(
      korean.sentence(record(.notified(.added, CatalogueTests.version, queued: [CatalogueTests.pod.key])))
        == "pod/web-x7k2p (prod)가 생성되었다는 통지를 받고 작업 큐에 prod/web-x7k2p를 넣습니다"
    )
    #expect(
      Narrator(language: .english).sentence(record(.concluded(CatalogueTests.pod, CatalogueTests.conclusion(.backOff))))
        == "ends its reconcile of pod/web-x7k2p (prod): the status stands as it is; "
        + "something failed: again after the back-off"
    )
  }
}

extension String {
  var hasHangul: Bool { unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) } }
}
