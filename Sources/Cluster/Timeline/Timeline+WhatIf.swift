import APIServer
import Basics
package import Machinery
import Objects

/// Where two runs part: the first records that differ; nil where a run has none to hold against the other's.
package struct Parting: Sendable {
  package var old: Record?
  package var new: Record?
}

extension Timeline {
  /// Goes to `moment` and opens a branch there, for what would be otherwise.
  package mutating func beginWhatIf(at moment: Moment) {
    go(to: moment)
    branchOff("what-if")
  }

  /// Keeps a branch that was made on a copy of this timeline.
  package mutating func keep(_ branch: Branch) { others.append(branch) }

  /// Goes on as `original` went on after `position`, as long as it did: its later inputs act again, each at the move at
  /// which it did, and from where the runs part at its time.
  ///
  /// - Parameters:
  ///   - original: the branch that this one left.
  ///   - position: the moves that both have.
  ///   - leavingOut: inputs that do not act again, by their moves.
  ///   - goesOn: asked now and then; false to stop early.
  ///   - isSame: whether a record of the original and one of this run tell the same.
  /// - Returns: where the runs part; nil where they do not.
  package mutating func goOn(
    as original: Branch,
    after position: Int,
    leavingOut: Set<Int>,
    while goesOn: (Headway) -> Bool,
    isSame: (Record, Record) -> Bool
  ) -> Parting? {
    var follower = Follower(original: original, next: position)
    let later = original.inputs.sortedKeys.filter { $0 >= position && !leavingOut.contains($0) }
    follower.skipped = leavingOut
    let end = cluster(at: original.last).now
    for move in later + [original.trace.moves] {
      let timed = original.inputs[move]
      let time = timed?.time ?? end
      while follower.parting == nil, follower.next < move {
        guard goesOn(headway) else { return nil }
        follow(&follower, until: time, isSame)
      }
      if follower.parting != nil { advance(to: time, while: goesOn) } else { rest(until: time) }
      guard let timed else { break }
      let before = self.position
      _ = try? perform(rebased(timed.input, in: original, at: move))
      if follower.parting == nil { follower.compare(trace.made(at: before + 1), isSame) }
    }
    return follower.parting
  }

  /// Makes the move that the original made next, or finds that there is none such up to `time`.
  private mutating func follow(
    _ follower: inout Follower,
    until time: Instant,
    _ isSame: (Record, Record) -> Bool
  ) {
    if follower.skipped.contains(follower.next) {
      follower.next += 1
      return
    }
    guard let next = nextMoveTime, next <= time, move() else {
      follower.compare([], isSame)
      return
    }
    follower.compare(trace.made(at: position), isSame)
  }

  /// An input as it is meant in this run: what it changed in an object there it changes in the object here.
  private func rebased(_ input: Input, in original: Branch, at move: Int) -> Input {
    switch input {
    case .update(let object, let subresource):
      guard let current = cluster.store[object.id] else { return input }
      let writes = original.trace.made(at: move + 1).compactMap { record -> Change? in
        if case .wrote(_, object.id, let change?) = record.happening { change } else { nil }
      }
      guard let change = writes.first, let old = change.old, old != current else { return input }
      var wanted = change.object
      wanted = wanted.with { metadata in
        metadata.resourceVersion = old.metadata.resourceVersion
        metadata.generation = old.metadata.generation
      }
      let patch = JSONMergePatch.difference(from: old.value, to: wanted.value) ?? [:]
      let value = JSONMergePatch.apply(patch, to: current.value)
      return Object(fields: value.object ?? [:]).map { .update($0, subresource) } ?? input
    case .delete(let id, var options):
      options.uid = options.uid.map { cluster.store[id]?.metadata.uid ?? $0 }
      return .delete(id, options)
    default: return input
    }
  }
}

/// Holds a run against the one that it follows.
private struct Follower {
  let original: Branch
  /// The move of the original that is compared next, counted from 0.
  var next: Int
  /// Moves of the original that are left out.
  var skipped: Set<Int> = []
  private(set) var parting: Parting?

  init(original: Branch, next: Int) {
    self.original = original
    self.next = next
  }

  /// Compares what a move has made with what the original's next move made.
  mutating func compare(_ made: ArraySlice<Record>, _ isSame: (Record, Record) -> Bool) {
    // Of records that say again what was said before the original may have kept some only.
    let old = next < original.trace.moves ? original.trace.made(at: next + 1).filter { !$0.isFleeting } : []
    let new = made.filter { !$0.isFleeting }
    next += 1
    let same = zip(old, new).prefix { isSame($0, $1) }.count
    guard same < max(old.count, new.count) else { return }
    parting = Parting(
      old: same < old.count ? old[same] : nil,
      new: same < new.count ? new[same] : nil
    )
  }
}
