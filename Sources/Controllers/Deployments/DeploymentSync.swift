import Basics
import Machinery
import Objects

/// One sync of a Deployment: the writes that it asks for, one after the other, and what it takes for granted of them.
///
/// Mirrors `DeploymentController.syncDeployment`. It reads its cache once. What it has written itself is not in there
/// yet, so a second write of the same object would be refused; the sync ends there, and goes on when its own write
/// comes back through the watch. (Kubernetes sends the second write, is refused, and is back by its retry.)
struct DeploymentSync {
  /// What the status at the end of the sync is reckoned by.
  enum Ending {
    /// The numbers alone: while paused, scaled or deleted. Mirrors `syncDeploymentStatus`.
    case numbers(RolloutSets)
    /// The numbers, and whether the rollout makes progress. Mirrors `syncRolloutStatus`.
    case rollout(RolloutSets)
    /// It was written in the course of the sync, or the sync has ended early.
    case none
  }

  /// The sync would write an object that it has written before.
  private struct Interruption: Error { var written: ObjectVersion }

  let observed: Observed
  let claim: ReplicaSetClaim
  /// The Deployment as the sync has changed it: its revision and its conditions.
  private(set) var deployment: Deployment
  private(set) var actions: [Action] = []
  private(set) var passedOver: [PassedOver]
  private(set) var ending = Ending.none

  private var writtenSets: [ObjectKey]

  init(_ deployment: Deployment, _ observed: Observed) {
    self.deployment = deployment
    self.observed = observed
    let claim = ReplicaSetClaim(deployment, observed.dependents)
    self.claim = claim
    passedOver = claim.passedOver
    writtenSets = claim.adoptions.map(\.metadata.key)
    for effect in claim.effects(deployment.metadata) { act(effect) }
    do throws(Interruption) {
      ending = try run()
    } catch {
      passedOver.append(PassedOver(error.written, .awaitsOwnWrite))
    }
    if isWritten { ending = .none }
  }

  private var isWritten: Bool {
    actions.contains { if case .recordStatus = $0.effect { true } else { false } }
  }

  private mutating func run() throws(Interruption) -> Ending {
    if deployment.metadata.isBeingDeleted {
      passedOver.append(PassedOver(deployment.version, .ownerIsBeingDeleted))
      return .numbers(try syncRevision(creates: false))
    }
    try recordPause()
    if deployment.spec.paused == true {
      passedOver.append(PassedOver(deployment.version, .paused))
      let sets = try syncRevision(creates: false)
      try scale(DeploymentScaling(deployment, sets).steps)
      cleanUp(sets.old)
      return .numbers(sets)
    }
    let active = try syncRevision(creates: false).all.filter(\.isActive)
    if active.contains(where: { ($0.desiredReplicas ?? deployment.spec.replicas) != deployment.spec.replicas }) {
      let sets = try syncRevision(creates: false)
      try scale(DeploymentScaling(deployment, sets).steps)
      return .numbers(sets)
    }
    if case .recreate = deployment.spec.strategy { return .rollout(try recreate()) }
    return .rollout(try roll())
  }

  /// Mirrors `rolloutRolling`: the new ReplicaSet grows, or old ones shrink, or what is left of them is cleaned up.
  private mutating func roll() throws(Interruption) -> RolloutSets {
    let sets = try syncRevision(creates: true)
    let step = RollingStep(deployment, sets)
    passedOver += step.passedOver
    if step.steps.isEmpty {
      if deployment.isComplete(deployment.status) { cleanUp(sets.old) }
    } else {
      try scale(step.steps)
    }
    return sets
  }

  /// Mirrors `rolloutRecreate`: the old ReplicaSets go down to nothing, their Pods end, the new one starts.
  private mutating func recreate() throws(Interruption) -> RolloutSets {
    var sets = try syncRevision(creates: false)
    let old = sets.old.filter(\.isActive)
    if !old.isEmpty {
      try scale(old.map { ScaleStep($0, to: 0, .recreateOld) })
      return sets
    }
    let remaining = oldPods(sets)
    if remaining > 0 {
      passedOver.append(PassedOver(deployment.version, .oldPodsRemain(remaining)))
      return sets
    }
    if sets.new == nil { sets = try syncRevision(creates: true) }
    if let new = sets.new { try scale([ScaleStep(new, to: deployment.spec.replicas, .recreateNew)]) }
    if deployment.isComplete(deployment.status) { cleanUp(sets.old) }
    return sets
  }

  /// How many Pods of old templates are there that have not ended. Mirrors `oldPodsRunning`.
  private func oldPods(_ sets: RolloutSets) -> Int {
    let counted = sets.old.present
    let running = observed.owned.objects.sortedValues.compactMap { $0.as(Pod.self) }.count { pod in
      !pod.isTerminal && pod.metadata.controllerRef?.uid != sets.new?.metadata.uid
    }
    return max(counted, running)
  }

