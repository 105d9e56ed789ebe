import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

/// A rule between Pods as a test sees it, told again without the scheduler's counting.
private struct Rule {
  var isApart: Bool
  var app: String
  var key: String

  var fields: Fields {
    SchedulingTests.required(isApart ? "podAntiAffinity" : "podAffinity", SchedulingTests.term(app: app, key: key))
  }
}

/// A Pod that has its node.
private struct Placed {
  var app: String
  var node: Node
  var rule: Rule?
}

@Suite("Rules between Pods hold wherever the scheduler puts them")
struct SchedulingPropertyTests {
  private static let apps = ["a", "b", "c"]

  /// Whether `node` may take a Pod of `app` with `rule` beside those that are placed.
  private func allows(_ node: Node, _ app: String, _ rule: Rule?, _ placed: [Placed]) -> Bool {
    func isSamePlace(_ other: Node, _ key: String) -> Bool {
      node.metadata.labels[key] != nil && node.metadata.labels[key] == other.metadata.labels[key]
    }
    for other in placed {
      if let theirs = other.rule, theirs.isApart, theirs.app == app, isSamePlace(other.node, theirs.key) {
        return false
      }
    }
    guard let rule else { return true }
    let matching = placed.filter { $0.app == rule.app }
    if rule.isApart { return !matching.contains { isSamePlace($0.node, rule.key) } }
    guard node.metadata.labels[rule.key] != nil else { return false }
    if matching.contains(where: { isSamePlace($0.node, rule.key) }) { return true }
    let isAnywhere = matching.contains { $0.node.metadata.labels[rule.key] != nil }
    return !isAnywhere && rule.app == app
  }

  @Test("each choice is allowed, and where none was made none was", arguments: 1...20)
  func rules(_ seed: Int) throws {
    var generator = Generator(seed: UInt64(seed))
    var timeline = Timeline(Configuration(seed: UInt64(seed), nodes: 5))
    for number in 1...5 where generator.below(4) > 0 {
      let zone = "z\(generator.below(3))"
      try timeline.edit(Node.self, "node-\(number)") { $0.metadata.labels["zone"] = zone }
    }
    timeline.settle()
    let nodes = timeline.cluster.store.list(.node).compactMap { $0.as(Node.self) }
    var placed: [Placed] = []
    for index in 0..<18 {
      let app = Self.apps[generator.below(3)]
      let rule =
        generator.below(3) == 0
        ? nil
        : Rule(
          isApart: generator.below(2) == 0,
          app: Self.apps[generator.below(3)],
          key: generator.below(2) == 0 ? "zone" : "kubernetes.io/hostname"
        )
      let name = "p\(index)"
      _ = try timeline.perform(.create(SchedulingTests.pod(name, labels: ["app": app], rule?.fields ?? [:])))
      timeline.run(seconds: 2)
      let chosen = timeline.pods.first { $0.metadata.name == name }?.spec.nodeName ?? ""
      let allowed = nodes.filter { allows($0, app, rule, placed) }.map(\.metadata.name)
      if chosen.isEmpty {
        #expect(allowed.isEmpty, "seed \(seed), \(name)")
        // It would come later, in an order of its own.
        _ = try timeline.perform(.delete(ObjectID(.pod, namespace: "default", name: name), DeleteOptions()))
      } else {
        #expect(allowed.contains(chosen), "seed \(seed), \(name) on \(chosen)")
        let node = try #require(nodes.first { $0.metadata.name == chosen })
        placed.append(Placed(app: app, node: node, rule: rule))
      }
    }
  }
}
