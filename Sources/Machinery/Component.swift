import Basics

/// Something in the cluster that acts by itself, by the name that Kubernetes gives it.
package struct Component: Hashable, Sendable {
  /// `replicaset-controller`, `default-scheduler`, `kubelet` …
  package var name: String
  /// The node of a kubelet; empty for the control plane.
  package var node: String

  package init(_ name: String, node: String = "") {
    self.name = name
    self.node = node
  }

  /// The name under which its Events are reported, which for one controller is that of the program it runs in.
  package var eventSource: String { self == .disruptionController ? "controllermanager" : name }

  /// The person at the prompt, through kubectl.
  package static let user = Component("kubectl")
  /// The lesson, when it types for the learner.
  package static let lesson = Component("lesson")
  package static let apiServer = Component("apiserver")
  package static let replicaSetController = Component("replicaset-controller")
  package static let replicationController = Component("replication-controller")
  package static let cronJobController = Component("cronjob-controller")
  package static let jobController = Component("job-controller")
  package static let ttlController = Component("ttl-after-finished-controller")
  package static let deploymentController = Component("deployment-controller")
  package static let daemonSetController = Component("daemonset-controller")
  package static let disruptionController = Component("disruption-controller")
  package static let garbageCollector = Component("garbage-collector")
  package static let namespaceController = Component("namespace-controller")
  package static let nodeController = Component("node-controller")
  package static let taintEviction = Component("taint-eviction-controller")
  package static let resourceQuotaController = Component("resourcequota-controller")
  package static let scheduler = Component("default-scheduler")
  package static func kubelet(_ node: String) -> Component { Component("kubelet", node: node) }
}

extension Component: Comparable {
  package static func < (left: Component, right: Component) -> Bool {
    left.name == right.name ? left.node.precedesByBytes(right.node) : left.name.precedesByBytes(right.name)
  }
}

extension Component: CustomStringConvertible {
  /// `kubelet/node-1`, or the name alone.
  package var description: String { node.isEmpty ? name : "\(name)/\(node)" }
}
