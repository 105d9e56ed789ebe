package import Basics
package import Narration
package import Objects

/// The table of `kubectl events`, which is another than that of `kubectl get events`.
///
/// Mirrors `k8s.io/kubectl/pkg/cmd/events`.
package struct EventLines: Sendable {
  private let showNamespace: Bool
  private var table: TableText

  package init(noHeaders: Bool = false, showNamespace: Bool = false, _ layout: Layout = Layout()) {
    self.showNamespace = showNamespace
    let header = ["LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"]
    table = TableText((showNamespace ? ["NAMESPACE"] : []) + header, noHeaders: noHeaders, layout)
  }

  /// The next rows, oldest event first, before the first of them the header. Empty for no events.
  package mutating func text(of events: [Event], at now: Instant) -> String {
    guard !events.isEmpty else { return "" }
    let rows = EventLines.sorted(events).map { event in
      let involved = event.involvedObject
      return (showNamespace ? [event.metadata.namespace] : []) + [
        event.interval(at: now), event.type, event.reason, "\(involved.kind)/\(involved.name)",
        event.message.trimmingSpace,
      ]
    }
    return table.text(of: rows)
  }

  /// The Events, the one seen last at the end.
  ///
  /// Mirrors `events.SortableEvents`.
  package static func sorted(_ events: [Event]) -> [Event] {
    events.enumerated().sorted { left, right in
      let times = (left.element.lastOccurrence, right.element.lastOccurrence)
      return times.0 == times.1 ? left.offset < right.offset : times.0 < times.1
    }.map(\.element)
  }
}

extension Event {
  /// Mirrors `events.eventTime`.
  fileprivate var lastOccurrence: Instant {
    Reading(other["series"]).lastObservedTime.time ?? lastTimestamp ?? eventTime ?? Instant(unixSeconds: 0)
  }
}
