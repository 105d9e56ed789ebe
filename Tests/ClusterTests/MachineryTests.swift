import Basics
import Machinery
import Objects
import Testing

@Suite("What controllers stand on")
struct MachineryTests {
  static func key(_ name: String) -> ObjectKey { ObjectKey(namespace: "default", name: name) }
  static let start = Instant(unixSeconds: 0)

  @Test("a work queue holds a key once, and again after it was in process")
  func workQueue() {
    var queue = WorkQueue()
    queue.add(Self.key("a"))
    queue.add(Self.key("a"))
    queue.add(Self.key("b"))
    #expect(queue.waiting == [Self.key("a"), Self.key("b")])
    #expect(queue.get() == Self.key("a"))
    queue.add(Self.key("a"))
    #expect(queue.waiting == [Self.key("b")], "a key in process is not queued beside itself")
    queue.done(Self.key("a"))
    #expect(queue.waiting == [Self.key("b"), Self.key("a")])
  }

  @Test("back-off doubles from 5 ms to 1000 s and ends with success")
  func backOff() {
    var queue = WorkQueue()
    let delays = (0..<20).map { _ in queue.backOff(Self.key("a")) }
    #expect(delays[0] == .milliseconds(5))
    #expect(delays[3] == .milliseconds(40))
    #expect(delays[19] == .seconds(1_000))
    queue.forget(Self.key("a"))
    #expect(queue.backOff(Self.key("a")) == .milliseconds(5))
  }

  @Test("expectations hold until all has come back, or five minutes have passed")
  func expectations() {
    var expectations = Expectations()
    expectations.expect(Self.key("rs"), creations: 2, deletions: [Self.key("p")], at: Self.start)
    #expect(!expectations.isSatisfied(Self.key("rs"), at: Self.start))
    expectations.creationObserved(Self.key("rs"))
    expectations.creationObserved(Self.key("rs"))
    expectations.deletionObserved(Self.key("rs"), Self.key("other"))
    #expect(!expectations.isSatisfied(Self.key("rs"), at: Self.start))
    #expect(expectations.isSatisfied(Self.key("rs"), at: Self.start + .seconds(301)))
    expectations.deletionObserved(Self.key("rs"), Self.key("p"))
    #expect(expectations.isSatisfied(Self.key("rs"), at: Self.start))
  }

  @Test("a client may burst, then goes at its rate")
  func rateLimiter() {
    var limiter = RateLimiter(perSecond: 20, burst: 30, at: Self.start)
    let times = (0..<50).map { _ in limiter.take(at: Self.start) }
    #expect(times[29] == Self.start)
    #expect(times[30] == Self.start + .milliseconds(50))
    #expect(times[49] == Self.start + .seconds(1))
    #expect(limiter.take(at: Self.start + .seconds(60)) == Self.start + .seconds(60))
  }

  @Test("25 Events about an object, those alike combined from the tenth on, then silence")
  func recorder() {
    var recorder = EventRecorder(.replicaSetController)
    let about = Event.Involved(fields: ["kind": "ReplicaSet", "name": "web", "namespace": "default", "uid": "u"])
    var created: [Event] = []
    var counted: [Event] = []
    var dropped = 0
    for number in 1...40 {
      let note = EventNote(about: about, reason: "SuccessfulCreate", message: "Created pod: web-\(number)")
      switch recorder.record(note, at: Self.start + .milliseconds(Int64(number))) {
      case .create(let event): created.append(event)
      case .count(let event): counted.append(event)
      case .silent: Issue.record("only what uses events.k8s.io is silent")
      case .droppedAsSpam: dropped += 1
      }
    }
    #expect(created.count == 10)
    #expect(created[9].message.hasPrefix("(combined from similar events): "))
    #expect(counted.last?.count == 16)
    #expect(dropped == 15)
    #expect(Set(created.map(\.metadata.name)).count == 10)
  }
}
