public import HeapModule

/// Pending events in the order (time, sequence): at one time they come out in the order they went in.
///
/// A copy shares everything until one of the two changes; then the heap is copied once, O(n) of small entries where
/// `Event` is small. Public because the compiler specialises inlinable code in other modules only then.
public struct EventQueue<Event: Sendable>: Sendable {
  @usableFromInline
  struct Entry: Comparable, Sendable {
    @usableFromInline var time: Instant
    @usableFromInline var sequence: Int
    @usableFromInline var event: Event

    @inlinable
    init(time: Instant, sequence: Int, event: Event) {
      self.time = time
      self.sequence = sequence
      self.event = event
    }

    @inlinable
    static func < (left: Entry, right: Entry) -> Bool {
      left.time == right.time ? left.sequence < right.sequence : left.time < right.time
    }

    @inlinable
    static func == (left: Entry, right: Entry) -> Bool { left.sequence == right.sequence }
  }

  @usableFromInline var entries = Heap<Entry>()
  /// How many events have gone in so far.
  @usableFromInline var pushed = 0

  /// An empty queue.
  @inlinable
  public init() {}

  /// How many events are pending.
  @inlinable
  public var count: Int { entries.count }

  /// The time of the next event; nil when nothing is pending.
  @inlinable
  public var nextTime: Instant? { entries.min?.time }

  /// Puts `event` behind those that are pending at `time`; O(log n).
  @inlinable
  public mutating func push(_ event: Event, at time: Instant) {
    entries.insert(Entry(time: time, sequence: pushed, event: event))
    pushed += 1
  }

  /// Takes the next event out; O(log n).
  @inlinable
  public mutating func pop() -> Event? { entries.popMin()?.event }

  /// Puts `event` in the place of the next one, for one that is carried out in several steps.
  @inlinable
  public mutating func replaceNext(with event: Event) {
    guard var entry = entries.min else { return }
    entry.event = event
    entries.replaceMin(with: entry)
  }

  /// The next event; nil when nothing is pending.
  @inlinable
  public var next: Event? { entries.min?.event }

  /// Everything pending, in the order in which it would come, with the number under which it went in; O(n log n).
  @inlinable
  public var pending: [(time: Instant, sequence: Int, event: Event)] {
    entries.unordered.sorted().map { ($0.time, $0.sequence, $0.event) }
  }

  /// Takes the event that went in under `sequence` out of its turn, or puts `rest` in its place; O(n).
  @inlinable
  public mutating func remove(_ sequence: Int, leaving rest: Event? = nil) {
    var kept = entries.unordered
    guard let place = kept.firstIndex(where: { $0.sequence == sequence }) else { return }
    if let rest { kept[place].event = rest } else { kept.remove(at: place) }
    entries = Heap(kept)
  }
}
