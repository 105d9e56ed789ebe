package import APIServer
package import Basics
package import Objects

/// What a notification means to a controller: keys to reconcile, and expectations that it fulfils.
package struct Trigger: Hashable, Sendable {
  package enum Expectation: Hashable, Sendable {
    case creation
    case deletion(ObjectKey)
  }

  package var key: ObjectKey
  package var fulfils: Expectation?
  /// The key is to be queued only after this long; nil for at once.
  package var after: Interval?

  package init(_ key: ObjectKey, fulfils: Expectation? = nil, after: Interval? = nil) {
    self.key = key
    self.fulfils = fulfils
    self.after = after
  }
}

/// A control loop over objects of one kind, as pure functions: observe, decide, tell, record.
///
/// `ControllerRunner` holds the state around it: cache, work queue, expectations.
package protocol Controller: Sendable {
  var component: Component { get }
  /// The kinds whose changes it is notified of, its own first.
  var watches: [Kind] { get }
  /// Whether a status is refused where its object has changed since it was read, so that the key is tried again; for
  /// controllers that count on, where a status made from an old one would count twice.
  var checksConflicts: Bool { get }
  /// Whether it takes an object as it last wrote it where the cache is behind that; in Kubernetes such a controller
  /// asks the API server before it judges.
  var readsOwnWrites: Bool { get }

  /// Whether the status is made from what the cache holds once the actions have ended, not from what was decided upon.
  var observesAgainToConclude: Bool { get }

  /// Whether a feature gate changes what it does: where one is set, it looks at all of its objects again.
  var dependsOnGates: Bool { get }

  /// Whether this change is the first that gives it something to do; until then it is not notified of any.
  func starts(with change: Change) -> Bool

  /// What a notification means; the cache has taken it in already.
  func triggers(_ change: Change, _ cache: Cache) -> [Trigger]

  /// The same for controllers to which the time matters; the runner asks this one.
  func triggers(_ change: Change, _ cache: Cache, now: Instant) -> [Trigger]

  /// Observe: reads from the cache all that a decision about `key` may depend on.
  func observe(_ key: ObjectKey, _ cache: Cache, now: Instant) -> Observed

  /// Compare and act: what is to be done about what was observed.
  func decide(_ key: ObjectKey, _ observed: Observed) -> Reconciliation

  /// Record: the status and the retry that follow from the decision and how its actions ended.
  func conclude(_ reconciliation: Reconciliation, _ outcomes: [ActionOutcome], now: Instant) -> Conclusion

  /// The Event that an action's end is reported by; nil for none.
  func note(_ outcome: ActionOutcome, of reconciliation: Reconciliation) -> EventNote?
}

extension Controller {
  package var checksConflicts: Bool { false }
  package var readsOwnWrites: Bool { false }

  package func starts(with change: Change) -> Bool {
    change.kind == .added && change.object.kind == watches.first
  }
  package var observesAgainToConclude: Bool { false }
  package var dependsOnGates: Bool { false }

  package func triggers(_ change: Change, _ cache: Cache, now: Instant) -> [Trigger] { triggers(change, cache) }
}
