import APIServer
package import Basics
package import Objects

/// Turns notes into Events: repeats are counted, alike ones combined, floods dropped.
///
/// Mirrors client-go's `record.EventCorrelator` with its defaults: more than 10 alike in 10 minutes are combined; 25
/// events per source, object and type, then one in 5 minutes. (That warnings have a budget of their own is observed.)
package struct EventRecorder: Sendable {
  package let component: Component
  /// What was said about each object.
  private var subjects = SnapshotMap<Subject, Boxed<EventHistory>>()
  /// What a component that uses events.k8s.io has warned of.
  private var series = EventSeriesHistory()
  private var names = EventNames()

  private struct Subject: Hashable, Comparable, Sendable {
    var uid: UID
    var type: String

    static func < (left: Subject, right: Subject) -> Bool {
      left.uid == right.uid ? left.type.precedesByBytes(right.type) : left.uid < right.uid
    }
  }

  /// What is to be written for a note.
  package enum Outcome: Sendable {
    case create(Event)
    case count(Event)
    /// It is counted, and that is not written yet.
    case silent
    case droppedAsSpam
  }

  package init(_ component: Component) { self.component = component }

  package mutating func record(_ note: EventNote, at now: Instant) -> Outcome {
    if !note.action.isEmpty { return newStyle(note, at: now) }
    let fresh = EventHistory(at: now)
    guard
      let entry = subjects[Subject(uid: note.about.uid, type: note.type), default: Boxed(fresh)].value.record(
        note,
        &names,
        at: now
      )
    else {
      return .droppedAsSpam
    }
    let event = event(note, entry, at: now)
    return entry.count == 1 ? .create(event) : .count(event)
  }

  private func event(_ note: EventNote, _ entry: EventHistory.Entry, at now: Instant) -> Event {
    let namespace = note.about.namespace.isEmpty ? "default" : note.about.namespace
    var event = Event(
      metadata: ObjectMeta(name: entry.name, namespace: namespace),
      involvedObject: note.about,
      type: note.type,
      reason: note.reason,
      message: entry.message
    )
    event.source = component.eventSource
    event.sourceHost = component.node
    event.firstTimestamp = entry.first.wholeSecond
    event.lastTimestamp = now.wholeSecond
    event.count = entry.count
    return event
  }

  private mutating func newStyle(_ note: EventNote, at now: Instant) -> Outcome {
    let event = newStyleEvent(note, at: now)
    // A Pod is bound once: only warnings can come again.
    guard note.type == "Warning" else { return .create(event) }
    switch series.record(note, as: event, at: now) {
    case .first: return .create(event)
    case .series(let event): return .count(event)
    case .counted: return .silent
    }
  }

  private mutating func newStyleEvent(_ note: EventNote, at now: Instant) -> Event {
    let namespace = note.about.namespace.isEmpty ? "default" : note.about.namespace
    var event = Event(
      metadata: ObjectMeta(
        name: names.next(note.about, at: now),
        namespace: namespace
      ),
      involvedObject: note.about,
      type: note.type,
      reason: note.reason,
      message: note.message
    )
    event.source = component.eventSource
    event.eventTime = now
    event.action = note.action
    event.reportingInstance = "\(component.eventSource)-control-plane"
    return event
  }
}

/// Names for new Events: the object's name and the time in hexadecimal nanoseconds.
struct EventNames: Sendable {
  /// The time in the last name: no two may share one.
  private var last: Int64 = 0

  mutating func next(_ about: Event.Involved, at now: Instant) -> String {
    last = max(now.microseconds * 1_000, last + 1)
    return "\(about.name).\(String(last, radix: 16))"
  }
}
