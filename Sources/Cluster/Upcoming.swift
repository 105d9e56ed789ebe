import APIServer
package import Basics
import Kubelet
package import Machinery
import Objects

/// Something that may happen next: a line of the agenda.
package struct Upcoming: Sendable {
  /// Its place on the agenda, from 1: the order in which things come when nobody meddles.
  package var number: Int
  package var time: Instant
  /// Who is waiting for it.
  package var component: Component
  /// A notification on its way to several is a line for each: its only subscriber is the one of this line.
  package var occurrence: Occurrence
  /// What brought it onto the agenda.
  package var cause: RecordID?
  /// It waits for something that may never matter, and does not keep the cluster busy.
  package var isBackground: Bool
  /// Whether it may come next: it is due at the next moment, and nothing that must come before it is pending.
  package var mayComeNext: Bool

  fileprivate var sequence: Int
}

extension Cluster {
  /// What is pending, in the order in which it comes, but for what has been overtaken; O(n log n).
  package var upcoming: [Upcoming] {
    let entries =
      agenda.pending.map { (time: $0.time, sequence: $0.sequence, pending: $0.event, isBackground: false) }
      + background.pending.map { (time: $0.time, sequence: $0.sequence, pending: $0.event, isBackground: true) }
    // At one moment what keeps the cluster busy goes first, as in `step`.
    let ordered = entries.filter { !isOvertaken($0.pending.occurrence) }.sorted {
      ($0.time, $0.isBackground ? 1 : 0, $0.sequence) < ($1.time, $1.isBackground ? 1 : 0, $1.sequence)
    }
    let moment = ordered.first.map { max(now, $0.time) }
    var lines: [Upcoming] = []
    var taken: Set<Order> = []
    for entry in ordered {
      for (occurrence, subscriber) in entry.pending.occurrence.parts {
        let order = occurrence.order
        let isFirst = order.map { taken.insert($0).inserted } ?? true
        lines.append(
          Upcoming(
            number: lines.count + 1,
            time: entry.time,
            component: component(of: subscriber),
            occurrence: occurrence,
            cause: entry.pending.cause,
            isBackground: entry.isBackground,
            mayComeNext: isFirst && moment.map { entry.time <= $0 } ?? false,
            sequence: entry.sequence
          )
        )
      }
    }
    return lines
  }

  private func isOvertaken(_ occurrence: Occurrence) -> Bool {
    guard case .wakeKubelet(let node, let wake) = occurrence else { return false }
    return kubelets[node]?.isOvertaken(wake) ?? true
  }

  /// Lets the event with that number on the agenda come before those that are enabled at the same moment; nothing
  /// happens where it may not.
  mutating func take(_ number: Int) {
    guard let line = upcoming.first(where: { $0.number == number }), line.mayComeNext else { return }
    now = max(now, line.time)
    let queue = line.isBackground ? background : agenda
    let whole = queue.pending.first { $0.sequence == line.sequence }?.event
    let rest = whole?.without(line.occurrence)
    if line.isBackground {
      background.remove(line.sequence, leaving: rest)
    } else {
      agenda.remove(line.sequence, leaving: rest)
    }
    carryOut(Pending(occurrence: line.occurrence, cause: line.cause))
  }
}

/// What keeps its order whatever a learner chooses, because it does in Kubernetes.
private enum Order: Hashable {
  /// One watch tells of changes in the order in which they were made.
  case watch(Subscriber)
  /// A Pod's worker takes one step after the other.
  case pod(node: String, UID)
  /// A sender's requests about one object.
  case requests(Subscriber, ObjectID)
  case worker(Subscriber)
}

extension Occurrence {
  /// A notification as one for each that it still reaches; anything else as it is. Each with who takes it in.
  fileprivate var parts: [(occurrence: Occurrence, subscriber: Subscriber)] {
    switch self {
    case .deliver(let change, let subscribers, let next):
      subscribers[next...].map { (.deliver(change, subscribers: [$0], next: 0), $0) }
    case .tell(_, let subscriber), .list(let subscriber), .request(_, let subscriber, _): [(self, subscriber)]
    case .wakeController(let index, _): [(self, .controller(index))]
    case .wakeScheduler: [(self, .scheduler)]
    case .wakeGarbageCollector: [(self, .garbageCollector)]
    case .wakeNodeLifecycle: [(self, .nodeLifecycle)]
    case .wakeTaintEviction: [(self, .taintEviction)]
    case .wakeKubelet(let node, _): [(self, .kubelet(node: node))]
    }
  }

  /// The sequence that it is part of; nil for what may come in any order.
  fileprivate var order: Order? {
    switch self {
    case .deliver(_, let subscribers, let next): .watch(subscribers[next])
    case .tell(_, let subscriber), .list(let subscriber): .watch(subscriber)
    case .request(let request, let sender, _): .requests(sender, request.target)
    case .wakeController(let index, .work), .wakeController(let index, .conclude): .worker(.controller(index))
    case .wakeKubelet(let node, let wake): .pod(node: node, wake.pod.uid)
    case .wakeController, .wakeScheduler, .wakeGarbageCollector, .wakeNodeLifecycle, .wakeTaintEviction: nil
    }
  }
}

extension Pending {
  /// What is left of a delivery once the subscriber of `part` has been notified; nil where nothing is.
  fileprivate func without(_ part: Occurrence) -> Pending? {
    guard case .deliver(let change, let subscribers, let next) = occurrence,
      case .deliver(_, let taken, _) = part
    else { return nil }
    let left = subscribers[next...].filter { $0 != taken.first }
    return left.isEmpty ? nil : Pending(occurrence: .deliver(change, subscribers: left, next: 0), cause: cause)
  }
}
