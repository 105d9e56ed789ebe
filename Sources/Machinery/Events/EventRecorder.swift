import APIServer
package import Basics
package import Objects

/// Turns notes into Events: repeats are counted, alike ones combined, floods dropped.
///
/// Mirrors client-go's `record.EventCorrelator` with its defaults: more than 10 alike in 10 minutes are combined; 25
/// events per source and object, then one in 5 minutes.
package struct EventRecorder: Sendable {
  package let component: Component
  /// Alike notes: those about one object with one reason; the messages seen lately.
  private var groups = SnapshotMap<NoteKey, Group>()
  /// The Event that a message was last recorded in.
  private var recorded = SnapshotMap<NoteKey, Recorded>()
  /// What each object may still be told about.
  private var spam = SnapshotMap<UID, Bucket>()
  /// The time that the last new Event was named after, in nanoseconds: no two may share one.
  private var lastName: Int64 = 0

  /// What makes two notes the same; `message` and `fieldPath` are empty where they do not count.
  private struct NoteKey: Hashable, Comparable, Sendable {
    var uid: UID
    var reason: String
    var message = ""
    var fieldPath = ""

    static func < (left: NoteKey, right: NoteKey) -> Bool {
      (left.uid.text, left.reason, left.message, left.fieldPath)
        < (right.uid.text, right.reason, right.message, right.fieldPath)
    }
  }

  private struct Group: Sendable {
    var messages = SnapshotSet<String>()
    var last: Instant
  }

  private struct Recorded: Sendable {
    var name: String
    var count: Int
    var first: Instant
  }

  private struct Bucket: Sendable {
    var tokens: Double
    var last: Instant
  }

  /// What is to be written for a note.
  package enum Outcome: Sendable {
    case create(Event)
    case count(Event)
    case droppedAsSpam
  }

  package init(_ component: Component) { self.component = component }

  package mutating func record(_ note: EventNote, at now: Instant) -> Outcome {
    if !note.action.isEmpty { return .create(newStyleEvent(note, at: now)) }
    let about = note.about
    let group = NoteKey(uid: about.uid, reason: note.reason)
    let combined = aggregate(group, note.message, at: now)
    let message = combined ? "(combined from similar events): \(note.message)" : note.message
    let key =
      combined
      ? group : NoteKey(uid: about.uid, reason: note.reason, message: note.message, fieldPath: about.fieldPath)
    let before = recorded[key]
    let entry = Recorded(
      name: before?.name ?? newName(about, at: now),
      count: (before?.count ?? 0) + 1,
      first: before?.first ?? now
    )
    recorded[key] = entry
    // The count grows also for what the filter then drops, as in client-go.
    guard takeToken(about.uid, at: now) else { return .droppedAsSpam }
    let event = event(note, message, entry, at: now)
    return before == nil ? .create(event) : .count(event)
  }

  /// Whether this message is one of too many alike.
  private mutating func aggregate(_ key: NoteKey, _ message: String, at now: Instant) -> Bool {
    var group = groups[key] ?? Group(last: now)
    if now - group.last > .minutes(10) { group.messages = SnapshotSet() }
    group.last = now
    group.messages.insert(message)
    let tooMany = group.messages.count >= 10
    // client-go forgets any one of them here; ours is the newest, so that the outcome is the same in each run.
    if tooMany { group.messages.remove(message) }
    groups[key] = group
    return tooMany
  }

  private mutating func takeToken(_ key: UID, at now: Instant) -> Bool {
    var bucket = spam[key] ?? Bucket(tokens: 25, last: now)
    bucket.tokens = min(25, bucket.tokens + (now - bucket.last).fractionalSeconds / 300)
    bucket.last = now
    let allowed = bucket.tokens >= 1
    if allowed { bucket.tokens -= 1 }
    spam[key] = bucket
    return allowed
  }

  private func event(_ note: EventNote, _ message: String, _ entry: Recorded, at now: Instant) -> Event {
    let namespace = note.about.namespace.isEmpty ? "default" : note.about.namespace
    var event = Event(
      metadata: ObjectMeta(name: entry.name, namespace: namespace),
      involvedObject: note.about,
      type: note.type,
      reason: note.reason,
      message: message
    )
    event.source = component.name
    event.sourceHost = component.node
    event.firstTimestamp = entry.first.wholeSecond
    event.lastTimestamp = now.wholeSecond
    event.count = entry.count
    return event
  }

  private mutating func newStyleEvent(_ note: EventNote, at now: Instant) -> Event {
    let namespace = note.about.namespace.isEmpty ? "default" : note.about.namespace
    var event = Event(
      metadata: ObjectMeta(
        name: newName(note.about, at: now),
        namespace: namespace
      ),
      involvedObject: note.about,
      type: note.type,
      reason: note.reason,
      message: note.message
    )
    event.source = component.name
    event.eventTime = now
    event.action = note.action
    event.reportingInstance = "\(component.name)-control-plane"
    return event
  }

  /// The object's name and the time in hexadecimal nanoseconds.
  private mutating func newName(_ about: Event.Involved, at now: Instant) -> String {
    lastName = max(now.microseconds * 1_000, lastName + 1)
    return "\(about.name).\(String(lastName, radix: 16))"
  }
}
