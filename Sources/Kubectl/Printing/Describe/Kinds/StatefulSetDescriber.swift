import Objects

extension Describer {
  static let statefulSet = Describer(.statefulSet) { writer, object, context in
    let set = Reading(object)
    writer.names(object)
    writer.line(0, "CreationTimestamp:\t\(object.metadata.creationTimestamp.rfc1123OrZero)")
    writer.line(0, "Selector:\t\(set.spec.selector.selectorText)")
    writer.labelsAndAnnotations(object.metadata)
    writer.line(0, "Replicas:\t\(set.spec.replicas.int ?? 0) desired | \(set.status.replicas.int ?? 0) total")
    writer.line(0, "Update Strategy:\t\(set.spec.updateStrategy.type.text ?? "")")
    if let partition = set.spec.updateStrategy.rollingUpdate.partition.int {
      writer.line(1, "Partition:\t\(partition)")
    }
    writer.podStatus(of: object, matching: LabelSelector(fields: set.spec.selector.members), context)
    writer.template(set.spec.template)
    writer.volumeClaims(set.spec.volumeClaimTemplates.list)
    writer.events(of: object, context)
  }
}

extension DescribeWriter {
  /// Mirrors `describeVolumeClaimTemplates`.
  fileprivate mutating func volumeClaims(_ claims: [Reading]) {
    line(0, claims.isEmpty ? "Volume Claims:\t<none>" : "Volume Claims:")
    for claim in claims {
      line(1, "Name:\t\(claim.metadata.name.text ?? "")")
      line(1, "StorageClass:\t\(claim.spec.storageClassName.text ?? "")")
      labels("Labels", indent: "  ", claim.metadata.labels.map)
      labels("Annotations", indent: "  ", claim.metadata.annotations.map)
      line(1, "Capacity:\t\(claim.spec.resources.requests.storage.scalar ?? "<default>")")
      line(1, "Access Modes:\t[\(claim.spec.accessModes.texts.joined(separator: " "))]")
    }
  }
}
