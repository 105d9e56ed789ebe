import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

@Suite("Watches that are late or broken")
struct WatchFaultTests {
  private static func timeline(_ component: Component, _ fault: WatchFault, seed: UInt64 = 1) throws -> Timeline {
    var timeline = Timeline(Configuration(seed: seed))
    _ = try timeline.perform(.fault(.watch(component, fault)))
    return timeline
  }

  private static func notifications(_ timeline: Timeline, to component: Component) -> [Record] {
    timeline.records.filter { record in
      guard record.component == component, case .notified = record.happening else { return false }
      return true
    }
  }

  private static func losses(_ timeline: Timeline) -> [Record] {
    timeline.records.filter { if case .notTold = $0.happening { true } else { false } }
  }

  @Test("a late watch tells the same, later, in the same order")
  func delay() throws {
    var late = try Self.timeline(.replicaSetController, .delay(.seconds(5)))
    _ = try late.perform(.create(Fixture.replicaSet("web", replicas: 3)))
    late.run(seconds: 60)
    #expect(late.pods(in: .running) == 3)
    let heard = Self.notifications(late, to: .replicaSetController)
    #expect(heard.count > 3)
    for record in heard {
      let write = try #require(record.cause.flatMap { late.trace[$0] })
      #expect(record.time - write.time == .milliseconds(5_003))
    }
    let versions = heard.compactMap { record in
      if case .notified(_, let version, _) = record.happening { version.resourceVersion } else { nil }
    }
    #expect(versions == versions.sorted())
  }

