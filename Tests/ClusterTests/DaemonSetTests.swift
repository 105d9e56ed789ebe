import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

@Suite("A DaemonSet in a running cluster")
struct DaemonSetTests {
  static func daemonSet(
    image: String = "nginx:1",
    nodeSelector: StringMap = [:],
    strategy: Value = ["type": "RollingUpdate", "rollingUpdate": ["maxUnavailable": 1, "maxSurge": 0]]
  ) -> Object {
    var spec = Fixture.podSpec(image: image)
    if !nodeSelector.isEmpty { spec["nodeSelector"] = .object(nodeSelector.fields) }
    return Object(
      kind: .daemonSet,
      fields: [
        "metadata": ["name": "agent", "namespace": "default"],
        "spec": [
          "selector": ["matchLabels": ["app": "agent"]],
          "template": ["metadata": ["labels": ["app": "agent"]], "spec": spec],
          "updateStrategy": strategy,
        ],
      ]
    )
  }

  private func running(_ set: Object) throws -> Timeline {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(set))
    timeline.settle()
    return timeline
  }

  private func nodes(_ timeline: Timeline) -> [String] { timeline.pods.map(\.spec.nodeName).sorted() }

  private func status(_ timeline: Timeline) throws -> DaemonSetStatus { try timeline.only(DaemonSet.self).status }

  @Test("puts one Pod on each node, through the scheduler")
  func onePerNode() throws {
    let timeline = try running(DaemonSetTests.daemonSet())
    #expect(nodes(timeline) == ["node-1", "node-2", "node-3"])
    let status = try status(timeline)
    #expect(status.desiredNumberScheduled == 3)
    #expect(status.currentNumberScheduled == 3)
    #expect(status.numberAvailable == 3)
    #expect(status.numberUnavailable == 0)
    #expect(status.observedGeneration == 1)
    let revision = try timeline.only(ControllerRevision.self)
    #expect(revision.revision == 1)
    for pod in timeline.pods {
      #expect(NodeSelection.pinnedNode(pod.spec.value) == pod.spec.nodeName)
      #expect(pod.metadata.labels["controller-revision-hash"] == revision.metadata.labels["controller-revision-hash"])
      #expect(pod.spec.tolerations.contains { $0.key == "node.kubernetes.io/unschedulable" })
    }
    #expect(timeline.events("Scheduled").count == 3)
    #expect(timeline.events("SuccessfulCreate").allSatisfy { $0.source == "daemonset-controller" })
  }

  @Test("replaces a deleted Pod on the same node, once it is gone")
  func replacesAfterTheEnd() throws {
    var timeline = try running(DaemonSetTests.daemonSet())
    let victim = try #require(timeline.pods.first)
    _ = try timeline.perform(.delete(ObjectID(.pod, victim.metadata.key), DeleteOptions()))
    timeline.advance(to: timeline.now + .milliseconds(100))
    #expect(timeline.pods.count == 3, "one Pod a node, also while the old one terminates")
    timeline.settle()
    #expect(nodes(timeline) == ["node-1", "node-2", "node-3"])
    #expect(!timeline.pods.contains { $0.metadata.name == victim.metadata.name })
  }

  @Test("follows the labels of the nodes, and says of the others why not")
  func followsLabels() throws {
    var timeline = try running(DaemonSetTests.daemonSet(nodeSelector: ["disk": "ssd"]))
    #expect(timeline.pods.isEmpty)
    #expect(try status(timeline).desiredNumberScheduled == 0)
    let reasons = timeline.records.flatMap { record -> [PassedOver] in
      if case .reconciled(let decision) = record.happening { decision.passedOver } else { [] }
    }
    #expect(reasons.contains { $0.subject?.id.key.name == "node-2" && $0.reason == .nodeRejects(.selection) })
    try timeline.edit(Node.self, "node-2") { $0.metadata.labels["disk"] = "ssd" }
    timeline.settle()
    #expect(nodes(timeline) == ["node-2"])
    try timeline.edit(Node.self, "node-2") { $0.metadata.labels["disk"] = "hdd" }
    timeline.settle()
    #expect(timeline.pods.isEmpty)
    #expect(timeline.events("SuccessfulDelete").count == 1)
  }

  @Test("keeps a Pod on a node that gets a NoSchedule taint, but makes no new one there; a cordon is nothing to it")
  func taints() throws {
    var timeline = try running(DaemonSetTests.daemonSet())
    try timeline.edit(Node.self, "node-1") { $0.taints.append(Taint(key: "a", effect: .noSchedule)) }
    try timeline.edit(Node.self, "node-2") { $0.unschedulable = true }
    timeline.settle()
    #expect(timeline.pods.count == 3)
    #expect(try status(timeline).desiredNumberScheduled == 3, "nothing has woken the controller")
    for pod in timeline.pods { _ = try timeline.perform(.delete(ObjectID(.pod, pod.metadata.key), DeleteOptions())) }
    timeline.settle()
    #expect(nodes(timeline) == ["node-2", "node-3"])
    #expect(try status(timeline).desiredNumberScheduled == 2)
    try timeline.edit(Node.self, "node-3") { $0.taints.append(Taint(key: "b", effect: .noExecute)) }
    timeline.settle()
    #expect(nodes(timeline) == ["node-2"])
    #expect(try status(timeline).desiredNumberScheduled == 1)
  }

  @Test("counts a Pod that should not be where it is once something wakes it, and no longer when it may be there again")
  func misscheduled() throws {
    var timeline = try running(DaemonSetTests.daemonSet())
    try timeline.edit(Node.self, "node-1") { $0.taints.append(Taint(key: "a", effect: .noSchedule)) }
    timeline.settle()
    #expect(try status(timeline).numberMisscheduled == 0)
    try timeline.edit(Node.self, "node-2") { $0.taints.append(Taint(key: "b", effect: .noExecute)) }
    timeline.settle()
    #expect(try status(timeline).numberMisscheduled == 1)
    #expect(try status(timeline).desiredNumberScheduled == 1)
    try timeline.edit(Node.self, "node-1") { $0.taints = [] }
    timeline.settle()
    #expect(try status(timeline).numberMisscheduled == 0)
    #expect(try status(timeline).desiredNumberScheduled == 2)
  }

  @Test("rolls a new template out one node after the other, and numbers it")
  func rollsOut() throws {
    var timeline = try running(DaemonSetTests.daemonSet())
    try timeline.edit(DaemonSet.self, "agent") { $0.spec.template.spec.containers[0].image = "nginx:2" }
    var least = 3
    while !timeline.cluster.isSettled, timeline.move() {
      least = min(least, timeline.pods.count { $0.isReady && !$0.metadata.isBeingDeleted })
    }
    #expect(least == 2)
    #expect(timeline.pods.allSatisfy { $0.spec.containers[0].image == "nginx:2" })
    #expect(try status(timeline).updatedNumberScheduled == 3)
    let revisions = timeline.cluster.store.list(.controllerRevision).compactMap { $0.as(ControllerRevision.self) }
    #expect(revisions.map(\.revision).sorted() == [1, 2])
    try timeline.edit(DaemonSet.self, "agent") { $0.spec.template.spec.containers[0].image = "nginx:1" }
    timeline.settle()
    let after = timeline.cluster.store.list(.controllerRevision).compactMap { $0.as(ControllerRevision.self) }
    #expect(after.map(\.revision).sorted() == [2, 3], "the old state has a new number")
  }

  @Test("with maxSurge puts the new Pod beside the old one first")
  func surges() throws {
    let strategy: Value = ["type": "RollingUpdate", "rollingUpdate": ["maxUnavailable": 0, "maxSurge": "34%"]]
    var timeline = try running(DaemonSetTests.daemonSet(strategy: strategy))
    try timeline.edit(DaemonSet.self, "agent") { $0.spec.template.spec.containers[0].image = "nginx:2" }
    var most = 3
    var least = 3
    while !timeline.cluster.isSettled, timeline.move() {
      most = max(most, timeline.pods.count { !$0.metadata.isBeingDeleted })
      least = min(least, timeline.pods.count { $0.isReady && !$0.metadata.isBeingDeleted })
    }
    #expect(most == 5, "34% of 3, rounded up, are 2")
    #expect(least == 3)
    #expect(timeline.pods.allSatisfy { $0.spec.containers[0].image == "nginx:2" })
  }

  @Test("with OnDelete leaves old Pods alone")
  func onDelete() throws {
    var timeline = try running(DaemonSetTests.daemonSet(strategy: ["type": "OnDelete"]))
    try timeline.edit(DaemonSet.self, "agent") { $0.spec.template.spec.containers[0].image = "nginx:2" }
    timeline.settle()
    #expect(timeline.pods.allSatisfy { $0.spec.containers[0].image == "nginx:1" })
    let victim = try #require(timeline.pods.first)
    _ = try timeline.perform(.delete(ObjectID(.pod, victim.metadata.key), DeleteOptions()))
    timeline.settle()
    #expect(timeline.pods.count { $0.spec.containers[0].image == "nginx:2" } == 1)
    #expect(try status(timeline).updatedNumberScheduled == 1)
  }

  @Test("deletes failed Pods and makes others, ever more slowly")
  func failedPods() throws {
    var timeline = try running(DaemonSetTests.daemonSet(nodeSelector: ["kubernetes.io/hostname": "node-1"]))
    var times: [Instant] = []
    for _ in 0..<4 {
      let pod = try #require(timeline.pods.first { !$0.metadata.isBeingDeleted && !$0.isTerminal })
      var failed = pod
      failed.status.phase = .failed
      _ = try timeline.perform(.update(Object(failed), .status))
      let uid = pod.metadata.uid
      while timeline.pods.contains(where: { $0.metadata.uid == uid }), timeline.move() {}
      times.append(timeline.now)
      timeline.settle()
    }
    #expect(times[2] - times[1] >= .seconds(2))
    #expect(times[3] - times[2] >= .seconds(4))
    #expect(timeline.events("FailedDaemonPod").count == 4)
  }
}
