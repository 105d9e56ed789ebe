package import Objects

/// What a field of an object would be, had it been so from its creation on.
package struct Supposition: Hashable, Sendable {
  package var id: ObjectID
  package var path: ValuePath
  package var value: Value

  package init(_ id: ObjectID, _ path: ValuePath, _ value: Value) {
    self.id = id
    self.path = path
    self.value = value
  }

  /// `object` with the field as it is supposed to be.
  package func applied(to object: Object) -> Object {
    Object(kind: object.kind, fields: path.replaced(in: object.value, by: value).object ?? object.fields)
  }
}
