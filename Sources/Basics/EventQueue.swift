package import DequeModule
package import HashTreeCollections
package import HeapModule

/// Pending events in the order (time, sequence): at one time they come out in the order they went in.
///
/// Copies are cheap: the heap holds bare times, the events lie in a persistent map from time to a bucket.
package struct EventQueue<Event: Sendable>: Sendable {
  @usableFromInline var times = Heap<Int64>()
  @usableFromInline var buckets = TreeDictionary<Int64, Deque<Event>>()
  @usableFromInline package internal(set) var count = 0

  @inlinable
  package init() {}

  @inlinable
  package var isEmpty: Bool { count == 0 }

  /// The time of the next event; nil when nothing is pending.
  @inlinable
  package var nextTime: Instant? { times.min.map(Instant.init(microseconds:)) }

  @inlinable
  package var next: Event? { times.min.flatMap { buckets[$0]?.first } }

  @inlinable
  package mutating func push(_ event: Event, at time: Instant) {
    count += 1
    if buckets[time.microseconds]?.append(event) == nil {
      buckets[time.microseconds] = [event]
      times.insert(time.microseconds)
    }
  }

  @inlinable
  package mutating func pop() -> (time: Instant, event: Event)? {
    guard let time = times.min, let event = buckets[time]?.popFirst() else { return nil }
    count -= 1
    if buckets[time]?.isEmpty ?? true {
      buckets[time] = nil
      times.removeMin()
    }
    return (Instant(microseconds: time), event)
  }

  /// Changes the next event in place, for one that is carried out in several steps.
  @inlinable
  package mutating func updateNext(_ body: (inout Event) -> Void) {
    guard let time = times.min, buckets[time]?.isEmpty == false else { return }
    buckets[time]?.withFirst(body)
  }

  /// The events at `time`, in order.
  @inlinable
  package func pending(at time: Instant) -> [Event] { buckets[time.microseconds].map(Array.init) ?? [] }

  /// Takes out the event at `index` among those pending at the next time, so that another order can be tried.
  @inlinable
  package mutating func pop(at index: Int) -> (time: Instant, event: Event)? {
    guard let time = times.min, let bucket = buckets[time], bucket.indices.contains(index) else { return nil }
    if index == 0 { return pop() }
    count -= 1
    buckets[time]?.remove(at: index)
    return (Instant(microseconds: time), bucket[index])
  }

  /// Everything pending, in the order in which it would come; O(n log n).
  @inlinable
  package var pending: [(time: Instant, event: Event)] {
    times.unordered.sorted().flatMap { time in
      (buckets[time] ?? []).map { (Instant(microseconds: time), $0) }
    }
  }
}

extension Deque {
  fileprivate mutating func withFirst(_ body: (inout Element) -> Void) {
    body(&self[startIndex])
  }
}
