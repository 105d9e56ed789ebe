import APIServer
import Basics
import Machinery
import Objects

/// What the controllers that own Pods have in common.
///
/// Mirrors `controller.RealPodControl` and `controller.PodControllerRefManager`.
enum PodControl {
  /// What the creation or deletion of a Pod is reported as, on its owner; nil for other actions.
  static func note(_ outcome: ActionOutcome, about: Event.Involved) -> EventNote? {
    switch (outcome.action.effect, outcome.result) {
    case (.create(let object), _) where object.kind != .pod: nil
    case (.delete(let version, _, _), _) where version.id.kind != .pod: nil
    case (.create, .done(let change?)):
      EventNote(about: about, reason: "SuccessfulCreate", message: "Created pod: \(change.object.metadata.name)")
    case (.create, .failed(let error)):
      EventNote(about: about, warning: true, reason: "FailedCreate", message: "Error creating: \(error.message)")
    case (.delete(let pod, _, _), .done):
      EventNote(about: about, reason: "SuccessfulDelete", message: "Deleted pod: \(pod.id.key.name)")
    case (.delete, .failed(let error)):
      EventNote(about: about, warning: true, reason: "FailedDelete", message: "Error deleting: \(error.message)")
    default: nil
    }
  }
}

extension Cache {
  /// The key of an object's controller where that is of `kind` and the cache has the very same object.
  func controllerKey(of object: Object, kind: Kind) -> ObjectKey? {
    guard let reference = object.metadata.controllerRef, reference.kind == kind.name else { return nil }
    let key = ObjectKey(namespace: object.metadata.namespace, name: reference.name)
    guard let owner = self[ObjectID(kind, key)], owner.metadata.uid == reference.uid else { return nil }
    return key
  }
}
