/// Snapshots of a run, dense near its end and sparse before: jumping back re-runs from the nearest.
///
/// Their number grows with the logarithm of the run's length, so memory stays bounded.
struct Checkpoints: Sendable {
  struct Checkpoint: Sendable {
    /// How many moves lie before it.
    var position: Int
    var cluster: Cluster
  }

  private(set) var kept: [Checkpoint]
  /// The least distance between two: a jump back re-runs at most so many moves near the present. Each costs the moves
  /// after it copies of what they change, so closer is not better.
  private static let spacing = 512

  init(_ cluster: Cluster) { kept = [Checkpoint(position: 0, cluster: cluster)] }

  /// The latest at or before `position`.
  func nearest(to position: Int) -> Checkpoint {
    kept.last { $0.position <= position } ?? kept[0]
  }

  /// Keeps a snapshot where the last one is far enough away.
  mutating func offer(_ cluster: Cluster, at position: Int) {
    // Mostly the last one is near.
    let last = kept[kept.count - 1].position
    if position >= last, position - last < Checkpoints.spacing { return }
    let index = kept.firstIndex { $0.position > position } ?? kept.count
    guard position - kept[index - 1].position >= Checkpoints.spacing else { return }
    kept.insert(Checkpoint(position: position, cluster: cluster), at: index)
    if index == kept.count - 1 { thin() }
  }

  /// Forgets those after `position`, whose future is no longer this run's.
  mutating func cut(after position: Int) { kept.removeAll { $0.position > position } }

  /// Removes a snapshot where its neighbours are close enough for their age.
  private mutating func thin() {
    guard let end = kept.last?.position else { return }
    var index = 1
    while index + 1 < kept.count {
      let before = kept[index - 1].position
      let gap = kept[index + 1].position - before
      if gap <= max(Checkpoints.spacing, (end - before) / 8) {
        kept.remove(at: index)
      } else {
        index += 1
      }
    }
  }
}
