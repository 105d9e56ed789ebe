import Basics
import Synchronization

/// An API object of one kind, as a typed structure.
package protocol Resource: Sendable, Equatable {
  var kind: Kind { get }
  var metadata: ObjectMeta { get set }
  /// The members beside `apiVersion`, `kind` and `metadata`: `spec`, `status`, `data` …
  var body: Fields { get }
  /// This object with the status of `other`.
  func with(statusOf other: Self) -> Self
  /// This object as a create request stores it.
  var withInitialStatus: Self { get }
}

/// A resource whose kind its Swift type says.
package protocol TypedResource: Resource {
  static var kind: Kind { get }
  init(metadata: ObjectMeta, body: Fields)
}

extension TypedResource {
  package var kind: Kind { Self.kind }
}

extension Resource {
  package var version: ObjectVersion {
    ObjectVersion(ObjectID(kind, metadata.key), resourceVersion: metadata.resourceVersion)
  }
}

/// An API object of any kind, boxed in an immutable reference: copies are one pointer.
package struct Object: Sendable {
  private let box: ObjectBox

  @_specialize(where R == Pod)
  @_specialize(where R == Event)
  package init<R: Resource>(_ resource: R) { box = TypedBox(resource) }

  package var kind: Kind { box.kind }
  package var metadata: ObjectMeta { box.metadata }
  /// Alone, where many objects are looked through: all of the metadata takes a while to hand over.
  package var labels: StringMap { box.metadata.labels }
  package var id: ObjectID { ObjectID(kind, box.metadata.key) }
  package var version: ObjectVersion { ObjectVersion(id, resourceVersion: box.metadata.resourceVersion) }

  /// The typed structure; nil where the object is of another kind.
  @_specialize(where R == Pod)
  @_specialize(where R == Event)
  package func `as`<R: Resource>(_ type: R.Type) -> R? { (box as? TypedBox<R>)?.resource }

  /// This object with its metadata changed.
  package func with(_ change: (inout ObjectMeta) -> Void) -> Object {
    var metadata = box.metadata
    change(&metadata)
    return box.with(metadata)
  }

  /// This object with the status of `other`, which is of the same kind.
  package func with(statusOf other: Object) -> Object { box.with(statusOf: other.box) }

  /// This object as a create request stores it: without the status that came with it, where its kind has one.
  package var withInitialStatus: Object { box.withInitialStatus }

  /// The members beside `apiVersion`, `kind` and `metadata`.
  package var body: Fields { box.body }

  /// The whole object as JSON members.
  package var fields: Fields {
    var out = box.body
    out["apiVersion"] = .string(kind.apiVersion)
    out["kind"] = .string(kind.name)
    out["metadata"] = .object(metadata.fields)
    return out
  }

  package var value: Value { .object(fields) }

  /// A hash of the whole object, the same on every machine. It is worked out once, since the object never changes.
  package var stableHash: UInt64 {
    let known = box.stableHash.load(ordering: .relaxed)
    if known != 0 { return known }
    var hasher = StableHasher()
    value.hash(into: &hasher)
    box.stableHash.store(hasher.value, ordering: .relaxed)
    return hasher.value
  }

  /// Reads an object whose fields were validated before; nil for kinds that are not known.
  package init?(fields: Fields) {
    guard let kind = Kind(apiVersion: fields["apiVersion"]?.string ?? "", kind: fields["kind"]?.string ?? "") else {
      return nil
    }
    self.init(kind: kind, fields: fields)
  }

  /// Reads an object of `kind`; `apiVersion` and `kind` among the fields do not count.
  package init(kind: Kind, fields: Fields) {
    var body = fields
    _ = body.remove("apiVersion")
    _ = body.remove("kind")
    let metadata = ObjectMeta(fields: body.remove("metadata")?.object ?? [:])
    if let type = Object.types.first(where: { $0.kind == kind }) {
      self.init(type.init(metadata: metadata, body: body))
    } else {
      self.init(PassiveResource(kind: kind, metadata: metadata, body: body))
    }
  }
}

extension Object: Equatable {
  package static func == (left: Object, right: Object) -> Bool {
    left.box === right.box || (left.kind == right.kind && left.box.equals(right.box))
  }
}

private class ObjectBox: @unchecked Sendable {
  let kind: Kind
  let metadata: ObjectMeta
  /// `Object.stableHash`; 0 until somebody has asked for it.
  let stableHash = Atomic<UInt64>(0)

  init(kind: Kind, metadata: ObjectMeta) {
    self.kind = kind
    self.metadata = metadata
  }

  var body: Fields { [:] }
  func equals(_ other: ObjectBox) -> Bool { fatalError("abstract") }
  func with(_ metadata: ObjectMeta) -> Object { fatalError("abstract") }
  func with(statusOf other: ObjectBox) -> Object { fatalError("abstract") }
  var withInitialStatus: Object { fatalError("abstract") }
}

// Unchecked because of the class hierarchy only: every stored property is an immutable Sendable value, or
// atomic.
private final class TypedBox<R: Resource>: ObjectBox, @unchecked Sendable {
  let resource: R

  init(_ resource: R) {
    self.resource = resource
    super.init(kind: resource.kind, metadata: resource.metadata)
  }

  override var body: Fields { resource.body }
  override func equals(_ other: ObjectBox) -> Bool { (other as? TypedBox<R>)?.resource == resource }

  override func with(_ metadata: ObjectMeta) -> Object {
    var changed = resource
    changed.metadata = metadata
    return Object(changed)
  }

  override func with(statusOf other: ObjectBox) -> Object {
    guard let other = other as? TypedBox<R> else { preconditionFailure("a status of another kind") }
    return Object(resource.with(statusOf: other.resource))
  }

  override var withInitialStatus: Object { Object(resource.withInitialStatus) }
}
