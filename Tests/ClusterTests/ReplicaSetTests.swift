import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

@Suite("A ReplicaSet in a running cluster")
struct ReplicaSetTests {
  @Test("fills up, and its status says so")
  func fillsUp() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: 3)))
    let isSettled = timeline.settle(limit: 10_000)
    #expect(isSettled)
    #expect(timeline.pods(in: .running) == 3)
    let status = try #require(timeline.replicaSets.first).status
    #expect(status.replicas == 3)
    #expect(status.readyReplicas == 3)
    #expect(status.availableReplicas == 3)
    #expect(status.observedGeneration == 1)
    #expect(Set(timeline.pods.map(\.spec.nodeName)).count == 3, "the scheduler spreads over the nodes")
  }

  @Test("replaces a deleted Pod while that still terminates")
  func replaces() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: 3)))
    timeline.settle()
    let victim = try #require(timeline.pods.first)
    _ = try timeline.perform(.delete(ObjectID(.pod, victim.metadata.key), DeleteOptions()))
    let end = timeline.now + .milliseconds(100)
    timeline.advance(to: end)
    #expect(timeline.pods.count == 4, "the replacement is there before the old Pod is gone")
    timeline.settle()
    #expect(timeline.pods(in: .running) == 3)
    #expect(!timeline.pods.contains { $0.metadata.name == victim.metadata.name })
  }

  @Test("lets a relabelled Pod go and adopts it back, one too many then goes")
  func releasesAndAdopts() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: 2)))
    timeline.settle()
    let pod = try #require(timeline.cluster.store.list(.pod).first)
    _ = try timeline.perform(.update(pod.with { $0.labels = ["app": "other"] }, nil))
    timeline.settle()
    #expect(timeline.pods.count == 3)
    let released = try #require(timeline.cluster.store[pod.id])
    #expect(released.metadata.ownerReferences.isEmpty)
    _ = try timeline.perform(.update(released.with { $0.labels = ["app": "web"] }, nil))
    timeline.settle()
    #expect(timeline.pods.count == 2)
    #expect(timeline.pods.allSatisfy { $0.metadata.controllerRef?.name == "web" })
  }

  @Test("that is orphaned goes once its Pods live on without it, and it knows so")
  func orphaned() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: 3)))
    timeline.settle()
    let set = try #require(timeline.cluster.store.list(.replicaSet).first)
    _ = try timeline.perform(.delete(set.id, DeleteOptions(propagation: .orphan)))
    var last: ReplicaSet?
    timeline.run(until: timeline.now + .seconds(1)) { timeline, _ in
      last = timeline.replicaSets.first ?? last
      return timeline.replicaSets.isEmpty
    }
    #expect(timeline.replicaSets.isEmpty)
    #expect(last?.status.replicas == 0)
    #expect(timeline.pods.count { $0.metadata.ownerReferences.isEmpty } == 3)
  }

  @Test("that waits for its Pods goes when the last of them is let go")
  func lastDependentReleased() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: 1)))
    timeline.settle()
    let pod = try #require(timeline.cluster.store.list(.pod).first)
    _ = try timeline.perform(.update(pod.with { $0.finalizers = ["example.com/hold"] }, nil))
    let set = try #require(timeline.cluster.store.list(.replicaSet).first)
    _ = try timeline.perform(.delete(set.id, DeleteOptions(propagation: .foreground)))
    timeline.run(seconds: 5)
    #expect(timeline.replicaSets.count == 1)
    let held = try #require(timeline.cluster.store.list(.pod).first)
    _ = try timeline.perform(.update(held.with { $0.ownerReferences = [] }, nil))
    timeline.run(seconds: 1)
    #expect(timeline.replicaSets.isEmpty)
  }
}

@Suite("Moving in time")
struct TimelineTests {
  @Test("back and forward return to the same state at every point of 500 events")
  func backAndForward() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: 20)))
    var hashes = [timeline.cluster.stateHash]
    while hashes.count < 500, timeline.move() { hashes.append(timeline.cluster.stateHash) }
    let end = timeline.position
    for distance in [1, 7, 100, 498] {
      timeline.go(to: end - distance)
      #expect(timeline.cluster.stateHash == hashes[hashes.count - 1 - distance])
    }
    timeline.go(to: end)
    #expect(timeline.cluster.stateHash == hashes.last)
    for position in stride(from: end, to: end - 499, by: -1) {
      timeline.go(to: position)
      #expect(timeline.cluster.stateHash == hashes[hashes.count - 1 - (end - position)])
    }
  }

  @Test("settle equals repeated steps")
  func settleEqualsSteps() throws {
    var settled = Timeline(Configuration())
    _ = try settled.perform(.create(Fixture.replicaSet("web", replicas: 5)))
    var stepped = settled
    settled.settle()
    while !stepped.cluster.isSettled { stepped.step() }
    #expect(settled.cluster.stateHash == stepped.cluster.stateHash)
    #expect(settled.records.count == stepped.records.count)
  }

  @Test("an hour equals 3,600 seconds")
  func advanceAddsUp() throws {
    var once = Timeline(Configuration())
    _ = try once.perform(.create(Fixture.replicaSet("web", replicas: 3)))
    var often = once
    once.advance(to: once.now + .hours(1))
    for _ in 0..<3600 { often.advance(to: often.now + .seconds(1)) }
    #expect(once.cluster.stateHash == often.cluster.stateHash)
  }

  @Test("acting in the past opens a branch and keeps the old future")
  func branches() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: 3)))
    timeline.settle()
    let moves = timeline.trace.moves
    timeline.back(10)
    _ = try timeline.perform(.create(Fixture.pod("alone", labels: ["app": "other"])))
    #expect(timeline.others.count == 1)
    #expect(timeline.others[0].trace.moves == moves)
    timeline.settle()
    #expect(timeline.pods.count == 4)
  }
}
