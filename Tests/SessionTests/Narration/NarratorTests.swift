import APIServer
import Basics
import Cluster
import Machinery
import Narration
import Objects
import Testing

@Suite("Narration of records")
struct NarratorTests {
  let timeline: Timeline
  let english = Narrator(language: .english)
  let korean = Narrator(language: .korean)

  init() throws { timeline = try NarrationRun.eventful() }

  @Test("has a sentence for every record in both languages")
  func everyRecordIsTold() throws {
    for record in timeline.records {
      let said = (english.sentence(record), korean.sentence(record))
      #expect(!said.0.isEmpty && !said.0.hasHangul, "\(said)")
      #expect(said.1.hasHangul, "\(said)")
    }
    let kinds = Set(timeline.records.map(\.kind))
    let told: Set<RecordKind> = [
      .began, .command, .write, .refusal, .notification, .reconcile, .conclusion, .scheduling, .podStep,
    ]
    #expect(kinds.isSuperset(of: told), "the run shows the kinds that matter")
  }

  @Test("puts a record into one line of columns")
  func line() throws {
    let began = try #require(timeline.records.first)
    #expect(english.line(began) == "#1     -30.000s  apiserver               begins the cluster with 3 nodes")
    #expect(korean.columns(began).sentence == "노드 3개로 클러스터를 시작합니다")
    #expect(timeline.records.allSatisfy { !english.line($0).contains("\n") })
  }

  @Test("explains every reconcile and every scheduling in four phases")
  func phases() throws {
    let decisions = timeline.records.filter { $0.kind == .reconcile || $0.kind == .scheduling }
    try #require(!decisions.isEmpty)
    for record in decisions {
      let told = english.explanation(record, in: timeline)
      #expect(
        told.filter { ["observe", "compare", "act", "record"].contains($0) } == ["observe", "compare", "act", "record"]
      )
      let said = korean.explanation(record, in: timeline)
      #expect(said.filter { ["관찰", "비교", "조치", "기록"].contains($0) } == ["관찰", "비교", "조치", "기록"])
    }
  }

  @Test(
    "explains the garbage collector in four phases",
    arguments: [
      (.background, "ReplicaSet/web is gone"), (.foreground, "ReplicaSet/web is being deleted and waits for this"),
      (.orphan, "lets 3 dependents of rs/web live on without an owner"),
    ] as [(DeleteOptions.Propagation, String)]
  )
  func garbage(_ propagation: DeleteOptions.Propagation, _ finding: String) throws {
    let run = try NarrationRun.deleted(propagation)
    let decisions = run.records.filter { $0.kind == .collection }
    try #require(!decisions.isEmpty)
    for record in decisions {
      let told = english.explanation(record, in: run)
      #expect(told.filter { ["observe", "compare", "act", "record"].contains($0) }.count == 4)
      #expect(korean.sentence(record).hasHangul && !english.sentence(record).hasHangul)
    }
    #expect(decisions.flatMap { english.explanation($0, in: run) }.contains("  " + finding))
    let chain = run.causes(of: try #require(decisions.last).id)
    #expect(chain.last?.kind == .command)
  }

  @Test("tells a reconcile's inputs, its comparison, its actions with their outcome, and its end")
  func reconcile() throws {
    let record = try #require(timeline.first { $0.kind == .reconcile && !english.sentence($0).contains("nothing") })
    let told = english.explanation(record, in: timeline)
    let text = told.joined(separator: "\n")
    let version = try #require(timeline.cluster.store[NarrationRun.web]).metadata.resourceVersion
    #expect(version > 0)
    #expect(text.contains("  rs/web at resourceVersion "))
    #expect(text.contains("replicas: wanted 3, found 0 → 3 too few"))
    #expect(told.count { $0.contains("create a Pod → #") && $0.contains(" creates pod/web-") } == 3)
    #expect(text.contains("ends its reconcile of rs/web with a new status"))
  }

  @Test("names what a reconcile passed over, with the reason")
  func passedOver() throws {
    let text = timeline.records.filter { $0.kind == .reconcile }
      .flatMap { english.explanation($0, in: timeline) }.joined(separator: "\n")
    #expect(text.contains("kept: number 3 in the order of deletion"))
    #expect(text.contains("it has a deletionTimestamp"))
    #expect(text.contains("release pod/web-"))
    #expect(text.contains("adopt pod/web-"))
  }

  @Test("says where a cache was behind the store")
  func lag() throws {
    let reconciles = timeline.records.filter { $0.kind == .reconcile }.map { english.explanation($0, in: timeline) }
    #expect(reconciles.contains { $0.contains { $0.contains("behind the store; not seen yet:") } })
    let news = timeline.records.filter { $0.kind == .notification }.map { english.explanation($0, in: timeline) }
    #expect(news.allSatisfy { $0.contains { $0.hasSuffix("after the write") } })
  }

  @Test("tells each node's verdict of a scheduling that failed")
  func unschedulable() throws {
    let record = try #require(
      timeline.first {
        if case .scheduled(let decision) = $0.happening { decision.node == nil } else { false }
      }
    )
    let told = english.explanation(record, in: timeline)
    for node in 1...3 {
      #expect(told.contains("  node-\(node): ruled out by NodeResourcesFit: Insufficient cpu"))
    }
    #expect(
      korean.explanation(record, in: timeline).contains("  node-1: 필터 NodeResourcesFit에서 제외됩니다: Insufficient cpu")
    )
  }

  @Test("sums up what followed a command")
  func summary() throws {
    let run = try NarrationRun.scaledUp()
    let start = try #require(run.trace.position(of: run.records.first { $0.kind == .command }?.id.number ?? 0))
    let said = english.summary(of: run, since: start)
    #expect(said.hasPrefix("1 ReplicaSet, 3 Pods created, 3 running ("))
    #expect(said.contains("Walk through it: back ") && said.contains(" · explain #") && said.hasSuffix("why rs/web"))
    #expect(korean.summary(of: run, since: start).hasPrefix("레플리카셋 1개, 파드 3개 생성, 3개 실행 시작 ("))
    #expect(english.summary(of: run, since: run.position) == "nothing happened")
    let bound = try #require(run.records.last { $0.kind == .scheduling })
    let later = try #require(run.trace.position(of: bound.id.number))
    #expect(english.summary(of: run, since: later).hasPrefix("3 Pods running ("))
    #expect(korean.summary(of: run, since: later).hasPrefix("파드 3개 실행 시작 ("))
    var walked = run
    let steps = try #require(said.split(separator: "back ").last?.prefix { $0.isNumber })
    walked.back(try #require(Int(steps)))
    #expect(walked.position == start, "back by the count that the line names undoes the command's outcome")
  }
}
