import APIServer
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

  /// The object that a written Event is about; nil for other records.
  package var eventSubject: ObjectID? {
    guard case .wrote(_, _, let change?) = happening else { return nil }
    return change.object.as(Event.self)?.involvedObject.id
  }

  /// Whether the record belongs to the story of `id`: it is about the object, or about an Event of it.
  package func concerns(_ id: ObjectID) -> Bool { object == id || eventSubject == id }
}

extension Event.Involved {
  /// The object by kind and key; nil for a kind that is not known.
  package var id: ObjectID? {
    Kind(apiVersion: apiVersion, kind: kind).map { ObjectID($0, namespace: namespace, name: name) }
  }
}

extension Reconciliation {
  /// What was reconciled.
  package var id: ObjectID { ObjectID(observed.kind, key) }
}
