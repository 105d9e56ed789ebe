package import Basics
package import Objects

/// The table of `kubectl events`, which is another than that of `kubectl get events`.
///
/// Mirrors `k8s.io/kubectl/pkg/cmd/events`.
package struct EventLines: Sendable {
  private let noHeaders: Bool
  private let showNamespace: Bool
  private var writer = TabWriter.table
  private var printedHeader = false

  package init(noHeaders: Bool = false, showNamespace: Bool = false) {
    self.noHeaders = noHeaders
    self.showNamespace = showNamespace
  }

  /// The next rows, oldest event first, before the first of them the header. Empty for no events.
  package mutating func text(of events: [Event], at now: Instant) -> String {
    guard !events.isEmpty else { return "" }
    if !noHeaders && !printedHeader {
      write(["LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"], namespace: "NAMESPACE")
      printedHeader = true
    }
    for event in EventLines.sorted(events) {
      let involved = event.involvedObject
      let cells = [
        event.interval(at: now), event.type, event.reason, "\(involved.kind)/\(involved.name)",
        event.message.trimmingSpace,
      ]
      write(cells, namespace: event.metadata.namespace)
    }
    return writer.flush()
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

  private mutating func write(_ cells: [String], namespace: String) {
    writer.write(((showNamespace ? [namespace] : []) + cells).joined(separator: "\t") + "\n")
  }
}

extension Event {
  /// Mirrors `events.eventTime`.
  fileprivate var lastOccurrence: Instant {
    Reading(other["series"]).lastObservedTime.time ?? lastTimestamp ?? eventTime ?? Instant(unixSeconds: 0)
  }
}
