import Basics
import Machinery
import Objects

/// What a DaemonSet's Pods are and what is to become of them, node by node.
struct DaemonPlan {
  /// At most so many creations, and as many deletions, in one sync.
  private static let burst = 250
  /// Its own stage: a creation that fails does not stop the deletions.
  private static let deleting = 1

  let history: DaemonHistory
  let pods: DaemonPods
  private(set) var passedOver: [PassedOver] = []
  private(set) var notes: [EventNote] = []
  private(set) var failedPlaces: [BackOffs.Key] = []
  private var creations: [String] = []
  private var deletions: [(pod: Pod, reason: DeletionReason)] = []

  private let set: DaemonSet
  private let observed: Observed
  private let placement: DaemonPlacement
  /// In the order of the names.
  private let nodes: [(node: Node, verdict: DaemonPlacement.Verdict)]

  init(_ set: DaemonSet, _ observed: Observed, bindsPods: Bool) {
    self.set = set
    self.observed = observed
    var placement = DaemonPlacement(set)
    if bindsPods { placement.room = DaemonRoom(set, observed) }
    self.placement = placement
    history = DaemonHistory(set, observed.dependents)
    pods = DaemonPods(observed, set)
    nodes = observed.nodes.sortedValues.compactMap { $0.as(Node.self) }.map { ($0, placement.verdict($0)) }
  }

  private var wanted: [Node] { nodes.filter { $0.verdict.isWanted }.map(\.node) }

  private var allowsSurge: Bool {
    guard case .rollingUpdate(_, let surge) = set.spec.updateStrategy else { return false }
    return surge.scaled(to: wanted.count, roundingUp: true) > 0
  }

  /// Mirrors `manage`, then `rollingUpdate` where nothing else is to be done.
  mutating func make() {
    for (node, verdict) in nodes { judge(node, verdict) }
    let known = Set(nodes.map(\.node.metadata.name))
    for name in pods.nodes where !known.contains(name) {
      for pod in pods[name] where pod.spec.nodeName.isEmpty && !pod.metadata.isBeingDeleted {
        deletions.append((pod, .nodeIsGone(name)))
      }
    }
    guard creations.isEmpty, deletions.isEmpty else { return }
    let rollout = DaemonRollout(set, pods, wanted: wanted, hash: history.hash, now: observed.now)
    deletions = rollout.deletions.map { ($0, .outdated) }
    creations = rollout.creations
    passedOver += rollout.passedOver
  }

  /// Mirrors `podsShouldBeOnNode`.
  private mutating func judge(_ node: Node, _ verdict: DaemonPlacement.Verdict) {
    let name = node.metadata.name
    let present = pods[name]
    switch verdict {
    case .runs where present.isEmpty: creations.append(name)
    case .lacks(let shortage) where present.isEmpty:
      passedOver.append(PassedOver(node.version, .nodeLacks(shortage)))
      notes.append(failedPlacement(shortage, on: name))
    case .rejects(let rejection):
      passedOver.append(PassedOver(node.version, .nodeRejects(rejection)))
      for pod in present where !pod.metadata.isBeingDeleted { deletions.append((pod, .nodeRejects(rejection))) }
    case .keeps(let taint):
      passedOver.append(PassedOver(node.version, .nodeKeeps(taint)))
      removeExcess(removeEnded(present, on: node))
    case .runs, .lacks:
      let running = removeEnded(present, on: node)
      if let pod = running.first {
        passedOver.append(PassedOver(node.version, .nodeHas(pod.version.id)))
        removeExcess(running)
      } else if allowsSurge, verdict == .runs {
        creations.append(name)
      } else if let pod = present.first(where: \.metadata.isBeingDeleted) {
        passedOver.append(PassedOver(node.version, .awaitsEnd(pod.version.id)))
      }
    }
  }

  /// Deletes the Pods that have ended, failed ones not too often; the others that are not on their way out.
  private mutating func removeEnded(_ present: [Pod], on node: Node) -> [Pod] {
    var running: [Pod] = []
    for pod in present where !pod.metadata.isBeingDeleted {
      guard let phase = pod.status.phase, pod.isTerminal else {
        running.append(pod)
        continue
      }
      let key = BackOffs.Key(owner: set.metadata.uid, place: node.metadata.name)
      if phase == .failed {
        if let delay = observed.backOffs.delay(key, at: observed.now) {
          passedOver.append(PassedOver(pod.version, .backsOff(delay)))
          continue
        }
        failedPlaces.append(key)
      }
      notes.append(note(pod, phase, on: node))
      deletions.append((pod, .ended(phase)))
    }
    return running
  }

