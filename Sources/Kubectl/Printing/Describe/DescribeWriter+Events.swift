import Basics
import Objects

extension DescribeWriter {
  /// The events about `object`, oldest first; nothing where events are not shown.
  ///
  /// Mirrors `DescribeEvents`.
  mutating func events(of object: Object, _ context: DescribeContext) {
    guard let all = context.events else { return }
    let events = all.filter { $0.isAbout(object) }
    guard !events.isEmpty else { return line(0, "Events:\t<none>") }
    flush()
    line(0, "Events:")
    line(1, "Type\tReason\tAge\tFrom\tMessage")
    line(1, "----\t------\t----\t----\t-------")
    for event in events.sortedForDescribe {
      let path = event.involvedObject.fieldPath
      let message = (path.isEmpty ? "" : "\(path): ") + event.message.trimmingSpace
      let age = event.interval(at: context.now)
      line(1, "\(event.type)\t\(event.reason)\t\(age)\t\(event.source)\t\(message)")
    }
  }
}

extension [Event] {
  /// By the time of the last occurrence; those that have none (the scheduler's) come first.
  ///
  /// Mirrors `event.SortableEvents`.
  fileprivate var sortedForDescribe: [Event] {
    enumerated().sorted { left, right in
      switch (left.element.lastTimestamp, right.element.lastTimestamp) {
      case (let first?, let second?) where first != second: first < second
      case (nil, .some): true
      case (.some, nil): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }
}

extension Event {
  /// Mirrors `searchEvents`: by name and uid. A kubelet reports about its node with the node's name for a uid.
  fileprivate func isAbout(_ object: Object) -> Bool {
    guard involvedObject.name == object.metadata.name else { return false }
    if involvedObject.uid == object.metadata.uid { return true }
    return object.kind == .node && involvedObject.kind == "Node" && involvedObject.uid.text == object.metadata.name
  }

  /// `20s`, or `0s (x2 over 10s)` for what has happened again.
  ///
  /// Mirrors `events.getInterval`.
  func interval(at now: Instant) -> String {
    let first = (eventTime ?? firstTimestamp).age(at: now)
    let series = Reading(other["series"])
    if series.exists {
      return "\(series.lastObservedTime.time.age(at: now)) (x\(series.count.int ?? 0) over \(first))"
    }
    return count > 1 ? "\(lastTimestamp.age(at: now)) (x\(count) over \(first))" : first
  }
}
