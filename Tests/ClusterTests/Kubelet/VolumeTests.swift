import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

/// ConfigMaps, Secrets, fields and shared folders as files; volumes that cannot be set up.
@Suite struct VolumeTests {
  private static let key = LifecycleTests.key

  private static func map(_ kind: Kind, _ name: String, _ data: Fields) -> Object {
    Object(kind: kind, fields: ["metadata": ["name": .string(name), "namespace": "default"], "data": .object(data)])
  }

  private func events(_ timeline: Timeline, _ reason: String) -> [Event] {
    timeline.cluster.store.list(.event).compactMap { $0.as(Event.self) }.filter { $0.reason == reason }
  }

  /// What the container has written.
  private func log(_ timeline: Timeline, _ container: String) -> [String] {
    guard let pod = timeline.cluster.store[ObjectID(.pod, Self.key)]?.as(Pod.self),
      let id = pod.status.containerStatuses.first(where: { $0.name == container })?.containerID
    else { return [] }
    let found = timeline.cluster.log(of: pod.metadata.uid, on: pod.spec.nodeName, containerID: id)
    return found?.lines.map(\.text) ?? []
  }

  private static func mount(_ name: String, _ path: String, _ more: Fields = [:]) -> Value {
    var mount: Fields = ["name": .string(name), "mountPath": .string(path)]
    for field in more { mount[field.name] = field.value }
    return .object(mount)
  }

  @Test("a Pod waits for its ConfigMap: tries come at 0, 0.5, 1.5, 3.5, 7.5 … seconds")
  func waitsForAConfigMap() throws {
    var timeline = try LifecycleTests.timeline([
      "volumes": [["name": "config", "configMap": ["name": "app"]]],
      "containers": [
        LifecycleTests.shell(
          "main",
          "cat /etc/config/greeting; echo; sleep 1000",
          ["volumeMounts": [Self.mount("config", "/etc/config")]]
        )
      ],
    ])
    timeline.advance(to: timeline.now + .seconds(12))
    let failed = events(timeline, "FailedMount")
    #expect(failed.map(\.message) == ["MountVolume.SetUp failed for volume \"config\" : configmap \"app\" not found"])
    #expect(failed.first?.count == 5)
    #expect(log(timeline, "main").isEmpty)
    _ = try timeline.perform(.create(Self.map(.configMap, "app", ["greeting": "hello"])))
    timeline.advance(to: timeline.now + .seconds(8))
    #expect(log(timeline, "main") == ["hello"])
  }

  @Test("a Pod whose volume is missing is deleted at once")
  func deletedWhileItWaits() throws {
    var timeline = try LifecycleTests.timeline([
      "volumes": [["name": "config", "secret": ["secretName": "none"]]],
      "containers": [LifecycleTests.shell("main", "sleep 1000")],
    ])
    timeline.advance(to: timeline.now + .minutes(5))
    _ = try timeline.perform(.delete(ObjectID(.pod, Self.key), DeleteOptions()))
    timeline.advance(to: timeline.now + .seconds(2))
    #expect(timeline.cluster.store[ObjectID(.pod, Self.key)] == nil)
  }

  @Test("containers read ConfigMaps, Secrets and fields as files, and cannot change them")
  func contents() throws {
    var timeline = try LifecycleTests.timeline([
      "volumes": [
        [
          "name": "all",
          "projected": [
            "sources": [
              ["configMap": ["name": "app", "items": [["key": "a", "path": "deep/a"]]]],
              ["secret": ["name": "key"]],
              [
                "downwardAPI": [
                  "items": [
                    ["path": "name", "fieldRef": ["fieldPath": "metadata.name"]],
                    ["path": "cpu", "resourceFieldRef": ["containerName": "main", "resource": "limits.cpu"]],
                  ]
                ]
              ],
            ]
          ],
        ],
        ["name": "config", "configMap": ["name": "app"]],
      ],
      "containers": [
        LifecycleTests.shell(
          "main",
          "cat /all/deep/a /all/password /all/name /all/cpu /etc/one; echo; echo x > /all/name; ls /all; sleep 1000",
          [
            "resources": ["limits": ["cpu": "1500m"]],
            "volumeMounts": [Self.mount("all", "/all"), Self.mount("config", "/etc/one", ["subPath": "b"])],
          ]
        )
      ],
    ])
    _ = try timeline.perform(.create(Self.map(.configMap, "app", ["a": "A", "b": "B"])))
    _ = try timeline.perform(.create(Self.map(.secret, "key", ["password": "aHVudGVy"])))
    timeline.advance(to: timeline.now + .seconds(20))
    #expect(
      log(timeline, "main")
        == ["Ahunterweb2B", "sh: can't create /all/name: Read-only file system", "cpu", "deep", "name", "password"]
    )
  }

  @Test("a changed ConfigMap reaches the files after a minute at most, but no file that is mounted by itself")
  func changes() throws {
    var timeline = try LifecycleTests.timeline([
      "volumes": [["name": "config", "configMap": ["name": "app"]]],
      "containers": [
        LifecycleTests.shell(
          "main",
          "while true; do echo $(cat /etc/config/a) $(cat /etc/one); sleep 10; done",
          ["volumeMounts": [Self.mount("config", "/etc/config"), Self.mount("config", "/etc/one", ["subPath": "a"])]]
        )
      ],
    ])
    _ = try timeline.perform(.create(Self.map(.configMap, "app", ["a": "old"])))
    timeline.advance(to: timeline.now + .seconds(30))
    #expect(log(timeline, "main").last == "old old")
    _ = try timeline.perform(.update(Self.map(.configMap, "app", ["a": "new"]), nil))
    timeline.advance(to: timeline.now + .seconds(70))
    let lines = log(timeline, "main")
    #expect(lines.last == "new old")
    #expect(Set(lines) == ["old old", "new old"])
  }

  @Test("an emptyDir is shared by the containers of a Pod and outlives their restarts")
  func emptyDir() throws {
    let mount: Fields = ["volumeMounts": [Self.mount("shared", "/data")]]
    var timeline = try LifecycleTests.timeline([
      "volumes": [["name": "shared", "emptyDir": [:]]],
      "containers": [
        LifecycleTests.shell("writer", "echo life >> /data/f; sleep 3; exit 1", mount),
        LifecycleTests.shell("reader", "sleep 12; cat /data/f; sleep 1000", mount),
      ],
    ])
    timeline.advance(to: timeline.now + .seconds(15))
    #expect(log(timeline, "reader") == ["life", "life"])
  }

  @Test("a claim that is not there keeps the Pod from every node")
  func claim() throws {
    var timeline = try LifecycleTests.timeline([
      "volumes": [["name": "disk", "persistentVolumeClaim": ["claimName": "data"]]],
      "containers": [LifecycleTests.shell("main", "sleep 1000")],
    ])
    timeline.advance(to: timeline.now + .seconds(2))
    #expect(
      events(timeline, "FailedScheduling").map(\.message) == [
        "0/1 nodes are available: persistentvolumeclaim \"data\" not found. no new claims to deallocate, preemption: "
          + "0/1 nodes are available: 1 Preemption is not helpful for scheduling."
      ]
    )
  }
}
