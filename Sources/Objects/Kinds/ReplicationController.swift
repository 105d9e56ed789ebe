/// A ReplicationController: keeps a number of Pods that have its labels; the forerunner of the ReplicaSet.
package struct ReplicationController: SpecAndStatus, Equatable {
  package static let kind = Kind.replicationController
  package var metadata: ObjectMeta
  package var spec: ReplicationControllerSpec
  package var status = ReplicaSetStatus()
  package var other = Fields()

  package init(metadata: ObjectMeta, spec: ReplicationControllerSpec) {
    self.metadata = metadata
    self.spec = spec
  }
}

/// `spec` of a ReplicationController: its selector is a plain map of labels, and may be changed.
package struct ReplicationControllerSpec: Hashable, Sendable, FieldCodable {
  package var replicas: Int
  package var minReadySeconds: Int
  package var selector: StringMap
  package var template: PodTemplate
  package var other: Fields

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    replicas = reader.int("replicas") ?? 1
    minReadySeconds = reader.int("minReadySeconds") ?? 0
    selector = reader.stringMap("selector") ?? [:]
    template = reader.structure("template") ?? PodTemplate(fields: [:])
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out["replicas"] = .int(Int64(replicas))
    out.setNonZero("minReadySeconds", minReadySeconds)
    out.set("selector", selector)
    out["template"] = .object(template.fields)
    return out
  }
}
