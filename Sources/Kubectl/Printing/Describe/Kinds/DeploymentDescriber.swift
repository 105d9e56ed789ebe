import Basics
import Objects

extension Describer {
  static let deployment = Describer(.deployment) { writer, object, context in
    let deployment = Reading(object)
    let (spec, status) = (deployment.spec, deployment.status)
    writer.names(object)
    writer.line(0, "CreationTimestamp:\t\(object.metadata.creationTimestamp.rfc1123OrZero)")
    writer.labelsAndAnnotations(object.metadata)
    writer.line(0, "Selector:\t\(spec.selector.selectorText)")
    writer.line(
      0,
      "Replicas:\t\(spec.replicas.int ?? 0) desired | \(status.updatedReplicas.int ?? 0) updated | "
        + "\(status.replicas.int ?? 0) total | \(status.availableReplicas.int ?? 0) available | "
        + "\(status.unavailableReplicas.int ?? 0) unavailable"
    )
    writer.line(0, "StrategyType:\t\(spec.strategy.type.text ?? "")")
    writer.line(0, "MinReadySeconds:\t\(spec.minReadySeconds.int ?? 0)")
    let rolling = spec.strategy.rollingUpdate
    if rolling.exists {
      writer.line(
        0,
        "RollingUpdateStrategy:\t\(rolling.maxUnavailable.scalar ?? "") max unavailable, "
          + "\(rolling.maxSurge.scalar ?? "") max surge"
      )
    }
    writer.template(spec.template)
    writer.conditions(status.conditions.list)
    writer.replicaSets(of: object, spec.template, context)
    writer.events(of: object, context)
  }
}

extension DescribeWriter {
  /// The ReplicaSet of the present template, and those of earlier ones.
  ///
  /// Mirrors `deploymentutil.GetAllReplicaSets`: of two that match, the older one is the new ReplicaSet.
  fileprivate mutating func replicaSets(of object: Object, _ template: Reading, _ context: DescribeContext) {
    let owned = context.replicaSets.filter { $0.metadata.controllerRef?.uid == object.metadata.uid }
    guard !owned.isEmpty else { return }
    let wanted = PodTemplate(fields: template.members)
    let current = owned.filter { $0.spec.template.equalsIgnoringHash(wanted) }.min { left, right in
      left.metadata.creationOrder < right.metadata.creationOrder
    }
    let old = owned.filter { $0.metadata.uid != current?.metadata.uid }
    line(0, "OldReplicaSets:\t\(old.map(\.createdText).joined(separator: ", ").orNone)")
    line(0, "NewReplicaSet:\t\((current?.createdText ?? "").orNone)")
  }
}

extension ReplicaSet {
  fileprivate var createdText: String {
    "\(metadata.name) (\(status.replicas)/\(spec.replicas) replicas created)"
  }
}

extension ObjectMeta {
  fileprivate var creationOrder: Int64 { creationTimestamp?.microseconds ?? 0 }
}
