import APIServer
import Basics
import Cluster
import Kubelet
import Machinery
import Objects
import Testing

/// Init containers, sidecars, hooks, images that cannot be had, faults.
@Suite("A Pod's life on its node")
struct LifecycleTests {
  static let key = ObjectKey(namespace: "default", name: "web")

  static func timeline(_ spec: Fields, annotations: StringMap = [:]) throws -> Timeline {
    var all: Fields = ["restartPolicy": "Always", "terminationGracePeriodSeconds": 30]
    for field in spec { all[field.name] = field.value }
    let pod = Object(
      kind: .pod,
      fields: [
        "metadata": ["name": "web", "namespace": "default", "annotations": .object(annotations.fields)],
        "spec": .object(all),
      ]
    )
    var timeline = Timeline(Configuration(nodes: 1))
    _ = try timeline.perform(.create(pod))
    return timeline
  }

  static func shell(_ name: String, _ script: String, _ more: Fields = [:]) -> Value {
    var container: Fields = [
      "name": .string(name), "image": "busybox:1.28", "imagePullPolicy": "IfNotPresent",
      "command": ["sh", "-c", .string(script)],
    ]
    for field in more { container[field.name] = field.value }
    return .object(container)
  }

  /// What happened to containers, as `started main`.
  static func steps(_ timeline: Timeline) -> [String] {
    timeline.records.compactMap { record in
      guard case .pod(_, let step) = record.happening else { return nil }
      switch step {
      case .started(let name): return "started \(name)"
      case .exited(let name, let code): return "exited \(name) \(code)"
      case .stopped(let name, _): return "stopped \(name)"
      case .killed(let names): return "killed \(names.joined())"
      case .hooked(let hook): return "\(hook.hook) \(hook.isSuccess)"
      case .imageFailed(_, _, let reason, _): return reason
      case .imageBackOff: return "ImagePullBackOff"
      case .startFailed(_, let reason, _): return reason
      case .outOfMemory: return "OOMKilled"
      case .deadlineExceeded: return "deadline"
      default: return nil
      }
    }
  }

  @Test("init containers run one after the other before the main ones")
  func initContainers() throws {
    var timeline = try Self.timeline([
      "initContainers": [Self.shell("one", "sleep 2"), Self.shell("two", "true")],
      "containers": [Self.shell("main", "sleep 1000")],
    ])
    timeline.advance(to: timeline.now + .seconds(2))
    #expect(timeline.pods.first?.status.condition(.initialized)?.reason == "ContainersNotInitialized")
    timeline.advance(to: timeline.now + .seconds(8))
    #expect(Self.steps(timeline) == ["started one", "exited one 0", "started two", "exited two 0", "started main"])
    #expect(timeline.pods.first?.isReady == true)
  }

  @Test("a failing init container fails the Pod under Never, and is tried again else", arguments: ["Never", "Always"])
  func failingInit(policy: String) throws {
    var timeline = try Self.timeline([
      "restartPolicy": .string(policy),
      "initContainers": [Self.shell("setup", "exit 3")],
      "containers": [Self.shell("main", "sleep 1000")],
    ])
    timeline.advance(to: timeline.now + .seconds(60))
    let starts = Self.steps(timeline).count { $0 == "started setup" }
    #expect(policy == "Never" ? starts == 1 : starts >= 3)
    #expect(timeline.pods.first?.status.phase == (policy == "Never" ? .failed : .pending))
  }

  @Test("a sidecar starts before the main container, and ends after it")
  func sidecar() throws {
    var timeline = try Self.timeline([
      "initContainers": [
        Self.shell("side", "trap 'exit 0' TERM; while true; do sleep 1; done", ["restartPolicy": "Always"])
      ],
      "containers": [Self.shell("main", "trap 'exit 0' TERM; while true; do sleep 1; done")],
    ])
    timeline.advance(to: timeline.now + .seconds(5))
    #expect(timeline.pods.first?.isReady == true)
    _ = try timeline.perform(.delete(ObjectID(.pod, Self.key), .init()))
    timeline.advance(to: timeline.now + .seconds(20))
    #expect(Self.steps(timeline) == ["started side", "started main", "stopped main", "stopped side"])
    #expect(timeline.pods.isEmpty)
  }

  @Test("a failing postStart hook has the container stopped and started again")
  func postStart() throws {
    let hook: Value = ["postStart": ["exec": ["command": ["sh", "-c", "exit 1"]]]]
    var timeline = try Self.timeline([
      "terminationGracePeriodSeconds": 3,
      "containers": [Self.shell("main", "sleep 1000", ["lifecycle": hook])],
    ])
    timeline.advance(to: timeline.now + .seconds(8))
    #expect(Self.steps(timeline).prefix(4) == ["started main", "postStart false", "killed main", "started main"])
    #expect(!timeline.events("FailedPostStartHook").isEmpty)
  }

  @Test("a preStop hook counts against the grace period")
  func preStop() throws {
    let hook: Value = ["preStop": ["sleep": ["seconds": 3]]]
    var timeline = try Self.timeline([
      "terminationGracePeriodSeconds": 5,
      "containers": [Self.shell("main", "sleep 1000", ["lifecycle": hook])],
    ])
    timeline.advance(to: timeline.now + .seconds(3))
    let deleted = timeline.now
    _ = try timeline.perform(.delete(ObjectID(.pod, Self.key), .init()))
    timeline.advance(to: timeline.now + .seconds(10))
    #expect(Self.steps(timeline) == ["started main", "preStop true", "killed main"])
    let killed = timeline.records.last { if case .pod(_, .killed) = $0.happening { true } else { false } }
    #expect(try (#require(killed).time - deleted).wholeSeconds == 5)
  }

