import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

@Suite("A ReplicationController in a running cluster")
struct ReplicationControllerTests {
  static func controller(_ replicas: Int, selector: StringMap, labels: StringMap) -> Object {
    Object(
      kind: .replicationController,
      fields: [
        "metadata": ["name": "kubia", "namespace": "default"],
        "spec": [
          "replicas": .int(Int64(replicas)),
          "selector": .object(selector.fields),
          "template": ["metadata": ["labels": .object(labels.fields)], "spec": Fixture.podSpec(image: "nginx")],
        ],
        "status": ["replicas": 7],
      ]
    )
  }

  private func running(_ replicas: Int, labels: StringMap = ["app": "kubia"]) throws -> Timeline {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(
      .create(ReplicationControllerTests.controller(replicas, selector: ["app": "kubia"], labels: labels))
    )
    timeline.settle()
    return timeline
  }

  @Test("fills up under its own name, with a status of its own form")
  func fillsUp() throws {
    let timeline = try running(3)
    #expect(timeline.pods(in: .running) == 3)
    #expect(timeline.pods.allSatisfy { $0.metadata.controllerRef?.kind == "ReplicationController" })
    let status = try timeline.only(ReplicationController.self).status
    #expect(status.availableReplicas == 3)
    #expect(status.fields["terminatingReplicas"] == nil)
    let created = timeline.events("SuccessfulCreate")
    #expect(created.count == 3)
    #expect(created.allSatisfy { $0.source == "replication-controller" })
  }

  @Test("lets its Pods go when its selector changes, and makes others")
  func changedSelector() throws {
    var timeline = try running(2)
    let before = Set(timeline.pods.map(\.metadata.name))
    let labels: StringMap = ["app": "kubia", "tier": "b"]
    let changed = ReplicationControllerTests.controller(2, selector: ["tier": "b"], labels: labels)
    _ = try timeline.perform(.update(changed, nil))
    timeline.settle()
    #expect(timeline.pods.count == 4)
    for pod in timeline.pods {
      #expect((pod.metadata.controllerRef == nil) == before.contains(pod.metadata.name))
    }
    #expect(try timeline.only(ReplicationController.self).status.replicas == 2)
  }

  @Test("finds the Pods that were there before it")
  func findsEarlierPods() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Fixture.pod("early", labels: ["app": "kubia"])))
    timeline.settle()
    let controller = ReplicationControllerTests.controller(2, selector: ["app": "kubia"], labels: ["app": "kubia"])
    _ = try timeline.perform(.create(controller))
    timeline.settle()
    #expect(timeline.pods.count == 2)
    #expect(timeline.pods.contains { $0.metadata.name == "early" && $0.metadata.controllerRef?.name == "kubia" })
  }

  @Test("is not woken while there is none")
  func sleepsWithoutObjects() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: 2)))
    timeline.settle()
    #expect(!timeline.records.contains { $0.component == .replicationController })
  }

  @Test("and a ReplicaSet with the same selector leave each other's Pods alone")
  func sharesSelector() throws {
    var timeline = try running(2)
    _ = try timeline.perform(.create(Fixture.replicaSet("kubia", replicas: 3, app: "kubia")))
    timeline.settle()
    let owners = timeline.pods.map { $0.metadata.controllerRef?.kind ?? "" }.sorted()
    #expect(owners == ["ReplicaSet", "ReplicaSet", "ReplicaSet", "ReplicationController", "ReplicationController"])
  }
}
