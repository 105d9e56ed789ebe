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
  /// What it makes records of is taken with `takeRecords`; an occurrence that has been overtaken makes none.
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
    if !isBackground, case .deliver(let change, let subscribers, let next)? = agenda.next?.occurrence,
      next + 1 < subscribers.count
    {
      let cause = agenda.next?.cause
      agenda.updateNext { $0.occurrence = .deliver(change, subscribers: subscribers, next: next + 1) }
      deliver(change, to: subscribers[next], cause: cause)
      return true
    }
    guard let (_, pending) = isBackground ? background.pop() : agenda.pop() else { return false }
    carryOut(pending)
    return true
  }

  private mutating func carryOut(_ pending: Pending) {
    let cause = pending.cause
    switch pending.occurrence {
    case .deliver(let change, let subscribers, let next): deliver(change, to: subscribers[next], cause: cause)
    case .request(let request, let sender, let answer): receive(request, from: sender, answer: answer, cause: cause)
    case .wakeController(let index, let wake):
      let reaction = controllers[index].woken(wake, at: now)
      react(.controller(index), reaction, cause: cause) { .wakeController(index, $0) }
    case .wakeScheduler(let wake):
      let reaction = scheduler.woken(wake, at: now)
      react(.scheduler, reaction, cause: cause) { .wakeScheduler($0) }
    case .wakeKubelet(let node, let wake):
      guard let reaction = kubelets[node]?.woken(wake, at: now) else { return }
      react(.kubelet(node: node), reaction, cause: cause) { .wakeKubelet(node: node, $0) }
    }
  }

  private mutating func deliver(_ change: Change, to subscriber: Subscriber, cause: RecordID?) {
    switch subscriber {
    case .controller(let index):
      let reaction = controllers[index].notified(change)
      react(subscriber, reaction, cause: cause) { .wakeController(index, $0) }
    case .scheduler:
      let reaction = scheduler.notified(change, at: now)
      react(subscriber, reaction, cause: cause) { .wakeScheduler($0) }
    case .kubelet(let node):
      guard let reaction = kubelets[node]?.notified(change, at: now) else { return }
      react(subscriber, reaction, cause: cause) { .wakeKubelet(node: node, $0) }
    }
  }

  /// Hands the answer to a request back to its sender.
  mutating func answer(_ subscriber: Subscriber, _ number: Int, _ result: ActionOutcome.Result, cause: RecordID?) {
    switch subscriber {
    case .controller(let index):
      let reaction = controllers[index].answered(number, result)
      react(subscriber, reaction, cause: cause) { .wakeController(index, $0) }
    case .scheduler:
      let reaction = scheduler.answered(number, result)
      react(subscriber, reaction, cause: cause) { .wakeScheduler($0) }
    case .kubelet: break
    }
  }

  /// Records what a component did and puts what it asked for on the agenda.
  private mutating func react<Wake>(
    _ subscriber: Subscriber,
    _ reaction: Reaction<Wake>,
    cause: RecordID?,
    _ occurrence: (Wake) -> Occurrence
  ) {
    var cause = cause
    if let happening = reaction.happening { cause = record(component(of: subscriber), happening, cause: cause) }
    for alarm in reaction.alarms {
      let pending = Pending(occurrence: occurrence(alarm.wake), cause: cause)
      if alarm.isBackground {
        background.push(pending, at: now + alarm.after)
      } else {
        agenda.push(pending, at: now + alarm.after)
      }
    }
    guard !reaction.calls.isEmpty else { return }
    let component = component(of: subscriber)
    let fresh = limiter(for: subscriber)
    for call in reaction.calls {
      let allowed = limiters[component, default: fresh].take(at: now)
      let request = Occurrence.request(call.request, from: subscriber, answer: call.answer)
      agenda.push(Pending(occurrence: request, cause: cause), at: allowed + Latency.request)
    }
  }

  func component(of subscriber: Subscriber) -> Component {
    switch subscriber {
    case .controller(let index): controllers[index].component
    case .scheduler: scheduler.component
    case .kubelet(let node): .kubelet(node)
    }
  }

  /// The default limits: 20 a second for controllers, 50 for the scheduler and kubelets.
  private func limiter(for subscriber: Subscriber) -> RateLimiter {
    switch subscriber {
    case .controller: RateLimiter(perSecond: 20, burst: 30, at: now)
    case .scheduler, .kubelet: RateLimiter(perSecond: 50, burst: 100, at: now)
    }
  }
}
