package import APIServer
package import Basics
package import Objects

/// One reconcile of one key: what was observed, how it compared, what is to be done, and what was passed over.
///
/// This value is what the engine carries out and what the narration tells; there is no other account of it.
package struct Reconciliation: Sendable {
  package var key: ObjectKey
  package var observed: Observed
  package var comparisons: [Comparison] = []
  /// What a CronJob's schedule was found to ask for; nil where it was not looked at.
  package var dueStarts: DueStarts?
  /// In order; actions of one batch are sent together, and a failure stops the batches after it in its stage.
  package var actions: [Action] = []
  package var passedOver: [PassedOver] = []
  /// What it records as Events beside what its actions are reported by.
  package var notes: [EventNote] = []
  /// The places that it has found failing once more.
  package var failedPlaces: [BackOffs.Key] = []

  package init(_ key: ObjectKey, _ observed: Observed) {
    self.key = key
    self.observed = observed
  }
}

/// Everything that a decision may depend on: parts of the component's cache, as they were.
package struct Observed: Sendable {
  /// The kind that the controller reconciles.
  package var kind: Kind
  /// The object of the key; nil where the cache has none (any more).
  package var primary: Object?
  /// Pods that the primary object controls.
  package var owned = PodGroup()
  /// How many Pods a Job has that ended and were counted, and that are not among `owned` any more.
  package var counted = 0
  /// Pods of its namespace that nobody controls.
  package var orphans = SnapshotMap<ObjectKey, Object>()
  /// Objects of other kinds that it reads, in the order of their keys: a CronJob's Jobs, a tracked Pod's Job, a
  /// DaemonSet's ControllerRevisions.
  package var dependents: [Object] = []
  /// The nodes, for a controller that reads them.
  package var nodes = SnapshotMap<ObjectKey, Object>()
  /// Where a ReplicaSet has too many Pods: those of each ReplicaSet of its Deployment, itself included.
  package var related: [SnapshotMap<ObjectKey, Object>] = []
  /// All Pods, for a controller that reckons what is free on a node.
  package var pods = SnapshotMap<ObjectKey, Object>()
  package var backOffs = BackOffs()
  /// What was asked for and has not come back through the watch yet; nil when the cache has caught up.
  package var outstanding: Expectations.Outstanding?
  /// The last change that the cache has taken in, to tell how far it is behind the store.
  package var cacheVersion: Int64 = 0
  /// What the controller remembers of earlier failures; nil where there were none.
  package var failures: FailureRecord?
  package var now: Instant

  package init(_ kind: Kind, primary: Object?, now: Instant) {
    self.kind = kind
    self.primary = primary
    self.now = now
  }

  /// Takes over what an earlier look had beside its cache: the primary object, which may be its own write, and what
  /// the runner remembers.
  package mutating func keepWhatIsNotCached(of earlier: Observed) {
    primary = earlier.primary
    outstanding = earlier.outstanding
    failures = earlier.failures
    backOffs = earlier.backOffs
  }
}

/// The failures that a controller remembers of one key, from which it reckons how long to hold back.
package struct FailureRecord: Hashable, Sendable {
  /// How many in a row.
  package var count: Int
  package var last: Instant

  package init(count: Int, last: Instant) {
    self.count = count
    self.last = last
  }
}

/// One number that was compared: what should be and what is.
package struct Comparison: Hashable, Sendable {
  package enum Quantity: String, Hashable, Sendable {
    case replicas, ready, available, terminating
    /// Pods of a Job that run or will, and successes of a Job.
    case active, completions
    /// Nodes that should have a Pod of a DaemonSet, and those that have one.
    case nodes
    /// Pods of the newest template.
    case upToDate
  }

  package var quantity: Quantity
  package var wanted: Int
  package var found: Int

  package init(_ quantity: Quantity, wanted: Int, found: Int) {
    self.quantity = quantity
    self.wanted = wanted
    self.found = found
  }
}