  @Test("an unknown image is pulled ever more slowly; a policy of Never does not pull; a bad name is refused")
  func images() throws {
    var timeline = try Self.timeline(["containers": [["name": "main", "image": "no/such:1"]]])
    timeline.advance(to: timeline.now + .minutes(3))
    let pulls = timeline.records.filter { if case .pod(_, .pulling) = $0.happening { true } else { false } }
    let pauses = zip(pulls.dropFirst(), pulls).map { ($0.time - $1.time).wholeSeconds }
    #expect(pauses.count >= 3)
    for (pause, nominal) in zip(pauses, [10, 20, 40, 80] as [Int64]) {
      #expect((nominal...nominal + 31).contains(pause), "\(pause) for \(nominal)")
    }
    for (image, policy, word) in [
      ("no/such", "Never", "ErrImageNeverPull"), ("No/UPPER::x", "Always", "InvalidImageName"),
    ] {
      var timeline = try Self.timeline([
        "containers": [["name": "main", "image": .string(image), "imagePullPolicy": .string(policy)]]
      ])
      timeline.advance(to: timeline.now + .seconds(3))
      #expect(Self.steps(timeline).first == word)
      #expect(
        timeline.pods.first?.status.containerStatuses.first?.state == nil || timeline.pods.first?.isReady == false
      )
    }
  }

  @Test("a missing program and a missing ConfigMap keep a container from starting")
  func cannotStart() throws {
    var timeline = try Self.timeline([
      "containers": [["name": "main", "image": "busybox:1.28", "command": ["nosuch"]]]
    ])
    timeline.advance(to: timeline.now + .seconds(2))
    #expect(Self.steps(timeline).first == "RunContainerError")
    let reference: Value = ["configMapRef": ["name": "nocm"]]
    timeline = try Self.timeline(["containers": [Self.shell("main", "sleep 9", ["envFrom": [reference]])]])
    timeline.advance(to: timeline.now + .seconds(2))
    #expect(Self.steps(timeline).first == "CreateContainerConfigError")
    #expect(timeline.events("Failed").first?.message == "Error: configmap \"nocm\" not found")
  }

  @Test("activeDeadlineSeconds ends a Pod")
  func deadline() throws {
    var timeline = try Self.timeline([
      "activeDeadlineSeconds": 10, "terminationGracePeriodSeconds": 2,
      "containers": [Self.shell("main", "sleep 1000")],
    ])
    timeline.advance(to: timeline.now + .seconds(20))
    #expect(timeline.pods.first?.status.phase == .failed)
    #expect(timeline.pods.first?.status.reason == "DeadlineExceeded")
  }

  @Test("two servers of one Pod cannot have the same port")
  func samePort() throws {
    var timeline = try Self.timeline([
      "containers": [["name": "a", "image": "luksa/kubia"], ["name": "b", "image": "luksa/kubia"]]
    ])
    timeline.advance(to: timeline.now + .seconds(3))
    #expect(Self.steps(timeline).contains("exited b 1"))
  }

  @Test("kill and oom end a container, and it starts again; what is broken is whole in its next life")
  func faults() throws {
    var timeline = try Self.timeline(["containers": [["name": "main", "image": "nginx"]]])
    timeline.advance(to: timeline.now + .seconds(3))
    for fault in [ContainerFault.signal(.kill), .outOfMemory] {
      _ = try timeline.perform(.fault(.container(Self.key, nil, fault)))
      timeline.advance(to: timeline.now + .seconds(20))
    }
    #expect(
      Self.steps(timeline) == ["started main", "exited main 137", "started main", "OOMKilled", "started main"]
    )
    var trial = timeline.cluster
    #expect(throws: FaultError.container(.notBroken("main"))) {
      try trial.bringAbout(.container(Self.key, nil, .mend))
    }
    #expect(throws: FaultError.container(.noSuchContainer("side"))) {
      try trial.bringAbout(.container(Self.key, "side", .mend))
    }
  }

  @Test("old probes are let go, and made again when they are asked for")
  func boundedTrace() throws {
    let probe: Value = ["tcpSocket": ["port": 80], "periodSeconds": 1]
    var timeline = try Self.timeline(["containers": [["name": "main", "image": "nginx", "livenessProbe": probe]]])
    timeline.advance(to: timeline.now + .hours(12))
    #expect(timeline.trace.letGo > 0)
    #expect(timeline.records.count < 2 * Trace.fleetingKept + 100)
    let early = RecordID(timeline.records.first { $0.isFleeting }.map { $0.id.number - 10 } ?? 0)
    #expect(timeline.trace[early] == nil)
    let isRecalled = timeline.recall(early)
    #expect(isRecalled)
    #expect(timeline.trace[early]?.isFleeting == true)
    let end = timeline.cluster.stateHash
    timeline.go(to: try #require(timeline.moment(of: early)))
    #expect(timeline.now < Configuration.defaultStart + .hours(12))
    timeline.go(to: timeline.present.last)
    #expect(timeline.cluster.stateHash == end)
  }
}
