import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

@Suite("Where the scheduler puts Pods")
struct SchedulingTests {
  /// A Pod with `spec` laid over its own.
  static func pod(_ name: String, labels: StringMap = [:], namespace: String = "default", _ spec: Fields = [:])
    -> Object
  {
    var fields = Fixture.podSpec(image: "nginx").object ?? [:]
    for field in spec { fields[field.name] = field.value }
    return Object(
      kind: .pod,
      fields: [
        "metadata": ["name": .string(name), "namespace": .string(namespace), "labels": .object(labels.fields)],
        "spec": .object(fields),
      ]
    )
  }

  static func term(app: String, key: String = "kubernetes.io/hostname", _ more: Fields = [:]) -> Value {
    var term: Fields = ["labelSelector": ["matchLabels": ["app": .string(app)]], "topologyKey": .string(key)]
    for field in more { term[field.name] = field.value }
    return .object(term)
  }

  static func required(_ sort: String, _ term: Value) -> Fields {
    ["affinity": .object([sort: ["requiredDuringSchedulingIgnoredDuringExecution": [term]]])]
  }

  static func preferred(_ sort: String, _ term: Value) -> Fields {
    let entry: Value = ["weight": 100, "podAffinityTerm": term]
    return ["affinity": .object([sort: ["preferredDuringSchedulingIgnoredDuringExecution": [entry]]])]
  }

  static func spread(key: String, action: String = "DoNotSchedule", _ more: Fields = [:]) -> Fields {
    var constraint: Fields = [
      "maxSkew": 1, "topologyKey": .string(key), "whenUnsatisfiable": .string(action),
      "labelSelector": ["matchLabels": ["app": "web"]],
    ]
    for field in more { constraint[field.name] = field.value }
    return ["topologySpreadConstraints": [.object(constraint)]]
  }

  /// A cluster whose nodes 1 and 2 lie in zone x, node 3 in zone y.
  static func zones(nodes: Int = 3) throws -> Timeline {
    var timeline = Timeline(Configuration(nodes: nodes))
    for (name, zone) in [("node-1", "x"), ("node-2", "x"), ("node-3", "y")] {
      try timeline.edit(Node.self, name) { $0.metadata.labels["zone"] = zone }
    }
    timeline.settle()
    return timeline
  }

  private func node(_ timeline: Timeline, _ pod: String) -> String {
    timeline.pods.first { $0.metadata.name == pod }?.spec.nodeName ?? "?"
  }

  private func messages(_ timeline: Timeline) -> [String] { timeline.events("FailedScheduling").map(\.message) }

  private func decision(_ timeline: Timeline, _ pod: String) throws -> SchedulingDecision {
    let found = timeline.records.compactMap { record -> SchedulingDecision? in
      guard case .scheduled(let decision) = record.happening, decision.pod.id.key.name == pod else { return nil }
      return decision
    }
    return try #require(found.last)
  }

