/// A ReplicaSet: keeps a number of Pods that match its selector.
package struct ReplicaSet: SpecAndStatus, Equatable {
  package static let kind = Kind.replicaSet
  package var metadata: ObjectMeta
  package var spec: ReplicaSetSpec
  package var status = ReplicaSetStatus()
  package var other = Fields()

  package init(metadata: ObjectMeta, spec: ReplicaSetSpec) {
    self.metadata = metadata
    self.spec = spec
  }
}

/// `spec` of a ReplicaSet.
package struct ReplicaSetSpec: Hashable, Sendable, FieldCodable {
  package var replicas: Int
  package var minReadySeconds: Int
  package var selector: LabelSelector
  package var template: PodTemplate
  package var other: Fields

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    replicas = reader.int("replicas") ?? 1
    minReadySeconds = reader.int("minReadySeconds") ?? 0
    selector = reader.structure("selector") ?? LabelSelector(fields: [:])
    template = reader.structure("template") ?? PodTemplate(fields: [:])
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out["replicas"] = .int(Int64(replicas))
    out.setNonZero("minReadySeconds", minReadySeconds)
    out["selector"] = .object(selector.fields)
    out["template"] = .object(template.fields)
    return out
  }
}

/// `status` of a ReplicaSet, and of a ReplicationController, which does not count terminating Pods.
package struct ReplicaSetStatus: Hashable, Sendable, FieldCodable {
  package var replicas = 0
  package var fullyLabeledReplicas = 0
  package var readyReplicas = 0
  package var availableReplicas = 0
  /// Absent until the controller has written the status once.
  package var terminatingReplicas: Int?
  package var observedGeneration = 0
  package var conditions: [Condition] = []
  package var other = Fields()

  package init() {}

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    replicas = reader.int("replicas") ?? 0
    fullyLabeledReplicas = reader.int("fullyLabeledReplicas") ?? 0
    readyReplicas = reader.int("readyReplicas") ?? 0
    availableReplicas = reader.int("availableReplicas") ?? 0
    terminatingReplicas = reader.int("terminatingReplicas")
    observedGeneration = reader.int("observedGeneration") ?? 0
    conditions = reader.list("conditions") ?? []
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out["replicas"] = .int(Int64(replicas))
    out.setNonZero("fullyLabeledReplicas", fullyLabeledReplicas)
    out.setNonZero("readyReplicas", readyReplicas)
    out.setNonZero("availableReplicas", availableReplicas)
    out.set("terminatingReplicas", terminatingReplicas)
    out.setNonZero("observedGeneration", observedGeneration)
    out.set("conditions", conditions)
    return out
  }
}
