import APIServer
import Basics
import Machinery
import Objects

/// A hash of all records of a run that stay in its trace, noted down after each so many moves.
///
/// Of two runs that part, the noted ones differ from there on: the objects that were written count with all their
/// fields, every record with its number, its time, who made it and what caused it.
struct RunningHash: Sendable {
  let every: Int
  private(set) var hashes: [UInt64] = []
  private var current = StableHasher()

  init(every: Int) { self.every = every }

  /// Takes in what move number `move` made; they come in order, from 1.
  mutating func append(_ records: [Record], move: Int) {
    for record in records where !record.isFleeting { current.combine(record) }
    if move % every == 0 { hashes.append(current.value) }
  }

  /// Forgets what came after `position`; `made` gives what a move before it made.
  mutating func cut(after position: Int, made: (Int) -> ArraySlice<Record>) {
    hashes.removeSubrange((position / every)...)
    current = hashes.last.map { StableHasher(continuing: $0) } ?? StableHasher()
    for move in position / every * every..<position {
      for record in made(move + 1) where !record.isFleeting { current.combine(record) }
    }
  }
}

extension StableHasher {
  fileprivate mutating func combine(_ record: Record) {
    combine(record.id.number)
    combine(record.time.microseconds)
    combine(record.component.name)
    combine(record.component.node)
    combine(record.cause?.number ?? 0)
    if case .wrote(_, _, let change?) = record.happening { change.object.value.hash(into: &self) }
  }
}
