package import Objects

/// One accepted write: what a watch tells of it.
package struct Change: Sendable {
  package enum Kind: String, Sendable, Hashable {
    case added = "ADDED"
    case modified = "MODIFIED"
    case deleted = "DELETED"
  }

  package var kind: Kind
  /// The object before the write; nil where it did not exist.
  package var old: Object?
  /// The object after the write; of a deleted one its last state, at the deletion's resourceVersion.
  package var object: Object

  package init(_ kind: Kind, old: Object?, object: Object) {
    self.kind = kind
    self.old = old
    self.object = object
  }
}
