package import Basics
package import Machinery

/// What one component did in one slice of time, by its weightiest record; the weightiest first.
package enum Activity: Character, Hashable, Sendable, CaseIterable {
  /// It comes from outside: a command, a fault.
  case outside = "c"
  case failure = "x"
  case decision = "d"
  case step = "p"
  case write = "w"
  case news = "n"
  case queue = "q"

  package init(_ kind: RecordKind) {
    self =
      switch kind {
      case .began, .command, .fault, .configuration: .outside
      case .refusal, .lostNotification, .eventDropped: .failure
      case .reconcile, .scheduling, .collection: .decision
      case .node, .podStep: .step
      case .write: .write
      case .notification, .list: .news
      case .requeue, .conclusion: .queue
      }
  }
}

/// What each component did when: lanes against virtual time.
package struct ComponentTimeline: Sendable {
  /// One component.
  package struct Lane: Sendable {
    package var component: Component
    package private(set) var count = 0
    package private(set) var first: Instant
    package private(set) var last: Instant
    /// How many records of each activity, in the order of `Activity.allCases`.
    package private(set) var counts = Array(repeating: 0, count: Activity.allCases.count)
    /// The weightiest activity of each column, as its place in `Activity.allCases`.
    fileprivate var cells: [Int?]

    fileprivate init(_ component: Component, from first: Instant, columns: Int) {
      self.component = component
      self.first = first
      last = first
      cells = Array(repeating: nil, count: columns)
    }

    fileprivate mutating func add(_ record: Record, column: Int, _ activity: Int) {
      count += 1
      last = record.time
      counts[activity] += 1
      cells[column] = min(activity, cells[column] ?? activity)
    }

    /// What the component did in a column; nil for nothing.
    package func activity(in column: Int) -> Activity? { cells[column].map { Activity.allCases[$0] } }
  }

  package private(set) var axis: TimeAxis
  /// In the order in which the components first did something.
  package private(set) var lanes: [Lane] = []

  /// Of `records`, which are in their order; on at most `columns` columns.
  package init(_ records: [Record], columns: Int) {
    axis = TimeAxis(records.map(\.time), columns: columns)
    var places: [Component: Int] = [:]
    for record in records {
      let place = places[record.component] ?? lanes.count
      if place == lanes.count {
        places[record.component] = place
        lanes.append(Lane(record.component, from: record.time, columns: axis.columns.count))
      }
      let activity = Activity(record.kind)
      let weight = Activity.allCases.firstIndex(of: activity) ?? 0
      lanes[place].add(record, column: axis.index(of: record.time), weight)
    }
  }
}
