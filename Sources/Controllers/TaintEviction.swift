package import APIServer
package import Basics
package import Machinery
package import Objects

/// taint-eviction-controller: deletes Pods from nodes with a NoExecute taint once they have put up with it long enough.
///
/// Mirrors `pkg/controller/tainteviction`.
package struct TaintEviction: Sendable {
  package let component = Component.taintEviction
  /// The NoExecute taints of each node that has any.
  private var taints = SnapshotMap<String, [Taint]>()
  /// Evictions that are set, by Pod.
  private var pending = SnapshotMap<ObjectKey, Eviction>()

  private struct Eviction: Hashable, Sendable {
    var uid: UID
    var due: Instant
  }

  package enum Wake: Hashable, Sendable {
    case evict(ObjectKey, due: Instant)
  }

  package init() {}

  /// Whether a change concerns the controller: taints have changed, or a Pod has come to or gone from a tainted node,
  /// or tolerates other taints than before.
  package func watches(_ change: Change) -> Bool {
    if let node = change.object.as(Node.self) {
      return change.old?.as(Node.self)?.taints ?? [] != node.taints || change.kind == .deleted
    }
    guard change.object.kind == .pod else { return false }
    if change.kind == .deleted { return pending[change.object.metadata.key] != nil }
    guard !taints.isEmpty, let pod = change.object.as(Pod.self), taints[pod.spec.nodeName] != nil else { return false }
    let old = change.old?.as(Pod.self)?.spec
    return old?.nodeName != pod.spec.nodeName || old?.tolerations != pod.spec.tolerations
  }

  package mutating func notified(_ change: Change, _ store: Store, at now: Instant) -> Reaction<Wake> {
    var reaction = Reaction<Wake>(.notified(change.kind, change.object.version, queued: []))
    let key = change.object.metadata.key
    if let node = change.object.as(Node.self) {
      let found = change.kind == .deleted ? [] : node.taints.filter { $0.effect == .noExecute }
      guard found != taints[key.name] ?? [] else { return reaction }
      taints[key.name] = found.isEmpty ? nil : found
      // What is set for the Pods of a node that is gone stays so until they go.
      if change.kind == .deleted { return reaction }
      for pod in store.pods(on: key.name) { consider(pod, now, &reaction) }
    } else if change.kind == .deleted {
      if let pod = change.object.as(Pod.self) { cancel(pod, &reaction) }
    } else {
      consider(change.object, now, &reaction)
    }
    return reaction
  }

  package mutating func woken(_ wake: Wake, _ store: Store, at now: Instant) -> Reaction<Wake> {
    guard case .evict(let key, let due) = wake, let eviction = pending[key], eviction.due == due,
      let pod = store[ObjectID(.pod, key)], pod.metadata.uid == eviction.uid
    else { return Reaction() }
    pending.removeValue(forKey: key)
    return evict(pod, now)
  }

  /// Sets, keeps, hastens or takes back the eviction of a Pod, by the taints of its node and its tolerations.
  ///
  /// One that is set stays as it is, however long the Pod would be given by now. Mirrors `processPodOnNode`.
  private mutating func consider(_ object: Object, _ now: Instant, _ reaction: inout Reaction<Wake>) {
    guard let pod = object.as(Pod.self) else { return }
    let key = pod.metadata.key
    switch TaintEviction.patience(of: pod, with: taints[pod.spec.nodeName] ?? []) {
    case .endless: cancel(pod, &reaction)
    case .lasting(let wait) where pending[key] == nil: set(pod, after: wait, now, &reaction)
    case .lasting: break
    case .none:
      cancel(pod, &reaction)
      set(pod, after: .zero, now, &reaction)
    }
  }

  private mutating func set(_ pod: Pod, after wait: Interval, _ now: Instant, _ reaction: inout Reaction<Wake>) {
    let key = pod.metadata.key
    pending[key] = Eviction(uid: pod.metadata.uid, due: now + wait)
    reaction.wake(.evict(key, due: now + wait), after: wait, isBackground: true)
  }

  private mutating func cancel(_ pod: Pod, _ reaction: inout Reaction<Wake>) {
    let key = pod.metadata.key
    if pending.removeValue(forKey: key) != nil { reaction.note(note(about: pod, "Cancelling deletion of Pod \(key)")) }
  }

  /// How long a Pod stays in spite of the taints of its node.
  private enum Patience {
    /// It does not tolerate all of them.
    case none
    case lasting(Interval)
    case endless
  }

  /// The shortest time by which it tolerates one of the taints; of each taint the first toleration counts.
  ///
  /// Mirrors `GetMatchingTolerations` and `getMinTolerationTime`.
  private static func patience(of pod: Pod, with taints: [Taint]) -> Patience {
    var shortest: Int?
    for taint in taints {
      guard let toleration = pod.spec.tolerations.first(where: { $0.tolerates(taint) }) else { return .none }
      guard let seconds = toleration.tolerationSeconds else { continue }
      shortest = min(shortest ?? .max, max(0, seconds))
    }
    return shortest.map { .lasting(.seconds(Int64($0))) } ?? .endless
  }

  private func evict(_ object: Object, _ now: Instant) -> Reaction<Wake> {
    guard let pod = object.as(Pod.self) else { return Reaction() }
    var reaction = Reaction<Wake>(.node(pod.spec.nodeName, .evicts(object.id)))
    reaction.note(note(about: pod, "Marking for deletion Pod \(pod.metadata.key)"))
    let target = Condition(
      .disruptionTarget,
      .true,
      reason: "DeletionByTaintManager",
      message: "Taint manager: deleting due to NoExecute taint",
      lastTransitionTime: now,
      observedGeneration: pod.metadata.generation
    )
    reaction.send(.setConditions(object.id, uid: pod.metadata.uid, [target]))
    reaction.send(.delete(object.id, DeleteOptions(uid: pod.metadata.uid)))
    return reaction
  }

  /// Its events name the Pod without a uid, so `describe` does not find them.
  private func note(about pod: Pod, _ message: String) -> EventNote {
    var metadata = ObjectMeta(name: pod.metadata.name, namespace: pod.metadata.namespace)
    metadata.uid = UID()
    return EventNote(about: Event.Involved(.pod, metadata), reason: "TaintManagerEviction", message: message)
  }
}
