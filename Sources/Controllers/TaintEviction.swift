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

  /// Whether a change concerns the controller: taints have changed, or a Pod has come to or gone from a tainted node.
  package func watches(_ change: Change) -> Bool {
    if let node = change.object.as(Node.self) {
      return change.old?.as(Node.self)?.taints ?? [] != node.taints || change.kind == .deleted
    }
    guard change.object.kind == .pod, !taints.isEmpty, let pod = change.object.as(Pod.self) else { return false }
    if change.kind == .deleted { return pending[pod.metadata.key] != nil }
    return taints[pod.spec.nodeName] != nil && change.old?.as(Pod.self)?.spec.nodeName != pod.spec.nodeName
  }

  package mutating func notified(_ change: Change, _ store: Store, at now: Instant) -> Reaction<Wake> {
    var reaction = Reaction<Wake>(.notified(change.kind, change.object.version, queued: []))
    let key = change.object.metadata.key
    if let node = change.object.as(Node.self) {
      let found = change.kind == .deleted ? [] : node.taints.filter { $0.effect == .noExecute }
      guard found != taints[key.name] ?? [] else { return reaction }
      taints[key.name] = found.isEmpty ? nil : found
      for pod in store.pods(on: key.name) { consider(pod, now, &reaction) }
    } else if change.kind == .deleted {
      pending.removeValue(forKey: key)
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

  /// Sets, keeps or takes back the eviction of a Pod, by the taints of its node and its tolerations.
  private mutating func consider(_ object: Object, _ now: Instant, _ reaction: inout Reaction<Wake>) {
    guard let pod = object.as(Pod.self) else { return }
    let key = pod.metadata.key
    let found = taints[pod.spec.nodeName] ?? []
    guard !found.isEmpty, let wait = TaintEviction.patience(of: pod, with: found) else {
      if pending.removeValue(forKey: key) != nil {
        reaction.note(note(about: pod, "Cancelling deletion of Pod \(key)"))
      }
      return
    }
    if pending[key] != nil { return }
    let due = now + wait
    pending[key] = Eviction(uid: pod.metadata.uid, due: due)
    reaction.wake(.evict(key, due: due), after: wait, isBackground: true)
  }

  /// How long a Pod stays in spite of the taints; nil for ever.
  ///
  /// Mirrors `getMinTolerationTime`.
  private static func patience(of pod: Pod, with taints: [Taint]) -> Interval? {
    var shortest: Int?
    for taint in taints {
      let tolerations = pod.spec.tolerations.filter { $0.tolerates(taint) }
      if tolerations.isEmpty { return .zero }
      let seconds = tolerations.compactMap(\.tolerationSeconds)
      guard let least = seconds.min() else { continue }
      shortest = min(shortest ?? least, max(0, least))
    }
    return shortest.map { .seconds(Int64($0)) }
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
