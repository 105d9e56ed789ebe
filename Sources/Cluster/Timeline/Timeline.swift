package import APIServer
package import Basics
package import Machinery
import Objects

/// A run that one can move about in: the present cluster, what has happened, and the futures that were left.
///
/// A move is one occurrence of the agenda or one input. Between moves the clock may rest.
package struct Timeline: Sendable {
  package private(set) var cluster: Cluster
  /// How many moves lie behind the present moment.
  package private(set) var position = 0
  package private(set) var trace: Trace
  /// The inputs of this branch by the move they are.
  private var inputs = SnapshotMap<Int, Timed>()
  /// Where the clock was let rest after a move.
  private var rests = SnapshotMap<Int, Instant>()
  private var checkpoints: Checkpoints
  /// Branches that were left by acting in their past, oldest first.
  package private(set) var left: [Branch] = []

  fileprivate struct Timed: Sendable {
    var time: Instant
    var input: Input
  }

  /// A future that was left.
  package struct Branch: Sendable {
    package var trace: Trace
    fileprivate var inputs: SnapshotMap<Int, Timed>
    fileprivate var rests: SnapshotMap<Int, Instant>
    fileprivate var checkpoints: Checkpoints
    /// Where the present branch parted from it.
    package var partedAt: Int
  }

  package init(_ configuration: Configuration) {
    cluster = Cluster(configuration)
    trace = Trace(cluster.fresh)
    cluster.clearRecords()
    checkpoints = Checkpoints(cluster)
  }

  package var now: Instant { cluster.now }
  /// Whether moves lie ahead that were made before.
  package var isInThePast: Bool { position < trace.moves }
  /// The records up to the present moment.
  package var records: ArraySlice<Record> { trace.upTo(position) }
  package var lastRecord: RecordID { RecordID(trace.lastNumber(at: position)) }

  /// When the next move comes: an input where one was made, else what the agenda has next.
  package var nextMoveTime: Instant? {
    isInThePast ? inputs[position]?.time ?? cluster.nextTime : cluster.nextTime
  }

  /// Makes the next move, again where it was made before; false when nothing is pending.
  @discardableResult
  package mutating func move() -> Bool {
    if isInThePast {
      redo()
      return true
    }
    guard cluster.step() else { return false }
    finishMove()
    return true
  }

  /// Makes moves until one has made a record or the cluster is settled; the records.
  @discardableResult
  package mutating func step() -> ArraySlice<Record> {
    repeat {
      guard move() else { break }
      let made = trace.made(at: position)
      if !made.isEmpty { return made }
    } while !cluster.isSettled || isInThePast
    return []
  }

  /// Lets `input` act now. In the past this opens a new branch; the old future is kept.
  package mutating func perform(_ input: Input) throws(APIError) -> [Change] {
    if isInThePast { branch() }
    inputs[position] = Timed(time: cluster.now, input: input)
    do throws(APIError) {
      let changes = try cluster.perform(input)
      finishMove()
      return changes
    } catch {
      finishMove()
      throw error
    }
  }

  private mutating func finishMove() {
    trace.append(cluster.fresh)
    cluster.clearRecords()
    position += 1
    checkpoints.offer(cluster, at: position)
  }

  /// Makes a move again that was made before; the records that it makes.
  @discardableResult
  private mutating func redo() -> [Record] {
    if let timed = inputs[position] {
      cluster.rest(until: timed.time)
      // A refusal was told when it first came; here only the state counts.
      _ = try? cluster.perform(timed.input)
    } else {
      cluster.step()
    }
    let records = cluster.fresh
    cluster.clearRecords()
    position += 1
    if let rest = rests[position] { cluster.rest(until: rest) }
    checkpoints.offer(cluster, at: position)
    return records
  }

  /// Makes the records around `id` again where the trace has let them go, by running once more from the nearest
  /// snapshot; false where this run has no such record.
  package mutating func recall(_ id: RecordID) -> Bool {
    if trace[id] != nil { return true }
    guard id.number >= 1, let target = trace.position(of: id.number) else { return false }
    var past = self
    let checkpoint = checkpoints.nearest(to: target - 1)
    past.cluster = checkpoint.cluster
    past.position = checkpoint.position
    if let rest = rests[past.position] { past.cluster.rest(until: rest) }
    var made: [Record] = []
    while past.position < target {
      made += past.redo()
      if made.count > Trace.fleetingKept { made.removeFirst(made.count - Trace.fleetingKept / 2) }
    }
    trace.restore(made)
    return trace[id] != nil
  }

  private mutating func branch() {
    left.append(
      Branch(trace: trace, inputs: inputs, rests: rests, checkpoints: checkpoints, partedAt: position)
    )
    trace.cut(after: position)
    for move in inputs.sortedKeys where move >= position { inputs.removeValue(forKey: move) }
    for move in rests.sortedKeys where move >= position { rests.removeValue(forKey: move) }
    checkpoints.cut(after: position)
  }

  /// Goes to the moment after `target` moves.
  package mutating func go(to target: Int) {
    precondition((0...trace.moves).contains(target), "a position of this run")
    if target < position || checkpoints.nearest(to: target).position > position {
      let checkpoint = checkpoints.nearest(to: target)
      cluster = checkpoint.cluster
      position = checkpoint.position
      if let rest = rests[position] { cluster.rest(until: rest) }
    }
    while position < target { redo() }
  }

  /// Lets the clock stand at `time`, which nothing pending may precede.
  mutating func rest(until time: Instant) {
    guard time > cluster.now else { return }
    cluster.rest(until: time)
    if !isInThePast { rests[position] = time }
  }
}
