import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

@Suite("ResourceQuotas in a running cluster")
struct ResourceQuotaTests {
  private static func quota(_ hard: StringMap, _ more: Fields = [:]) -> Object {
    var spec: Fields = ["hard": .object(hard.fields)]
    for field in more { spec[field.name] = field.value }
    return Object(
      kind: .resourceQuota,
      fields: ["metadata": ["name": "q", "namespace": "default"], "spec": .object(spec)]
    )
  }

  private static func timeline(_ hard: StringMap, _ more: Fields = [:]) throws -> Timeline {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(quota(hard, more)))
    timeline.settle()
    return timeline
  }

  private static func pod(_ name: String, requests: StringMap = [:], limits: StringMap = [:]) -> Object {
    let resources: Value = ["requests": .object(requests.fields), "limits": .object(limits.fields)]
    let container: Value = [
      "name": "main", "image": "nginx", "imagePullPolicy": "IfNotPresent", "resources": resources,
    ]
    return SchedulingTests.pod(name, ["containers": [container]])
  }

  private func status(_ timeline: Timeline) throws -> ResourceQuotaStatus {
    try timeline.only(ResourceQuota.self).status
  }

  private func refusal(_ timeline: inout Timeline, _ object: Object) -> String {
    do throws(APIError) {
      _ = try timeline.perform(.create(object))
      return ""
    } catch {
      return error.message
    }
  }

  @Test("the status counts what is there, what comes, and what goes")
  func counts() throws {
    var timeline = try Self.timeline(["pods": "3", "count/replicasets.apps": "2", "requests.cpu": "1"])
    #expect(try status(timeline).used == ["pods": "0", "count/replicasets.apps": "0", "requests.cpu": "0"])
    _ = try timeline.perform(.create(Self.pod("a", requests: ["cpu": "200m"])))
    #expect(try status(timeline).used["pods"] == "1")
    #expect(try status(timeline).used["requests.cpu"] == "200m")
    timeline.settle()
    _ = try timeline.perform(.delete(ObjectID(.pod, namespace: "default", name: "a"), DeleteOptions()))
    timeline.run(seconds: 40)
    #expect(try status(timeline).used == ["pods": "0", "count/replicasets.apps": "0", "requests.cpu": "0"])
    let write = try #require(
      timeline.records.first { record in
        if case .wrote(.updateStatus, let id, .some) = record.happening {
          return id.kind == .resourceQuota && record.component == .apiServer
        }
        return false
      }
    )
    #expect(write.cause == nil || timeline.trace[RecordID(1)] != nil)
  }

  @Test("a Pod that has ended no longer counts as a Pod, but still as an object")
  func ended() throws {
    var timeline = try Self.timeline(["pods": "1", "count/pods": "5", "count/jobs.batch": "1"])
    _ = try timeline.perform(.create(Fixture.job("sum", runSeconds: 2)))
    timeline.run(seconds: 20)
    #expect(try status(timeline).used == ["pods": "0", "count/pods": "1", "count/jobs.batch": "1"])
  }

  @Test("refuses what goes beyond it, and names each limit that it would break")
  func refusals() throws {
    var timeline = try Self.timeline(["pods": "2", "limits.memory": "1Gi", "requests.cpu": "500m"])
    #expect(
      refusal(&timeline, Self.pod("a"))
        == "pods \"a\" is forbidden: failed quota: q: must specify limits.memory for: main; requests.cpu for: main"
    )
    let small: (String) -> Object = { Self.pod($0, requests: ["cpu": "300m"], limits: ["memory": "600Mi"]) }
    #expect(refusal(&timeline, small("b")) == "")
    #expect(
      refusal(&timeline, small("c"))
        == "pods \"c\" is forbidden: exceeded quota: q, requested: limits.memory=600Mi,requests.cpu=300m, "
        + "used: limits.memory=600Mi,requests.cpu=300m, limited: limits.memory=1Gi,requests.cpu=500m"
    )
    #expect(try status(timeline).used["pods"] == "1")
  }

  @Test("counts controllers and Services as well")
  func otherKinds() throws {
    var timeline = try Self.timeline(["count/replicasets.apps": "1", "services": "1"])
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: 1)))
    #expect(
      refusal(&timeline, Fixture.replicaSet("more", replicas: 1))
        == "replicasets.apps \"more\" is forbidden: exceeded quota: q, requested: count/replicasets.apps=1, "
        + "used: count/replicasets.apps=1, limited: count/replicasets.apps=1"
    )
    // The API's own Service is in this namespace.
    #expect(try status(timeline).used["services"] == "1")
  }

  @Test("a quota with a scope counts only the Pods in it")
  func scopes() throws {
    var timeline = try Self.timeline(["pods": "1"], ["scopes": ["NotBestEffort"]])
    #expect(refusal(&timeline, Self.pod("best")) == "")
    #expect(refusal(&timeline, Self.pod("a", requests: ["cpu": "1m"])) == "")
    #expect(refusal(&timeline, Self.pod("b", requests: ["cpu": "1m"])).contains("exceeded quota: q, requested: pods=1"))
  }

  @Test("each refused Pod had a name of its own")
  func names() throws {
    var timeline = try Self.timeline(["pods": "0"])
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: 1)))
    timeline.run(seconds: 60)
    let refused = timeline.records.compactMap { record -> String? in
      if case .refused(.create, _, let error) = record.happening { error.message } else { nil }
    }
    #expect(refused.count > 10)
    #expect(Set(refused).count == refused.count)
  }

  @Test("a ReplicaSet fills up once its quota is raised")
  func raised() throws {
    var timeline = try Self.timeline(["pods": "1"])
    _ = try timeline.perform(.create(Fixture.replicaSet("web", replicas: 3)))
    timeline.run(seconds: 5)
    #expect(timeline.pods.count == 1)
    try timeline.edit(ResourceQuota.self, "q") { $0.spec.hard["pods"] = "5" }
    timeline.run(seconds: 400)
    #expect(timeline.pods(in: .running) == 3)
    #expect(try status(timeline).used == ["pods": "3"])
    #expect(try status(timeline).hard == ["pods": "5"])
  }
}
