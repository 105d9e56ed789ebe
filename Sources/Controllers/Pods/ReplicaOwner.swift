import Objects

/// What a ReplicaSet and a ReplicationController have in common for the code that keeps their Pods.
///
/// Kubernetes runs both through the ReplicaSet controller too, behind an adapter.
struct ReplicaOwner {
  var metadata: ObjectMeta
  var replicas: Int
  var minReadySeconds: Int
  var selector: LabelSelector
  var template: PodTemplate
  var status: ReplicaSetStatus
  /// Whether the status has `terminatingReplicas`.
  var countsTerminating: Bool

  init?(_ object: Object?) {
    if let replicaSet = object?.as(ReplicaSet.self) {
      metadata = replicaSet.metadata
      replicas = replicaSet.spec.replicas
      minReadySeconds = replicaSet.spec.minReadySeconds
      selector = replicaSet.spec.selector
      template = replicaSet.spec.template
      status = replicaSet.status
      countsTerminating = true
    } else if let controller = object?.as(ReplicationController.self) {
      metadata = controller.metadata
      replicas = controller.spec.replicas
      minReadySeconds = controller.spec.minReadySeconds
      selector = LabelSelector(matchLabels: controller.spec.selector)
      template = controller.spec.template
      status = controller.status
      countsTerminating = false
    } else {
      return nil
    }
  }

  /// `object` with its status replaced.
  static func with(_ status: ReplicaSetStatus, _ object: Object) -> Object {
    if var replicaSet = object.as(ReplicaSet.self) {
      replicaSet.status = status
      return Object(replicaSet)
    }
    guard var controller = object.as(ReplicationController.self) else { return object }
    controller.status = status
    return Object(controller)
  }
}
