import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

@Suite("A DaemonSet whose controller binds its Pods itself")
struct DaemonBindingTests {
  private static func gates(_ text: String) throws -> FeatureGates {
    var gates = FeatureGates()
    try gates.set(text)
    return gates
  }

  private static func timeline() throws -> Timeline {
    Timeline(Configuration(featureGates: try gates("ScheduleDaemonSetPods=false")))
  }

  private static func daemonSet(cpu: String = "100m", hostPort: Int = 0) -> Object {
    var object = DaemonSetTests.daemonSet()
    var fields = object.fields
    var container: Value = [
      "name": "main", "image": "nginx", "imagePullPolicy": "IfNotPresent",
      "resources": ["requests": ["cpu": .string(cpu)]],
    ]
    if hostPort > 0 {
      container["ports"] = [["containerPort": .int(Int64(hostPort)), "hostPort": .int(Int64(hostPort))]]
    }
    var spec = fields["spec"] ?? [:]
    var template = spec["template"] ?? [:]
    var podSpec = template["spec"] ?? [:]
    podSpec["containers"] = [container]
    template["spec"] = podSpec
    spec["template"] = template
    fields["spec"] = spec
    object = Object(kind: .daemonSet, fields: fields)
    return object
  }

  private static func onNode(_ name: String, _ node: String, cpu: String, hostPort: Int = 0) -> Object {
    Object(
      kind: .pod,
      fields: [
        "metadata": ["name": .string(name), "namespace": "default"],
        "spec": [
          "nodeName": .string(node), "restartPolicy": "Always",
          "containers": [
            [
              "name": "main", "image": "nginx", "imagePullPolicy": "IfNotPresent",
              "resources": ["requests": ["cpu": .string(cpu)]],
              "ports": hostPort == 0 ? [] : [["containerPort": 80, "hostPort": .int(Int64(hostPort))]],
            ]
          ],
        ],
      ]
    )
  }

  @Test("switching the gate has it look at its DaemonSets again")
  func switched() throws {
    var timeline = try Self.timeline()
    _ = try timeline.perform(.create(Self.onNode("other", "node-2", cpu: "3")))
    _ = try timeline.perform(.create(Self.daemonSet(cpu: "3")))
    timeline.settle()
    #expect(timeline.pods.count == 3, "one node has no room")
    _ = try timeline.perform(.featureGates(Self.gates("ScheduleDaemonSetPods=true")))
    timeline.settle()
    #expect(timeline.pods.count == 4, "the scheduler may judge that now")
  }

  @Test("creates them on their nodes, with no affinity and no scheduler")
  func bindsItself() throws {
    var timeline = try Self.timeline()
    _ = try timeline.perform(.create(DaemonSetTests.daemonSet()))
    timeline.settle()
    #expect(timeline.pods.map(\.spec.nodeName).sorted() == ["node-1", "node-2", "node-3"])
    #expect(timeline.pods.allSatisfy { $0.spec.other["affinity"] == nil })
    #expect(timeline.events("Scheduled").isEmpty)
    #expect(try timeline.only(DaemonSet.self).status.numberReady == 3)
  }

  @Test("leaves out a node without room, says so, and comes back when there is some")
  func noRoom() throws {
    var timeline = try Self.timeline()
    _ = try timeline.perform(.create(Self.onNode("big", "node-2", cpu: "2")))
    _ = try timeline.perform(.create(Self.daemonSet(cpu: "3")))
    timeline.run(seconds: 5)
    #expect(timeline.pods.filter { $0.metadata.name != "big" }.map(\.spec.nodeName).sorted() == ["node-1", "node-3"])
    let status = try timeline.only(DaemonSet.self).status
    #expect(status.desiredNumberScheduled == 3)
    #expect(status.currentNumberScheduled == 2)
    let event = try #require(timeline.events("FailedPlacement").first)
    #expect(
      event.message
        == "failed to place pod on \"node-2\": Node didn't have enough resource: cpu, requested: 3000, "
        + "used: 2000, capacity: 4000"
    )
    _ = try timeline.perform(.delete(ObjectID(.pod, namespace: "default", name: "big"), DeleteOptions()))
    timeline.run(seconds: 40)
    #expect(try timeline.only(DaemonSet.self).status.numberReady == 3)
  }

  @Test("does not want a node whose host port is taken")
  func hostPort() throws {
    var timeline = try Self.timeline()
    _ = try timeline.perform(.create(Self.onNode("web", "node-1", cpu: "1", hostPort: 8_080)))
    timeline.settle()
    _ = try timeline.perform(.create(Self.daemonSet(hostPort: 8_080)))
    timeline.settle()
    #expect(try timeline.only(DaemonSet.self).status.desiredNumberScheduled == 2)
  }

  @Test("a gate that is set later holds for Pods made from then on, and is undone by going back")
  func setLater() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(DaemonSetTests.daemonSet()))
    timeline.settle()
    let before = timeline.position
    let hash = timeline.cluster.stateHash
    _ = try timeline.perform(.featureGates(try Self.gates("ScheduleDaemonSetPods=false")))
    _ = try timeline.perform(.fault(.addNode("node-4")))
    timeline.run(seconds: 5)
    #expect(timeline.pods(in: .running) == 4)
    #expect(timeline.events("Scheduled").count == 3)
    timeline.go(to: before)
    #expect(timeline.cluster.stateHash == hash)
    #expect(timeline.cluster.featureGates.scheduleDaemonSetPods)
  }

  @Test(
    "gates are read and refused as Kubernetes' components do",
    arguments: [
      ("ScheduleDaemonSetPods=false", nil), ("ScheduleDaemonSetPods=T", nil), ("", nil),
      ("ScheduleDaemonSetPods", "missing bool value for ScheduleDaemonSetPods"),
      ("X=true", "unrecognized feature gate: X"),
      (
        "ScheduleDaemonSetPods=no",
        "invalid value of ScheduleDaemonSetPods=no, err: strconv.ParseBool: parsing \"no\": invalid syntax"
      ),
    ] as [(String, String?)]
  )
  func parsing(_ text: String, _ expected: String?) {
    var gates = FeatureGates()
    var found: String?
    do throws(FeatureGateError) { try gates.set(text) } catch { found = error.text }
    #expect(found == expected)
  }
}
