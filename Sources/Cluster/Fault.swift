package import Basics
package import Kubelet
package import Machinery
package import Objects

/// A fault that a person asks for, or takes back.
package enum Fault: Hashable, Sendable {
  /// The node's kubelet stops: it hears, does and reports nothing, and its heartbeats end.
  case failNode(String)
  case healNode(String)
  /// A new node registers.
  case addNode(String)
  /// The machine is gone, and its node object with it.
  case removeNode(String)
  /// A component's watch comes late, loses notifications, or is mended.
  case watch(Component, WatchFault)
  /// Something befalls one container of a Pod; nil for its first.
  case container(ObjectKey, String?, ContainerFault)

  /// As it is typed.
  package var words: String {
    switch self {
    case .failNode(let name): "fail node \(name)"
    case .healNode(let name): "heal node \(name)"
    case .addNode(let name): "add node \(name)"
    case .removeNode(let name): "remove node \(name)"
    case .watch(let component, .delay(let delay)): "delay watch \(component) \(delay.typed)"
    case .watch(let component, .drop(let count)): "drop watch \(component)" + (count.map { " \($0)" } ?? "")
    case .watch(let component, .mend): "mend watch \(component)"
    case .container(let pod, let container, let fault):
      fault.words(pod.name) + (container.map { " -c \($0)" } ?? "")
        + (pod.namespace == "default" ? "" : " -n \(pod.namespace)")
    }
  }
}

/// What befalls the watch of one component.
package enum WatchFault: Hashable, Sendable {
  /// Each notification comes that much later, in their order.
  case delay(Interval)
  /// The next notifications are lost, so many or (nil) all.
  case drop(Int?)
  /// It works again; where something was lost, the component lists anew.
  case mend
}

/// Why a fault could not be brought about.
package enum FaultError: Error, Hashable, Sendable {
  case noSuchNode(String)
  case nodeExists(String)
  case alreadyFailed(String)
  case notFailed(String)
  case noSuchComponent(Component)
  /// It takes nothing from a watch alone: it asks the API server before it acts.
  case readsTheStore(Component)
  case watchIsWhole(Component)
  /// Its notifications are lost; they cannot come late until that is mended.
  case watchLoses(Component)
  case noSuchPod(ObjectKey)
  case container(ContainerFaultError)
}

extension ContainerFault {
  fileprivate func words(_ pod: String) -> String {
    switch self {
    case .breaks(.status(let status)): "break pod/\(pod) http \(status)"
    case .breaks(.timeout): "break pod/\(pod) timeout"
    case .breaks(.refuse): "break pod/\(pod) refuse"
    case .mend: "mend pod/\(pod)"
    case .signal(let signal): "kill pod/\(pod) \(signal.name)"
    case .outOfMemory: "kill pod/\(pod) oom"
    }
  }
}

extension Interval {
  /// `5s`, `250ms`, `40us`.
  fileprivate var typed: String {
    if microseconds % 1_000_000 == 0 { return "\(microseconds / 1_000_000)s" }
    return microseconds % 1_000 == 0 ? "\(microseconds / 1_000)ms" : "\(microseconds)us"
  }
}
