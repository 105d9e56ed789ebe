import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

@Suite("A Deployment in a running cluster")
struct DeploymentTests {
  static func deployment(
    replicas: Int = 3,
    image: String = "nginx:1",
    strategy: Value = ["type": "RollingUpdate", "rollingUpdate": ["maxUnavailable": "25%", "maxSurge": "25%"]],
    _ spec: Fields = [:]
  ) -> Object {
    var fields: Fields = [
      "replicas": .int(Int64(replicas)),
      "revisionHistoryLimit": 10,
      "progressDeadlineSeconds": 600,
      "selector": ["matchLabels": ["app": "web"]],
      "strategy": strategy,
      "template": ["metadata": ["labels": ["app": "web"]], "spec": Fixture.podSpec(image: image)],
    ]
    for field in spec { fields[field.name] = field.value }
    return Object(
      kind: .deployment,
      fields: ["metadata": ["name": "web", "namespace": "default"], "spec": .object(fields)]
    )
  }

  private func running(_ deployment: Object) throws -> Timeline {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(deployment))
    timeline.settle()
    return timeline
  }

  @Test("makes a ReplicaSet of its template, and counts its Pods")
  func creates() throws {
    let timeline = try running(DeploymentTests.deployment())
    let deployment = try timeline.only(Deployment.self)
    let set = try timeline.only(ReplicaSet.self)
    let hash = try #require(set.metadata.labels["pod-template-hash"])
    #expect(set.metadata.name == "web-\(hash)")
    #expect(set.spec.selector.matchLabels == ["app": "web", "pod-template-hash": hash])
    #expect(set.revision == "1" && set.desired == "3" && set.most == "4")
    #expect(timeline.pods.allSatisfy { $0.metadata.labels["pod-template-hash"] == hash })
    #expect(deployment.metadata.annotations["deployment.kubernetes.io/revision"] == "1")
    #expect(deployment.metadata.generation == 1)
    #expect(deployment.status.observedGeneration == 1)
    #expect(deployment.status.availableReplicas == 3 && deployment.status.updatedReplicas == 3)
    #expect(deployment.status.terminatingReplicas == 0)
    #expect(deployment.said(.available) == "True MinimumReplicasAvailable: Deployment has minimum availability.")
    #expect(
      deployment.said(.progressing)
        == "True NewReplicaSetAvailable: ReplicaSet \"\(set.metadata.name)\" has successfully progressed."
    )
    #expect(
      timeline.events("ScalingReplicaSet").map(\.message) == ["Scaled up replica set web-\(hash) from 0 to 3"]
    )
    #expect(timeline.now - Configuration.defaultStart < .seconds(10), "no deadline keeps the cluster from settling")
  }

  @Test(
    "names a ReplicaSet by the hash that Kubernetes v1.36 gives the template",
    arguments: [("luksa/kubia", "7b64c6845"), ("luksa/kubia:v2", "588786475c"), ("luksa/kubia:v3", "7569b4cdd")]
  )
  func templateHash(image: String, hash: String) throws {
    let container: Value = [
      "name": "kubia", "image": .string(image), "imagePullPolicy": "Always",
      "resources": [:], "terminationMessagePath": "/dev/termination-log", "terminationMessagePolicy": "File",
    ]
    let template: Value = [
      "metadata": ["labels": ["app": "kubia"]],
      "spec": [
        "containers": [container], "dnsPolicy": "ClusterFirst", "restartPolicy": "Always",
        "schedulerName": "default-scheduler", "securityContext": [:], "terminationGracePeriodSeconds": 30,
      ],
    ]
    let timeline = try running(
      DeploymentTests.deployment(["selector": ["matchLabels": ["app": "kubia"]], "template": template])
    )
    #expect(try timeline.only(ReplicaSet.self).metadata.name == "web-\(hash)")
  }

  /// `replicas`, `maxSurge`, `maxUnavailable`; then how many Pods there may be, and how many have to be available.
  static let bounds: [(Int, Value, Value, most: Int, least: Int)] = [
    (3, "25%", "25%", 4, 3), (4, "25%", "25%", 5, 3), (6, "30%", "20%", 8, 5), (5, 0, 1, 5, 4), (5, 2, 0, 7, 5),
    (3, 0, "10%", 3, 2), (4, "100%", "100%", 8, 0), (1, "25%", "25%", 2, 1),
  ]

  @Test("never has too many Pods nor too few available ones while it rolls", arguments: bounds.indices)
  func rollingBounds(_ index: Int) throws {
    let (replicas, surge, unavailable, most, least) = DeploymentTests.bounds[index]
    let strategy: Value = [
      "type": "RollingUpdate", "rollingUpdate": ["maxUnavailable": unavailable, "maxSurge": surge],
    ]
    var timeline = try running(DeploymentTests.deployment(replicas: replicas, strategy: strategy))
    try timeline.edit(Deployment.self, "web") { $0.spec.template.spec.containers[0].image = "nginx:2" }
    var largest = 0
    var smallest = replicas
    while !timeline.cluster.isSettled, timeline.move() {
      largest = max(largest, timeline.replicaSets.reduce(0) { $0 + $1.spec.replicas })
      smallest = min(smallest, timeline.pods.count { $0.isReady && !$0.metadata.isBeingDeleted })
    }
    #expect(largest == most)
    #expect(smallest >= least)
    #expect(timeline.images == Array(repeating: "nginx:2", count: replicas))
    #expect(timeline.replicaSets.map(\.spec.replicas).sorted() == [0, replicas])
    let status = try timeline.only(Deployment.self).status
    #expect(status.updatedReplicas == replicas && status.replicas == replicas && status.unavailableReplicas == 0)
  }

  @Test("with Recreate starts no new Pod before the last old one is gone")
  func recreates() throws {
    var timeline = try running(DeploymentTests.deployment(strategy: ["type": "Recreate"]))
    try timeline.edit(Deployment.self, "web") { $0.spec.template.spec.containers[0].image = "nginx:2" }
    var wasEmpty = false
    while !timeline.cluster.isSettled, timeline.move() {
      let running = timeline.pods.filter { !$0.isTerminal }.map { $0.spec.containers[0].image }
      #expect(Set(running).count <= 1, "old and new Pods side by side")
      if running.isEmpty { wasEmpty = true }
    }
    #expect(wasEmpty)
    #expect(timeline.images == ["nginx:2", "nginx:2", "nginx:2"])
    let new = try #require(timeline.replicaSets.first { $0.spec.replicas == 3 })
    #expect(
      timeline.events("ScalingReplicaSet").last?.message == "Scaled up replica set \(new.metadata.name) from 0 to 3"
    )
  }

  @Test("going back to an old template takes its ReplicaSet up again, as the newest revision")
  func rollsBack() throws {
    var timeline = try running(DeploymentTests.deployment())
    let first = try timeline.only(ReplicaSet.self).metadata.name
    try timeline.edit(Deployment.self, "web") { $0.spec.template.spec.containers[0].image = "nginx:2" }
    timeline.settle()
    try timeline.edit(Deployment.self, "web") { $0.spec.template.spec.containers[0].image = "nginx:1" }
    timeline.settle()
    #expect(timeline.replicaSets.count == 2)
    let set = try #require(timeline.replicaSets.first { $0.metadata.name == first })
    #expect(set.spec.replicas == 3)
    #expect(set.revision == "3")
    #expect(set.metadata.annotations["deployment.kubernetes.io/revision-history"] == "1")
    #expect(try timeline.only(Deployment.self).metadata.annotations["deployment.kubernetes.io/revision"] == "3")
  }

  @Test("a changed annotation counts as a generation, and goes on to the ReplicaSet")
  func annotations() throws {
    var timeline = try running(DeploymentTests.deployment())
    try timeline.edit(Deployment.self, "web") { $0.metadata.annotations["kubernetes.io/change-cause"] = "why" }
    timeline.settle()
    let deployment = try timeline.only(Deployment.self)
    #expect(deployment.metadata.generation == 2 && deployment.status.observedGeneration == 2)
    #expect(try timeline.only(ReplicaSet.self).metadata.annotations["kubernetes.io/change-cause"] == "why")
  }

  @Test("paused it scales but rolls nothing out; resumed it does")
  func pauses() throws {
    var timeline = try running(DeploymentTests.deployment())
    try timeline.edit(Deployment.self, "web") { $0.spec.paused = true }
    timeline.settle()
    #expect(try timeline.only(Deployment.self).said(.progressing) == "Unknown DeploymentPaused: Deployment is paused")
    try timeline.edit(Deployment.self, "web") {
      $0.spec.template.spec.containers[0].image = "nginx:2"
      $0.spec.replicas = 4
    }
    timeline.settle()
    #expect(timeline.images == ["nginx:1", "nginx:1", "nginx:1", "nginx:1"])
    #expect(try timeline.only(Deployment.self).status.updatedReplicas == 0)
    try timeline.edit(Deployment.self, "web") { $0.spec.paused = nil }
    timeline.settle()
    #expect(timeline.images == ["nginx:2", "nginx:2", "nginx:2", "nginx:2"])
  }

  @Test("says that it is stuck once the deadline has passed, and recovers")
  func deadline() throws {
    var timeline = try running(DeploymentTests.deployment(["progressDeadlineSeconds": 10]))
    try timeline.edit(Deployment.self, "web") {
      $0.spec.template.spec.containers[0].image = "nginx:2"
      $0.spec.template.metadata.annotations["sim/ready"] = "false"
    }
    timeline.run(seconds: 8)
    #expect(try timeline.only(Deployment.self).said(.progressing).hasPrefix("True ReplicaSetUpdated"))
    timeline.run(seconds: 6)
    let new = try #require(timeline.replicaSets.first { $0.revision == "2" }).metadata.name
    let stuck = try timeline.only(Deployment.self)
    #expect(
      stuck.said(.progressing)
        == "False ProgressDeadlineExceeded: ReplicaSet \"\(new)\" has timed out progressing."
    )
    #expect(stuck.said(.available).hasPrefix("True"))
    #expect(timeline.images.count { $0 == "nginx:1" } == 3, "the old Pods stay")
    try timeline.edit(Deployment.self, "web") { $0.spec.template.metadata.annotations["sim/ready"] = nil }
    timeline.settle()
    #expect(try timeline.only(Deployment.self).said(.progressing).hasPrefix("True NewReplicaSetAvailable"))
    #expect(timeline.images == ["nginx:2", "nginx:2", "nginx:2"])
  }

  @Test("keeps as many old ReplicaSets as the history may hold")
  func historyLimit() throws {
    var timeline = try running(DeploymentTests.deployment(["revisionHistoryLimit": 1]))
    for version in 2...4 {
      try timeline.edit(Deployment.self, "web") { $0.spec.template.spec.containers[0].image = "nginx:\(version)" }
      timeline.settle()
    }
    #expect(timeline.replicaSets.compactMap(\.revision).sorted() == ["3", "4"])
  }

  @Test("shares a new size out among the ReplicaSets of a rollout that is under way")
  func proportionalScaling() throws {
    let strategy: Value = ["type": "RollingUpdate", "rollingUpdate": ["maxUnavailable": 2, "maxSurge": 3]]
    var timeline = try running(DeploymentTests.deployment(replicas: 10, strategy: strategy))
    try timeline.edit(Deployment.self, "web") { $0.spec.template.metadata.annotations["sim/ready"] = "false" }
    timeline.settle()
    #expect(timeline.sizes == ["1": 8, "2": 5])
    try timeline.edit(Deployment.self, "web") { $0.spec.replicas = 15 }
    timeline.settle()
    #expect(timeline.sizes == ["1": 11, "2": 7])
    try timeline.edit(Deployment.self, "web") { $0.spec.replicas = 5 }
    timeline.settle()
    #expect(timeline.scalings.filter { $0.2 == .share(total: 8) }.map { [$0.0, $0.1] } == [[11, 5], [7, 3]])
  }

  @Test("takes Pods that are not available from old ReplicaSets first, so that a bad rollout can be replaced")
  func unhealthyFirst() throws {
    var timeline = try running(DeploymentTests.deployment(replicas: 4))
    try timeline.edit(Deployment.self, "web") { $0.spec.template.metadata.annotations["sim/ready"] = "false" }
    timeline.settle()
    #expect(timeline.sizes == ["1": 3, "2": 2])
    try timeline.edit(Deployment.self, "web") { $0.spec.template.spec.containers[0].image = "nginx:2" }
    timeline.settle()
    #expect(timeline.sizes == ["1": 3, "2": 0, "3": 2])
  }

  @Test("waits with minReadySeconds until a new Pod counts as available")
  func minReadySeconds() throws {
    var timeline = try running(DeploymentTests.deployment(replicas: 1, ["minReadySeconds": 20]))
    try timeline.edit(Deployment.self, "web") { $0.spec.template.spec.containers[0].image = "nginx:2" }
    timeline.run(seconds: 19)
    #expect(timeline.images == ["nginx:1", "nginx:2"])
    timeline.run(seconds: 4)
    #expect(timeline.images == ["nginx:2"])
    #expect(try timeline.only(Deployment.self).status.availableReplicas == 1)
  }

  @Test("takes in a ReplicaSet that nobody controls, and lets go of one whose labels change")
  func claims() throws {
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Fixture.replicaSet("old", replicas: 1)))
    timeline.settle()
    try timeline.edit(ReplicaSet.self, "old") { $0.metadata.labels = ["app": "web"] }
    _ = try timeline.perform(.create(DeploymentTests.deployment()))
    timeline.settle()
    let adopted = try #require(timeline.replicaSets.first { $0.metadata.name == "old" })
    #expect(adopted.metadata.controllerRef?.kind == "Deployment")
    try timeline.edit(ReplicaSet.self, "old") { $0.metadata.labels = ["app": "other"] }
    timeline.settle()
    #expect(timeline.replicaSets.first { $0.metadata.name == "old" }?.metadata.controllerRef == nil)
  }

  @Test("takes another name where the ReplicaSet's is taken")
  func collision() throws {
    let name = try running(DeploymentTests.deployment()).only(ReplicaSet.self).metadata.name
    var timeline = Timeline(Configuration())
    _ = try timeline.perform(.create(Fixture.replicaSet(name, replicas: 0, app: "other")))
    _ = try timeline.perform(.create(DeploymentTests.deployment()))
    timeline.settle()
    #expect(try timeline.only(Deployment.self).status.collisionCount == 1)
    #expect(timeline.replicaSets.count == 2)
    #expect(timeline.pods.count == 3)
  }

  @Test("tells its sync's reasons: what it grows, what it shrinks, what it leaves")
  func reasons() throws {
    var timeline = try running(DeploymentTests.deployment())
    try timeline.edit(Deployment.self, "web") { $0.spec.template.spec.containers[0].image = "nginx:2" }
    timeline.settle()
    #expect(Set(timeline.scalings.map(\.2)) == [.surge(limit: 4), .spare(available: 4, minimum: 3)])
    let kept = timeline.decisions.flatMap(\.passedOver).map(\.reason)
    #expect(kept.contains(.atSurgeLimit(total: 4, limit: 4)))
    #expect(kept.contains(.atAvailabilityLimit(available: 3, minimum: 3)))
  }
}