  @Test("near a Pod that its affinity asks for, and nowhere without one")
  func affinity() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Self.pod("b", Self.required("podAffinity", Self.term(app: "db")))))
    timeline.run(seconds: 3)
    #expect(
      messages(timeline) == [
        "0/3 nodes are available: 3 node(s) didn't match pod affinity rules. no new claims to deallocate, "
          + "preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling."
      ]
    )
    _ = try timeline.perform(.create(Self.pod("a", labels: ["app": "db"])))
    timeline.run(seconds: 12)
    #expect(node(timeline, "b") == node(timeline, "a") && !node(timeline, "a").isEmpty)
  }

  @Test("the first of a group that asks for its own like goes anywhere, the others follow it within the zone")
  func group() throws {
    var timeline = try Self.zones()
    for name in ["a", "b", "c", "d"] {
      let spec = Self.required("podAffinity", Self.term(app: "web", key: "zone"))
      _ = try timeline.perform(.create(Self.pod(name, labels: ["app": "web"], spec)))
      timeline.settle()
    }
    let nodes = Set(timeline.pods.map(\.spec.nodeName))
    #expect(nodes.isSubset(of: ["node-1", "node-2"]) || nodes == ["node-3"], "\(nodes)")
  }

  @Test("apart from Pods that it shuns, and from Pods that shun it")
  func antiAffinity() throws {
    var timeline = try Self.zones()
    let apart = Self.required("podAntiAffinity", Self.term(app: "web", key: "zone"))
    for name in ["a", "b", "c"] {
      _ = try timeline.perform(.create(Self.pod(name, labels: ["app": "web"], apart)))
      timeline.settle()
    }
    #expect(node(timeline, "c").isEmpty)

    _ = try timeline.perform(.create(Self.pod("d", labels: ["app": "web"])))
    timeline.settle()
    #expect(
      messages(timeline) == [
        "0/3 nodes are available: 3 node(s) didn't match pod anti-affinity rules. no new claims to deallocate, "
          + "preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.",
        "0/3 nodes are available: 3 node(s) didn't satisfy existing pods anti-affinity rules. no new claims to "
          + "deallocate, preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.",
      ]
    )
    _ = try timeline.perform(.delete(ObjectID(.pod, namespace: "default", name: "a"), DeleteOptions()))
    timeline.run(seconds: 60)
    #expect(!node(timeline, "c").isEmpty || !node(timeline, "d").isEmpty)
  }

  @Test("an affinity counts Pods of its own namespace, of those it names, and of those it selects")
  func namespaces() throws {
    var timeline = Timeline(Configuration())
    let metadata: Value = ["name": "dev", "labels": ["team": "a"]]
    _ = try timeline.perform(.create(Object(kind: .namespace, fields: ["metadata": metadata])))
    _ = try timeline.perform(.create(Self.pod("db", labels: ["app": "db"], namespace: "dev")))
    let scopes: [(String, Fields, Bool)] = [
      ("own", [:], false), ("named", ["namespaces": ["dev"]], true),
      ("selected", ["namespaceSelector": ["matchLabels": ["team": "a"]]], true),
      ("others", ["namespaceSelector": ["matchLabels": ["team": "b"]]], false),
      ("all", ["namespaceSelector": [:]], true),
    ]
    for (name, scope, _) in scopes {
      _ = try timeline.perform(.create(Self.pod(name, Self.required("podAffinity", Self.term(app: "db", scope)))))
    }
    timeline.run(seconds: 5)
    for (name, _, isPlaced) in scopes { #expect(node(timeline, name).isEmpty != isPlaced, "\(name)") }
  }

  @Test("preferred affinity and anti-affinity decide among nodes that fit")
  func preferences() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Self.pod("a", labels: ["app": "db"])))
    timeline.settle()
    for index in 0..<6 {
      let sort = index < 3 ? "podAffinity" : "podAntiAffinity"
      _ = try timeline.perform(.create(Self.pod("p\(index)", Self.preferred(sort, Self.term(app: "db")))))
      timeline.settle()
      #expect((node(timeline, "p\(index)") == node(timeline, "a")) == (index < 3), "p\(index)")
    }
    let points = try decision(timeline, "p0").verdicts.compactMap { $0.points?[.interPodAffinity] }
    #expect(points.sorted() == [0, 0, 100])
  }

  @Test("spread constraints keep the skew, and rule out nodes without the label")
  func hardSpread() throws {
    var timeline = try Self.zones(nodes: 4)
    for index in 0..<6 {
      _ = try timeline.perform(.create(Self.pod("p\(index)", labels: ["app": "web"], Self.spread(key: "zone"))))
      timeline.settle()
    }
    let inX = timeline.pods.count { ["node-1", "node-2"].contains($0.spec.nodeName) }
    #expect(inX == 3)
    #expect(timeline.pods.count { $0.spec.nodeName == "node-3" } == 3)
    try timeline.edit(Node.self, "node-3") { $0.unschedulable = true }
    timeline.settle()
    for index in 6..<8 {
      _ = try timeline.perform(.create(Self.pod("p\(index)", labels: ["app": "web"], Self.spread(key: "zone"))))
      timeline.settle()
    }
    #expect(
      messages(timeline) == [
        "0/4 nodes are available: 1 node(s) didn't match pod topology spread constraints (missing required label), "
          + "1 node(s) were unschedulable, 2 node(s) didn't match pod topology spread constraints. no new claims to "
          + "deallocate, preemption: 0/4 nodes are available: 2 No preemption victims found for incoming pod, "
          + "2 Preemption is not helpful for scheduling."
      ]
    )
  }

  @Test("minDomains takes the fewest as none where there are too few places")
  func minDomains() throws {
    var timeline = try Self.zones()
    for index in 0..<3 {
      let spec = Self.spread(key: "zone", ["minDomains": 3])
      _ = try timeline.perform(.create(Self.pod("p\(index)", labels: ["app": "web"], spec)))
      timeline.settle()
    }
    #expect(timeline.pods.count { $0.spec.nodeName.isEmpty } == 1)
  }

  @Test("places outside the Pod's node affinity count only where nodeAffinityPolicy is Ignore")
  func nodeAffinityPolicy() throws {
    for (policy, placed) in [("Honor", 2), ("Ignore", 1)] {
      var timeline = try Self.zones()
      for index in 0..<2 {
        var spec = Self.spread(key: "zone", ["nodeAffinityPolicy": .string(policy)])
        spec["nodeSelector"] = ["zone": "y"]
        _ = try timeline.perform(.create(Self.pod("p\(index)", labels: ["app": "web"], spec)))
        timeline.settle()
      }
      #expect(timeline.pods.count { !$0.spec.nodeName.isEmpty } == placed, "\(policy)")
    }
  }

  @Test("wished-for spreading lays Pods evenly over nodes")
  func softSpread() throws {
    var timeline = Timeline(Configuration())
    for index in 0..<6 {
      let spec = Self.spread(key: "kubernetes.io/hostname", action: "ScheduleAnyway")
      _ = try timeline.perform(.create(Self.pod("p\(index)", labels: ["app": "web"], spec)))
      timeline.settle()
    }
    for name in ["node-1", "node-2", "node-3"] {
      #expect(timeline.pods.count { $0.spec.nodeName == name } == 2, "\(name)")
    }
  }

  @Test("a host port is free for another protocol or address, and taken for the same")
  func hostPorts() throws {
    var timeline = Timeline(Configuration(nodes: 1))
    let ports: [(String, Value, Bool)] = [
      ("a", ["containerPort": 80, "hostPort": 80, "hostIP": "10.0.0.1"], true),
      ("udp", ["containerPort": 80, "hostPort": 80, "protocol": "UDP"], true),
      ("other", ["containerPort": 80, "hostPort": 80, "hostIP": "10.0.0.2"], true),
      ("any", ["containerPort": 80, "hostPort": 80], false),
    ]
    for (name, port, isPlaced) in ports {
      let container: Value = ["name": "c", "image": "nginx", "imagePullPolicy": "IfNotPresent", "ports": [port]]
      _ = try timeline.perform(.create(Self.pod(name, ["containers": [container]])))
      timeline.settle()
      #expect(node(timeline, name).isEmpty != isPlaced, "\(name)")
    }
  }

  @Test("a Pod that names its node in its affinity is judged on that node alone")
  func pinned() throws {
    var timeline = Timeline(Configuration())
    let spec: Fields = ["affinity": NodeSelection.pinning(nil, to: "node-2")]
    _ = try timeline.perform(.create(Self.pod("a", spec)))
    timeline.settle()
    let decision = try decision(timeline, "a")
    #expect(decision.verdicts.map(\.node) == ["node-2"])
    #expect(decision.nodes == 3 && decision.leftOut == .pinned && decision.node == "node-2")
    try timeline.edit(Node.self, "node-2") { $0.unschedulable = true }
    timeline.settle()
    _ = try timeline.perform(.create(Self.pod("b", spec)))
    timeline.settle()
    #expect(
      messages(timeline).first?.hasPrefix(
        "0/3 nodes are available: 1 node(s) were unschedulable, 2 node(s) didn't satisfy plugin(s) [NodeAffinity]."
      ) == true
    )
  }

  @Test("of many nodes only some are looked at, each time others")
  func sampling() throws {
    var timeline = Timeline(Configuration(nodes: 250))
    for index in 0..<2 {
      _ = try timeline.perform(.create(Self.pod("p\(index)")))
      timeline.settle()
    }
    let first = try decision(timeline, "p0").verdicts.map(\.node)
    let second = try decision(timeline, "p1").verdicts.map(\.node)
    #expect(first.count == 120 && second.count == 120)
    #expect(Set(first).isDisjoint(with: second))
  }

  @Test("a gated Pod waits until its gates are gone")
  func gates() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Self.pod("a", ["schedulingGates": [["name": "example.com/hold"]]])))
    timeline.run(seconds: 30)
    let held = try timeline.only(Pod.self)
    #expect(held.spec.nodeName.isEmpty)
    #expect(held.status.condition(.podScheduled)?.reason == "SchedulingGated")
    #expect(timeline.events("FailedScheduling").isEmpty)
    try timeline.edit(Pod.self, "a") { $0.spec.value.other["schedulingGates"] = nil }
    timeline.settle()
    #expect(timeline.pods(in: .running) == 1)
  }

  @Test("Pods of a higher priority go first, and a Pod that preemption would help says that it is not simulated")
  func priority() throws {
    var timeline = Timeline(Configuration(nodes: 1))
    let metadata: Value = ["name": "high"]
    _ = try timeline.perform(
      .create(Object(kind: .priorityClass, fields: ["metadata": metadata, "value": 1_000]))
    )
    func big(_ name: String, priority: String? = nil) -> Object {
      let container: Value = [
        "name": "c", "image": "nginx", "imagePullPolicy": "IfNotPresent", "resources": ["requests": ["cpu": "3"]],
      ]
      var spec: Fields = ["containers": [container]]
      spec["priorityClassName"] = priority.map(Value.string)
      return Self.pod(name, spec)
    }
    for (name, priority) in [("low", nil), ("low-2", nil), ("high", "high")] as [(String, String?)] {
      _ = try timeline.perform(.create(big(name, priority: priority)))
    }
    timeline.settle()
    #expect(node(timeline, "high") == "node-1")
    let low = try decision(timeline, "low")
    #expect(!low.needsPreemption)
    _ = try timeline.perform(.create(big("higher", priority: "system-node-critical")))
    timeline.settle()
    let higher = try decision(timeline, "higher")
    #expect(higher.node == nil && higher.needsPreemption)
    #expect(throws: APIError.self) { try timeline.perform(.create(big("none", priority: "missing"))) }
  }

  @Test("no back-off is waited out while nothing else is to be scheduled")
  func backOff() throws {
    var timeline = Timeline(Configuration(nodes: 1))
    try timeline.edit(Node.self, "node-1") { $0.unschedulable = true }
    timeline.run(seconds: 1)
    _ = try timeline.perform(.create(Self.pod("web")))
    timeline.advance(to: timeline.now + .milliseconds(200))
    #expect(timeline.events("FailedScheduling").count == 1)
    let opened = timeline.now
    try timeline.edit(Node.self, "node-1") { node in
      node.unschedulable = nil
      node.taints = []
    }
    timeline.run(seconds: 5)
    let bound = try #require(timeline.events("Scheduled").first?.eventTime)
    #expect(bound - opened < .milliseconds(100))
    let tries = timeline.records.count { if case .scheduled = $0.happening { true } else { false } }
    #expect(tries == 2, "the end of the back-off brings no third")
  }

  @Test(
    "a change of a node has a Pod tried again only where it may turn the verdict",
    arguments: [("zone", "a", 1), ("disk", "ssd", 2)]
  )
  func nodeHints(label: String, value: String, tries: Int) throws {
    var timeline = Timeline(Configuration(nodes: 1))
    _ = try timeline.perform(.create(Self.pod("web", ["nodeSelector": ["disk": "ssd"]])))
    timeline.run(seconds: 3)
    try timeline.edit(Node.self, "node-1") { $0.metadata.labels[label] = value }
    timeline.run(seconds: 3)
    let made = timeline.records.count { if case .scheduled = $0.happening { true } else { false } }
    #expect(made == tries)
  }

  @Test("the same failure of the same state of a Pod goes on one Event")
  func failureSeries() throws {
    var timeline = Timeline(Configuration(nodes: 1))
    let big: Fields = [
      "containers": [["name": "main", "image": "nginx", "resources": ["requests": ["cpu": "99"]]]]
    ]
    _ = try timeline.perform(.create(Self.pod("big", big)))
    timeline.run(seconds: 2)
    var counts: [Int64] = []
    for number in 0..<4 {
      _ = try timeline.perform(.create(Self.pod("small-\(number)")))
      timeline.run(seconds: 5)
      let id = ObjectID(.pod, ObjectKey(namespace: "default", name: "small-\(number)"))
      _ = try timeline.perform(.delete(id, DeleteOptions(gracePeriodSeconds: 0)))
      timeline.run(seconds: 15)
      counts.append(Int64(timeline.events("FailedScheduling").count))
    }
    #expect(counts == [2, 2, 2, 2], "the second try saw the Pod with its new condition, all others the same")
    let last = try #require(timeline.events("FailedScheduling").first { $0.other["series"] != nil })
    #expect(last.other["series"]?["count"]?.int == 2, "further ones are counted, and not written yet")
  }
}
