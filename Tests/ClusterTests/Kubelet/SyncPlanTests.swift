import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

/// Which containers a sync stops and starts, and what it says of that.
@Suite("What a kubelet's sync decides")
struct SyncPlanTests {
  private static func shell(_ name: String, _ script: String, _ more: Fields = [:]) -> Value {
    LifecycleTests.shell(name, script, more)
  }

  private static func killings(_ timeline: Timeline) -> [String] { timeline.events("Killing").map(\.message) }

  private static let failing: Value = [
    "exec": ["command": ["cat", "/none"]], "periodSeconds": 2, "failureThreshold": 1, "timeoutSeconds": 1,
    "successThreshold": 1, "terminationGracePeriodSeconds": 20,
  ]

  @Test("sidecars are stopped, the last one first, once the main containers have ended", arguments: [0, 3])
  func sidecarsEnd(code: Int) throws {
    var timeline = try LifecycleTests.timeline([
      "restartPolicy": "Never",
      "initContainers": [
        Self.shell("first", "trap 'exit 0' TERM; while true; do sleep 1; done", ["restartPolicy": "Always"]),
        Self.shell("last", "trap 'exit 0' TERM; while true; do sleep 1; done", ["restartPolicy": "Always"]),
      ],
      "containers": [Self.shell("main", "sleep 3; exit \(code)")],
    ])
    timeline.run(seconds: 15)
    #expect(
      LifecycleTests.steps(timeline).suffix(3) == ["exited main \(code)", "stopped last", "stopped first"]
    )
    #expect(Set(Self.killings(timeline)) == ["Stopping container first", "Stopping container last"])
    #expect(timeline.pods.first?.status.phase == (code == 0 ? .succeeded : .failed))
  }

  @Test("a sidecar that is ill is named an init container, and starts again")
  func illSidecar() throws {
    var timeline = try LifecycleTests.timeline([
      "initContainers": [
        Self.shell("side", "sleep 1000", ["restartPolicy": "Always", "livenessProbe": Self.failing])
      ],
      "containers": [Self.shell("main", "sleep 1000")],
    ])
    timeline.run(seconds: 30)
    #expect(Self.killings(timeline).first == "Init container side failed liveness probe")
    #expect(LifecycleTests.steps(timeline).count { $0 == "started side" } == 2)
  }

  @Test("under Never an ill container that is the only one ends with its Pod, in the Pod's own time")
  func illUnderNever() throws {
    var timeline = try LifecycleTests.timeline([
      "restartPolicy": "Never", "terminationGracePeriodSeconds": 3,
      "containers": [Self.shell("main", "sleep 1000", ["livenessProbe": Self.failing])],
    ])
    timeline.run(seconds: 12)
    #expect(Self.killings(timeline) == ["Stopping container main"])
    #expect(timeline.pods.first?.status.phase == .failed)
  }

  @Test("beside a healthy container it is stopped alone")
  func illBesideOther() throws {
    var timeline = try LifecycleTests.timeline([
      "restartPolicy": "Never",
      "containers": [
        Self.shell("main", "sleep 1000", ["livenessProbe": Self.failing]), Self.shell("other", "sleep 1000"),
      ],
    ])
    timeline.run(seconds: 40)
    #expect(Self.killings(timeline) == ["Container main failed liveness probe"])
    #expect(timeline.pods.first?.status.phase == .running)
  }

  @Test("another image starts a container again whatever the policy says")
  func otherImage() throws {
    var timeline = try LifecycleTests.timeline([
      "restartPolicy": "Never", "terminationGracePeriodSeconds": 2,
      "containers": [Self.shell("main", "sleep 1000")],
    ])
    timeline.run(seconds: 3)
    try timeline.edit(Pod.self, "web") { pod in pod.spec = Self.changed(pod.spec, image: "busybox:1.36") }
    timeline.run(seconds: 10)
    #expect(Self.killings(timeline) == ["Container main definition changed, will be restarted"])
    #expect(timeline.pods.first?.status.containerStatuses.first?.restartCount == 1)
  }

  @Test("another image does not wait out the back-off of the former one, which goes on when that comes back")
  func backOffByImage() throws {
    var timeline = try LifecycleTests.timeline(["containers": [Self.shell("main", "exit 1")]])
    timeline.run(seconds: 60)
    let restarts = { (timeline: Timeline) in timeline.pods.first?.status.containerStatuses.first?.restartCount ?? 0 }
    let before = restarts(timeline)
    #expect(before == 3, "the next start is held for 40 s")
    try timeline.edit(Pod.self, "web") { pod in pod.spec = Self.changed(pod.spec, image: "busybox:1.36") }
    timeline.run(seconds: 3)
    #expect(restarts(timeline) > before)
    let changed = restarts(timeline)
    try timeline.edit(Pod.self, "web") { pod in pod.spec = Self.changed(pod.spec, image: "busybox:1.28") }
    timeline.run(seconds: 5)
    #expect(restarts(timeline) == changed)
  }

  private static func changed(_ spec: Boxed<PodSpec>, image: String) -> Boxed<PodSpec> {
    var value = spec.value
    value.containers[0].image = image
    return Boxed(value)
  }
}
