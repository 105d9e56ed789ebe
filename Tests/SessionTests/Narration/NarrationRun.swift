import APIServer
import Basics
import Cluster
import Machinery
import Objects

/// Runs whose records the narration's tests tell.
enum NarrationRun {
  static let web = ObjectID(.replicaSet, namespace: "default", name: "web")

  static func replicaSet(replicas: Int, image: String = "nginx") -> Object {
    Object(
      kind: .replicaSet,
      fields: [
        "metadata": ["name": "web", "namespace": "default"],
        "spec": [
          "replicas": .int(Int64(replicas)),
          "selector": ["matchLabels": ["app": "web"]],
          "template": [
            "metadata": ["labels": ["app": "web"]],
            "spec": [
              "containers": [["name": "main", "image": .string(image), "imagePullPolicy": "IfNotPresent"]],
              "restartPolicy": "Always",
              "terminationGracePeriodSeconds": 30,
            ],
          ],
        ],
      ]
    )
  }

  /// Three replicas come up.
  static func scaledUp() throws -> Timeline {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.command("kubectl create -f web.yaml"))
    _ = try timeline.perform(.create(replicaSet(replicas: 3)))
    timeline.settle(limit: 10_000)
    return timeline
  }

  /// Up, a Pod deleted, one let go and taken back, down to one, a refused create, one Pod that fits nowhere.
  static func eventful() throws -> Timeline {
    var timeline = try scaledUp()
    let pods = timeline.cluster.store.list(.pod)
    _ = try timeline.perform(.command("kubectl delete pod \(pods[0].metadata.name)"))
    _ = try timeline.perform(.delete(pods[0].id, DeleteOptions()))
    timeline.settle()
    if let pod = timeline.cluster.store[pods[1].id] {
      _ = try timeline.perform(.update(pod.with { $0.labels = ["app": "other"] }, nil))
    }
    timeline.settle()
    if let pod = timeline.cluster.store[pods[1].id] {
      _ = try timeline.perform(.update(pod.with { $0.labels = ["app": "web"] }, nil))
    }
    timeline.settle()
    _ = try timeline.perform(.command("kubectl scale rs/web --replicas=1"))
    if let set = timeline.cluster.store[web], case .object(var spec)? = set.body["spec"] {
      var fields = set.fields
      spec["replicas"] = 1
      fields["spec"] = .object(spec)
      _ = try timeline.perform(.update(Object(kind: .replicaSet, fields: fields), nil))
    }
    timeline.settle()
    _ = try timeline.perform(.command("kubectl create -f web.yaml"))
    do throws(APIError) { _ = try timeline.perform(.create(replicaSet(replicas: 3))) } catch {}
    _ = try timeline.perform(.create(greedyPod))
    timeline.settle()
    return timeline
  }

  /// Up, and the ReplicaSet deleted: its Pods are garbage.
  static func deleted(_ propagation: DeleteOptions.Propagation) throws -> Timeline {
    var timeline = try scaledUp()
    _ = try timeline.perform(.command("kubectl delete rs web"))
    _ = try timeline.perform(.delete(web, DeleteOptions(propagation: propagation)))
    timeline.settle()
    return timeline
  }

  /// A Pod that asks for more than any node has.
  private static let greedyPod = Object(
    kind: .pod,
    fields: [
      "metadata": ["name": "greedy", "namespace": "default"],
      "spec": [
        "containers": [["name": "main", "image": "nginx", "resources": ["requests": ["cpu": "64"]]]]
      ],
    ]
  )
}

extension Timeline {
  func first(_ matches: (Record) -> Bool) -> Record? { records.first(where: matches) }
}
