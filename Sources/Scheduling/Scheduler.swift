package import APIServer
package import Basics
package import Machinery
package import Objects

/// default-scheduler: gives each Pod that has no node the best node that can take it.
///
/// Mirrors `pkg/scheduler`: an active queue in the order of priority, back-off of 1 s doubling to 10 s, and a pool of
/// Pods that no node could take, which waits for a change that may help. While the active queue is empty no back-off is
/// waited out (feature SchedulerPopFromBackoffQ). Preemption is not simulated.
package struct Scheduler: Sendable {
  package let component = Component.scheduler
  private(set) var cache = SchedulerCache()
  private var pending = SnapshotMap<ObjectKey, Waiting>()
  private var active: [ObjectKey] = []
  /// Pods that a change may have helped before their back-off was over, the first to be over first.
  private var backingOff: [ObjectKey] = []
  private var isScheduled = false
  var generator: Generator
  /// The node at which the next search begins.
  var nextStart = 0
  /// Bindings under way, by answer number.
  private var bindings = SnapshotMap<Int, SchedulingDecision>()
  private var nextAnswer = 0

  /// A Pod without a node.
  private struct Waiting: Sendable {
    var pod: Object
    var priority: Int64
    var attempts = 0
    /// Whether it is in one of the two queues.
    var isQueued = false
    /// The filters that ruled nodes out at the last attempt; nil while it is not known to be unschedulable.
    var rejectedBy: Set<String>?
    var backOffUntil: Instant?
    /// Whether its binding was refused: then its back-off is waited out.
    var awaitsRetry = false

    init(_ object: Object, _ pod: Pod) {
      self.pod = object
      priority = pod.spec.other["priority"]?.int ?? 0
    }
  }

  package enum Wake: Sendable {
    /// The next Pod of the active queue gets its scheduling cycle.
    case schedule
    /// A Pod's back-off is over.
    case retry(ObjectKey)
  }

  package init(seed: UInt64) { generator = Generator(seed: seed) }

  package static let watches: [Kind] = [.pod, .node, .namespace]

  /// The keys that wait for a scheduling cycle, next first.
  package var waiting: [ObjectKey] { active + backingOff }

  package mutating func notified(_ change: Change, at now: Instant) -> Reaction<Wake> {
    var reaction = Reaction<Wake>()
    let before = (active, backingOff)
    switch change.object.kind {
    case .node: nodeChanged(change, at: now, &reaction)
    case .pod: podChanged(change, at: now, &reaction)
    case .namespace:
      let metadata = change.object.metadata
      cache.setNamespace(metadata.name, change.kind == .deleted ? nil : metadata.labels)
    default: break
    }
    let queued = newcomers(to: active, since: before.0) + newcomers(to: backingOff, since: before.1)
    reaction.happening = .notified(change.kind, change.object.version, queued: queued)
    wakeIfNeeded(&reaction)
    return reaction
  }

  private func newcomers(to queue: [ObjectKey], since before: [ObjectKey]) -> [ObjectKey] {
    if queue == before { return [] }
    let known = Set(before)
    return queue.filter { !known.contains($0) }
  }

  package mutating func woken(_ wake: Wake, at now: Instant) -> Reaction<Wake> {
    var reaction = Reaction<Wake>()
    switch wake {
    case .retry(let key):
      let isHeldBack = backingOff.contains(key)
      // One that was tried before its time is not tried again for that.
      guard isHeldBack || pending[key]?.awaitsRetry == true else { break }
      pending[key]?.awaitsRetry = false
      if isHeldBack { dequeue(key) }
      reaction.happening = .requeued(key)
      activate(key)
    case .schedule:
      isScheduled = false
      guard let key = active.first ?? backingOff.first else { break }
      dequeue(key)
      schedule(key, at: now, &reaction)
    }
    wakeIfNeeded(&reaction)
    return reaction
  }

  package mutating func answered(_ answer: Int, _ result: ActionOutcome.Result) -> Reaction<Wake> {
    var reaction = Reaction<Wake>()
    guard let decision = bindings.removeValue(forKey: answer), let node = decision.node else { return reaction }
    let key = decision.pod.id.key
    if case .done = result, let pod = pending.removeValue(forKey: key)?.pod {
      reaction.note(
        EventNote(
          about: Event.Involved(.pod, pod.metadata),
          reason: "Scheduled",
          message: "Successfully assigned \(key) to \(node)",
          action: "Binding"
        )
      )
    } else if case .failed(let error) = result {
      cache.remove(key, from: node)
      bindingFailed(key, error, &reaction)
    }
    return reaction
  }

  /// A Pod whose binding was refused is tried again after its back-off.
  ///
  /// Mirrors `handleBindingCycleError` and `handleSchedulingFailure`.
  private mutating func bindingFailed(_ key: ObjectKey, _ error: APIError, _ reaction: inout Reaction<Wake>) {
    guard let waiting = pending[key] else { return }
    if case .notFound = error { return }
    reaction.note(
      EventNote(
        about: Event.Involved(.pod, waiting.pod.metadata),
        warning: true,
        reason: "FailedScheduling",
        message: "binding rejected: \(error.message)",
        action: "Scheduling"
      )
    )
    pending[key]?.awaitsRetry = true
    reaction.wake(.retry(key), after: Scheduler.backOff(after: waiting.attempts))
  }

  /// How long a Pod waits after so many attempts: 1 s doubling to 10 s.
  private static func backOff(after attempts: Int) -> Interval {
    .seconds(min(10, 1 << Int64(min(attempts - 1, 4))))
  }

  private mutating func wakeIfNeeded(_ reaction: inout Reaction<Wake>) {
    guard !isScheduled, !(active.isEmpty && backingOff.isEmpty) else { return }
    isScheduled = true
    reaction.wake(.schedule, after: .milliseconds(1))
  }

  /// Takes a Pod out of its queue.
  private mutating func dequeue(_ key: ObjectKey) {
    pending[key]?.isQueued = false
    if active.first == key { active.removeFirst() } else { active.removeAll { $0 == key } }
    backingOff.removeAll { $0 == key }
  }

  /// Queues a Pod that may be tried before its back-off is over, should nothing else be there to do.
  private mutating func holdBack(_ key: ObjectKey, until time: Instant) {
    pending[key]?.rejectedBy = nil
    pending[key]?.isQueued = true
    let place = backingOff.firstIndex { other in pending[other]?.backOffUntil.map { $0 > time } ?? false }
    backingOff.insert(key, at: place ?? backingOff.count)
  }

  /// Queues a Pod behind those of its priority.
  private mutating func activate(_ key: ObjectKey) {
    guard let entry = pending[key], !entry.isQueued else { return }
    pending[key]?.rejectedBy = nil
    pending[key]?.isQueued = true
    let isLast = active.last.map { (pending[$0]?.priority ?? 0) >= entry.priority } ?? true
    let place = isLast ? active.count : active.firstIndex { (pending[$0]?.priority ?? 0) < entry.priority }
    active.insert(key, at: place ?? active.count)
  }

  private mutating func nodeChanged(_ change: Change, at now: Instant, _ reaction: inout Reaction<Wake>) {
    guard let node = change.object.as(Node.self) else { return }
    if change.kind == .deleted {
      cache.removeNode(node.metadata.name)
      reconsider(helpedBy: .nodeGone(node), at: now, &reaction)
    } else {
      let old = cache.set(node)
      reconsider(helpedBy: .node(node, old: old), at: now, &reaction)
    }
  }

  private mutating func podChanged(_ change: Change, at now: Instant, _ reaction: inout Reaction<Wake>) {
    guard let pod = change.object.as(Pod.self) else { return }
    let key = pod.metadata.key
    let node = pod.spec.nodeName
    // Older news of a Pod whose binding was accepted and has not come back through the watch yet is passed by.
    if node.isEmpty, change.kind != .deleted, pending[key] == nil, cache.hasAssumed(pod) { return }
    if change.kind == .deleted || pod.isTerminal {
      if pending[key]?.isQueued == true { dequeue(key) }
      pending.removeValue(forKey: key)
      if cache.remove(key, from: node) != nil { reconsider(helpedBy: .gone(pod), at: now, &reaction) }
    } else if !node.isEmpty {
      let old = cache.put(pod, on: node)
      if let change = ClusterChange.ofPlaced(pod, from: old) { reconsider(helpedBy: change, at: now, &reaction) }
    } else if pending[key] == nil {
      guard pod.isHandledByDefaultScheduler else { return }
      pending[key] = Waiting(change.object, pod)
      if !pod.isGated { activate(key) }
    } else {
      pendingChanged(change.object, pod)
    }
  }

  /// A Pod that waits has changed: its gates may be gone, or it may tolerate what kept it away.
  private mutating func pendingChanged(_ object: Object, _ pod: Pod) {
    let key = pod.metadata.key
    let old = pending[key]?.pod.as(Pod.self)
    pending[key]?.pod = object
    if old?.isGated ?? false, !pod.isGated { activate(key) }
    let isMoreTolerant = old?.spec.tolerations != pod.spec.tolerations
    if isMoreTolerant, pending[key]?.rejectedBy?.isDisjoint(with: ["TaintToleration", "NodeUnschedulable"]) == false {
      activate(key)
    }
  }

  /// Something has changed: unschedulable Pods that it may help are tried again once their back-off is over.
  private mutating func reconsider(helpedBy change: ClusterChange, at now: Instant, _ reaction: inout Reaction<Wake>) {
    for (key, entry) in pending.sorted {
      guard let rejectedBy = entry.rejectedBy, let pod = entry.pod.as(Pod.self),
        change.mayHelp(pod, rejectedBy, cache.namespaces)
      else { continue }
      if let until = entry.backOffUntil, until > now {
        holdBack(key, until: until)
        reaction.wake(.retry(key), after: until - now)
      } else {
        activate(key)
      }
    }
  }

  private mutating func schedule(_ key: ObjectKey, at now: Instant, _ reaction: inout Reaction<Wake>) {
    guard let object = pending[key]?.pod, let pod = object.as(Pod.self), !pod.metadata.isBeingDeleted else { return }
    let attempts = (pending[key]?.attempts ?? 0) + 1
    pending[key]?.attempts = attempts
    let info = PodInfo(pod)
    let decision = decide(object, info)
    reaction.happening = .scheduled(decision)
    if let node = decision.node {
      cache.assume(info, on: node)
      bindings[nextAnswer] = decision
      reaction.send(.bind(object.id, uid: pod.metadata.uid, node: node), answer: nextAnswer)
      nextAnswer += 1
    } else {
      pending[key]?.rejectedBy = decision.rejectedBy
      pending[key]?.backOffUntil = now + Scheduler.backOff(after: attempts)
      reportFailure(decision, object, pod, at: now, &reaction)
    }
  }

  private func reportFailure(
    _ decision: SchedulingDecision,
    _ object: Object,
    _ pod: Pod,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) {
    let message = decision.failureMessage
    var failed = pod
    let condition = Condition(
      .podScheduled,
      .false,
      reason: "Unschedulable",
      message: message,
      lastTransitionTime: pod.status.condition(.podScheduled)?.lastTransitionTime ?? now,
      observedGeneration: pod.metadata.generation
    )
    failed.status.conditions.replace(with: condition)
    reaction.note(
      EventNote(
        about: Event.Involved(.pod, object.metadata),
        warning: true,
        reason: "FailedScheduling",
        message: message,
        action: "Scheduling"
      )
    )
    reaction.send(.updateStatus(Object(failed)))
  }
}

extension Pod {
  /// Whether this scheduler is the one that the Pod asks for.
  fileprivate var isHandledByDefaultScheduler: Bool {
    (spec.other["schedulerName"]?.string ?? "default-scheduler") == "default-scheduler"
  }

  /// Whether somebody holds the Pod back from scheduling.
  fileprivate var isGated: Bool { spec.other["schedulingGates"]?.array?.isEmpty == false }
}
