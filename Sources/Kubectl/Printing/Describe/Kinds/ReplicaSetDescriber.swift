import Objects

extension Describer {
  static let replicaSet = Describer(.replicaSet) { writer, object, context in
    let set = Reading(object)
    writer.names(object)
    writer.line(0, "Selector:\t\(set.spec.selector.selectorText.orNone)")
    writer.labelsAndAnnotations(object.metadata)
    writer.controller(object.metadata)
    writer.replicas(set)
    writer.podStatus(of: object, matching: LabelSelector(fields: set.spec.selector.members), context)
    writer.template(set.spec.template)
    writer.conditions(set.status.conditions.list)
    writer.events(of: object, context)
  }
}

extension DescribeWriter {
  /// `Replicas:`, of a ReplicaSet or ReplicationController.
  mutating func replicas(_ set: Reading) {
    line(0, "Replicas:\t\(set.status.replicas.int ?? 0) current / \(set.spec.replicas.int ?? 0) desired")
  }
}
