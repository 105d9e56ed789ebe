import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

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

  /// A Job whose container ends after `runSeconds` with `exitCode`; `spec` is laid over its own.
  static func job(
    _ name: String,
    runSeconds: Int = 5,
    exitCode: Int = 0,
    restartPolicy: String = "Never",
    _ spec: Fields = [:]
  ) -> Object {
    var fields = jobSpec(runSeconds: runSeconds, exitCode: exitCode, restartPolicy: restartPolicy)
    for field in spec { fields[field.name] = field.value }
    return Object(
      kind: .job,
      fields: ["metadata": ["name": .string(name), "namespace": "default"], "spec": .object(fields)]
    )
  }

  static func jobSpec(runSeconds: Int, exitCode: Int = 0, restartPolicy: String = "Never") -> Fields {
    [
      "parallelism": 1,
      "completions": 1,
      "completionMode": "NonIndexed",
      "suspend": false,
      "template": [
        "metadata": [
          "annotations": [
            "sim/run-seconds": .string(String(runSeconds)), "sim/exit-code": .string(String(exitCode)),
          ]
        ],
        "spec": [
          "containers": [["name": "main", "image": "luksa/batch-job", "imagePullPolicy": "IfNotPresent"]],
          "restartPolicy": .string(restartPolicy),
          "terminationGracePeriodSeconds": 30,
        ],
      ],
    ]
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
  /// The one object of its kind.
  func only<R: TypedResource>(_ type: R.Type) throws -> R {
    let all = cluster.store.list(R.kind)
    try #require(all.count == 1)
    return try #require(all[0].as(R.self))
  }

  func events(_ reason: String) -> [Event] {
    cluster.store.list(.event).compactMap { $0.as(Event.self) }.filter { $0.reason == reason }
  }

  /// Replaces what the store has of an object by its changed body.
  mutating func edit<R: TypedResource>(_ type: R.Type, _ name: String, _ change: (inout R) -> Void) throws {
    let id = ObjectID(R.kind, namespace: R.kind.isNamespaced ? "default" : "", name: name)
    var resource = try #require(cluster.store[id]?.as(R.self))
    change(&resource)
    _ = try perform(.update(Object(resource), nil))
  }

  var pods: [Pod] { cluster.store.list(.pod).compactMap { $0.as(Pod.self) } }
  var replicaSets: [ReplicaSet] { cluster.store.list(.replicaSet).compactMap { $0.as(ReplicaSet.self) } }

  var jobs: [Job] { cluster.store.list(.job).compactMap { $0.as(Job.self) } }
  var events: [Event] { cluster.store.list(.event).compactMap { $0.as(Event.self) } }

  /// The Events about objects of a kind: `Completed: Job completed`, in the order of their creation.
  func events(of kind: Kind) -> [String] {
    events.filter { $0.involvedObject.kind == kind.name }
      .sorted { $0.metadata.resourceVersion < $1.metadata.resourceVersion }
      .map(\.reason)
  }

  /// Lets so many seconds of the run pass.
  mutating func run(seconds: Int64) {
    let end = now + .seconds(seconds)
    advance(to: end)
  }

  func pods(in phase: PodPhase) -> Int { pods.count { $0.status.phase == phase && !$0.metadata.isBeingDeleted } }
}
