import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

@Suite("Nodes that fail and come back")
struct NodeTests {
  static func running(_ replicas: Int) throws -> Timeline {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: replicas)))
    timeline.settle()
    return timeline
  }

  static func node(_ timeline: Timeline, _ name: String) throws -> Node {
    try #require(timeline.cluster.store[ObjectID(.node, name: name)]?.as(Node.self))
  }

  @Test("a silent node is marked after its grace, not before, and its Pods are not ready")
  func grace() throws {
    var timeline = try Self.running(3)
    let failed = timeline.now
    _ = try timeline.perform(.fault(.failNode("node-2")))
    timeline.advance(to: failed + .seconds(39))
    let isStillReady = try Self.node(timeline, "node-2").isReady
    #expect(isStillReady)
    timeline.advance(to: failed + .seconds(56))
    let node = try Self.node(timeline, "node-2")
    #expect(node.conditions.allSatisfy { $0.status == .unknown && $0.reason == "NodeStatusUnknown" })
    #expect(node.taints.map(\.effect) == [.noSchedule, .noExecute])
    #expect(timeline.pods.count { !$0.isReady } == 1)
    #expect(timeline.pods.count == 3, "nothing is replaced yet")
    #expect(timeline.replicaSets.first?.status.readyReplicas == 2)
  }

  @Test("its Pods are evicted 300 s after the taint, replaced elsewhere, and stay until the node is back")
  func eviction() throws {
    var timeline = try Self.running(3)
    let failed = timeline.now
    _ = try timeline.perform(.fault(.failNode("node-2")))
    timeline.advance(to: failed + .seconds(340))
    #expect(timeline.pods.count == 3)
    timeline.advance(to: failed + .seconds(400))
    #expect(timeline.pods.count == 4)
    let leaving = timeline.pods.filter { $0.metadata.isBeingDeleted }
    #expect(leaving.map(\.spec.nodeName) == ["node-2"])
    #expect(leaving.first?.status.condition(.disruptionTarget)?.reason == "DeletionByTaintManager")
    #expect(timeline.pods.count { $0.isReady } == 3)
    let healed = timeline.now
    _ = try timeline.perform(.fault(.healNode("node-2")))
    timeline.advance(to: healed + .seconds(20))
    #expect(timeline.pods.count == 3)
    let node = try Self.node(timeline, "node-2")
    #expect(node.isReady)
    #expect(node.taints.isEmpty)
  }

  @Test("a node that is back in time keeps its Pods")
  func backInTime() throws {
    var timeline = try Self.running(3)
    let names = timeline.pods.map(\.metadata.name)
    _ = try timeline.perform(.fault(.failNode("node-2")))
    timeline.advance(to: timeline.now + .seconds(90))
    _ = try timeline.perform(.fault(.healNode("node-2")))
    timeline.advance(to: timeline.now + .seconds(400))
    #expect(timeline.pods.map(\.metadata.name) == names)
    #expect(timeline.pods.allSatisfy { $0.isReady })
  }

  @Test("with all nodes silent nothing is evicted")
  func allSilent() throws {
    var timeline = try Self.running(3)
    for number in 1...3 { _ = try timeline.perform(.fault(.failNode("node-\(number)"))) }
    timeline.advance(to: timeline.now + .seconds(600))
    #expect(timeline.pods.count == 3)
    #expect(timeline.pods.allSatisfy { !$0.metadata.isBeingDeleted })
  }

  @Test("the Pods of a node that is gone are collected and replaced")
  func removed() throws {
    var timeline = try Self.running(3)
    _ = try timeline.perform(.fault(.removeNode("node-2")))
    timeline.advance(to: timeline.now + .seconds(30))
    #expect(timeline.pods.contains { $0.spec.nodeName == "node-2" })
    timeline.advance(to: timeline.now + .seconds(60))
    #expect(!timeline.pods.contains { $0.spec.nodeName == "node-2" })
    #expect(timeline.pods.count { $0.isReady } == 3)
  }

  @Test("a new node takes Pods that had no room")
  func added() throws {
    var timeline = Timeline(Configuration(nodes: 1, podsPerNode: 2))
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: 3)))
    timeline.settle()
    #expect(timeline.pods(in: .pending) == 1)
    _ = try timeline.perform(.fault(.addNode("node-2")))
    timeline.advance(to: timeline.now + .seconds(15))
    #expect(timeline.pods(in: .running) == 3)
  }
}
