import Basics

/// A namespace and a name: what identifies an object among those of its kind, and all that a work queue holds.
package struct ObjectKey: Hashable, Comparable, Sendable {
  /// Empty for kinds without namespaces.
  package var namespace: String
  package var name: String

  package init(namespace: String, name: String) {
    self.namespace = namespace
    self.name = name
  }

  package static func < (left: ObjectKey, right: ObjectKey) -> Bool {
    left.namespace == right.namespace
      ? left.name.precedesByBytes(right.name) : left.namespace.precedesByBytes(right.namespace)
  }
}

extension ObjectKey: CustomStringConvertible {
  /// `default/web`, or the name alone without a namespace, as client-go writes keys.
  package var description: String { namespace.isEmpty ? name : "\(namespace)/\(name)" }
}

/// An object of the API by kind and key: `rs/web` in `default`.
package struct ObjectID: Hashable, Comparable, Sendable {
  package var kind: Kind
  package var key: ObjectKey

  package init(_ kind: Kind, _ key: ObjectKey) {
    self.kind = kind
    self.key = key
  }

  package init(_ kind: Kind, namespace: String = "", name: String) {
    self.init(kind, ObjectKey(namespace: namespace, name: name))
  }

  package static func < (left: ObjectID, right: ObjectID) -> Bool {
    left.kind == right.kind ? left.key < right.key : left.kind < right.kind
  }
}

/// An object as it was at one write: what a decision says it has read.
package struct ObjectVersion: Hashable, Sendable {
  package var id: ObjectID
  package var resourceVersion: Int64

  package init(_ id: ObjectID, resourceVersion: Int64) {
    self.id = id
    self.resourceVersion = resourceVersion
  }
}
