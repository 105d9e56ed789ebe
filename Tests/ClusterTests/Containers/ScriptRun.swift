import Basics
import Kubelet
import Objects

/// A container that runs one script by itself, and what came of it.
struct ScriptRun {
  static let start = Instant(unixSeconds: 1_767_258_000)

  var world: ContainerWorld
  private(set) var now = ScriptRun.start

  init(
    _ script: String,
    image: String = "busybox",
    shell: String = "sh",
    memory: String? = nil,
    isReadOnly: Bool = false
  ) throws {
    self = try ScriptRun(command: [shell, "-c", script], image: image, memory: memory, isReadOnly: isReadOnly)
  }

  /// `memory` is the container's limit; `isReadOnly` says whether its own files may not be changed.
  init(
    command: [String],
    image: String = "busybox",
    env: [Value] = [],
    annotations: StringMap = [:],
    memory: String? = nil,
    isReadOnly: Bool = false
  ) throws {
    let limits: Value = memory.map { ["memory": .string($0)] } ?? [:]
    let container: Value = [
      "name": "main", "image": .string(image), "command": .array(command.map { .string($0) }), "env": .array(env),
      "resources": ["limits": limits], "securityContext": ["readOnlyRootFilesystem": .bool(isReadOnly)],
      "volumeMounts": [["name": "shared", "mountPath": "/shared"]],
    ]
    let pod = Object(
      kind: .pod,
      fields: [
        "metadata": ["name": "pod", "namespace": "default", "annotations": .object(annotations.fields)],
        "spec": [
          "containers": [container], "volumes": [["name": "shared", "emptyDir": [:]]],
        ],
      ]
    ).as(Pod.self)
    guard let pod else { throw Unreadable() }
    world = ContainerWorld(pod.spec.containers[0], in: pod, restart: 0)
    try world.start(at: now, ip: "10.244.0.5")
  }

  struct Unreadable: Error {}

  /// Lets so many seconds pass, or fewer where process 1 ends before.
  mutating func run(seconds: Double) {
    let end = now + .microseconds(Int64(seconds * 1_000_000))
    world.run(at: now)
    while world.exitCode(at: now) == nil, let next = world.nextRun, next <= end {
      now = max(now, next)
      world.run(at: now)
    }
    if world.exitCode(at: now) == nil { now = end }
  }

  var code: Int? { world.exitCode(at: now) }
  var lines: [String] { world.log.lines.filter { $0.time <= now }.map(\.text) }
  var output: String { lines.joined(separator: "\n") }
  /// Seconds since the start.
  var seconds: Double { (now - ScriptRun.start).fractionalSeconds }
}