/// One write that a decision asks for.
package struct Action: Sendable {
  package enum Effect: Sendable {
    case create(Object)
    case delete(ObjectVersion, uid: UID, DeletionReason)
    /// Replace the object as it was read; refused where it has changed since.
    case update(Object, UpdateReason)
    /// Make the object ours: a controllerRef is added.
    case adopt(ObjectVersion, uid: UID, OwnerReference)
    /// Let the object go: the owner's reference is removed.
    case release(ObjectVersion, uid: UID, owner: UID)
    /// Record the status in the middle of the reconcile, before what relies on its being recorded.
    case recordStatus(Object)
    case addFinalizer(ObjectVersion, uid: UID, String)
    case removeFinalizer(ObjectVersion, uid: UID, String)
  }

  package var effect: Effect
  package var batch: Int
  /// A failure stops the later batches of its own stage, and no other.
  package var stage: Int
  /// What a deletion does about the objects that depend on the deleted one.
  package var propagation: DeleteOptions.Propagation

  package init(
    _ effect: Effect,
    batch: Int,
    stage: Int = 0,
    propagation: DeleteOptions.Propagation = .background
  ) {
    self.effect = effect
    self.batch = batch
    self.stage = stage
    self.propagation = propagation
  }
}

/// Why a controller deletes something.
package enum DeletionReason: Hashable, Sendable {
  /// There are too many; rank 1 is the first to go.
  case surplus(rank: Int)
  /// A daemon Pod has ended, and another is to take its place.
  case ended(PodPhase)
  /// The node may not keep its daemon Pod.
  case nodeRejects(NodeRejection)
  /// The node that it waits for is gone.
  case nodeIsGone(String)
  /// The node has another one of the same DaemonSet.
  case duplicate
  /// It was made from an old template.
  case outdated
  /// More old revisions are kept than `revisionHistoryLimit` says.
  case beyondHistoryLimit(Int)
  /// `ttlSecondsAfterFinished` has passed.
  case expired
  /// Its namespace is being deleted.
  case namespaceTerminates
  /// The Job ends, for the reason that its condition gives.
  case jobEnds(String)
  /// The Job is suspended.
  case suspended
}

/// Why a controller changes an object.
package enum UpdateReason: Hashable, Sendable {
  /// It is the current one, with this as the newest revision.
  case revision(Int)
  /// A ReplicaSet takes over what has changed beside its Deployment's template.
  case followsOwner
  /// A ReplicaSet is to keep another number of Pods for its Deployment.
  case scaled(from: Int, to: Int, ScaleReason)
}

/// Why a Deployment gives one of its ReplicaSets another size.
package enum ScaleReason: Hashable, Sendable {
  /// The new one may grow as long as there are no more Pods than this in all.
  case surge(limit: Int)
  /// The new one is larger than the Deployment.
  case beyondReplicas
  /// So many Pods of an old one are not available, and are no loss.
  case unavailable(Int)
  /// An old one loses what the others make up for: so many are available, so many have to be.
  case spare(available: Int, minimum: Int)
  /// Strategy Recreate: old Pods end first.
  case recreateOld
  /// Strategy Recreate: no old Pod is left.
  case recreateNew
  /// `replicas` has changed, and it is the only one that has Pods.
  case deploymentScaled
  /// `replicas` has changed during a rollout, and each gets its share of so many.
  case share(total: Int)
  /// The new one has all the Pods that the Deployment asks for.
  case saturated
}

/// Why a node gets no Pod of a DaemonSet.
///
/// Mirrors the predicates of `daemon.NodeShouldRunDaemonPod`.
package enum NodeRejection: Hashable, Sendable {
  /// The template names another node.
  case name(String)
  /// nodeSelector or the required node affinity does not match.
  case selection
  case taint(Taint)
  /// A host port that the template asks for is taken; only where the DaemonSet controller binds its Pods itself.
  case hostPorts
}

