package import APIServer
package import Basics
package import Machinery
import Objects

/// node-lifecycle-controller: notices nodes that have fallen silent, marks and taints them, and takes that back.
///
/// Mirrors `pkg/controller/nodelifecycle` with its defaults: looks every 5 s, and gives a node 50 s after its last
/// heartbeat. A heartbeat that comes as it should is not simulated as an event: only silence is. Pods are looked up in
/// the store when a node falls silent.
package struct NodeLifecycle: Sendable {
  package let component = Component.nodeController
  private var nodes = SnapshotMap<String, Watched>()
  /// When the first look was; looks come every five seconds from then on.
  private let firstLook: Instant

  private struct Watched: Sendable {
    var node: Object
    /// The last heartbeat of a node that has fallen silent; nil for one that beats.
    var lastHeartbeat: Instant?
    /// Whether the node has been marked Unknown.
    var isMarked = false
  }

  package enum Wake: Hashable, Sendable {
    /// A node that has joined is looked at for the first time.
    case register(node: String)
    /// One of the five-second looks at a node.
    case look(node: String)
    /// A node that was marked is tainted so that Pods leave it.
    case taint(node: String)
    /// Pods whose node object is gone may be collected.
    case collect(node: String)
  }

  package static let period = Interval.seconds(5)
  package static let gracePeriod = Interval.seconds(50)
  /// How long a node must be gone before its Pods are collected, and how often that is looked at.
  ///
  /// Mirrors `podgc`: a quarantine of 40 s, and a run every 20 s.
  private static let quarantine = Interval.seconds(40)
  private static let collectionPeriod = Interval.seconds(20)

  package init(firstLook: Instant) { self.firstLook = firstLook }

  /// The first look at or after `time`.
  private func look(after time: Instant, every period: Interval = NodeLifecycle.period) -> Instant {
    let elapsed = max(0, (time - firstLook).microseconds)
    let count = (elapsed + period.microseconds - 1) / period.microseconds
    return firstLook + period * count
  }

  private func untilCollection(from now: Instant) -> Interval {
    look(after: now + NodeLifecycle.quarantine, every: NodeLifecycle.collectionPeriod) - now
  }

  /// A node's heartbeats have stopped; the last came at `lastHeartbeat`.
  package mutating func fellSilent(_ node: String, lastHeartbeat: Instant, at now: Instant) -> Reaction<Wake> {
    var reaction = Reaction<Wake>()
    guard nodes[node] != nil else { return reaction }
    nodes[node]?.lastHeartbeat = lastHeartbeat
    let due = look(after: lastHeartbeat + NodeLifecycle.gracePeriod)
    reaction.wake(.look(node: node), after: max(.zero, due - now), isBackground: true)
    return reaction
  }

  /// The last heartbeat of a node that has fallen silent; nil for one that beats.
  package func silentSince(_ node: String) -> Instant? { nodes[node]?.lastHeartbeat }

  /// A node's heartbeats are back.
  package mutating func spokeAgain(_ node: String) { nodes[node]?.lastHeartbeat = nil }

  package mutating func notified(_ change: Change, at now: Instant) -> Reaction<Wake> {
    var reaction = Reaction<Wake>(.notified(change.kind, change.object.version, queued: []))
    if let pod = change.object.as(Pod.self) {
      reaction.wake(.collect(node: pod.spec.nodeName), after: untilCollection(from: now), isBackground: true)
      return reaction
    }
    let name = change.object.metadata.name
    switch change.kind {
    case .deleted:
      nodes.removeValue(forKey: name)
      reaction.note(
        note(of: change.object, "RemovingNode", "Node \(name) event: Removing Node \(name) from Controller")
      )
      reaction.wake(.collect(node: name), after: untilCollection(from: now), isBackground: true)
    case .added:
      nodes[name] = Watched(node: change.object)
      if now > firstLook { reaction.wake(.register(node: name), after: look(after: now) - now, isBackground: true) }
      keepOff(change.object, at: now, &reaction)
    case .modified:
      nodes[name, default: Watched(node: change.object)].node = change.object
      keepOff(change.object, at: now, &reaction)
      recover(name, at: now, &reaction)
    }
    return reaction
  }

  /// Gives a node the NoSchedule taints that its conditions and its cordon ask for, and takes the others of them away.
  ///
  /// Mirrors `doNoScheduleTaintingPass`.
  private func keepOff(_ object: Object, at now: Instant, _ reaction: inout Reaction<Wake>) {
    guard let node = object.as(Node.self) else { return }
    let wanted = NodeTaints.noSchedule(of: node)
    let present = node.taints.filter { $0.effect == .noSchedule && NodeTaints.keys.contains($0.key) }.map(\.key)
    let added = wanted.filter { !present.contains($0) }
    let removed = present.filter { !wanted.contains($0) }
    if added.isEmpty, removed.isEmpty { return }
    reaction.send(
      .setTaints(
        node.metadata.name,
        add: added.map { Taint(key: $0, effect: .noSchedule, timeAdded: now) },
        remove: removed.map { Taint(key: $0, effect: .noSchedule) }
      )
    )
  }

  /// A marked node that is Ready again loses its NoExecute taint at the next look.
  private mutating func recover(_ name: String, at now: Instant, _ reaction: inout Reaction<Wake>) {
    guard let watched = nodes[name], watched.isMarked, watched.lastHeartbeat == nil,
      watched.node.as(Node.self)?.isReady == true
    else { return }
    nodes[name]?.isMarked = false
    reaction.wake(.look(node: name), after: look(after: now + .milliseconds(1)) - now)
  }

  package mutating func woken(_ wake: Wake, _ store: Store, at now: Instant) -> Reaction<Wake> {
    switch wake {
    case .register(let name): return register(name)
    case .look(let name): return look(at: name, store, now)
    case .taint(let name):
      guard let watched = nodes[name], watched.isMarked, !isDisrupted else { return Reaction() }
      var reaction = Reaction<Wake>(.node(name, .tainted))
      reaction.send(.setTaints(name, add: [NodeTaints.unreachableNoExecute(at: now)], remove: []))
      return reaction
    case .collect(let name): return collect(name, store, at: now)
    }
  }

  private func register(_ name: String) -> Reaction<Wake> {
    var reaction = Reaction<Wake>()
    if let node = nodes[name]?.node {
      reaction.note(note(of: node, "RegisteredNode", "Node \(name) event: Registered Node \(name) in Controller"))
    }
    return reaction
  }

  private mutating func look(at name: String, _ store: Store, _ now: Instant) -> Reaction<Wake> {
    guard let watched = nodes[name], let node = watched.node.as(Node.self) else { return Reaction() }
    guard let lastHeartbeat = watched.lastHeartbeat else {
      guard !watched.isMarked, node.taints.contains(where: NodeTaints.unreachableNoExecute().isSame(as:)) else {
        return Reaction()
      }
      var reaction = Reaction<Wake>(.node(name, .recovered))
      reaction.send(.setTaints(name, add: [], remove: [NodeTaints.unreachableNoExecute()]))
      return reaction
    }
    guard !watched.isMarked, now - lastHeartbeat >= NodeLifecycle.gracePeriod else { return Reaction() }
    nodes[name]?.isMarked = true
    var reaction = Reaction<Wake>(.node(name, .silent(since: lastHeartbeat)))
    let conditions = node.conditions.map { condition in
      var unknown = Condition(
        condition.type,
        .unknown,
        reason: "NodeStatusUnknown",
        message: "Kubelet stopped posting node status.",
        lastTransitionTime: now
      )
      unknown.other = condition.other
      return unknown
    }
    reaction.send(.setConditions(watched.node.id, uid: node.metadata.uid, conditions))
    reaction.note(note(of: watched.node, "NodeNotReady", "Node \(name) status is now: NodeNotReady"))
    for pod in store.pods(on: name) { markNotReady(pod, now, &reaction) }
    if isDisrupted {
      for (other, _) in nodes.sorted {
        reaction.send(.setTaints(other, add: [], remove: [NodeTaints.unreachableNoExecute()]))
      }
    } else {
      reaction.wake(.taint(node: name), after: .milliseconds(60))
    }
    return reaction
  }

  /// Whether no node is left that beats: then nothing is evicted, for the fault may be our own.
  ///
  /// Mirrors the zone state `FullDisruption`.
  private var isDisrupted: Bool { nodes.sorted.allSatisfy { $0.value.isMarked } }

  private func markNotReady(_ object: Object, _ now: Instant, _ reaction: inout Reaction<Wake>) {
    guard let pod = object.as(Pod.self), !pod.isTerminal,
      var ready = pod.status.condition(.ready), ready.status == .true
    else { return }
    ready.status = .false
    ready.lastTransitionTime = now.wholeSecond
    reaction.send(.setConditions(object.id, uid: pod.metadata.uid, [ready]))
    reaction.note(
      EventNote(
        about: Event.Involved(.pod, pod.metadata),
        warning: true,
        reason: "NodeNotReady",
        message: "Node is not ready"
      )
    )
  }

  /// Pods of a node that no longer exists are set Failed and removed at once.
  ///
  /// Mirrors `podgc.gcOrphaned`.
  private func collect(_ name: String, _ store: Store, at now: Instant) -> Reaction<Wake> {
    guard nodes[name] == nil else { return Reaction() }
    var reaction = Reaction<Wake>()
    let pods = store.pods(on: name)
    for object in pods {
      if var pod = object.as(Pod.self), !pod.isTerminal {
        pod.status.phase = .failed
        pod.status.conditions.replace(
          with: Condition(
            .disruptionTarget,
            .true,
            reason: "DeletionByPodGC",
            message: "PodGC: node no longer exists",
            lastTransitionTime: now,
            observedGeneration: pod.metadata.generation
          )
        )
        reaction.send(.updateStatus(Object(pod)))
      }
      reaction.send(.delete(object.id, DeleteOptions(gracePeriodSeconds: 0, uid: object.metadata.uid)))
    }
    if !pods.isEmpty { reaction.happening = .node(name, .podsCollected(pods.count)) }
    return reaction
  }

  private func note(of node: Object, _ reason: String, _ message: String) -> EventNote {
    EventNote(about: Event.Involved(.node, node.metadata), reason: reason, message: message)
  }
}

extension Store {
  /// The Pods that are bound to a node, in order.
  func pods(on node: String) -> [Object] {
    list(.pod).filter { $0.as(Pod.self)?.spec.nodeName == node }
  }
}
