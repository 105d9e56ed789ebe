import APIServer
package import Machinery
package import Objects

extension Record {
  /// The object that the record is about; nil for what concerns none.
  package var object: ObjectID? {
    switch happening {
    case .wrote(_, let id, _), .refused(_, let id, _), .concluded(let id, _), .pod(let id, _): id
    case .notified(_, let version, _), .notTold(_, let version): version.id
    case .reconciled(let reconciliation): reconciliation.id
    case .scheduled(let decision): decision.pod.id
    case .collected(let decision): decision.object.id
    case .eventDropped(let note): note.about.id
    case .node(let name, _): ObjectID(.node, name: name)
    case .began, .command, .requeued, .listed, .fault, .configured: nil
    }
  }

  /// Whether the record belongs to the story of `id`: it is about the object, or about an Event of it.
  package func concerns(_ id: ObjectID) -> Bool {
    if object == id { return true }
    guard case .wrote(_, _, let change?) = happening, let event = change.object.as(Event.self) else { return false }
    return event.involvedObject.id == id
  }

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

extension Event.Involved {
  /// The object by kind and key; nil for a kind that is not known.
  var id: ObjectID? {
    Kind(apiVersion: apiVersion, kind: kind).map { ObjectID($0, namespace: namespace, name: name) }
  }
}
