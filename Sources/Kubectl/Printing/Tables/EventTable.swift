import Basics
import Objects

extension KindTable {
  static let events = KindTable(.event, columns: eventColumns) { object, now in
    object.as(Event.self).map { row(of: $0, at: now) } ?? []
  }

  static let newEvents = KindTable(.newEvent, columns: eventColumns) { object, now in
    row(of: Event(newAPI: object), at: now)
  }

  private static let eventColumns = [
    Column("LAST SEEN"), Column("TYPE"), Column("REASON"), Column("OBJECT"),
    Column("SUBOBJECT", wideOnly: true), Column("SOURCE", wideOnly: true), Column("MESSAGE"),
    Column("FIRST SEEN", wideOnly: true), Column("COUNT", wideOnly: true), Column("NAME", wideOnly: true),
  ]

  private static func row(of event: Event, at now: Instant) -> [String] {
    let times = EventTimes(event, at: now)
    let involved = event.involvedObject
    return [
      times.lastSeen, event.type, event.reason,
      involved.name.isEmpty ? involved.kind.lowercased() : "\(involved.kind.lowercased())/\(involved.name)",
      involved.fieldPath, source(event), event.message.trimmingSpace,
      times.firstSeen, String(times.count), event.metadata.name,
    ]
  }

  /// Mirrors `formatEventSource`.
  private static func source(_ event: Event) -> String {
    let host = event.sourceHost.isEmpty ? event.reportingInstance : event.sourceHost
    return host.isEmpty ? event.source : "\(event.source), \(host)"
  }
}

/// When an event was seen, in the words of the tables.
///
/// Mirrors `printEvent`: events of events.k8s.io have `eventTime` and a series, others two timestamps and a count.
struct EventTimes {
  let firstSeen: String
  let lastSeen: String
  let count: Int

  init(_ event: Event, at now: Instant) {
    let series = Reading(event.other["series"])
    firstSeen = (event.firstTimestamp ?? event.eventTime).age(at: now)
    if series.exists {
      lastSeen = series.lastObservedTime.time.age(at: now)
      count = series.count.int ?? 0
    } else {
      lastSeen = event.lastTimestamp.map { Optional($0).age(at: now) } ?? firstSeen
      count = max(event.count, 1)
    }
  }
}

extension String {
  /// This text without white space at its ends.
  var trimmingSpace: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