  /// The ReplicaSets, the new one of which has the Deployment's annotations and the highest revision.
  ///
  /// Mirrors `getAllReplicaSetsAndSyncRevision` and `getNewReplicaSet`.
  private mutating func syncRevision(creates: Bool) throws(Interruption) -> RolloutSets {
    var sets = RolloutSets(deployment, claim.sets)
    let next = (sets.old.map(\.revision).max() ?? 0) + 1
    guard let existing = sets.new else {
      if creates { sets.new = try create(sets, revision: next) }
      return sets
    }
    let followed = existing.following(deployment, revision: next)
    if followed != existing {
      let isNewRevision = followed.revision != existing.revision
      try update(followed, isNewRevision ? .revision(followed.revision) : .followsOwner)
      sets.new = followed
      return sets
    }
    var changed = deployment
    changed.metadata.annotations[Deployment.revisionAnnotation] =
      followed.metadata.annotations[Deployment.revisionAnnotation]
    if changed.spec.progressDeadline != nil, changed.status.condition(.progressing) == nil {
      changed.status.conditions.record(.progress(.foundReplicaSet(existing.metadata.name), at: observed.now))
    }
    try write(changed)
    return sets
  }

  private mutating func create(_ sets: RolloutSets, revision: Int) throws(Interruption) -> ReplicaSet {
    let new = ReplicaSet(newFor: deployment, replicas: RollingStep.size(deployment, sets), revision: revision)
    act(.create(Object(new)))
    var changed = deployment
    changed.metadata.annotations[Deployment.revisionAnnotation] = String(revision)
    if changed.spec.progressDeadline != nil {
      changed.status.conditions.record(.progress(.createdReplicaSet(new.metadata.name), at: observed.now))
    }
    try write(changed)
    return new
  }

  /// So that a rollout does not count as stuck for having been paused. Mirrors `checkPausedConditions`.
  private mutating func recordPause() throws(Interruption) {
    guard deployment.spec.progressDeadline != nil else { return }
    let reason = deployment.status.condition(.progressing)?.reason
    if reason == DeploymentProgress.timedOutReason { return }
    let isPaused = deployment.spec.paused == true
    if isPaused == (reason == DeploymentProgress.pausedReason) { return }
    var changed = deployment
    changed.status.conditions.record(.progress(isPaused ? .paused : .resumed, at: observed.now))
    try write(changed)
  }

  private mutating func scale(_ steps: [ScaleStep]) throws(Interruption) {
    for step in steps {
      let scaled = step.set.scaled(to: step.replicas, by: deployment)
      if scaled == step.set { continue }
      let from = step.set.spec.replicas
      if claim.adoptions.contains(where: { $0.metadata.key == scaled.metadata.key }) {
        throw Interruption(written: scaled.version)
      }
      act(.update(Object(scaled), .scaled(from: from, to: step.replicas, step.reason)))
    }
  }

  /// Mirrors `cleanupDeployment`.
  private mutating func cleanUp(_ old: [ReplicaSet]) {
    guard let limit = deployment.spec.historyLimit else { return }
    let alive = old.filter { !$0.metadata.isBeingDeleted }
      .sorted { $0.revision == $1.revision ? $0.isOlder(than: $1) : $0.revision < $1.revision }
    let surplus = max(0, alive.count - limit)
    passedOver += alive.dropFirst(surplus).map { PassedOver($0.version, .keptInHistory(limit: limit)) }
    for set in alive.prefix(surplus) {
      let isObserved = set.metadata.generation <= set.status.observedGeneration
      guard set.status.replicas == 0, set.spec.replicas == 0, isObserved else { continue }
      act(.delete(set.version, uid: set.metadata.uid, .beyondHistoryLimit(limit)))
    }
  }

  private mutating func act(_ effect: Action.Effect) { actions.append(Action(effect, batch: actions.count)) }

  /// Writes a ReplicaSet as the cache has it, with some change.
  private mutating func update(_ set: ReplicaSet, _ reason: UpdateReason) throws(Interruption) {
    if writtenSets.contains(set.metadata.key) { throw Interruption(written: set.version) }
    writtenSets.append(set.metadata.key)
    act(.update(Object(set), reason))
  }

  /// Writes the Deployment's status and revision where they have changed.
  private mutating func write(_ changed: Deployment) throws(Interruption) {
    if changed == deployment { return }
    deployment = changed
    if isWritten { throw Interruption(written: deployment.version) }
    act(.recordStatus(Object(changed)))
  }
}