extension Deployment {
  /// `True NewReplicaSetAvailable: …`: what a condition says.
  fileprivate func said(_ type: ConditionType) -> String {
    guard let condition = status.condition(type) else { return "" }
    return "\(condition.status.rawValue) \(condition.reason): \(condition.message)"
  }
}

extension ReplicaSet {
  fileprivate var revision: String? { metadata.annotations["deployment.kubernetes.io/revision"] }
  fileprivate var desired: String? { metadata.annotations["deployment.kubernetes.io/desired-replicas"] }
  fileprivate var most: String? { metadata.annotations["deployment.kubernetes.io/max-replicas"] }
}

extension Timeline {
  /// The images of the Pods that are there, sorted.
  fileprivate var images: [String] { pods.map { $0.spec.containers[0].image }.sorted() }

  fileprivate var decisions: [Reconciliation] {
    records.compactMap { record in
      if case .reconciled(let decision) = record.happening, decision.observed.kind == .deployment {
        decision
      } else {
        nil
      }
    }
  }

  /// What the Deployment controller has asked for: from how many Pods to how many, and why.
  fileprivate var scalings: [(Int, Int, ScaleReason)] {
    decisions.flatMap(\.actions).compactMap { action in
      if case .update(_, .scaled(let from, let to, let reason)) = action.effect { (from, to, reason) } else { nil }
    }
  }

  /// How many Pods each revision asks for.
  fileprivate var sizes: [String: Int] {
    Dictionary(uniqueKeysWithValues: replicaSets.map { ($0.revision ?? "", $0.spec.replicas) })
  }
}
