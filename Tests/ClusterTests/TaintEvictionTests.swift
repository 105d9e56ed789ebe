import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

@Suite("Evictions by taints")
struct TaintEvictionTests {
  private static let key = "maintenance"

  private static func toleration(_ seconds: Int64?) -> Value {
    var fields: Fields = ["key": .string(key), "operator": "Exists", "effect": "NoExecute"]
    fields["tolerationSeconds"] = seconds.map { .int($0) }
    return .object(fields)
  }

  /// A Pod on node-2 with these tolerations, running for 3 s.
  private static func timeline(_ tolerations: [Value]) throws -> Timeline {
    var timeline = Timeline(Configuration())
    let pod = Object(
      kind: .pod,
      fields: [
        "metadata": ["name": "web", "namespace": "default"],
        "spec": [
          "nodeName": "node-2", "restartPolicy": "Always", "terminationGracePeriodSeconds": 1,
          "tolerations": .array(tolerations), "containers": [["name": "main", "image": "nginx"]],
        ],
      ]
    )
    _ = try timeline.perform(.create(pod))
    timeline.run(seconds: 3)
    return timeline
  }

  private static func taint(_ timeline: inout Timeline, _ key: String = key) throws {
    try timeline.edit(Node.self, "node-2") { $0.taints.append(Taint(key: key, effect: .noExecute)) }
  }

  private static func messages(_ timeline: Timeline) -> [String] {
    timeline.events("TaintManagerEviction").map { String($0.message.split(separator: " ")[0]) }
  }

  @Test("a Pod goes at once, after its time, or never", arguments: [nil, 20, -1])
  func patience(seconds: Int64?) throws {
    let tolerations = seconds.map { [Self.toleration($0 < 0 ? nil : $0)] } ?? []
    var timeline = try Self.timeline(tolerations)
    try Self.taint(&timeline)
    timeline.run(seconds: 15)
    #expect(timeline.pods.count == (seconds == nil ? 0 : 1))
    timeline.run(seconds: 15)
    #expect(timeline.pods.count == (seconds == -1 ? 1 : 0))
  }

  @Test("of one taint the first toleration counts, not the shortest")
  func firstToleration() throws {
    var timeline = try Self.timeline([Self.toleration(nil), Self.toleration(5)])
    try Self.taint(&timeline)
    timeline.run(seconds: 30)
    #expect(timeline.pods.count == 1)
  }

  @Test("a further taint that is not tolerated does not wait for the eviction that is set")
  func furtherTaint() throws {
    var timeline = try Self.timeline([Self.toleration(300)])
    try Self.taint(&timeline)
    timeline.run(seconds: 5)
    try Self.taint(&timeline, "other")
    timeline.run(seconds: 5)
    #expect(timeline.pods.isEmpty)
    #expect(Self.messages(timeline) == ["Cancelling", "Marking"])
  }

  @Test("a toleration that is put in takes the eviction back")
  func laterToleration() throws {
    var timeline = try Self.timeline([Self.toleration(10)])
    try Self.taint(&timeline)
    timeline.run(seconds: 5)
    try timeline.edit(Pod.self, "web") { pod in
      var spec = pod.spec.value
      spec.tolerations.insert(Toleration(key: Self.key, operation: "Exists", effect: "NoExecute"), at: 0)
      pod.spec = Boxed(spec)
    }
    timeline.run(seconds: 20)
    #expect(timeline.pods.count == 1)
    #expect(Self.messages(timeline) == ["Cancelling"])
  }

  @Test("a Pod that somebody deletes first needs none")
  func deletedFirst() throws {
    var timeline = try Self.timeline([Self.toleration(300)])
    try Self.taint(&timeline)
    timeline.run(seconds: 5)
    _ = try timeline.perform(
      .delete(ObjectID(.pod, ObjectKey(namespace: "default", name: "web")), DeleteOptions())
    )
    timeline.run(seconds: 5)
    #expect(Self.messages(timeline) == ["Cancelling"])
  }
}
