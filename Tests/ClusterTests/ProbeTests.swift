import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

@Suite("Probes")
struct ProbeTests {
  static func timeline(image: String, probes: Fields, ports: [Int] = []) throws -> Timeline {
    var container: Fields = ["name": "main", "image": .string(image), "imagePullPolicy": "Always"]
    for probe in probes { container[probe.name] = probe.value }
    container["ports"] = .array(ports.map { ["containerPort": .int(Int64($0))] })
    let pod = Object(
      kind: .pod,
      fields: [
        "metadata": ["name": "web", "namespace": "default"],
        "spec": [
          "containers": [.object(container)], "restartPolicy": "Always", "terminationGracePeriodSeconds": 30,
        ],
      ]
    )
    var timeline = Timeline(Configuration(nodes: 1))
    _ = try timeline.perform(.create(pod))
    return timeline
  }

  static func probe(_ kind: ProbeKind, _ timeline: Timeline) -> [(time: Interval, probe: ProbeRecord)] {
    timeline.records.compactMap { record in
      guard case .pod(_, .probed(let probe)) = record.happening, probe.kind == kind else { return nil }
      return (record.time - timeline.cluster.configuration.start, probe)
    }
  }

  static func restarts(_ timeline: Timeline) -> Int {
    timeline.pods.first?.status.containerStatuses.first?.restartCount ?? -1
  }

  @Test("nginx listens on 80 and is asked on 8080: killed at the third tick, four restarts without back-off")
  func wrongPort() throws {
    var timeline = try Self.timeline(
      image: "nginx",
      probes: ["livenessProbe": ["httpGet": ["path": "/", "port": 8080]]]
    )
    timeline.advance(to: timeline.now + .seconds(29))
    #expect(Self.restarts(timeline) == 0)
    timeline.advance(to: timeline.now + .seconds(4))
    #expect(Self.restarts(timeline) == 1)
    let probes = Self.probe(.liveness, timeline)
    #expect(probes.map { $0.time.wholeSeconds } == [10, 20, 30])
    #expect(probes.map { $0.probe.count } == [1, 2, 3])
    #expect(probes.last?.probe.consequence == .restart)
    #expect(probes.last?.probe.answer.hasSuffix("connect: connection refused") == true)
    timeline.advance(to: timeline.now + .seconds(107))
    #expect(Self.restarts(timeline) == 4, "restarted at 30, 60, 90, 120 s")
    timeline.advance(to: timeline.now + .seconds(30))
    #expect(Self.restarts(timeline) == 4, "the fifth is held back")
    _ = try timeline.perform(.delete(ObjectID(.pod, namespace: "default", name: "web"), DeleteOptions()))
    timeline.advance(to: timeline.now + .milliseconds(100))
    guard case .terminated? = timeline.pods.first?.status.containerStatuses.first?.state else {
      Issue.record("a Pod that is being deleted waits for no other life")
      return
    }
  }

  @Test("nginx asked on 80 is well and stays")
  func rightPort() throws {
    var timeline = try Self.timeline(image: "nginx", probes: ["livenessProbe": ["httpGet": ["path": "/", "port": 80]]])
    timeline.advance(to: timeline.now + .minutes(10))
    #expect(Self.restarts(timeline) == 0)
    #expect(Self.probe(.liveness, timeline).count == 59)
  }

  @Test("a path that it has not is 404, which fails; one of 2xx or 3xx would not")
  func notFound() throws {
    var timeline = try Self.timeline(
      image: "nginx",
      probes: ["livenessProbe": ["httpGet": ["path": "/nope", "port": 80], "failureThreshold": 1]]
    )
    timeline.advance(to: timeline.now + .seconds(12))
    #expect(Self.restarts(timeline) == 1)
    #expect(Self.probe(.liveness, timeline).first?.probe.answer == "HTTP probe failed with statuscode: 404")
  }

  @Test("a failed readiness probe takes the Pod out and restarts nothing")
  func readiness() throws {
    var timeline = try Self.timeline(
      image: "nginx",
      probes: ["readinessProbe": ["tcpSocket": ["port": 81]]]
    )
    timeline.advance(to: timeline.now + .minutes(5))
    #expect(Self.restarts(timeline) == 0)
    #expect(timeline.pods.first?.isReady == false)
    #expect(timeline.pods.first?.status.phase == .running)
  }

  @Test("a startup probe comes at its tick and holds the others back; then a readiness probe is tried at once")
  func startup() throws {
    var timeline = try Self.timeline(
      image: "registry.example/kubia",
      probes: [
        "startupProbe": ["tcpSocket": ["port": 8080], "failureThreshold": 3, "periodSeconds": 5],
        "livenessProbe": ["tcpSocket": ["port": 8080]],
        "readinessProbe": ["tcpSocket": ["port": 8080]],
      ],
      ports: [8080]
    )
    timeline.advance(to: timeline.now + .seconds(7))
    #expect(timeline.pods.first?.isReady == true)
    let first = timeline.records.compactMap { record in
      if case .pod(_, .probed(let probe)) = record.happening { probe.kind } else { nil }
    }
    #expect(first == [.startup, .readiness])
    #expect(Self.probe(.startup, timeline).first?.probe.consequence == .started)
  }

  @Test("an initial delay puts the first question off")
  func initialDelay() throws {
    var timeline = try Self.timeline(
      image: "nginx",
      probes: ["livenessProbe": ["httpGet": ["path": "/", "port": 8080], "initialDelaySeconds": 25]]
    )
    timeline.advance(to: timeline.now + .seconds(45))
    #expect(Self.probe(.liveness, timeline).map { $0.time.wholeSeconds } == [30, 40])
  }

  @Test("a node that has failed probes nothing")
  func failedNode() throws {
    var timeline = try Self.timeline(
      image: "nginx",
      probes: ["livenessProbe": ["httpGet": ["path": "/", "port": 8080]]]
    )
    timeline.advance(to: timeline.now + .seconds(5))
    _ = try timeline.perform(.fault(.failNode("node-1")))
    timeline.advance(to: timeline.now + .minutes(5))
    #expect(Self.probe(.liveness, timeline).isEmpty)
    #expect(Self.restarts(timeline) == 0)
  }
}
