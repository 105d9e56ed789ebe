import APIServer
import Basics
import Machinery
import Objects

/// Snapshots of a run, dense near its end and sparse before: jumping back re-runs from the nearest.
///
/// Distances are measured in work, not in moves: at a large size a single reconcile costs as much as hundreds of
/// ordinary moves. The number of snapshots is bounded, lower for a large cluster, so memory is too.
struct Checkpoints: Sendable {
  struct Checkpoint: Sendable {
    /// How many moves lie before it.
    var position: Int
    /// The work of those moves.
    var work: Int
    var cluster: Cluster
  }

  /// Along the run, ascending; the first is its start.
  private(set) var kept: [Checkpoint]
  /// Those made last on the way to a moment in the past, ascending: going back again from there is short.
  private var visited: [Checkpoint] = []
  /// The work of the moves that have been made.
  private var work = 0
  /// The work since the last snapshot on the way to a moment in the past.
  private var workOnTheWay = 0

  /// The least work between two: a jump back near the present costs at most so much. Each snapshot costs the moves
  /// after it copies of what they change, so closer is not better.
  private static let spacing = 1024
  private static let visitedAtMost = 16
  /// How many snapshots there are of a small cluster, and at least.
  private static let most = 200
  private static let least = 24
  /// How many Pods and pending events may be held in all snapshots together, if each has copies of its own of all.
  private static let entriesAtMost = 1_000_000

  init(_ cluster: Cluster) { kept = [Checkpoint(position: 0, work: 0, cluster: cluster)] }

  /// The latest at or before `position`.
  func nearest(to position: Int) -> Checkpoint {
    let along = kept[kept.partitioningIndex { $0.position > position } - 1]
    guard let near = visited.last(where: { $0.position <= position }), near.position > along.position else {
      return along
    }
    return near
  }

  /// Takes in a move at the end of the run: keeps a snapshot where the last one is far enough away.
  mutating func made(_ records: [Record], _ cluster: Cluster, at position: Int) {
    work += Checkpoints.work(of: records)
    guard work - kept[kept.count - 1].work >= Checkpoints.spacing else { return }
    kept.append(Checkpoint(position: position, work: work, cluster: cluster))
    thin(to: cluster)
  }

  /// Takes in a move that was made again on the way to a moment in the past.
  mutating func madeAgain(_ records: [Record], _ cluster: Cluster, at position: Int) {
    workOnTheWay += Checkpoints.work(of: records)
    guard workOnTheWay >= Checkpoints.spacing else { return }
    workOnTheWay = 0
    guard nearest(to: position).position < position else { return }
    if visited.count == Checkpoints.visitedAtMost { visited.removeFirst() }
    // Only the way gone last is of use.
    visited.removeAll { $0.position > position }
    visited.append(Checkpoint(position: position, work: 0, cluster: cluster))
  }

  /// Forgets those after `position`, whose future is no longer this run's.
  mutating func cut(after position: Int) {
    kept.removeAll { $0.position > position }
    visited.removeAll { $0.position > position }
    work = kept[kept.count - 1].work
  }

  /// Removes snapshots that are too many: always the one that leaves the smallest gap for its age.
  private mutating func thin(to cluster: Cluster) {
    let size = cluster.store.count(of: .pod) + cluster.pendingCount + 1
    let limit = min(Checkpoints.most, max(Checkpoints.least, Checkpoints.entriesAtMost / size))
    while kept.count > limit {
      let spare = (1..<kept.count - 1).min { gap(at: $0) < gap(at: $1) }
      guard let spare else { return }
      kept.remove(at: spare)
    }
  }

  /// The gap that a snapshot's removal would leave, in parts of its distance from the end.
  private func gap(at index: Int) -> Double {
    let before = kept[index - 1].work
    return Double(kept[index + 1].work - before) / Double(work - before + 1)
  }

  /// What a move costs that made `records`, in ordinary moves.
  private static func work(of records: [Record]) -> Int {
    records.reduce(1) { sum, record in
      guard case .reconciled(let reconciliation) = record.happening else { return sum }
      return sum + reconciliation.observed.count / 16
    }
  }
}

extension Observed {
  /// How many objects the decision looked at one by one; of a ReplicaSet's own Pods it takes numbers.
  fileprivate var count: Int {
    let ownedCount = kind == .replicaSet || kind == .replicationController ? owned.inactive.count : owned.count
    return ownedCount + orphans.count + dependents.count + nodes.count + pods.count
  }
}
