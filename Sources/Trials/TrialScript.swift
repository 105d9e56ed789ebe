import APIServer
import Basics
import Cluster
import Machinery
import Objects

/// Draws the lines of a random script, one after the other, looking at the cluster as it is.
struct TrialScript {
  var generator: Generator
  /// Nodes that have been added, for their names.
  private var added = 0

  init(seed: UInt64) { generator = Generator(seed: seed) }

  private static let kinds = ["rs", "rc", "deploy", "deploy", "ds", "job", "pod"]
  private static let letters = ["a", "b"]

  private mutating func pick<Element>(_ choices: [Element]) -> Element? {
    choices.isEmpty ? nil : choices[generator.below(choices.count)]
  }

  /// The next line; nil where what was drawn has nothing to act on.
  mutating func next(_ cluster: Cluster) -> String? {
    switch generator.below(24) {
    case 0...4: create()
    case 5...6: scale(cluster)
    case 7...8: deletePod(cluster)
    case 9...10: relabel(cluster)
    case 11: labelNode(cluster)
    case 12...13: failOrHeal(cluster)
    case 14: addOrRemoveNode(cluster)
    case 15: cordonOrTaint(cluster)
    case 16: deleteOwner(cluster)
    case 17: suspend(cluster)
    case 18...19: hinderWatch()
    case 20...21: changeDeployment(cluster)
    default: "sleep \(1 + generator.below(generator.below(4) == 0 ? 400 : 20))s"
    }
  }

  private mutating func create() -> String? {
    guard let kind = pick(TrialScript.kinds), let letter = pick(TrialScript.letters) else { return nil }
    let number = kind == "ds" ? generator.below(2) : 1 + generator.below(5)
    let exit = kind == "job" ? "-\(generator.below(4) == 0 ? 1 : 0)" : ""
    return "apply -f \(kind)-\(letter)-\(number)\(exit).yaml"
  }

  private mutating func scale(_ cluster: Cluster) -> String? {
    let owners = cluster.names(.replicaSet, "rs") + cluster.names(.replicationController, "rc")
    return pick(owners).map { "scale \($0) --replicas=\(generator.below(7))" }
  }

  private mutating func deletePod(_ cluster: Cluster) -> String? {
    guard let pod = pick(cluster.names(.pod, "pod")) else { return nil }
    let how = ["--wait=false", "--wait=false", "--grace-period=0 --force --wait=false", "--now --wait=false"]
    return pick(how).map { "delete \(pod) \($0)" }
  }

  private mutating func relabel(_ cluster: Cluster) -> String? {
    guard let pod = pick(cluster.names(.pod, "pod")) else { return nil }
    return pick(["app-", "app=a --overwrite", "app=b --overwrite", "note=x --overwrite"]).map { "label \(pod) \($0)" }
  }

  private mutating func labelNode(_ cluster: Cluster) -> String? {
    guard let node = pick(cluster.names(.node, "node")) else { return nil }
    return "label \(node) " + (generator.below(2) == 0 ? "disk=ssd --overwrite" : "disk-")
  }

  private mutating func failOrHeal(_ cluster: Cluster) -> String? {
    pick(cluster.nodeNames).map { "\(generator.below(2) == 0 ? "fail" : "heal") node \($0)" }
  }

  private mutating func addOrRemoveNode(_ cluster: Cluster) -> String? {
    if generator.below(2) == 0, let node = pick(cluster.nodeNames.filter { $0 != "node-1" }) {
      return "remove node \(node)"
    }
    added += 1
    return "add node extra-\(added)"
  }

  private mutating func cordonOrTaint(_ cluster: Cluster) -> String? {
    guard let node = pick(cluster.nodeNames) else { return nil }
    let changes = [
      "cordon \(node)", "uncordon \(node)", "taint nodes \(node) own=x:NoSchedule",
      "taint nodes \(node) own=x:NoExecute",
      "taint nodes \(node) own-",
    ]
    return pick(changes)
  }

  private mutating func deleteOwner(_ cluster: Cluster) -> String? {
    let owners =
      cluster.names(.replicaSet, "rs") + cluster.names(.replicationController, "rc")
      + cluster.names(.daemonSet, "ds") + cluster.names(.job, "job") + cluster.names(.deployment, "deployment")
    guard let owner = pick(owners), let how = pick(["background", "background", "foreground", "orphan"]) else {
      return nil
    }
    return "delete \(owner) --cascade=\(how) --wait=false"
  }

  private mutating func suspend(_ cluster: Cluster) -> String? {
    pick(cluster.names(.job, "job")).map { job in
      "patch \(job) -p {\"spec\":{\"suspend\":\(generator.below(2) == 0)}}"
    }
  }

  private mutating func changeDeployment(_ cluster: Cluster) -> String? {
    guard let name = pick(cluster.names(.deployment, "deployment")) else { return nil }
    let changes = [
      "set image \(name) main=nginx:1.\(27 + generator.below(3))", "scale \(name) --replicas=\(generator.below(7))",
      "rollout restart \(name)", "rollout undo \(name)", "rollout pause \(name)", "rollout resume \(name)",
    ]
    return pick(changes)
  }

  private static let watchers = [
    "deployment-controller", "replicaset-controller", "replication-controller", "daemonset-controller",
    "job-controller", "default-scheduler",
  ]

  private mutating func hinderWatch() -> String? {
    guard let component = pick(TrialScript.watchers) else { return nil }
    let delay = 1 + generator.below(10)
    let choices = [
      "delay watch \(component) \(delay)s", "drop watch \(component)", "drop watch \(component) \(delay)",
      "mend watch \(component)", "mend watch \(component)",
    ]
    return pick(choices)
  }

  /// The lines that make every node and watch healthy again, and let all that is under way come to its end.
  static func ending(_ cluster: Cluster) -> [String] {
    watchers.map { "mend watch \($0)" }
      + cluster.names(.deployment, "deployment").map { "rollout resume \($0)" }
      + cluster.nodeNames.flatMap { ["heal node \($0)", "uncordon \($0)", "taint nodes \($0) own-"] }
      + ["sleep 1500s"]
  }
}

extension Cluster {
  /// `rs/NAME` of all objects of a kind, in order; of ReplicaSets those that no Deployment has.
  fileprivate func names(_ kind: Kind, _ prefix: String) -> [String] {
    store.list(kind).filter { kind != .replicaSet || $0.metadata.controllerRef == nil }
      .map { "\(prefix)/\($0.metadata.name)" }
  }

  fileprivate var nodeNames: [String] { store.list(.node).map(\.metadata.name) }
}
