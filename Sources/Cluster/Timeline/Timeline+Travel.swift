package import Basics
package import Machinery

/// How far a run has come, for whoever waits for it.
package struct Headway: Hashable, Sendable {
  /// How many moves lie behind.
  package var moves: Int
  /// Virtual time since the run began.
  package var time: Interval

  /// After so many moves work that runs long asks again whether to go on.
  package static let asksEvery = 64

  package init(moves: Int, time: Interval) {
    self.moves = moves
    self.time = time
  }
}

extension Timeline {
  package var headway: Headway { Headway(moves: position, time: now - cluster.configuration.start) }

  /// Makes moves until nothing more is coming soon; whether that was reached within `limit` moves.
  @discardableResult
  package mutating func settle(limit: Int = .max, while goesOn: (Headway) -> Bool = { _ in true }) -> Bool {
    var moves = 0
    while !cluster.isSettled {
      guard moves < limit, moves % Headway.asksEvery != 0 || goesOn(headway), move() else { return false }
      moves += 1
    }
    return true
  }

  /// Makes all moves up to `time` and lets the clock stand there; time ends with `Instant.latest`.
  package mutating func advance(to time: Instant, while goesOn: (Headway) -> Bool = { _ in true }) {
    let time = min(time, .latest)
    var moves = 0
    while let next = nextMoveTime, next <= time {
      guard moves % Headway.asksEvery != 0 || goesOn(headway), move() else { return }
      moves += 1
    }
    rest(until: time)
  }

  /// Makes moves until `isDone` holds, `end` is reached or nothing is pending. Where `end` is reached the clock stands
  /// there.
  ///
  /// `isDone` is asked before the first move, after each with the records that it made, and where the clock comes to
  /// stand at `end`.
  package mutating func run(until end: Instant? = nil, _ isDone: (Timeline, ArraySlice<Record>) -> Bool) {
    var made: ArraySlice<Record> = []
    let last = min(end ?? .latest, .latest)
    while !isDone(self, made) {
      // While a part of the trace is held, the next move would copy the whole of it.
      made = []
      guard let next = nextMoveTime, next <= last, move() else {
        if end != nil, last > now {
          rest(until: last)
          _ = isDone(self, made)
        }
        return
      }
      made = trace.made(at: position)
    }
  }

  /// Goes back over the last `count` moves that made a record; how many there were.
  @discardableResult
  package mutating func back(_ count: Int) -> Int {
    var target = position
    var done = 0
    while done < count, let made = trace.position(of: trace.lastNumber(at: target)), made > 0 {
      target = made - 1
      done += 1
    }
    go(to: target)
    return done
  }

  /// Goes forward over `count` moves that make a record, as far as this run was made; how many there were.
  @discardableResult
  package mutating func forward(_ count: Int) -> Int {
    var target = position
    var done = 0
    while done < count, let next = trace.position(of: trace.lastNumber(at: target) + 1) {
      target = next
      done += 1
    }
    go(to: target)
    return done
  }

  /// Goes to the last moment at or before `time`; forward only as far as this run was made.
  package mutating func go(to time: Instant) {
    let count = present.trace.all.partitioningIndex { $0.time > time }
    let number = count == 0 ? 0 : present.trace.all[count - 1].id.number
    arrive(at: present.trace.position(of: number) ?? present.trace.moves)
    while isInThePast, let next = nextMoveTime, next <= time { redo() }
    if let next = nextMoveTime, next <= time { return }
    rest(until: time)
  }
}

extension Array {
  /// The first index whose element meets `belongs`, where all after it do too.
  func partitioningIndex(_ belongs: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
