package import APIServer
import Basics
package import Machinery
package import Objects

/// garbage-collector: deletes what has lost its owners, and completes foreground and orphaning deletions.
///
/// Mirrors `pkg/controller/garbagecollector`. It asks the API server before it acts, so it reads the store and has no
/// cache that could be behind.
package struct GarbageCollector: Sendable {
  package let component = Component.garbageCollector

  package enum Wake: Hashable, Sendable {
    /// See whether this object has an owner left.
    case examine(ObjectID, UID)
    /// See to the dependents of an object that is being deleted with a finalizer of ours.
    case attend(ObjectID, UID)
    /// Let an object go whose dependents were told to live on without it, once they do.
    case letGo(ObjectID, UID)
  }

  package init() {}

  /// How long an object lies in the collector's queues.
  private static let delay = Interval.milliseconds(8)
  /// From the orphaning of dependents to the removal of the owner's finalizer: their patches are answered, and the
  /// owner is read afresh. Its controller notes meanwhile what it has lost.
  private static let letGoDelay = Interval.milliseconds(20)

  /// Whether a change concerns the collector at all.
  package static func watches(_ change: Change, in store: Store) -> Bool {
    let metadata = change.object.metadata
    switch change.kind {
    case .deleted: return !metadata.ownerReferences.isEmpty || !store.dependents(of: metadata.uid).isEmpty
    case .added: return metadata.ownerReferences.contains { !$0.exists(in: store, namespace: metadata.namespace) }
    case .modified:
      if startsDeletion(change) { return true }
      guard let old = change.old?.metadata.ownerReferences, old != metadata.ownerReferences else { return false }
      return metadata.ownerReferences.contains { !$0.exists(in: store, namespace: metadata.namespace) }
        || !unblocked(by: change, store).isEmpty
    }
  }

  /// Whether an object that is being deleted waits for us from now on; a second deletion may ask for another way.
  ///
  /// Mirrors `deletionStartsWithFinalizer`.
  private static func startsDeletion(_ change: Change) -> Bool {
    let metadata = change.object.metadata
    guard metadata.isBeingDeleted else { return false }
    return [ObjectMeta.foregroundFinalizer, ObjectMeta.orphanFinalizer].contains { finalizer in
      let waited = change.old.map { $0.metadata.isBeingDeleted && $0.metadata.finalizers.contains(finalizer) }
      return metadata.finalizers.contains(finalizer) && waited != true
    }
  }

  /// The owners that wait for their dependents and of which this is one no longer.
  ///
  /// Mirrors `addUnblockedOwnersToDeleteQueue`.
  private static func unblocked(by change: Change, _ store: Store) -> [Object] {
    let metadata = change.object.metadata
    let kept = change.kind == .deleted ? [] : metadata.ownerReferences
    let lost = (change.old ?? change.object).metadata.ownerReferences.filter { reference in
      !kept.contains { $0.uid == reference.uid }
    }
    return lost.compactMap { reference in
      guard let owner = reference.object(in: store, namespace: metadata.namespace) else { return nil }
      let waits = owner.metadata.isBeingDeleted && owner.metadata.finalizers.contains(ObjectMeta.foregroundFinalizer)
      return waits ? owner : nil
    }
  }

  package func notified(_ change: Change, _ store: Store) -> Reaction<Wake> {
    var reaction = Reaction<Wake>(.notified(change.kind, change.object.version, queued: []))
    let metadata = change.object.metadata
    switch change.kind {
    case .deleted:
      for id in store.dependents(of: metadata.uid) {
        guard let dependent = store[id] else { continue }
        reaction.wake(.examine(id, dependent.metadata.uid), after: GarbageCollector.delay)
      }
    case .modified where GarbageCollector.startsDeletion(change):
      reaction.wake(.attend(change.object.id, metadata.uid), after: GarbageCollector.delay)
    case .added, .modified:
      reaction.wake(.examine(change.object.id, metadata.uid), after: GarbageCollector.delay)
    }
    if change.kind != .added {
      for owner in GarbageCollector.unblocked(by: change, store) {
        reaction.wake(.attend(owner.id, owner.metadata.uid), after: GarbageCollector.delay)
      }
    }
    return reaction
  }

  package func woken(_ wake: Wake, _ store: Store) -> Reaction<Wake> {
    switch wake {
    case .examine(let id, let uid):
      guard let object = store[id], object.metadata.uid == uid else { return Reaction() }
      return examine(object, store)
    case .attend(let id, let uid):
      guard let object = store[id], object.metadata.uid == uid else { return Reaction() }
      return attend(object, store)
    case .letGo(let id, let uid):
      guard let object = store[id], object.metadata.uid == uid else { return Reaction() }
      return letGo(object, store)
    }
  }

  /// Mirrors `attemptToDeleteItem`.
  private func examine(_ object: Object, _ store: Store) -> Reaction<Wake> {
    let metadata = object.metadata
    if metadata.isBeingDeleted, !metadata.hasCollectorFinalizer { return Reaction() }
    var judged: [GarbageDecision.Owner] = []
    for reference in metadata.ownerReferences {
      let owner = reference.object(in: store, namespace: metadata.namespace)
      let waits =
        owner.map { $0.metadata.isBeingDeleted && $0.metadata.finalizers.contains(ObjectMeta.foregroundFinalizer) }
        ?? false
      judged.append(
        GarbageDecision.Owner(reference: reference, state: owner == nil ? .absent : waits ? .waiting : .present)
      )
    }
    let gone = judged.filter { $0.state != .present }
    guard !gone.isEmpty else { return Reaction() }
    var decision = GarbageDecision(object: object.version, owners: judged, verdict: .delete)
    var reaction = Reaction<Wake>()
    if gone.count < judged.count {
      decision.verdict = .dropReferences
      for owner in gone { reaction.send(.release(object.id, uid: metadata.uid, owner: owner.reference.uid)) }
    } else {
      // What hangs on a foreground deletion is deleted that way too where it has dependents of its own.
      let isForeground = gone.contains { $0.state == .waiting } && !store.dependents(of: metadata.uid).isEmpty
      let options = DeleteOptions(propagation: isForeground ? .foreground : .background, uid: metadata.uid)
      reaction.send(.delete(object.id, options))
    }
    reaction.happening = .collected(decision)
    return reaction
  }

  /// Mirrors `processDeletingDependentsItem` and `orphanDependents`.
  private func attend(_ owner: Object, _ store: Store) -> Reaction<Wake> {
    let metadata = owner.metadata
    guard metadata.isBeingDeleted else { return Reaction() }
    let dependents = store.dependents(of: metadata.uid).compactMap { store[$0] }
    var reaction = Reaction<Wake>()
    var decision = GarbageDecision(object: owner.version, owners: [], verdict: .release)
    if metadata.finalizers.contains(ObjectMeta.orphanFinalizer) {
      decision.verdict = .orphan(dependents.map(\.version))
      for dependent in dependents {
        reaction.send(.release(dependent.id, uid: dependent.metadata.uid, owner: metadata.uid))
      }
      reaction.wake(.letGo(owner.id, metadata.uid), after: GarbageCollector.letGoDelay)
    } else if metadata.finalizers.contains(ObjectMeta.foregroundFinalizer) {
      let blocking = dependents.filter { dependent in
        dependent.metadata.ownerReferences.contains { $0.uid == metadata.uid && $0.blockOwnerDeletion == true }
      }
      if blocking.isEmpty {
        reaction.send(.removeFinalizer(owner.id, uid: metadata.uid, ObjectMeta.foregroundFinalizer))
      } else {
        decision.verdict = .await(blocking.map(\.version))
        for dependent in dependents where !dependent.metadata.isBeingDeleted {
          reaction.wake(.examine(dependent.id, dependent.metadata.uid), after: GarbageCollector.delay)
        }
      }
    } else {
      return Reaction()
    }
    reaction.happening = .collected(decision)
    return reaction
  }

  /// Mirrors the end of `attemptToOrphanWorker`.
  private func letGo(_ owner: Object, _ store: Store) -> Reaction<Wake> {
    let uid = owner.metadata.uid
    guard store.dependents(of: uid).isEmpty else {
      var reaction = Reaction<Wake>()
      reaction.wake(.letGo(owner.id, uid), after: GarbageCollector.letGoDelay)
      return reaction
    }
    let decision = GarbageDecision(object: owner.version, owners: [], verdict: .release)
    var reaction = Reaction<Wake>(.collected(decision))
    reaction.send(.removeFinalizer(owner.id, uid: uid, ObjectMeta.orphanFinalizer))
    return reaction
  }
}

extension ObjectMeta {
  fileprivate var hasCollectorFinalizer: Bool {
    finalizers.contains(ObjectMeta.foregroundFinalizer) || finalizers.contains(ObjectMeta.orphanFinalizer)
  }
}

extension OwnerReference {
  /// The owner itself; nil where it does not exist, or another object has taken its name.
  fileprivate func object(in store: Store, namespace: String) -> Object? {
    guard let kind = Kind(apiVersion: apiVersion, kind: self.kind),
      let owner = store[ObjectID(kind, namespace: kind.isNamespaced ? namespace : "", name: name)],
      owner.metadata.uid == uid
    else { return nil }
    return owner
  }

  fileprivate func exists(in store: Store, namespace: String) -> Bool { object(in: store, namespace: namespace) != nil }
}