/// What a decision looked at and left alone.
package struct PassedOver: Sendable {
  package enum Reason: Hashable, Sendable {
    /// It has a deletionTimestamp: it does not count any more.
    case terminating
    /// It has ended, and does not count.
    case finished(PodPhase)
    /// Nobody owns it, and its labels do not match the selector.
    case labelsDoNotMatch
    /// It is kept because others rank before it as victims.
    case keptByRank(Int, criterion: VictimCriterion?)
    /// The cache is known to be behind, so neither creating nor deleting is safe.
    case expectationsPending(creations: Int, deletions: Int)
    /// More were missing than one sync may create.
    case beyondBurst(Int)
    /// The owner is being deleted, so nothing is created or adopted.
    case ownerIsBeingDeleted
    /// A Job that has ended is left as it is.
    case jobFinished
    case suspended
    /// So many Pods have ended, and the status counts them already.
    case counted(Int)
    /// After so many failures in a row nothing is created before that moment.
    case backingOff(failures: Int, until: Instant)
    /// The next Pod of that completion index is not created before that moment.
    case indexBackingOff(Int, failures: Int, until: Instant)
    /// Completion indexes (`0-2,4`) that were given up get no more Pods.
    case indexesFailed(String)
    /// It has failed, and that rule of `podFailurePolicy` says not to count it.
    case failureIgnored(rule: Int)
    /// It has failed, and stays until its completion index has a new Pod, which takes over its count of failures.
    case awaitsReplacement(Int)
    /// The Job cannot end while so many of its Pods terminate.
    case awaitingTermination(Int)
    /// Of the time that the object is to be kept, so much is left.
    case keptFor(Interval)
    /// An ended Job is kept: no more of its sort may stay than this.
    case keptInHistory(limit: Int)
    /// No Job is due; nil where none will ever be.
    case notDue(next: Instant?)
    /// The Job of that moment was started before.
    case startedBefore(Instant)
    /// A start was missed by more than `startingDeadlineSeconds`.
    case tooLate(Instant)
    /// The last Job still runs, and `concurrencyPolicy` is Forbid.
    case previousRuns
    /// The node gets no daemon Pod.
    case nodeRejects(NodeRejection)
    /// The node gets no new daemon Pod, but keeps the one it has.
    case nodeKeeps(Taint)
    /// The node should have a daemon Pod, and has no room for one.
    case nodeLacks(Shortage)
    /// The node has its daemon Pod.
    case nodeHas(ObjectID)
    /// The node gets its new daemon Pod when the old one is gone.
    case awaitsEnd(ObjectID)
    /// It failed, and is left alone until its back-off is over.
    case backsOff(Interval)
    /// It is of an old template, and replaced when another one is available again.
    case unavailableLimit(Int)
    /// The node gets its second Pod when another node has lost its old one.
    case surgeLimit(Int)
    /// It is of an old template, and strategy OnDelete leaves that to somebody else.
    case updatesOnDelete
    /// A Deployment's new ReplicaSet does not grow: there are as many Pods as there may be.
    case atSurgeLimit(total: Int, limit: Int)
    /// A Deployment's old ReplicaSet does not shrink: so many Pods are available, and so many have to be.
    case atAvailabilityLimit(available: Int, minimum: Int)
    /// Its status counts more available Pods than it asks for, so it has not caught up with the last scaling.
    case statusIsBehind(asked: Int, available: Int)
    /// Strategy Recreate waits for so many old Pods to end.
    case oldPodsRemain(Int)
    /// A paused Deployment rolls nothing out.
    case paused
    /// The sync goes on when its own write of the object has come back through the watch.
    case awaitsOwnWrite
  }

  /// nil for what concerns no single object.
  package var subject: ObjectVersion?
  package var reason: Reason

  package init(_ subject: ObjectVersion?, _ reason: Reason) {
    self.subject = subject
    self.reason = reason
  }
}

/// What decides which Pods go first on scale-down, in this order.
///
/// Mirrors `controller.ActivePodsWithRanks.Less`.
package enum VictimCriterion: String, Hashable, Sendable, CaseIterable {
  case unassigned, phase, readiness, deletionCost, nodeRank, readyTime, restarts, age, name
}
