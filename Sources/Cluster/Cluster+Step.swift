import APIServer
import Basics
import Controllers
import Kubelet
import Machinery
import Objects
import Scheduling

extension Cluster {
  /// Does the next thing on the agenda and moves the clock there; false when nothing is pending.
  ///
  /// Its records are added to `fresh`; an occurrence that has been overtaken makes none.
  @discardableResult
  package mutating func step() -> Bool {
    let isBackground =
      switch (agenda.nextTime, background.nextTime) {
      case (let left?, let right?): right < left
      case (nil, nil): false
      case (_, let right): right != nil
      }
    guard let time = isBackground ? background.nextTime : agenda.nextTime else { return false }
    now = max(now, time)
    if !isBackground, let next = agenda.next, let rest = next.withoutFirstSubscriber {
      agenda.replaceNext(with: rest)
      carryOut(next)
      return true
    }
    guard let pending = isBackground ? background.pop() : agenda.pop() else { return false }
    carryOut(pending)
    return true
  }

  /// Lets one occurrence happen now.
  mutating func carryOut(_ pending: Pending) {
    let cause = pending.cause
    switch pending.occurrence {
    case .deliver(let change, let subscribers, let next): arrive(change, at: subscribers[next], cause: cause)
    case .tell(let change, let subscriber): tell(change, to: subscriber, cause: cause)
    case .list(let subscriber): list(for: subscriber, cause: cause)
    case .request(let request, let sender, let answer): receive(request, from: sender, answer: answer, cause: cause)
    case .wakeController(let index, let wake):
      let reaction = controllers[index].woken(wake, at: now)
      react(.controller(index), reaction, cause: cause) { .wakeController(index, $0) }
    case .wakeScheduler(let wake):
      let reaction = scheduler.woken(wake, at: now)
      react(.scheduler, reaction, cause: cause) { .wakeScheduler($0) }
    case .wakeGarbageCollector(let wake):
      let reaction = garbageCollector.woken(wake, store)
      react(.garbageCollector, reaction, cause: cause) { .wakeGarbageCollector($0) }
    case .wakeNodeLifecycle(let wake):
      let reaction = nodeLifecycle.woken(wake, store, at: now)
      react(.nodeLifecycle, reaction, cause: cause) { .wakeNodeLifecycle($0) }
    case .wakeTaintEviction(let wake):
      let reaction = taintEviction.woken(wake, store, at: now)
      react(.taintEviction, reaction, cause: cause) { .wakeTaintEviction($0) }
    case .wakeKubelet(let node, let wake) where parked[node] != nil && !(wake.isOfRuntime && hasNode(node)):
      parked[node]?.append(pending)
    case .wakeKubelet(let node, let wake):
      let (store, now) = (store, now)
      guard let reaction = kubelets[node]?.woken(wake, store, at: now) else { return }
      react(.kubelet(node: node), reaction, cause: cause) { .wakeKubelet(node: node, $0) }
    }
  }

  /// Whether the machine is there: the containers on it run on when their kubelet does not.
  private func hasNode(_ name: String) -> Bool { store[ObjectID(.node, name: name)] != nil }

  /// Lets a component take in a notification.
  mutating func tell(_ change: Change, to subscriber: Subscriber, cause: RecordID?) {
    switch subscriber {
    case .controller(let index):
      let reaction = controllers[index].notified(change, at: now)
      react(subscriber, reaction, cause: cause) { .wakeController(index, $0) }
    case .scheduler:
      let reaction = scheduler.notified(change, at: now)
      react(subscriber, reaction, cause: cause) { .wakeScheduler($0) }
    case .garbageCollector:
      let reaction = garbageCollector.notified(change, store)
      react(subscriber, reaction, cause: cause) { .wakeGarbageCollector($0) }
    case .nodeLifecycle:
      let reaction = nodeLifecycle.notified(change, at: now)
      react(subscriber, reaction, cause: cause) { .wakeNodeLifecycle($0) }
    case .taintEviction:
      let reaction = taintEviction.notified(change, store, at: now)
      react(subscriber, reaction, cause: cause) { .wakeTaintEviction($0) }
    case .kubelet(let node) where parked[node] != nil:
      parked[node]?.append(Pending(occurrence: .tell(change, subscriber), cause: cause))
    case .kubelet(let node):
      guard let reaction = kubelets[node]?.notified(change, at: now) else { return }
      react(subscriber, reaction, cause: cause) { .wakeKubelet(node: node, $0) }
    }
  }

  /// Hands the answer to a request back to its sender.
  mutating func answer(_ subscriber: Subscriber, _ number: Int, _ result: ActionOutcome.Result, cause: RecordID?) {
    switch subscriber {
    case .controller(let index):
      let reaction = controllers[index].answered(number, result, at: now)
      react(subscriber, reaction, cause: cause) { .wakeController(index, $0) }
    case .scheduler:
      let reaction = scheduler.answered(number, result)
      react(subscriber, reaction, cause: cause) { .wakeScheduler($0) }
    case .garbageCollector, .nodeLifecycle, .taintEviction, .kubelet: break
    }
  }

  /// Records what a component did and puts what it asked for on the agenda.
  mutating func react<Wake>(
    _ subscriber: Subscriber,
    _ reaction: Reaction<Wake>,
    cause: RecordID?,
    _ occurrence: (Wake) -> Occurrence
  ) {
    let origin = cause
    var cause = cause
    if let happening = reaction.happening {
      let queued = queueCauses.takeCause(of: happening, by: subscriber)
      let id = record(component(of: subscriber), happening, cause: queued ?? cause)
      queueCauses.note(happening, id, by: subscriber)
      cause = id
    }
    for alarm in reaction.alarms {
      let pending = Pending(occurrence: occurrence(alarm.wake), cause: alarm.goesOn ? origin : cause)
      if alarm.isBackground {
        background.push(pending, at: now + alarm.after)
      } else {
        agenda.push(pending, at: now + alarm.after)
      }
    }
    if reaction.calls.isEmpty, reaction.notes.isEmpty { return }
    for dispatch in clients.dispatch(reaction, of: subscriber, at: now) {
      switch dispatch {
      case .send(let request, let answer, let time):
        let occurrence = Occurrence.request(request, from: subscriber, answer: answer)
        agenda.push(Pending(occurrence: occurrence, cause: cause), at: time)
      case .droppedAsSpam(let note): record(component(of: subscriber), .eventDropped(note), cause: cause)
      }
    }
  }

  func component(of subscriber: Subscriber) -> Component {
    switch subscriber {
    case .controller(let index): controllers[index].component
    case .scheduler: scheduler.component
    case .garbageCollector: garbageCollector.component
    case .nodeLifecycle: nodeLifecycle.component
    case .taintEviction: taintEviction.component
    case .kubelet(let node): .kubelet(node)
    }
  }
}
