import Objects

/// What a ReplicaSet and a ReplicationController have in common for the code that keeps their Pods.
///
/// Kubernetes runs both through the ReplicaSet controller too, behind an adapter.
struct ReplicaOwner {
  var metadata: ObjectMeta
  var kind: Kind
  var replicas: Int
  var minReadySeconds: Int
  var selector: LabelSelector
  var template: PodTemplate
  var status: ReplicaSetStatus

  init?(_ object: Object?) {
    guard let replicaSet = object?.as(ReplicaSet.self) else { return nil }
    metadata = replicaSet.metadata
    kind = .replicaSet
    replicas = replicaSet.spec.replicas
    minReadySeconds = replicaSet.spec.minReadySeconds
    selector = replicaSet.spec.selector
    template = replicaSet.spec.template
    status = replicaSet.status
  }

  /// `object` with its status replaced.
  static func with(_ status: ReplicaSetStatus, _ object: Object) -> Object {
    guard var replicaSet = object.as(ReplicaSet.self) else { return object }
    replicaSet.status = status
    return Object(replicaSet)
  }
}