  @Test("a delay that is taken back lets no notification overtake another")
  func shortenedDelay() throws {
    var timeline = try Self.timeline(.replicaSetController, .delay(.seconds(5)))
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: 1)))
    timeline.run(seconds: 1)
    _ = try timeline.perform(.fault(.watch(.replicaSetController, .mend)))
    try timeline.edit(ReplicaSet.self, "web") { $0.spec.replicas = 2 }
    timeline.run(seconds: 30)
    let versions = Self.notifications(timeline, to: .replicaSetController).compactMap { record in
      if case .notified(_, let version, _) = record.happening { version.resourceVersion } else { nil }
    }
    #expect(versions == versions.sorted())
    #expect(timeline.pods(in: .running) == 2)
  }

  @Test("nothing happens for a ReplicaSet whose controller is not told, until its watch is mended")
  func dropAndMend() throws {
    var timeline = try Self.timeline(.replicaSetController, .drop(nil))
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: 3)))
    timeline.run(seconds: 20)
    #expect(timeline.pods.isEmpty)
    #expect(Self.losses(timeline).count == 1)
    _ = try timeline.perform(.fault(.watch(.replicaSetController, .mend)))
    timeline.run(seconds: 20)
    #expect(timeline.pods(in: .running) == 3)
    let list = try #require(timeline.records.first { if case .listed = $0.happening { true } else { false } })
    let fault = try #require(list.cause.flatMap { timeline.trace[$0] })
    guard case .fault(let words) = fault.happening else {
      Issue.record("the list is caused by the mending")
      return
    }
    #expect(words == "mend watch replicaset-controller")
  }

  @Test("a Pod that is deleted unseen is replaced once the watch is mended")
  func deletedUnseen() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: 3)))
    timeline.run(seconds: 10)
    _ = try timeline.perform(.fault(.watch(.replicaSetController, .drop(nil))))
    let victim = try #require(timeline.pods.first)
    _ = try timeline.perform(
      .delete(ObjectID(.pod, victim.metadata.key), DeleteOptions(gracePeriodSeconds: 0))
    )
    timeline.run(seconds: 30)
    #expect(timeline.pods.count == 2)
    _ = try timeline.perform(.fault(.watch(.replicaSetController, .mend)))
    timeline.run(seconds: 30)
    #expect(timeline.pods(in: .running) == 3)
    #expect(try timeline.only(ReplicaSet.self).status.readyReplicas == 3)
  }

  @Test("one lost notification of a new Pod leaves the scheduler without it until the Pod changes")
  func oneLost() throws {
    var timeline = try Self.timeline(.scheduler, .drop(1))
    _ = try timeline.perform(.create(Fixture.pod("a")))
    _ = try timeline.perform(.create(Fixture.pod("b")))
    timeline.run(seconds: 20)
    #expect(timeline.pods(in: .running) == 1)
    try timeline.edit(Pod.self, "a") { $0.metadata.labels["touched"] = "yes" }
    timeline.run(seconds: 20)
    #expect(timeline.pods(in: .running) == 2)
  }

  @Test("a kubelet that was not told of its Pods runs them once its watch is mended, also after a failure")
  func kubelet() throws {
    var timeline = Timeline(Configuration(nodes: 1))
    _ = try timeline.perform(.fault(.watch(.kubelet("node-1"), .drop(nil))))
    _ = try timeline.perform(.create(Fixture.pod("a")))
    timeline.run(seconds: 10)
    #expect(timeline.pods(in: .pending) == 1)
    _ = try timeline.perform(.fault(.failNode("node-1")))
    _ = try timeline.perform(.fault(.watch(.kubelet("node-1"), .mend)))
    timeline.run(seconds: 5)
    _ = try timeline.perform(.fault(.healNode("node-1")))
    timeline.run(seconds: 10)
    #expect(timeline.pods(in: .running) == 1)
  }

  @Test("controllers end at their spec after any faults of any watches", arguments: 1...12)
  func levelTriggered(_ seed: Int) throws {
    var generator = Generator(seed: UInt64(seed))
    var timeline = Timeline(Configuration(seed: UInt64(seed)))
    let watchers = timeline.cluster.watchers
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: 3)))
    _ = try timeline.perform(.create(DaemonSetTests.daemonSet()))
    _ = try timeline.perform(.create(Fixture.job("sum", runSeconds: 3)))
    for _ in 0..<6 {
      let faults: [WatchFault] = [.delay(.milliseconds(Int64(generator.below(3_000)))), .drop(nil), .drop(2)]
      let component = watchers[generator.below(watchers.count)]
      _ = try timeline.perform(.fault(.watch(component, faults[generator.below(3)])))
      if let pod = timeline.pods.first, generator.below(2) == 0 {
        _ = try? timeline.perform(.delete(ObjectID(.pod, pod.metadata.key), DeleteOptions()))
      }
      try timeline.edit(ReplicaSet.self, "web") { $0.spec.replicas = 1 + generator.below(5) }
      timeline.run(seconds: Int64(1 + generator.below(9)))
    }
    for component in watchers { _ = try timeline.perform(.fault(.watch(component, .mend))) }
    timeline.run(seconds: 700)
    let set = try timeline.only(ReplicaSet.self)
    #expect(set.status.readyReplicas == set.spec.replicas, "seed \(seed)")
    let daemons = try timeline.only(DaemonSet.self)
    #expect(daemons.status.numberReady == 3, "seed \(seed)")
    #expect(try timeline.only(Job.self).status.succeeded == 1, "seed \(seed)")
  }

  @Test("a component that does not exist, or reads the store, is refused with nothing changed")
  func refusals() throws {
    var cluster = Cluster(Configuration(nodes: 1))
    let before = cluster.stateHash
    #expect(throws: FaultError.noSuchComponent(Component("nobody"))) {
      try cluster.bringAbout(.watch(Component("nobody"), .drop(nil)))
    }
    #expect(throws: FaultError.readsTheStore(.garbageCollector)) {
      try cluster.bringAbout(.watch(.garbageCollector, .drop(nil)))
    }
    #expect(throws: FaultError.noSuchNode("node-9")) {
      try cluster.bringAbout(.watch(.kubelet("node-9"), .drop(nil)))
    }
    #expect(throws: FaultError.watchIsWhole(.scheduler)) {
      try cluster.bringAbout(.watch(.scheduler, .mend))
    }
    #expect(cluster.stateHash == before)
    try cluster.bringAbout(.watch(.scheduler, .drop(nil)))
    #expect(cluster.stateHash != before)
  }
}
