import APIServer
import Cluster
import Controllers
import Kubelet
import Machinery
import Objects
import Scheduling

/// What a line of the agenda is about, for who looks for the one that could help.
extension Upcoming {
  /// Whether it is a request about the object.
  func isRequest(about id: ObjectID) -> Bool {
    if case .request(let request, _, _) = occurrence { request.target == id } else { false }
  }

  /// Whether it is a request that does more than write an Event.
  var isRequestProper: Bool {
    if case .request(let request, _, _) = occurrence { request.target.kind != .event } else { false }
  }

  /// Whether it is a request to create the object.
  func creates(_ id: ObjectID) -> Bool {
    if case .request(.create(let object), _, _) = occurrence { object.id == id } else { false }
  }

  /// Whether it is a request to create an object of the kind.
  func creates(_ kind: Kind) -> Bool {
    if case .request(.create(let object), _, _) = occurrence { object.kind == kind } else { false }
  }

  /// Whether it is the request that binds the Pod.
  func isBinding(of id: ObjectID) -> Bool {
    if case .request(.bind(let pod, _, _), _, _) = occurrence { pod == id } else { false }
  }

  /// Whether it is news of the object on its way to a component.
  func isNews(of id: ObjectID, to component: Component? = nil) -> Bool {
    if let component, component != self.component { return false }
    return switch occurrence {
    case .deliver(let change, _, _), .tell(let change, _): change.object.id == id
    default: false
    }
  }

  /// The step of a kubelet that it is; nil for anything else.
  var kubeletStep: Kubelet.Wake? {
    if case .wakeKubelet(_, let wake) = occurrence { wake } else { nil }
  }

  /// Whether it is a step that a kubelet takes for the Pod.
  func isStep(of pod: UID) -> Bool { kubeletStep?.pod.uid == pod }

  /// Whether the processes of the Pod go on in it.
  func isRun(of pod: UID) -> Bool {
    if case .wakeKubelet(_, .run(let ref, _)) = occurrence { ref.uid == pod } else { false }
  }

  /// Whether it is the scheduler's taking the next Pod from its queue.
  var isSchedulingCycle: Bool {
    if case .wakeScheduler(.schedule) = occurrence { true } else { false }
  }

  /// Whether it is the end of the back-off with which the scheduler holds a Pod.
  func isRetry(of pod: ObjectKey) -> Bool {
    if case .wakeScheduler(.retry(let key)) = occurrence { key == pod } else { false }
  }

  /// Whether it is the eviction of a Pod from a tainted node.
  func isEviction(of pod: ObjectKey) -> Bool {
    if case .wakeTaintEviction(.evict(let key, _)) = occurrence { key == pod } else { false }
  }

  /// Whether it is a look at whether the node beats.
  func isLook(at node: String) -> Bool {
    if case .wakeNodeLifecycle(.look(let name)) = occurrence { name == node } else { false }
  }

  /// Whether it is the collection of the Pods of a node that is gone.
  func isCollection(of node: String) -> Bool {
    if case .wakeNodeLifecycle(.collect(let name)) = occurrence { name == node } else { false }
  }

  /// Whether it is a key's coming back into the work queue of the controller at that place.
  func isRequeue(of key: ObjectKey, at index: (Int) -> Bool) -> Bool {
    if case .wakeController(let place, .requeue(let other)) = occurrence { other == key && index(place) } else { false }
  }

  /// Whether it may bring room for a Pod that no node takes: news of a node, or a Pod that goes.
  func mayMakeRoom(for pod: Pod) -> Bool {
    switch occurrence {
    case .deliver(let change, _, _), .tell(let change, _):
      return component == .scheduler
        && (change.object.kind == .node || (change.object.kind == .pod && change.kind == .deleted))
    case .request(.delete(let id, _), _, _): return id.kind == .pod && id.key != pod.metadata.key
    case .request(.setTaints, _, _): return true
    case .wakeKubelet(_, .stopped(let other)), .wakeKubelet(_, .end(let other)): return other.uid != pod.metadata.uid
    default: return false
    }
  }

  /// Whether it has to do with the object at all.
  func concerns(_ id: ObjectID) -> Bool {
    if isRequest(about: id) || isNews(of: id) { return true }
    switch occurrence {
    case .wakeController(_, .requeue(let key)), .wakeController(_, .expire(let key)), .wakeScheduler(.retry(let key)),
      .wakeTaintEviction(.evict(let key, _)):
      return key == id.key
    case .wakeKubelet(_, let wake): return id.kind == .pod && wake.pod.key == id.key
    case .wakeGarbageCollector(.examine(let other, _)), .wakeGarbageCollector(.attend(let other, _)),
      .wakeGarbageCollector(.letGo(let other, _)):
      return other == id
    default: return false
    }
  }
}
