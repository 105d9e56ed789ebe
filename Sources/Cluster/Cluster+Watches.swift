import APIServer
import Basics
import Controllers
package import Machinery
import Objects

extension Cluster {
  /// Brings about a fault of a component's watch, or takes it back.
  mutating func bringAbout(_ fault: WatchFault, at component: Component) throws(FaultError) {
    let subscribers = try subscribers(of: component)
    if case .mend = fault, subscribers.allSatisfy(watchFaults.isWhole) { throw .watchIsWhole(component) }
    // What is lost cannot come late as well.
    if case .delay = fault, subscribers.contains(where: watchFaults.isLosing) { throw .watchLoses(component) }
    let cause = record(.user, .fault(Fault.watch(component, fault).words), cause: command)
    for subscriber in subscribers {
      // It may know only what it has been told by now.
      if case .controller(let index) = subscriber { startController(index, before: nil) }
      switch fault {
      case .delay(let delay): watchFaults.delay(subscriber, by: delay, at: now)
      case .drop(let count): watchFaults.drop(subscriber, count, at: now)
      case .mend where watchFaults.mend(subscriber):
        agenda.push(Pending(occurrence: .list(subscriber), cause: cause), at: now + Latency.request)
      case .mend: break
      }
    }
  }

  /// The components whose watches can be disturbed, by their names.
  package var watchers: [Component] {
    var names = controllers.map(\.component)
    names.append(.scheduler)
    names += kubelets.sortedKeys.map(Component.kubelet)
    return names.enumerated().filter { names[..<$0.offset].last != $0.element }.map(\.element)
  }

  /// Whether nothing is wrong with the watches under a component's name.
  package func isWatchWhole(of component: Component) -> Bool {
    ((try? subscribers(of: component)) ?? []).allSatisfy(watchFaults.isWhole)
  }

  /// Those who watch under a component's name.
  private func subscribers(of component: Component) throws(FaultError) -> [Subscriber] {
    let running = controllers.indices.filter { controllers[$0].component == component }.map(Subscriber.controller)
    if !running.isEmpty { return running }
    if component == .scheduler { return [.scheduler] }
    if component.name == Component.kubelet("").name {
      guard kubelets[component.node] != nil else { throw .noSuchNode(component.node) }
      return [.kubelet(node: component.node)]
    }
    let direct: [Component] = [.garbageCollector, .nodeController, .taintEviction]
    throw direct.contains(component) ? .readsTheStore(component) : .noSuchComponent(component)
  }

  /// A notification arrives at the component's end of the watch.
  mutating func arrive(_ change: Change, at subscriber: Subscriber, cause: RecordID?) {
    guard !watchFaults.isEmpty else { return tell(change, to: subscriber, cause: cause) }
    switch watchFaults.fate(of: change, for: subscriber) {
    case .told(let change): tell(change, to: subscriber, cause: cause)
    case .lost: record(component(of: subscriber), .notTold(change.kind, change.object.version), cause: cause)
    case .oldNews: break
    }
  }

  /// The reflector of a mended watch lists anew, and its informer tells the differences.
  mutating func list(for subscriber: Subscriber, cause: RecordID?) {
    guard let changes = watchFaults.list(subscriber, store, resourceVersion: server.resourceVersion) else { return }
    let id = record(component(of: subscriber), .listed(differences: changes.count), cause: cause)
    for change in changes { agenda.push(Pending(occurrence: .tell(change, subscriber), cause: id), at: now) }
  }

  /// Sends a change on its way to `subscribers`: together, but for those whose watch is late.
  mutating func send(_ change: Change, to subscribers: [Subscriber], cause: RecordID?) {
    var prompt = subscribers
    if !watchFaults.isEmpty {
      prompt = []
      for subscriber in subscribers {
        guard let arrival = watchFaults.lateArrival(for: subscriber, at: now) else {
          prompt.append(subscriber)
          continue
        }
        let occurrence = Occurrence.deliver(change, subscribers: [subscriber], next: 0)
        agenda.push(Pending(occurrence: occurrence, cause: cause), at: arrival)
      }
    }
    guard !prompt.isEmpty else { return }
    agenda.push(
      Pending(occurrence: .deliver(change, subscribers: prompt, next: 0), cause: cause),
      at: now + Latency.watch
    )
  }
}
