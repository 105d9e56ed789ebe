import Basics
import Objects

/// What one source has said about one object.
///
/// Mirrors the three caches of client-go's `record.EventCorrelator`: of alike events, of written ones, and of what is
/// left to say.
struct EventHistory: Sendable {
  /// An Event that was written.
  struct Entry: Sendable {
    var reason: String
    var message: String
    /// Empty for the Event into which alike ones are combined.
    var fieldPath: String
    var isCombined: Bool
    var name: String
    var count: Int
    var first: Instant
  }

  /// Alike notes: those with one reason; their messages of late.
  private struct Group: Sendable {
    var reason: String
    var messages: [String]
    var last: Instant
  }

  private var groups: [Group] = []
  private var entries: [Entry] = []
  private var tokens = 25.0
  private var tokensAt: Instant

  init(at now: Instant) { tokensAt = now }

  /// Counts `note`, in a new entry where nothing like it was said before; nil where the source has said too much.
  mutating func record(_ note: EventNote, _ names: inout EventNames, at now: Instant) -> Entry? {
    let isCombined = isOneOfTooMany(note, at: now)
    let index =
      entries.firstIndex { entry in
        entry.reason == note.reason && entry.isCombined == isCombined
          && (isCombined || (entry.message == note.message && entry.fieldPath == note.about.fieldPath))
      }
      ?? entries.count
    if index == entries.count {
      let fieldPath = isCombined ? "" : note.about.fieldPath
      entries.append(
        Entry(
          reason: note.reason,
          message: note.message,
          fieldPath: fieldPath,
          isCombined: isCombined,
          name: names.next(note.about, at: now),
          count: 0,
          first: now
        )
      )
    }
    entries[index].count += 1
    if isCombined { entries[index].message = "(combined from similar events): \(note.message)" }
    // The count grows also for what is dropped then, as in client-go.
    return takeToken(at: now) ? entries[index] : nil
  }

  /// Whether this message is one of too many alike.
  private mutating func isOneOfTooMany(_ note: EventNote, at now: Instant) -> Bool {
    let index = groups.firstIndex { $0.reason == note.reason } ?? groups.count
    if index == groups.count { groups.append(Group(reason: note.reason, messages: [], last: now)) }
    if now - groups[index].last > .minutes(10) { groups[index].messages = [] }
    groups[index].last = now
    let isNew = !groups[index].messages.contains(note.message)
    // client-go forgets any one of ten messages; here the newest is not kept: the outcome is the same each time.
    if isNew, groups[index].messages.count >= 9 { return true }
    if isNew { groups[index].messages.append(note.message) }
    return false
  }

  /// Whether one more Event may be written: 25 at first, then one in 5 minutes.
  private mutating func takeToken(at now: Instant) -> Bool {
    tokens = min(25, tokens + (now - tokensAt).fractionalSeconds / 300)
    tokensAt = now
    guard tokens >= 1 else { return false }
    tokens -= 1
    return true
  }
}
