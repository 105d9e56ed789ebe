import Basics
package import Objects

/// What a kubelet has of the Pods on its node, by their uids: a Pod may come while one of the same name still ends.
///
/// What they take of the node together is kept as a running total. Each new Pod is measured against it, and adding up
/// all the others each time would take the square of their number.
package struct PodWorkers: Sendable {
  private var all = SnapshotMap<UID, Boxed<PodWorker>>()
  /// How many Pods take something of the node.
  package private(set) var admitted = 0
  /// What these ask for together.
  package private(set) var requested = ResourceList()

  package subscript(uid: UID) -> Boxed<PodWorker>? { all[uid] }

  /// In the order of the uids; O(n log n).
  package var sorted: [(key: UID, value: Boxed<PodWorker>)] { all.sorted }

  /// Visits all in no order, for folds that do not depend on it.
  package func forEachUnordered(_ body: (PodWorker) -> Void) { all.forEachUnordered { body($1.value) } }

  /// Takes a Pod out, so that it is changed in place; until it is put back it takes nothing of the node.
  mutating func take(_ uid: UID) -> Boxed<PodWorker>? {
    let worker = all.removeValue(forKey: uid)
    if let worker { uncount(worker.value) }
    return worker
  }

  /// Puts in what is known of a Pod now.
  mutating func put(_ worker: Boxed<PodWorker>, _ uid: UID) {
    if let before = all.updateValue(worker, forKey: uid) { uncount(before.value) }
    guard worker.usesNode else { return }
    admitted += 1
    requested.add(worker.requests)
  }

  private mutating func uncount(_ worker: PodWorker) {
    guard worker.usesNode else { return }
    admitted -= 1
    requested.subtract(worker.requests)
  }
}
