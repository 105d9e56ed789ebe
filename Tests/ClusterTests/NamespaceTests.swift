import APIServer
import Basics
import Cluster
import Objects
import Testing

@Suite("A namespace that is deleted")
struct NamespaceTests {
  private func running() throws -> Timeline {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Object(kind: .namespace, fields: ["metadata": ["name": "dev"]])))
    let set = Fixture.replicaSet("web", replicas: 2).with { $0.namespace = "dev" }
    _ = try timeline.perform(.create(set))
    timeline.settle()
    return timeline
  }

  private let id = ObjectID(.namespace, name: "dev")

  private func content(_ timeline: Timeline) -> [Object] {
    Kind.allCases.flatMap { timeline.cluster.store.list($0) }.filter { $0.metadata.namespace == "dev" }
  }

  @Test("is emptied after 5 s, its Pods first, and then goes")
  func isEmptied() throws {
    var timeline = try running()
    _ = try timeline.perform(.delete(id, DeleteOptions()))
    timeline.run(seconds: 4)
    #expect(timeline.cluster.store[id]?.body["status"]?["phase"] == "Terminating")
    #expect(timeline.pods.count == 2)
    timeline.run(seconds: 3)
    #expect(timeline.pods.isEmpty)
    #expect(timeline.replicaSets.count == 1, "what is not a Pod goes in the second round")
    let conditions = timeline.cluster.store[id]?.body["status"]?["conditions"]?.array ?? []
    #expect(
      conditions.contains {
        $0["message"] == "Some resources are remaining: pods. has 2 resource instances" && $0["status"] == "True"
      }
    )
    timeline.run(seconds: 5)
    #expect(timeline.cluster.store[id] == nil)
    #expect(content(timeline).isEmpty)
  }

  @Test("takes nothing new in, and can be made anew when it is gone")
  func isClosed() throws {
    var timeline = try running()
    _ = try timeline.perform(.delete(id, DeleteOptions()))
    let pod = Fixture.pod("late").with { $0.namespace = "dev" }
    #expect(throws: APIError.self) { try timeline.perform(.create(pod)) }
    timeline.run(seconds: 12)
    _ = try timeline.perform(.create(Object(kind: .namespace, fields: ["metadata": ["name": "dev"]])))
    _ = try timeline.perform(.create(pod))
    timeline.settle()
    #expect(timeline.pods.count == 1)
  }
}
