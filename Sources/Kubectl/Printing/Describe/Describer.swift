package import Basics
package import Objects

/// What `kubectl describe` looks up beside the object itself.
package struct DescribeContext: Sendable {
  package var now: Instant
  /// All events of the cluster, in the order of a list; nil where they are not to be shown (`--show-events=false`,
  /// and by default whenever more than one object is described).
  package var events: [Event]?
  /// Pods: those of the object's namespace for a controller, those of the node for a node. Others do not matter.
  package var pods: [Pod] = []
  /// The ReplicaSets of the object's namespace, for a Deployment.
  package var replicaSets: [ReplicaSet] = []
  /// The ResourceQuotas of a namespace.
  package var quotas: [Object] = []
  /// Where a Service leads.
  package var endpointSlices: [Object] = []
  /// When a node's kubelet renewed its Lease last; nil where that is not known.
  package var leaseRenewTime: Instant?

  package init(now: Instant, events: [Event]? = nil) {
    self.now = now
    self.events = events
  }
}

/// How `kubectl describe` shows objects of one kind.
///
/// Mirrors the describers of `k8s.io/kubectl/pkg/describe`, whose texts these are.
package struct Describer: Sendable {
  let kind: Kind
  let write: @Sendable (inout DescribeWriter, Object, DescribeContext) -> Void

  init(_ kind: Kind, write: @escaping @Sendable (inout DescribeWriter, Object, DescribeContext) -> Void) {
    self.kind = kind
    self.write = write
  }

  /// The whole description, ending in a newline. Between several of them lie two empty lines.
  package static func text(of object: Object, _ context: DescribeContext) -> String {
    var writer = DescribeWriter()
    let describer = all.first { $0.kind == object.kind } ?? generic(object.kind)
    describer.write(&writer, object, context)
    return writer.finish()
  }

  /// One line a kind, by name.
  private static let all: [Describer] = [
    .configMap,
    .cronJob,
    .daemonSet,
    .deployment,
    .endpoints,
    .endpointSlice,
    .job,
    .namespace,
    .node,
    .pod,
    .podDisruptionBudget,
    .priorityClass,
    .replicaSet,
    .replicationController,
    .resourceQuota,
    .secret,
    .service,
    .serviceAccount,
    .statefulSet,
  ]
}
