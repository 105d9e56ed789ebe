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
  /// The branch that the present moment is on.
  package internal(set) var present: Branch
  /// The other branches: futures that were left by acting in their past, what-ifs, and runs that were left by `reset`.
  package internal(set) var others: [Branch] = []
  /// Moments that were given a name, oldest first.
  package internal(set) var marks: [Mark] = []
  /// Whether the clock rests later than the last move.
  private var isResting = false

  package init(_ configuration: Configuration) {
    present = Branch(configuration)
    cluster = present.start
  }

  /// A run in which nothing happens, of a cluster without nodes: what stands in the place of one that is lent out.
  package static let blank = Timeline(Configuration(nodes: 0))

  package var now: Instant { cluster.now }
  package var trace: Trace { present.trace }
  /// Whether moves lie ahead that were made before.
  package var isInThePast: Bool { position < present.trace.moves }
  /// The records up to the present moment.
  package var records: ArraySlice<Record> { present.trace.upTo(position) }
  package var lastRecord: RecordID { RecordID(present.trace.lastNumber(at: position)) }

  /// When the next move comes: an input where one was made, else what the agenda has next.
  package var nextMoveTime: Instant? {
    isInThePast ? present.inputs[position]?.time ?? cluster.nextTime : cluster.nextTime
  }

  /// Makes the next move, again where it was made before; false when nothing is pending.
  @discardableResult
  package mutating func move() -> Bool {
    if isInThePast {
      redo()
      if !isInThePast { restAtTheEnd() }
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
      let made = present.trace.made(at: position)
      if !made.isEmpty { return made }
    } while !cluster.isSettled || isInThePast
    return []
  }

  /// Lets `input` act now. In the past this opens a new branch; the old future is kept.
  package mutating func perform(_ input: Input) throws(APIError) -> [Change] {
    if isInThePast || present.end.map({ now < $0 }) ?? false { branchOff() }
    present.inputs[position] = TimedInput(time: cluster.now, input: input)
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
    present.trace.append(cluster.fresh)
    position += 1
    isResting = false
    present.end = nil
    present.checkpoints.made(cluster.fresh, cluster, at: position)
    cluster.clearRecords()
  }

  /// Makes a move again that was made before; the records that it makes.
  @discardableResult
  mutating func redo() -> [Record] {
    if let timed = present.inputs[position] {
      cluster.rest(until: timed.time)
      // A refusal was told when it first came; here only the state counts.
      _ = try? cluster.perform(timed.input)
    } else {
      cluster.step()
    }
    let records = cluster.fresh
    cluster.clearRecords()
    position += 1
    isResting = false
    present.checkpoints.madeAgain(records, cluster, at: position)
    return records
  }

  /// Makes the records around `id` again where the trace has let them go, by running once more from the nearest
  /// snapshot; false where this run has no such record.
  package mutating func recall(_ id: RecordID) -> Bool {
    if present.trace[id] != nil { return true }
    guard id.number >= 1, let target = present.trace.position(of: id.number) else { return false }
    var past = self
    past.arrive(at: present.checkpoints.nearest(to: target - 1).position)
    var made: [Record] = []
    while past.position < target {
      made += past.redo()
      if made.count > Trace.fleetingKept { made.removeFirst(made.count - Trace.fleetingKept / 2) }
    }
    present.trace.restore(made)
    return present.trace[id] != nil
  }

  /// Goes to the moment just after the move before `target`, as if the clock had not rested there.
  mutating func arrive(at target: Int) {
    precondition((0...present.trace.moves).contains(target), "a position of this run")
    let checkpoint = present.checkpoints.nearest(to: target)
    if target < position || (target == position && isResting) || checkpoint.position > position {
      cluster = checkpoint.cluster
      position = checkpoint.position
      isResting = false
    }
    while position < target { redo() }
  }

  /// Goes to the moment after `target` moves; at the end of the branch the clock stands where it was left.
  package mutating func go(to target: Int) {
    if target == position, !isInThePast { return }
    arrive(at: target)
    restAtTheEnd()
  }

  private mutating func restAtTheEnd() {
    if !isInThePast, let end = present.end { rest(until: end) }
  }

  /// Lets the clock stand at `time`, which nothing pending may precede.
  mutating func rest(until time: Instant) {
    guard time > cluster.now else { return }
    cluster.rest(until: time)
    isResting = true
    if !isInThePast { present.end = max(time, present.end ?? time) }
  }

  /// Takes another branch for the present one; the moment is then its beginning.
  mutating func take(_ branch: Branch) {
    present = branch
    cluster = branch.start
    position = 0
    isResting = false
  }
}
