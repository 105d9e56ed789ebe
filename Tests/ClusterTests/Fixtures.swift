import APIServer
import Basics
import Cluster
import Machinery
import Objects

/// Small objects and shortcuts that the cluster's tests share.
enum Fixture {
  static func pod(_ name: String, labels: StringMap = ["app": "web"], image: String = "nginx") -> Object {
    Object(
      kind: .pod,
      fields: [
        "metadata": ["name": .string(name), "namespace": "default", "labels": .object(labels.fields)],
        "spec": podSpec(image: image),
      ]
    )
  }

  static func replicaSet(_ name: String, replicas: Int, app: String = "web", annotations: StringMap = [:]) -> Object {
    Object(
      kind: .replicaSet,
      fields: [
        "metadata": ["name": .string(name), "namespace": "default"],
        "spec": [
          "replicas": .int(Int64(replicas)),
          "selector": ["matchLabels": ["app": .string(app)]],
          "template": [
            "metadata": ["labels": ["app": .string(app)], "annotations": .object(annotations.fields)],
            "spec": podSpec(image: "nginx"),
          ],
        ],
      ]
    )
  }

  static func podSpec(image: String) -> Value {
    [
      "containers": [["name": "main", "image": .string(image), "imagePullPolicy": "IfNotPresent"]],
      "restartPolicy": "Always",
      "terminationGracePeriodSeconds": 30,
    ]
  }
}

extension Timeline {
  var pods: [Pod] { cluster.store.list(.pod).compactMap { $0.as(Pod.self) } }
  var replicaSets: [ReplicaSet] { cluster.store.list(.replicaSet).compactMap { $0.as(ReplicaSet.self) } }

  func pods(in phase: PodPhase) -> Int { pods.count { $0.status.phase == phase && !$0.metadata.isBeingDeleted } }
}
