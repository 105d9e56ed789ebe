/// An object of a kind on which nothing acts here: it is validated, stored, and given back as it came.
package struct PassiveResource: Resource, Equatable {
  package let kind: Kind
  package var metadata: ObjectMeta
  package var body: Fields

  package init(kind: Kind, metadata: ObjectMeta, body: Fields) {
    self.kind = kind
    self.metadata = metadata
    self.body = body
  }

  package func with(statusOf other: PassiveResource) -> PassiveResource {
    var copy = self
    copy.body["status"] = other.body["status"]
    return copy
  }
}

extension Object {
  /// The kinds with a type of their own, one file each under Kinds.
  static let types: [any TypedResource.Type] = [
    CronJob.self,
    ControllerRevision.self,
    DaemonSet.self,
    Deployment.self,
    Event.self,
    Job.self,
    Node.self,
    Pod.self,
    PodDisruptionBudget.self,
    ReplicaSet.self,
    ReplicationController.self,
    ResourceQuota.self,
  ]
}
