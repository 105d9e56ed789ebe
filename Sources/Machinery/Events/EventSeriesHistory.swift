import Basics
import Objects

/// What a source that uses events.k8s.io has said: a note about the same state of the same object, for the same reason,
/// goes on the Event that was written for the first one, whatever it says.
///
/// Mirrors client-go's `events.eventBroadcasterImpl`: `getKey`, `recordToSink`, `finishSeries`. The counts beyond two,
/// which it writes half an hour later, are not written.
struct EventSeriesHistory: Sendable {
  /// What makes two notes one series; the object at its resourceVersion is part of it, the message is not.
  private struct Key: Hashable, Comparable, Sendable {
    var about: Event.Involved
    var type: String
    var reason: String
    var action: String

    private var text: [String] { [about.uid.text, about.resourceVersion, type, reason, action] }

    static func < (left: Key, right: Key) -> Bool { left.text.lexicographicallyPrecedes(right.text) }
  }

  private struct Entry: Sendable {
    var event: Event
    var count = 1
    var last: Instant
  }

  /// What is to be written for a note; nothing from the third one on.
  enum Outcome {
    case first
    case series(Event)
    case counted
  }

  private var entries = SnapshotMap<Key, Entry>()
  /// After so long without a note a series is over; that is looked at as often.
  private static let finish = Interval.minutes(6)

  /// Counts `note`, which would be written as `event`.
  mutating func record(_ note: EventNote, as event: Event, at now: Instant) -> Outcome {
    let key = Key(about: note.about, type: note.type, reason: note.reason, action: note.action)
    guard var entry = entries[key], !EventSeriesHistory.isOver(entry, at: now) else {
      entries[key] = Entry(event: event, last: now)
      return .first
    }
    entry.count += 1
    entry.last = now
    defer { entries[key] = entry }
    guard entry.count == 2 else { return .counted }
    entry.event.setSeries(count: 2, last: now)
    return .series(entry.event)
  }

  private static func isOver(_ entry: Entry, at now: Instant) -> Bool {
    let period = finish.microseconds
    let look = now.microseconds / period * period
    return entry.last.microseconds + period < look
  }
}

extension Event {
  /// How often it was said, and when last; for an Event of events.k8s.io.
  fileprivate mutating func setSeries(count: Int, last: Instant) {
    other["series"] = ["count": .int(Int64(count)), "lastObservedTime": .string(last.rfc3339Micro)]
  }
}
