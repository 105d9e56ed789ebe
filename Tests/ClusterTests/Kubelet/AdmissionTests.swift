import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

/// Pods that somebody binds to a node without asking the scheduler.
@Suite("What a kubelet admits")
struct AdmissionTests {
  private static func pod(_ name: String, _ container: Fields = [:], _ spec: Fields = [:]) -> Object {
    var main: Fields = ["name": "main", "image": "nginx", "imagePullPolicy": "IfNotPresent"]
    for field in container { main[field.name] = field.value }
    var all: Fields = ["nodeName": "node-1", "restartPolicy": "Always", "terminationGracePeriodSeconds": 30]
    all["containers"] = [.object(main)]
    for field in spec { all[field.name] = field.value }
    return Object(
      kind: .pod,
      fields: ["metadata": ["name": .string(name), "namespace": "default"], "spec": .object(all)]
    )
  }

  private static func cpu(_ amount: String) -> Fields { ["resources": ["requests": ["cpu": .string(amount)]]] }

  private static let port: Fields = ["ports": [["containerPort": 80, "hostPort": 8080]]]

  /// What becomes of `pod` beside `others` on the one node.
  private static func outcome(of pod: Object, beside others: [Object] = []) throws -> PodStatus {
    var timeline = Timeline(Configuration(nodes: 1))
    for other in others + [pod] {
      _ = try timeline.perform(.create(other))
      timeline.run(seconds: 3)
    }
    return try #require(timeline.cluster.store[pod.id]?.as(Pod.self)).status
  }

  @Test("one that asks for more than is left fails, with what is missing")
  func resources() throws {
    let status = try Self.outcome(of: Self.pod("web", Self.cpu("2500m")), beside: [Self.pod("other", Self.cpu("2"))])
    #expect(status.phase == .failed)
    #expect(status.reason == "OutOfcpu")
    let text = "Node didn't have enough resource: cpu, requested: 2500, used: 2000, capacity: 4000"
    #expect(status.message == "Pod was rejected: \(text)")
    #expect(status.containerStatuses.isEmpty)
  }

  @Test("one that wants another node, or a port that is taken, fails")
  func predicates() throws {
    let selected = try Self.outcome(of: Self.pod("web", [:], ["nodeSelector": ["disk": "ssd"]]))
    #expect(selected.reason == "NodeAffinity")
    let text = "Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector"
    #expect(selected.message == "Pod was rejected: \(text)")
    let second = try Self.outcome(of: Self.pod("web", Self.port), beside: [Self.pod("other", Self.port)])
    #expect(second.reason == "NodePorts")
  }

  @Test("a controller whose Pods are turned away one after the other is not waited for without end")
  func flood() throws {
    var timeline = Timeline(Configuration(nodes: 1))
    var fields = Fixture.replicaSet("web", replicas: 1).fields
    let spec = Self.pod("web", Self.cpu("99")).fields["spec"]
    fields["spec"] = [
      "replicas": 1, "selector": ["matchLabels": ["app": "web"]],
      "template": ["metadata": ["labels": ["app": "web"]], "spec": spec ?? [:]],
    ]
    _ = try timeline.perform(.create(Object(kind: .replicaSet, fields: fields)))
    let isSettled = timeline.settle(limit: 10_000)
    #expect(isSettled)
    let count = timeline.pods.count
    timeline.run(seconds: 5)
    #expect(timeline.pods.count > count, "it goes on while time does")
  }

  @Test("of two that come together the first is taken")
  func together() throws {
    var timeline = Timeline(Configuration(nodes: 1))
    for name in ["one", "two"] { _ = try timeline.perform(.create(Self.pod(name, Self.port))) }
    timeline.run(seconds: 3)
    #expect(timeline.pods.map(\.status.phase) == [.running, .failed])
  }

  @Test("a taint that only keeps the scheduler away does not keep it out")
  func taints() throws {
    var timeline = Timeline(Configuration(nodes: 1))
    try timeline.edit(Node.self, "node-1") { $0.taints.append(Taint(key: "maintenance", effect: .noSchedule)) }
    _ = try timeline.perform(.create(Self.pod("web")))
    timeline.run(seconds: 3)
    #expect(timeline.pods(in: .running) == 1)
  }

  @Test("what a Pod that has ended had is free again")
  func afterwards() throws {
    let ended = Self.pod("other", Self.cpu("3"), ["restartPolicy": "Never"])
    var timeline = Timeline(Configuration(nodes: 1))
    _ = try timeline.perform(.create(ended.with { $0.annotations["sim/run-seconds"] = "1" }))
    timeline.run(seconds: 6)
    _ = try timeline.perform(.create(Self.pod("web", Self.cpu("3"))))
    timeline.run(seconds: 3)
    #expect(timeline.pods(in: .succeeded) == 1)
    #expect(timeline.pods(in: .running) == 1)
  }

  @Test("one that was turned away goes when it is deleted")
  func deletion() throws {
    var timeline = Timeline(Configuration(nodes: 1))
    let pod = Self.pod("web", Self.cpu("99"))
    _ = try timeline.perform(.create(pod))
    timeline.run(seconds: 2)
    _ = try timeline.perform(.delete(pod.id, DeleteOptions()))
    timeline.run(seconds: 2)
    #expect(timeline.pods.isEmpty)
  }
}
