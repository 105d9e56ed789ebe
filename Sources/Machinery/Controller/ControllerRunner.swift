package import APIServer
package import Basics
package import Objects

/// A controller with the state around it: its cache, its work queue, its expectations, the reconcile under way.
///
/// One worker: a controller finishes one key before it takes the next, which keeps its story readable. (Kubernetes
/// runs five workers a controller, on different keys.)
package struct ControllerRunner: Sendable {
  package private(set) var controller: any Controller
  package private(set) var cache = Cache()
  package private(set) var queue = WorkQueue()
  package private(set) var expectations = Expectations()
  package private(set) var backOffs = BackOffs()
  package private(set) var current: Running?
  /// Whether its informers run; only then is it notified of changes.
  package private(set) var isStarted = false
  /// When the keys that wait outside the queue come into it; the earliest of the moments asked for.
  private var delayed = SnapshotMap<ObjectKey, Instant>()
  /// For a controller that reads its own writes: its objects as it last wrote them.
  private var written = SnapshotMap<ObjectKey, Object>()
  private var failures = SnapshotMap<ObjectKey, FailureRecord>()
  /// Whether an event is pending in which the worker takes its next key.
  private var isWorkScheduled = false

  /// A reconcile whose actions are being carried out.
  package struct Running: Sendable {
    package var reconciliation: Reconciliation
    package var outcomes: [ActionOutcome] = []
    /// Events that wait for the status to be recorded.
    var notes: [EventNote] = []
    /// The actions before this index have been sent.
    var sent = 0
  }

  package enum Wake: Sendable {
    /// The worker takes the next key.
    case work
    /// A key's delay or back-off is over.
    case requeue(ObjectKey)
    /// What a reconcile waited for may have been lost: its expectations no longer count.
    case expire(ObjectKey)
    /// All actions of the reconcile have ended: it is to be recorded.
    case conclude
  }

  /// The answer number of the status write; actions have their own index.
  private static let statusAnswer = -1

  package init(_ controller: any Controller) { self.controller = controller }

  package var component: Component { controller.component }

  /// Lets another controller of the same component take over; what waits is decided by it. Where feature gates matter
  /// to it, it begins like one that is started: with a look at each of its objects.
  package mutating func replace(with controller: any Controller) -> Reaction<Wake> {
    self.controller = controller
    var reaction = Reaction<Wake>()
    guard controller.dependsOnGates, let kind = controller.watches.first else { return reaction }
    for object in cache.objects(kind) { queue.add(object.metadata.key) }
    scheduleWork(&reaction)
    return reaction
  }

  /// Fills the cache before the first notification: the LIST with which an informer starts.
  package mutating func start(_ objects: [Object], resourceVersion: Int64) {
    isStarted = true
    cache.list(objects, resourceVersion: resourceVersion)
  }

  /// Takes in one notification.
  package mutating func notified(_ change: Change, at now: Instant) -> Reaction<Wake> {
    cache.apply(change)
    // One that takes its name starts clean, also where the deletion was not told. Mirrors `deleteRS`, `updateRS`.
    let isGone = change.kind == .deleted || change.old.map { $0.metadata.uid != change.object.metadata.uid } ?? false
    if isGone, change.object.kind == controller.watches.first { expectations.forget(change.object.metadata.key) }
    var reaction = Reaction<Wake>()
    var queued: [ObjectKey] = []
    for trigger in controller.triggers(change, cache, now: now) {
      switch trigger.fulfils {
      case .creation: expectations.creationObserved(trigger.key)
      case .deletion(let pod): expectations.deletionObserved(trigger.key, pod)
      case nil: break
      }
      if let after = trigger.after {
        requeue(trigger.key, after: after, at: now, &reaction)
      } else {
        queue.add(trigger.key)
        queued.append(trigger.key)
      }
    }
    reaction.happening = .notified(change.kind, change.object.version, queued: queued)
    scheduleWork(&reaction)
    return reaction
  }

  package mutating func woken(_ wake: Wake, at now: Instant) -> Reaction<Wake> {
    switch wake {
    case .requeue(let key):
      guard let due = delayed[key], due <= now else { return Reaction() }
      delayed.removeValue(forKey: key)
      return comeBack(key)
    case .expire(let key):
      // Stands for the resync of Kubernetes' informers, which comes later still.
      guard let lost = expectations.outstanding(for: key), !lost.isFulfilled, expectations.isSatisfied(key, at: now)
      else { return Reaction() }
      expectations.forget(key)
      return comeBack(key)
    case .work:
      isWorkScheduled = false
      guard let key = queue.get() else { return Reaction() }
      return reconcile(key, at: now)
    case .conclude:
      return conclude(at: now)
    }
  }

  /// A key comes back into the queue by itself.
  private mutating func comeBack(_ key: ObjectKey) -> Reaction<Wake> {
    var reaction = Reaction<Wake>(.requeued(key))
    queue.add(key)
    scheduleWork(&reaction)
    return reaction
  }

  /// One action of the reconcile under way, or its status write, has ended.
  package mutating func answered(
    _ answer: Int,
    _ result: ActionOutcome.Result,
    at now: Instant
  ) -> Reaction<Wake> {
    var reaction = Reaction<Wake>()
    guard let reconciliation = current?.reconciliation else { return reaction }
    if answer == ControllerRunner.statusAnswer {
      if case .done(let change?) = result, controller.readsOwnWrites { written[reconciliation.key] = change.object }
      if case .failed = result {
        requeue(reconciliation.key, after: queue.backOff(reconciliation.key), at: now, &reaction)
      } else {
        reaction.notes = current?.notes ?? []
      }
      finish(&reaction)
      return reaction
    }
    let outcome = ActionOutcome(reconciliation.actions[answer], result)
    if case (.recordStatus, .done(let change?)) = (outcome.action.effect, result), controller.readsOwnWrites {
      written[reconciliation.key] = change.object
    }
    if case .failed = result { lowerExpectation(for: outcome.action, of: reconciliation.key) }
    if let note = controller.note(outcome, of: reconciliation) { reaction.note(note) }
    current?.outcomes.append(outcome)
    if current?.outcomes.count == current?.sent { sendNextBatch(&reaction) }
    return reaction
  }

  private mutating func reconcile(_ key: ObjectKey, at now: Instant) -> Reaction<Wake> {
    var observed = controller.observe(key, cache, now: now)
    observed.cacheVersion = cache.resourceVersion
    if let own = written[key] {
      if let cached = observed.primary?.metadata, cached.uid == own.metadata.uid,
        cached.resourceVersion < own.metadata.resourceVersion
      {
        observed.primary = own
      } else {
        written.removeValue(forKey: key)
      }
    }
    observed.failures = failures[key]
    observed.outstanding = expectations.isSatisfied(key, at: now) ? nil : expectations.outstanding(for: key)
    observed.backOffs = backOffs
    let reconciliation = controller.decide(key, observed)
    var reaction = Reaction<Wake>(.reconciled(reconciliation))
    if let outstanding = observed.outstanding {
      let end = outstanding.since + Expectations.timeout + .milliseconds(1)
      reaction.wake(.expire(key), after: end - now, isBackground: true)
    }
    for place in reconciliation.failedPlaces { backOffs.next(place, at: now) }
    for note in reconciliation.notes { reaction.note(note) }
    expect(reconciliation, at: now)
    current = Running(reconciliation: reconciliation)
    sendNextBatch(&reaction)
    return reaction
  }

  /// Sends the actions of the next batch, without those of a stage in which one has failed; where none is left, the
  /// reconcile is to be concluded.
  private mutating func sendNextBatch(_ reaction: inout Reaction<Wake>) {
    guard var running = current else { return }
    let actions = running.reconciliation.actions
    let failed = running.outcomes.compactMap { if case .failed = $0.result { $0.action.stage } else { nil } }
    while running.sent < actions.count, failed.contains(actions[running.sent].stage) {
      running.outcomes.append(ActionOutcome(actions[running.sent], .notSent))
      lowerExpectation(for: actions[running.sent], of: running.reconciliation.key)
      running.sent += 1
    }
    guard running.sent < actions.count else {
      current = running
      reaction.wake(.conclude, after: .zero)
      return
    }
    let batch = actions[running.sent].batch
    while running.sent < actions.count, actions[running.sent].batch == batch {
      reaction.send(request(for: actions[running.sent]), answer: running.sent)
      running.sent += 1
    }
    current = running
  }

  private func request(for action: Action) -> APIRequest {
    switch action.effect {
    case .create(let object): .create(object)
    case .delete(let version, let uid, _):
      .delete(version.id, DeleteOptions(propagation: action.propagation, uid: uid))
    case .update(let object, _): .update(upToDate(object))
    case .adopt(let version, let uid, let reference): .adopt(version.id, uid: uid, reference)
    case .release(let version, let uid, let owner): .release(version.id, uid: uid, owner: owner)
    case .recordStatus(let object): statusWrite(object)
    case .addFinalizer(let version, let uid, let name): .addFinalizer(version.id, uid: uid, name)
    case .removeFinalizer(let version, let uid, let name): .removeFinalizer(version.id, uid: uid, name)
    }
  }

  /// An object that an earlier action of the reconcile has updated too: what is written now is made from that.
  private func upToDate(_ object: Object) -> Object {
    let written = current?.outcomes.last { outcome in
      if case .update(let earlier, _) = outcome.action.effect { earlier.id == object.id } else { false }
    }
    guard case .done(let change?)? = written?.result else { return object }
    return object.with { $0.resourceVersion = change.object.metadata.resourceVersion }
  }

  private func statusWrite(_ object: Object) -> APIRequest {
    controller.checksConflicts ? .updateUnchanged(object) : .updateStatus(object)
  }

  /// What was not done will not come back through the watch.
  private mutating func lowerExpectation(for action: Action, of key: ObjectKey) {
    switch action.effect {
    case .create(let object) where object.kind == .pod: expectations.creationObserved(key)
    case .delete(let version, _, _) where version.id.kind == .pod:
      expectations.deletionObserved(key, version.id.key)
    case .create, .delete, .update, .adopt, .release, .recordStatus, .addFinalizer, .removeFinalizer: break
    }
  }

  private mutating func conclude(at now: Instant) -> Reaction<Wake> {
    guard let running = current else { return Reaction() }
    let key = running.reconciliation.key
    var basis = running.reconciliation
    let again = controller.observesAgainToConclude ? observedAgain(after: basis.observed, key, at: now) : nil
    if let again { basis.observed = again }
    var conclusion = controller.conclude(basis, running.outcomes, now: now)
    conclusion.observed = again
    var reaction = Reaction<Wake>(.concluded(ObjectID(running.reconciliation.observed.kind, key), conclusion))
    failures[key] = conclusion.failures
    switch conclusion.retry {
    case .none: queue.forget(key)
    case .backOff: requeue(key, after: queue.backOff(key), at: now, &reaction)
    case .after(let delay):
      queue.forget(key)
      requeue(key, after: delay, at: now, &reaction)
    }
    if let status = conclusion.status {
      current?.notes = conclusion.notes
      reaction.send(statusWrite(status), answer: ControllerRunner.statusAnswer)
    } else {
      reaction.notes += conclusion.notes
      finish(&reaction)
    }
    return reaction
  }

  /// What the cache holds now of what belongs to the object that was decided about.
  private func observedAgain(after first: Observed, _ key: ObjectKey, at now: Instant) -> Observed {
    var again = controller.observe(key, cache, now: now)
    again.cacheVersion = cache.resourceVersion
    again.keepWhatIsNotCached(of: first)
    return again
  }

  /// Lets a key come into the queue later; where it is to come sooner already, that stands.
  ///
  /// Mirrors `workqueue.TypedDelayingInterface.AddAfter`.
  private mutating func requeue(
    _ key: ObjectKey,
    after delay: Interval,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) {
    if let due = delayed[key], due <= now + delay { return }
    delayed[key] = now + delay
    reaction.wake(.requeue(key), after: delay)
  }

  private mutating func finish(_ reaction: inout Reaction<Wake>) {
    guard let running = current else { return }
    current = nil
    queue.done(running.reconciliation.key)
    scheduleWork(&reaction)
  }

  private mutating func scheduleWork(_ reaction: inout Reaction<Wake>) {
    guard !isWorkScheduled, current == nil, !queue.isEmpty else { return }
    isWorkScheduled = true
    reaction.wake(.work, after: .milliseconds(1))
  }

  /// Expects the Pods of a decision to come and go; of other objects a controller sees in time what it did.
  private mutating func expect(_ reconciliation: Reconciliation, at now: Instant) {
    var creations = 0
    var deletions: [ObjectKey] = []
    for action in reconciliation.actions {
      switch action.effect {
      case .create(let object) where object.kind == .pod: creations += 1
      case .delete(let version, _, _) where version.id.kind == .pod: deletions.append(version.id.key)
      case .create, .delete, .update, .adopt, .release, .recordStatus, .addFinalizer, .removeFinalizer: break
      }
    }
    if reconciliation.observed.primary == nil { expectations.forget(reconciliation.key) }
    if creations > 0 || !deletions.isEmpty {
      expectations.expect(reconciliation.key, creations: creations, deletions: deletions, at: now)
    }
  }
}
