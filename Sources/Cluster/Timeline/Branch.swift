package import Basics
import Machinery

/// A line of moves from the beginning of a run to where it has been taken.
package struct Branch: Sendable {
  /// `main`, `branch-2`, `what-if-3`, `run-4` …
  package let name: String
  /// The place among the branches in the order in which they began, from 1.
  package let number: Int
  /// The branch that this one left, and where; nil for one that begins with a cluster of its own.
  package let origin: Origin?
  package internal(set) var trace: Trace
  /// The inputs by the move they are.
  var inputs = SnapshotMap<Int, TimedInput>()
  /// Where the clock was let rest after the last move.
  var end: Instant?
  var checkpoints: Checkpoints

  /// Where a branch parted from another.
  package struct Origin: Hashable, Sendable {
    package var branch: String
    package var position: Int
    package var time: Instant
  }

  /// A branch that leaves none: a cluster as it was set up, with what was recorded of that.
  init(_ configuration: Configuration, number: Int = 1) {
    var cluster = Cluster(configuration)
    let records = cluster.fresh
    cluster.clearRecords()
    name = number == 1 ? "main" : "run-\(number)"
    self.number = number
    origin = nil
    trace = Trace(records, hashEvery: cluster.configuration.hashEvery)
    checkpoints = Checkpoints(cluster)
  }

  /// A branch that leaves `other` after `position` moves; its name ends in its number.
  init(_ prefix: String, number: Int, leaving other: Branch, at position: Int, time: Instant) {
    name = "\(prefix)-\(number)"
    self.number = number
    origin = Origin(branch: other.name, position: position, time: time)
    trace = other.trace
    inputs = other.inputs
    checkpoints = other.checkpoints
    trace.cut(after: position)
    for move in other.inputs.sortedKeys where move >= position { inputs.removeValue(forKey: move) }
    checkpoints.cut(after: position)
  }

  /// The input that is the move after `position`, a typed command, and those that kubectl made of it; by their moves.
  package func inputs(ofCommandAt position: Int) -> Set<Int> {
    let later = inputs.sortedKeys.filter { $0 > position }
    let own = later.prefix { move in
      if case .command? = inputs[move]?.input { false } else { true }
    }
    return Set([position] + own)
  }

  /// The cluster before the first move.
  var start: Cluster { checkpoints.nearest(to: 0).cluster }

  /// The last moment of this branch.
  package var last: Moment {
    Moment(branch: name, position: trace.moves, time: end)
  }
}

/// An input and when it acted.
struct TimedInput: Sendable {
  var time: Instant
  var input: Input
}

/// A place in a run and all its branches.
package struct Moment: Hashable, Sendable {
  package var branch: String
  /// How many moves lie before it.
  package var position: Int
  /// Where the clock stands; nil for the time of the last move.
  package var time: Instant?

  package init(branch: String, position: Int, time: Instant? = nil) {
    self.branch = branch
    self.position = position
    self.time = time
  }
}

/// A moment that was given a name.
package struct Mark: Hashable, Sendable {
  package var name: String
  package var moment: Moment
}
