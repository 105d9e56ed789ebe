package import APIServer
package import Basics
package import Machinery
package import Objects

/// default-scheduler: gives each Pod that has no node the best node that can take it.
///
/// Mirrors `pkg/scheduler`: an active queue, back-off of 1 s doubling to 10 s, and a pool of Pods that no node could
/// take, which waits for a change that may help. Preemption is not simulated.
package struct Scheduler: Sendable {
  package let component = Component.scheduler
  /// In the order of their names.
  private var nodes: [NodeInfo] = []
  /// Where each node is in `nodes`.
  private var places = SnapshotMap<String, Int>()
  private var pending = SnapshotMap<ObjectKey, Waiting>()
  private var active: [ObjectKey] = []
  private var isScheduled = false
  private var generator: Generator
  /// Bindings under way, by answer number.
  private var bindings = SnapshotMap<Int, SchedulingDecision>()
  private var nextAnswer = 0

  /// A Pod without a node.
  private struct Waiting: Sendable {
    var pod: Object
    var attempts = 0
    var isQueued = false
    /// The filters that ruled nodes out at the last attempt; nil while it is not known to be unschedulable.
    var rejectedBy: Set<String>?
    var backOffUntil: Instant?
  }

  package enum Wake: Sendable {
    /// The next Pod of the active queue gets its scheduling cycle.
    case schedule
    /// A Pod's back-off is over.
    case retry(ObjectKey)
  }

  package init(seed: UInt64) { generator = Generator(seed: seed) }

  package static let watches: [Kind] = [.pod, .node]

  /// The keys that wait for a scheduling cycle, next first.
  package var waiting: [ObjectKey] { active }

  package mutating func notified(_ change: Change, at now: Instant) -> Reaction<Wake> {
    var reaction = Reaction<Wake>()
    let before = active.count
    switch change.object.kind {
    case .node: nodeChanged(change, at: now, &reaction)
    case .pod: podChanged(change, at: now, &reaction)
    default: break
    }
    reaction.happening = .notified(
      change.kind,
      change.object.version,
      queued: active.count > before ? Array(active[before...]) : []
    )
    wakeIfNeeded(&reaction)
    return reaction
  }

  package mutating func woken(_ wake: Wake, at now: Instant) -> Reaction<Wake> {
    var reaction = Reaction<Wake>()
    switch wake {
    case .retry(let key):
      reaction.happening = .requeued(key)
      activate(key)
    case .schedule:
      isScheduled = false
      guard !active.isEmpty else { break }
      schedule(active.removeFirst(), at: now, &reaction)
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
    } else if case .failed = result {
      if let place = places[node] { nodes[place].remove(key) }
      activate(key)
      wakeIfNeeded(&reaction)
    }
    return reaction
  }

  private mutating func wakeIfNeeded(_ reaction: inout Reaction<Wake>) {
    guard !isScheduled, !active.isEmpty else { return }
    isScheduled = true
    reaction.wake(.schedule, after: .milliseconds(1))
  }

  private mutating func activate(_ key: ObjectKey) {
    guard pending[key]?.isQueued == false else { return }
    pending[key]?.rejectedBy = nil
    pending[key]?.isQueued = true
    active.append(key)
  }

  private mutating func nodeChanged(_ change: Change, at now: Instant, _ reaction: inout Reaction<Wake>) {
    let name = change.object.metadata.name
    guard change.kind != .deleted, let node = change.object.as(Node.self) else {
      nodes.removeAll { $0.name == name }
      renumber()
      return
    }
    let old = places[name].map { nodes[$0].node.value }
    if let place = places[name] {
      nodes[place].set(node)
    } else {
      nodes.append(NodeInfo(node))
      nodes.sort { $0.name.precedesByBytes($1.name) }
      renumber()
    }
    reconsider(helpedBy: NodeChange(from: old, to: node), at: now, &reaction)
  }

  private mutating func renumber() {
    places = SnapshotMap()
    for (place, info) in nodes.enumerated() { places[info.name] = place }
  }

  private mutating func podChanged(_ change: Change, at now: Instant, _ reaction: inout Reaction<Wake>) {
    guard let pod = change.object.as(Pod.self) else { return }
    let key = pod.metadata.key
    let node = pod.spec.nodeName
    if change.kind == .deleted || pod.isTerminal {
      if pending.removeValue(forKey: key)?.isQueued == true { active.removeAll { $0 == key } }
      if let place = places[node] {
        nodes[place].remove(key)
        reconsider(helpedBy: .podRemoved, at: now, &reaction)
      }
    } else if !node.isEmpty {
      if let place = places[node], nodes[place].pods[key] == nil { nodes[place].add(key, Demand(pod)) }
    } else if pending[key] == nil, pod.isHandledByDefaultScheduler {
      pending[key] = Waiting(pod: change.object)
      activate(key)
    } else {
      pending[key]?.pod = change.object
    }
  }

  /// Something has changed: unschedulable Pods that it may help are tried again once their back-off is over.
  private mutating func reconsider(helpedBy change: NodeChange, at now: Instant, _ reaction: inout Reaction<Wake>) {
    for (key, entry) in pending.sorted {
      guard let rejectedBy = entry.rejectedBy, change.mayHelp(rejectedBy) else { continue }
      if let until = entry.backOffUntil, until > now {
        pending[key]?.rejectedBy = nil
        reaction.wake(.retry(key), after: until - now)
      } else {
        activate(key)
      }
    }
  }

  private mutating func schedule(_ key: ObjectKey, at now: Instant, _ reaction: inout Reaction<Wake>) {
    pending[key]?.isQueued = false
    guard let object = pending[key]?.pod, let pod = object.as(Pod.self), !pod.metadata.isBeingDeleted else { return }
    let attempts = (pending[key]?.attempts ?? 0) + 1
    pending[key]?.attempts = attempts
    let demand = Demand(pod)
    let decision = decide(object, pod, demand)
    reaction.happening = .scheduled(decision)
    if let node = decision.node {
      if let place = places[node] { nodes[place].add(key, demand) }
      bindings[nextAnswer] = decision
      reaction.send(.bind(object.id, uid: pod.metadata.uid, node: node), answer: nextAnswer)
      nextAnswer += 1
    } else {
      pending[key]?.rejectedBy = Set(decision.verdicts.compactMap(\.rejection?.filter))
      pending[key]?.backOffUntil = now + .seconds(min(10, 1 << Int64(min(attempts - 1, 4))))
      reportFailure(decision, object, pod, at: now, &reaction)
    }
  }

  /// Each node's verdict, and the choice among those that fit.
  private mutating func decide(_ object: Object, _ pod: Pod, _ demand: Demand) -> SchedulingDecision {
    var verdicts: [SchedulingDecision.Verdict] = []
    verdicts.reserveCapacity(nodes.count)
    var fitting: [Int] = []
    for (place, info) in nodes.enumerated() {
      let rejection = Filter.rejection(pod, demand, info)
      verdicts.append(SchedulingDecision.Verdict(node: info.name, rejection: rejection))
      if rejection == nil { fitting.append(place) }
    }
    Scores.score(demand, nodes, fitting, &verdicts)
    let best = fitting.map { verdicts[$0].total }.max()
    let ties = fitting.filter { verdicts[$0].total == best }
    let choice = ties.isEmpty ? nil : verdicts[ties[generator.below(ties.count)]].node
    return SchedulingDecision(pod: object.version, verdicts: verdicts, node: choice, tied: ties.count)
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
    failed.status.conditions.removeAll { $0.type == .podScheduled }
    failed.status.conditions.append(condition)
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
}
