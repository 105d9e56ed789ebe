import APIServer
import Basics
import Machinery
import Objects

/// What is wrong with the watches of some components, and what each of these was therefore not told.
///
/// A component whose watch breaks does not learn of it, as a reflector does not while its connection only looks alive;
/// once the watch is mended its reflector lists anew and its informer makes notifications of the differences.
struct WatchFaults: Sendable {
  /// One component's watch.
  private struct Line: Sendable {
    let subscriber: Subscriber
    /// How much later than they should its notifications come.
    var delay = Interval.zero
    /// When the last notification on its way arrives; none may overtake another.
    var arrival: Instant
    /// How many of the next notifications are lost.
    var losses = Losses.count(0)
    /// What it knows of each object of whose last change it was not told; inside nil where it knows nothing.
    var missed = SnapshotMap<ObjectID, Known>()
    /// Whether a LIST is on its way.
    var isListing = false
    /// The resourceVersion of its last LIST, and what that told: of these objects, notifications up to it are old news.
    var listed: Int64 = 0
    var listedObjects = SnapshotSet<ObjectID>()

    var isWhole: Bool { delay == .zero && losses == .count(0) && missed.isEmpty }
  }

  private enum Losses: Hashable, Sendable {
    case count(Int)
    case all
  }

  private struct Known: Sendable {
    var object: Object?
  }

  /// What becomes of a notification that has arrived.
  enum Fate {
    /// The component is told, of the change as it sees it.
    case told(Change)
    case lost
    /// A LIST has told it already, or it never knew what is gone now.
    case oldNews
  }

  /// In the order in which they were first disturbed.
  private var lines: [Line] = []

  var isEmpty: Bool { lines.isEmpty }

  private func place(of subscriber: Subscriber) -> Int? { lines.firstIndex { $0.subscriber == subscriber } }

  private mutating func line(of subscriber: Subscriber, at now: Instant) -> Int {
    if let place = place(of: subscriber) { return place }
    lines.append(Line(subscriber: subscriber, arrival: now))
    return lines.count - 1
  }

  mutating func delay(_ subscriber: Subscriber, by delay: Interval, at now: Instant) {
    lines[line(of: subscriber, at: now)].delay = delay
  }

  /// Lets the next `count` notifications be lost, or all.
  mutating func drop(_ subscriber: Subscriber, _ count: Int?, at now: Instant) {
    let place = line(of: subscriber, at: now)
    lines[place].losses = count.map { .count($0) } ?? .all
    lines[place].isListing = false
  }

  /// Whether notifications are being lost that nothing has been done about.
  func isLosing(_ subscriber: Subscriber) -> Bool {
    place(of: subscriber).map { lines[$0].losses != .count(0) && !lines[$0].isListing } ?? false
  }

  func isWhole(_ subscriber: Subscriber) -> Bool {
    place(of: subscriber).map { lines[$0].isWhole || lines[$0].isListing } ?? true
  }

  /// Ends the faults of a watch; whether a LIST is needed, until which nothing more comes through.
  mutating func mend(_ subscriber: Subscriber) -> Bool {
    guard let place = place(of: subscriber) else { return false }
    lines[place].delay = .zero
    guard lines[place].losses != .count(0) || !lines[place].missed.isEmpty else { return false }
    lines[place].losses = .all
    lines[place].isListing = true
    return true
  }

  /// When a notification sent now arrives, where it does not come in time.
  mutating func lateArrival(for subscriber: Subscriber, at now: Instant) -> Instant? {
    guard let place = place(of: subscriber) else { return nil }
    let inTime = now + Latency.watch
    let arrival = max(inTime + lines[place].delay, lines[place].arrival)
    lines[place].arrival = arrival
    return arrival == inTime ? nil : arrival
  }

  /// What becomes of a notification that arrives now.
  ///
  /// A change that follows a lost one is told as the difference to what the component knows, as an informer finds it
  /// from its own store. Mirrors `sharedIndexInformer.HandleDeltas`.
  mutating func fate(of change: Change, for subscriber: Subscriber) -> Fate {
    guard let place = place(of: subscriber) else { return .told(change) }
    let id = change.object.id
    if change.object.metadata.resourceVersion <= lines[place].listed, lines[place].listedObjects.contains(id) {
      return .oldNews
    }
    switch lines[place].losses {
    case .count(0): break
    case .count(let left):
      lines[place].losses = .count(left - 1)
      miss(id, change, at: place)
      return .lost
    case .all:
      miss(id, change, at: place)
      return .lost
    }
    guard let known = lines[place].missed.removeValue(forKey: id) else { return .told(change) }
    if change.kind == .deleted { return known.object == nil ? .oldNews : .told(change) }
    return .told(Change(known.object == nil ? .added : .modified, old: known.object, object: change.object))
  }

  private mutating func miss(_ id: ObjectID, _ change: Change, at place: Int) {
    if lines[place].missed[id] == nil { lines[place].missed[id] = Known(object: change.old) }
  }

  /// What a LIST of `store` tells a component; nil where it was not waiting for one.
  ///
  /// Mirrors `DeltaFIFO.Replace`: what is there first, then what is there no more.
  mutating func list(_ subscriber: Subscriber, _ store: Store, resourceVersion: Int64) -> [Change]? {
    guard let place = place(of: subscriber), lines[place].isListing else { return nil }
    var news: [Change] = []
    var gone: [Change] = []
    for (id, known) in lines[place].missed.sorted {
      switch (known.object, store[id]) {
      case (let old?, let new?) where old.metadata.uid == new.metadata.uid:
        news.append(Change(.modified, old: old, object: new))
      case (let old?, let new):
        gone.append(Change(.deleted, old: old, object: old))
        if let new { gone.append(Change(.added, old: nil, object: new)) }
      case (nil, let new?): news.append(Change(.added, old: nil, object: new))
      case (nil, nil): break
      }
    }
    var listed = SnapshotSet<ObjectID>()
    for id in lines[place].missed.sortedKeys { listed.insert(id) }
    lines[place] = Line(
      subscriber: subscriber,
      arrival: lines[place].arrival,
      listed: resourceVersion,
      listedObjects: listed
    )
    return news + gone
  }

  func hash(into hasher: inout StableHasher) {
    for line in lines {
      hasher.combine("\(line.subscriber) \(line.losses) \(line.isListing)")
      hasher.combine(line.delay.microseconds)
      hasher.combine(line.arrival.microseconds)
      hasher.combine(line.listed)
      for id in line.missed.sortedKeys { hasher.combine(id.key.description) }
    }
  }
}
