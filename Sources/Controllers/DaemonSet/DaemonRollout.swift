import Basics
import Machinery
import Objects

/// One step of a rolling update of a DaemonSet: which old Pods go, and which nodes get a second one.
///
/// Mirrors `DaemonSetsController.rollingUpdate`, over the nodes in the order of their names where Kubernetes has none.
struct DaemonRollout {
  private(set) var deletions: [Pod] = []
  /// Nodes that get a new Pod beside their old one.
  private(set) var creations: [String] = []
  private(set) var passedOver: [PassedOver] = []

  private let set: DaemonSet
  private let pods: DaemonPods
  private let hash: String
  private let now: Instant

  /// `wanted` are the nodes that should have a Pod.
  init(_ set: DaemonSet, _ pods: DaemonPods, wanted: [Node], hash: String, now: Instant) {
    self.set = set
    self.pods = pods
    self.hash = hash
    self.now = now
    guard case .rollingUpdate(let unavailable, let surge) = set.spec.updateStrategy else {
      keepOutdated(wanted)
      return
    }
    let maxSurge = surge.scaled(to: wanted.count, roundingUp: true)
    let maxUnavailable = unavailable.scaled(to: wanted.count, roundingUp: true)
    if maxSurge == 0 {
      replace(wanted, maxUnavailable: max(1, maxUnavailable))
    } else {
      addBeside(wanted, maxSurge: maxSurge)
    }
  }

  /// All nodes that count: those that should have a Pod, and those that have one.
  private func nodes(_ wanted: [Node]) -> [String] {
    Set(wanted.map(\.metadata.name)).union(pods.nodes).sorted { $0.precedesByBytes($1) }
  }

  private func isAvailable(_ pod: Pod) -> Bool {
    pod.isAvailable(minReadySeconds: set.spec.minReadySeconds, at: now)
  }

  /// Deletes old Pods, so many at a time that not too many nodes are without an available one.
  private mutating func replace(_ wanted: [Node], maxUnavailable: Int) {
    var unavailable = 0
    var candidates: [Pod] = []
    for name in nodes(wanted) {
      switch pair(on: name) {
      case (let new?, nil)?: if !isAvailable(new) { unavailable += 1 }
      case (nil, let old?)? where isAvailable(old): candidates.append(old)
      case (nil, let old?)?:
        deletions.append(old)
        unavailable += 1
      default: unavailable += 1
      }
    }
    let free = max(0, maxUnavailable - unavailable)
    deletions += candidates.prefix(free)
    passedOver = candidates.dropFirst(free).map { PassedOver($0.version, .unavailableLimit(maxUnavailable)) }
  }

  /// Creates new Pods beside old ones, and deletes an old one when the new one beside it is available.
  private mutating func addBeside(_ wanted: [Node], maxSurge: Int) {
    var surging = 0
    var candidates: [(node: String, old: Pod)] = []
    for name in nodes(wanted) {
      switch pair(on: name) {
      case nil: surging += 1
      case (_, nil)?: break
      case (nil, let old?)?:
        if isAvailable(old) { candidates.append((name, old)) } else { creations.append(name) }
      case (let new?, let old?)?:
        if isAvailable(new) { deletions.append(old) } else { surging += 1 }
      }
    }
    let free = max(0, maxSurge - surging)
    creations += candidates.prefix(free).map(\.node)
    passedOver = candidates.dropFirst(free).map { PassedOver($0.old.version, .surgeLimit(maxSurge)) }
  }

  private mutating func keepOutdated(_ wanted: [Node]) {
    for name in nodes(wanted) {
      for pod in pods[name] where !pod.metadata.isBeingDeleted && !pod.isUpToDate(set, hash: hash) {
        passedOver.append(PassedOver(pod.version, .updatesOnDelete))
      }
    }
  }

  /// The new and the old Pod on a node; nil where there are several of one sort, which is not for the roll-out to mend.
  ///
  /// Mirrors `findUpdatedPodsOnNode`.
  private func pair(on node: String) -> (new: Pod?, old: Pod?)? {
    let present = pods[node].filter { !$0.metadata.isBeingDeleted }
    let new = present.filter { $0.isUpToDate(set, hash: hash) }
    let old = present.filter { !$0.isUpToDate(set, hash: hash) }
    if new.count > 1 || old.count > 1 { return nil }
    return (new.first, old.first)
  }
}
