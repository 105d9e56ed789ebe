/// A kind that is made of a `spec`, which says what should be, and a `status`, which says what is.
package protocol SpecAndStatus: StatusHolder where Status: FieldCodable {
  associatedtype Spec: FieldCodable
  var spec: Spec { get set }
  /// Members beside `spec` and `status`, as they came.
  var other: Fields { get set }

  /// A new object, which has no status yet.
  init(metadata: ObjectMeta, spec: Spec)
}

extension SpecAndStatus {
  package static var initialStatus: Status { Status(fields: [:]) }

  package init(metadata: ObjectMeta, body: Fields) {
    var reader = FieldReader(body)
    self.init(metadata: metadata, spec: reader.structure("spec") ?? Spec(fields: [:]))
    if let status = reader.structure("status", as: Status.self) { self.status = status }
    other = reader.rest
  }

  package var body: Fields {
    var out = other
    out["spec"] = .object(spec.fields)
    out["status"] = .object(status.fields)
    return out
  }
}
