import APIServer
package import Machinery
import Objects

extension Record {
  /// Whether this only copies what another record says already: news of a write on its way to a cache.
  package var isCopy: Bool { if case .notified = happening { true } else { false } }

  /// Whether this is a write in which a component notes in a status what has happened before.
  package var isStatusEcho: Bool {
    guard case .wrote(let verb, _, let change?) = happening, change.kind == .modified else { return false }
    return verb == .updateStatus || (verb != .bind && FieldDiff(change).isStatusOnly)
  }

  /// Whether this is a write of an Event.
  package var isEventWrite: Bool {
    if case .wrote(_, let id, _) = happening { id.kind == .event } else { false }
  }
}