  private func failedPlacement(_ shortage: Shortage, on node: String) -> EventNote {
    EventNote(
      about: Event.Involved(.daemonSet, set.metadata),
      warning: true,
      reason: "FailedPlacement",
      message: "failed to place pod on \(node.goQuoted): \(shortage.text)"
    )
  }

  private func note(_ pod: Pod, _ phase: PodPhase, on node: Node) -> EventNote {
    let hasFailed = phase == .failed
    let what = "\(pod.metadata.key.description) on node \(node.metadata.name)"
    return EventNote(
      about: Event.Involved(.daemonSet, set.metadata),
      warning: hasFailed,
      reason: hasFailed ? "FailedDaemonPod" : "SucceededDaemonPod",
      message: hasFailed
        ? "Found failed daemon pod \(what), will try to kill it"
        : "Found succeeded daemon pod \(what), will try to delete it"
    )
  }

  /// Keeps the oldest Pod of a node; while surging also a newer one of the new template that is not available yet.
  private mutating func removeExcess(_ running: [Pod]) {
    guard running.count > 1 else { return }
    guard allowsSurge else {
      deletions += running.dropFirst().map { ($0, .duplicate) }
      return
    }
    let hash = history.hash
    let new = running.filter { $0.metadata.labels[DaemonPlacement.revisionHashLabel] == hash }
    let old = running.filter { $0.metadata.labels[DaemonPlacement.revisionHashLabel] != hash }
    deletions += (new.dropFirst() + old.dropFirst()).map { ($0, .duplicate) }
    guard let newest = new.first, let oldest = old.first else { return }
    if !oldest.isReady || newest.isAvailable(minReadySeconds: set.spec.minReadySeconds, at: observed.now) {
      deletions.append((oldest, .outdated))
    }
  }

  /// The writes of this plan, in batches from `first` on. Mirrors `syncNodes` and `cleanupHistory`.
  func actions(after first: Int) -> [Action] {
    var actions = pods.claim.actions(kind: .daemonSet, owner: set.metadata, first: first)
    let batch = first + actions.count
    let deleted = deletions.prefix(DaemonPlan.burst)
    let names = creations.prefix(DaemonPlan.burst)
    let created = zip(names, SlowStart.batches(names.count, first: batch)).map { name, batch in
      Action(.create(Object(placement.pod(on: name, hash: history.hash))), batch: batch)
    }
    actions += created
    let last = (actions.last?.batch ?? first) + 1
    actions += deleted.map { pod, reason in
      Action(.delete(pod.version, uid: pod.metadata.uid, reason), batch: last, stage: DaemonPlan.deleting)
    }
    actions += history.surplus(liveHashes: pods.revisions).map { revision in
      let reason = DeletionReason.beyondHistoryLimit(set.spec.revisionHistoryLimit)
      return Action(.delete(revision.version, uid: revision.metadata.uid, reason), batch: last + 1)
    }
    return actions
  }

  var comparisons: [Comparison] {
    let status = status(at: observed.now)
    return [
      Comparison(.nodes, wanted: status.desiredNumberScheduled, found: status.currentNumberScheduled),
      Comparison(.upToDate, wanted: status.desiredNumberScheduled, found: status.updatedNumberScheduled),
    ]
  }

  /// Mirrors `updateDaemonSetStatus`: of each node the first Pod counts.
  func status(at now: Instant) -> DaemonSetStatus {
    var status = DaemonSetStatus()
    status.observedGeneration = set.status.observedGeneration
    status.other = set.status.other
    for (node, verdict) in nodes {
      let pod = pods[node.metadata.name].first
      guard verdict.isWanted else {
        if pod != nil { status.numberMisscheduled += 1 }
        continue
      }
      status.desiredNumberScheduled += 1
      guard let pod else { continue }
      status.currentNumberScheduled += 1
      if pod.isReady { status.numberReady += 1 }
      if pod.isAvailable(minReadySeconds: set.spec.minReadySeconds, at: now) { status.numberAvailable += 1 }
      if pod.isUpToDate(set, hash: history.hash) { status.updatedNumberScheduled += 1 }
    }
    status.numberUnavailable = status.desiredNumberScheduled - status.numberAvailable
    return status
  }
}
