package import APIServer
package import Controllers
package import Kubelet
package import Machinery
package import Scheduling

/// Someone who watches the API server and is woken by the agenda.
package enum Subscriber: Hashable, Sendable {
  /// By its place in `ControllerList.all`.
  case controller(Int)
  case scheduler
  case garbageCollector
  case nodeLifecycle
  case taintEviction
  case kubelet(node: String)
}

/// Something that will happen.
package indirect enum Occurrence: Sendable {
  /// A notification is on its way to `subscribers`; those before `next` have it.
  case deliver(Change, subscribers: [Subscriber], next: Int)
  /// What has come through its watch already is taken in by a component.
  case tell(Change, Subscriber)
  /// A component lists what it watches anew: its watch was broken.
  case list(Subscriber)
  /// A request reaches the API server; its sender wants the answer under a number.
  case request(APIRequest, from: Subscriber, answer: Int?)
  case wakeController(Int, ControllerRunner.Wake)
  case wakeScheduler(Scheduler.Wake)
  case wakeGarbageCollector(GarbageCollector.Wake)
  case wakeNodeLifecycle(NodeLifecycle.Wake)
  case wakeTaintEviction(TaintEviction.Wake)
  case wakeKubelet(node: String, Kubelet.Wake)
}

/// An occurrence on the agenda, with the record that brought it there.
package struct Pending: Sendable {
  package var occurrence: Occurrence
  package var cause: RecordID?

  /// What is left of a delivery once its next subscriber has been notified; nil where nothing is.
  var withoutFirstSubscriber: Pending? {
    guard case .deliver(let change, let subscribers, let next) = occurrence, next + 1 < subscribers.count else {
      return nil
    }
    return Pending(occurrence: .deliver(change, subscribers: subscribers, next: next + 1), cause: cause)
  }
}
