package import Machinery
package import Objects

/// Which records a `trace` shows; what is nil does not count.
package struct TraceFilter: Hashable, Sendable {
  /// A component's name (`kubelet`), or one on its node (`kubelet/node-1`).
  package var component: String?
  package var kind: RecordKind?
  /// Records that concern this object, its Events included.
  package var object: ObjectID?

  package init(component: String? = nil, kind: RecordKind? = nil, object: ObjectID? = nil) {
    self.component = component
    self.kind = kind
    self.object = object
  }

  package func matches(_ record: Record) -> Bool {
    if let component, component != record.component.name, component != record.component.description { return false }
    if let kind, kind != record.kind { return false }
    if let object, !record.concerns(object) { return false }
    return true
  }
}
