import Basics
import Machinery
import Objects

/// Which record put each waiting key into a component's work queue: the cause of the decision that takes it out.
///
/// Without it a decision would be caused by whatever its worker did last, which may have been about another key.
struct QueueCauses: Sendable {
  /// For each controller, and the scheduler behind them.
  private var waiting: [SnapshotMap<ObjectKey, RecordID>]

  init(controllers: Int) { waiting = Array(repeating: SnapshotMap(), count: controllers + 1) }

  /// The record that put the key of this decision into the queue; nil for other happenings.
  mutating func takeCause(of happening: Happening, by subscriber: Subscriber) -> RecordID? {
    guard let index = index(of: subscriber) else { return nil }
    switch happening {
    case .reconciled(let reconciliation): return waiting[index].removeValue(forKey: reconciliation.key)
    case .scheduled(let decision): return waiting[index].removeValue(forKey: decision.pod.id.key)
    default: return nil
    }
  }

  /// Notes the keys that a happening, which has become record `id`, has put into the queue.
  mutating func note(_ happening: Happening, _ id: RecordID, by subscriber: Subscriber) {
    guard let index = index(of: subscriber) else { return }
    switch happening {
    case .notified(_, _, let keys):
      for key in keys { note(key, id, at: index) }
    case .requeued(let key): note(key, id, at: index)
    default: break
    }
  }

  private mutating func note(_ key: ObjectKey, _ id: RecordID, at index: Int) {
    // A controller names also keys that wait already; the scheduler names each key that it takes up, and one that it
    // dropped meanwhile may have left its cause behind.
    let isScheduler = index == waiting.count - 1
    if isScheduler || waiting[index][key] == nil { waiting[index][key] = id }
  }

  private func index(of subscriber: Subscriber) -> Int? {
    switch subscriber {
    case .controller(let index): index
    case .scheduler: waiting.count - 1
    case .garbageCollector, .nodeLifecycle, .taintEviction, .kubelet: nil
    }
  }
}
