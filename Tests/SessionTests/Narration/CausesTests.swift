import APIServer
import Basics
import Cluster
import Machinery
import Narration
import Objects
import Testing

@Suite("Stories and causes")
struct CausesTests {
  let timeline: Timeline
  var history: History { History(timeline) }
  let narrator = Narrator(language: .english)

  init() throws { timeline = try NarrationRun.eventful() }

  @Test("every record's causes fall to a command, the start or a write from outside")
  func everyChainEnds() throws {
    for record in timeline.records {
      let chain = timeline.causes(of: record.id)
      #expect(chain.first?.id == record.id)
      #expect(zip(chain, chain.dropFirst()).allSatisfy { $0.id > $1.id })
      let root = try #require(chain.last)
      #expect([.began, .command].contains(root.kind), "\(narrator.line(root))")
    }
  }

  @Test("a decision is caused by what queued its key, a scheduling by news of that Pod or of room")
  func decisionsFollowFromTheirKey() throws {
    var decisions = 0
    for record in timeline.records where record.kind == .reconcile || record.kind == .scheduling {
      let id = try #require(record.object)
      let cause = try #require(record.cause.flatMap { history[$0] })
      guard case .notified(_, _, let queued) = cause.happening else { continue }
      #expect(cause.component == record.component)
      #expect(queued.contains(id.key), "\(narrator.line(record)) because \(narrator.line(cause))")
      decisions += 1
    }
    #expect(decisions > 20)
  }

  @Test("no Event is refused: those of one moment have different names")
  func eventsHaveNames() {
    let refused = timeline.records.filter { $0.kind == .refusal }
    #expect(refused.map(\.object) == [NarrationRun.web])
  }

  @Test("every object that exists has a why of at most nine lines with falling numbers")
  func everyObjectHasAWhy() throws {
    for kind in Kind.allCases {
      for object in timeline.cluster.store.list(kind) {
        let lines = narrator.why(object.id, in: timeline)
        #expect(!lines.isEmpty && lines.count <= 9, "\(object.id.text)")
        let numbers = lines.compactMap { line in
          line.split(separator: "#").dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) }
        }
        #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 > $1 }, "\(lines)")
      }
    }
  }

  @Test("a Pod is there because of its owner's reconcile, and that because of a command")
  func podOfReplicaSet() throws {
    let run = try NarrationRun.scaledUp()
    let pod = try #require(run.cluster.store.list(.pod).first)
    let write = try #require(run.writer(of: pod.id))
    let kinds = FoldedChain(run.causes(of: write.id), limit: 9).passages.compactMap { passage in
      if case .record(let record) = passage { record.kind } else { nil }
    }
    #expect(kinds == [.write, .scheduling, .write, .reconcile, .write, .command])
    #expect(narrator.why(pod.id, in: run).last?.hasSuffix("you typed: kubectl create -f web.yaml") == true)
  }

  @Test("a long chain keeps its ends")
  func longChain() throws {
    let last = try #require(
      timeline.records.max { timeline.causes(of: $0.id).count < timeline.causes(of: $1.id).count }
    )
    let chain = timeline.causes(of: last.id)
    try #require(chain.count > 9)
    for limit in 3...9 {
      let lines = narrator.why(last.id, in: timeline, limit: limit)
      #expect(lines.count <= limit)
      #expect(lines.first == "  " + narrator.line(chain[0]))
      #expect(lines.last == "← " + narrator.line(chain[chain.count - 1]))
    }
  }

  @Test("a record ahead of the present can be asked about, and the present ends the story")
  func inThePast() throws {
    var run = timeline
    let last = try #require(run.records.last)
    run.go(to: 100)
    try #require(run.lastRecord < last.id)
    #expect(narrator.explanation(last, in: run).first == narrator.line(last))
    #expect(narrator.why(last.id, in: run) == narrator.why(last.id, in: timeline))
    #expect(
      narrator.story(of: NarrationRun.web, in: run).count < narrator.story(of: NarrationRun.web, in: timeline).count
    )
  }

  @Test("a story is told in order, with copies folded")
  func story() throws {
    let id = NarrationRun.web
    let passages = history.story(of: id)
    let ids = passages.flatMap { passage in
      switch passage {
      case .record(let record): [record.id]
      case .folded(let records): records.map(\.id)
      }
    }
    #expect(ids == timeline.records.filter { $0.concerns(id) }.map(\.id), "nothing is lost, nothing is out of order")
    let told = passages.compactMap { if case .record(let record) = $0 { record } else { nil } }
    #expect(told.allSatisfy { !$0.isCopy && !$0.isStatusEcho })
    let lines = narrator.story(of: id, in: timeline)
    #expect(lines.contains { $0.hasPrefix("⋯ ") && $0.contains("status cop") })
    #expect(lines.contains { $0.contains("creates rs/web") })
    let news = try #require(timeline.first { $0.isCopy && $0.object == id })
    #expect(lines.dropFirst().first == "⋯ 1 notification (\(news.id.text))")
    #expect(lines.count { $0.hasPrefix("      observe ") } == told.count { $0.kind == .reconcile })
  }

  @Test("filters choose by component, kind and object")
  func filters() throws {
    let pod = try #require(timeline.cluster.store.list(.pod).first { $0.metadata.controllerRef != nil })
    let records = timeline.records
    #expect(records.allSatisfy(TraceFilter().matches))
    let steps = records.filter(TraceFilter(component: "kubelet", kind: .podStep, object: pod.id).matches)
    #expect(!steps.isEmpty && steps.allSatisfy { $0.component.name == "kubelet" && $0.object == pod.id })
    let node = try #require(steps.first?.component.description)
    #expect(records.filter(TraceFilter(component: node, kind: .podStep, object: pod.id).matches).count == steps.count)
    #expect(!records.contains(where: TraceFilter(component: "nobody").matches))
    let events = records.filter(TraceFilter(kind: .write, object: NarrationRun.web).matches).filter(\.isEventWrite)
    #expect(!events.isEmpty, "Events about an object concern it")
  }

  @Test("every record is JSON with its time and its cause")
  func json() throws {
    let start = timeline.cluster.configuration.start
    for record in timeline.records {
      let value = RecordJSON.value(record, start: start)
      #expect(try JSONText.parse(value.json) == value)
      #expect(value["id"]?.int == Int64(record.id.number))
      #expect(value["kind"]?.string == record.kind.rawValue)
      #expect(value["cause"]?.int == record.cause.map { Int64($0.number) })
      #expect(value["payload"]?.object?.isEmpty == false)
    }
  }

  @Test("a reconcile's JSON has all that was decided")
  func reconcileJSON() throws {
    let record = try #require(timeline.first { $0.kind == .reconcile })
    let payload = try #require(RecordJSON.value(record, start: timeline.cluster.configuration.start)["payload"])
    #expect(payload["comparisons"] == [["quantity": "replicas", "wanted": 3, "found": 0]])
    #expect(payload["actions"]?.array?.count == 3)
    #expect(payload[path: ["observed", "primary", "name"]]?.string == "web")
  }
}
