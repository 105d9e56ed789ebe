/// A ControllerRevision: one state that a DaemonSet's template has had, to tell Pods apart by and to go back to.
package struct ControllerRevision: TypedResource, Equatable {
  package static let kind = Kind.controllerRevision
  package var metadata: ObjectMeta
  /// The patch that brings the state back.
  package var data: Value
  package var revision: Int
  package var other: Fields

  package init(metadata: ObjectMeta, data: Value, revision: Int) {
    self.metadata = metadata
    self.data = data
    self.revision = revision
    other = [:]
  }

  package init(metadata: ObjectMeta, body: Fields) {
    self.metadata = metadata
    var reader = FieldReader(body)
    data = reader.value("data") ?? .null
    revision = reader.int("revision") ?? 0
    other = reader.rest
  }

  package var body: Fields {
    var out = other
    out["data"] = data
    out["revision"] = .int(Int64(revision))
    return out
  }
}
