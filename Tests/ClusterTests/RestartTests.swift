import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

@Suite("Containers that end")
struct RestartTests {
  /// A Pod whose container ends by itself after `seconds` with `code`.
  static func pod(_ policy: String, seconds: Int, code: Int) -> Object {
    Object(
      kind: .pod,
      fields: [
        "metadata": [
          "name": "job", "namespace": "default",
          "annotations": ["sim/run-seconds": .string("\(seconds)"), "sim/exit-code": .string("\(code)")],
        ],
        "spec": [
          "containers": [["name": "main", "image": "busybox:1.36", "imagePullPolicy": "IfNotPresent"]],
          "restartPolicy": .string(policy),
          "terminationGracePeriodSeconds": 30,
        ],
      ]
    )
  }

  static func status(_ timeline: Timeline) throws -> ContainerStatus {
    try #require(timeline.pods.first?.status.containerStatuses.first)
  }

  @Test("Never and OnFailure end the Pod, by its exit code", arguments: [("Never", 0), ("Never", 3), ("OnFailure", 0)])
  func endsPod(policy: String, code: Int) throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Self.pod(policy, seconds: 2, code: code)))
    timeline.advance(to: timeline.now + .seconds(10))
    #expect(timeline.pods.first?.status.phase == (code == 0 ? .succeeded : .failed))
    let status = try Self.status(timeline)
    #expect(status.restartCount == 0)
    guard case .terminated(let end)? = status.state else {
      Issue.record("not terminated")
      return
    }
    #expect(end.exitCode == code)
    #expect(end.reason == (code == 0 ? "Completed" : "Error"))
  }

  @Test("the pauses are none, then 10, 20, 40, 80, 160, 300 s, each with a quarter and the next look on top")
  func pauses() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Self.pod("Always", seconds: 1, code: 1)))
    timeline.advance(to: timeline.now + .minutes(40))
    var ended: Instant?
    var pauses: [Int64] = []
    for record in timeline.records {
      guard case .pod(_, let step) = record.happening else { continue }
      if case .exited = step { ended = record.time }
      if case .started = step, let end = ended { pauses.append((record.time - end).wholeSeconds) }
    }
    #expect(pauses.count >= 7)
    // A wait is cut at a minute before its quarter comes on top: 80 s become 75 and 6.
    #expect(pauses.prefix(7) == [0, 12, 24, 49, 81, 162, 303], "\(pauses)")
  }

  @Test("another image is not held back by the crashes of the one before")
  func newImage() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Self.pod("Always", seconds: 1, code: 1)))
    timeline.run(until: timeline.now + .minutes(5)) { timeline, _ in
      let status = timeline.pods.first?.status.containerStatuses.first
      return if case .terminated? = status?.state { status?.restartCount == 2 } else { false }
    }
    // The next restart of the old image would be 20 s away.
    var pod = try #require(timeline.pods.first)
    try #require(Self.status(timeline).restartCount == 2)
    pod.spec.containers[0].image = "busybox:1.37"
    _ = try timeline.perform(.update(Object(pod), nil))
    timeline.advance(to: timeline.now + .seconds(5))
    #expect(try Self.status(timeline).restartCount == 3)
  }

  @Test("CrashLoopBackOff shows with the last state beside it")
  func crashLoop() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Self.pod("Always", seconds: 1, code: 1)))
    var isSeen = false
    timeline.run(until: timeline.now + .minutes(5)) { timeline, _ in
      let state = timeline.cluster.store.list(.pod).first?.as(Pod.self)?.status.containerStatuses.first?.state
      isSeen = state.map { if case .waiting("CrashLoopBackOff", _) = $0 { true } else { false } } ?? false
      return isSeen
    }
    #expect(isSeen)
    let status = try Self.status(timeline)
    guard case .terminated(let end)? = status.lastState else {
      Issue.record("no last state")
      return
    }
    #expect(end.exitCode == 1)
    #expect(!status.ready)
  }
}
