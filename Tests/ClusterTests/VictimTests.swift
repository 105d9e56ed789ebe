import APIServer
import Basics
import Controllers
import Machinery
import Objects
import Testing

/// Which Pods a ReplicaSet deletes when it has too many.
@Suite("Victims of a ReplicaSet")
struct VictimTests {
  private static func owner(_ kind: String, _ name: String) -> Value {
    [
      ["apiVersion": "apps/v1", "kind": .string(kind), "name": .string(name), "uid": .string(name), "controller": true]
    ]
  }

  /// A ReplicaSet that asks for two Pods; of a Deployment where that is named.
  private static func set(_ name: String, of deployment: String?) -> Object {
    var metadata: Fields = ["name": .string(name), "namespace": "default", "uid": .string(name)]
    metadata["ownerReferences"] = deployment.map { owner("Deployment", $0) }
    return Object(
      kind: .replicaSet,
      fields: [
        "metadata": .object(metadata),
        "spec": [
          "replicas": 2, "selector": ["matchLabels": ["set": .string(name)]],
          "template": ["metadata": ["labels": ["set": .string(name)]], "spec": Fixture.podSpec(image: "nginx")],
        ],
      ]
    )
  }

  /// A Pod that runs; all are ready for the same time, so that the uid decides where nothing else does.
  private static func pod(_ name: String, of set: String, on node: String) -> Object {
    Object(
      kind: .pod,
      fields: [
        "metadata": [
          "name": .string(name), "namespace": "default", "uid": .string(name), "labels": ["set": .string(set)],
          "ownerReferences": owner("ReplicaSet", set),
        ],
        "spec": ["nodeName": .string(node), "containers": [["name": "main", "image": "nginx"]]],
        "status": ["phase": "Running", "conditions": [["type": "Ready", "status": "True"]]],
      ]
    )
  }

  /// The victim among `a` on node-2, `b` and `c` on node-1, with these others in the cache.
  private static func victim(of deployment: String?, beside others: [Object] = []) -> [String] {
    var cache = Cache()
    let set = set("web", of: deployment)
    let pods = [("a", "node-2"), ("b", "node-1"), ("c", "node-1")].map { pod($0, of: "web", on: $1) }
    cache.list([set] + pods + others, resourceVersion: 1)
    let manager = ReplicaManager.replicaSet
    let key = set.metadata.key
    let observed = manager.observe(key, cache, now: Instant(unixSeconds: 1_000))
    return manager.decide(key, observed).actions.compactMap { action in
      if case .delete(let version, _, _) = action.effect { version.id.key.name } else { nil }
    }
  }

  @Test("without a Deployment the nodes of its Pods do not count")
  func bare() {
    #expect(Self.victim(of: nil) == ["a"])
  }

  @Test("with one, the node with the most of the Deployment's Pods loses one, those of other ReplicaSets included")
  func ofDeployment() {
    #expect(Self.victim(of: "shop") == ["b"])
    let sibling = [Self.set("old", of: "shop")] + ["x", "y"].map { Self.pod($0, of: "old", on: "node-2") }
    #expect(Self.victim(of: "shop", beside: sibling) == ["a"])
    let stranger = [Self.set("old", of: "else")] + ["x", "y"].map { Self.pod($0, of: "old", on: "node-2") }
    #expect(Self.victim(of: "shop", beside: stranger) == ["b"])
  }
}
