import Basics
import Cluster
import Kubectl
import Machinery
import Narration

/// Why the run stands still again.
enum Halt {
  /// What was waited for has come, or its time is over.
  case done
  /// The user has interrupted.
  case interrupted
  case broke([Breakpoint])
}

extension Session {
  /// Makes moves until `isDone` holds, `end` is reached or nothing is pending, unless a breakpoint or the user stops
  /// it. Where `end` is reached the clock stands there.
  ///
  /// `isDone` is asked before the first move and after each with the records that it made.
  mutating func go(until end: Instant? = nil, _ isDone: (Timeline, ArraySlice<Record>) -> Bool) -> Halt {
    var watches = breakpoints.map { ConditionWatch($0.condition, in: timeline) }
    var moves = 0
    var made: ArraySlice<Record> = []
    while true {
      if isDone(timeline, made) { return .done }
      // While a part of the trace is held, the next move would copy the whole of it.
      made = []
      guard moves % 1024 != 0 || goesOn() else { return .interrupted }
      guard let next = timeline.nextMoveTime, end.map({ next <= $0 }) ?? true, timeline.move() else { break }
      moves += 1
      made = timeline.trace.made(at: timeline.position)
      var hit: [Breakpoint] = []
      for index in watches.indices where watches[index].comesTrue(by: made, in: timeline) {
        hit.append(breakpoints[index])
      }
      if !hit.isEmpty { return .broke(hit) }
    }
    if let end { timeline.advance(to: end) }
    return .done
  }

  /// Says why the run stands still where that is not what was asked for.
  func tell(_ halt: Halt, _ output: inout CommandOutput) {
    switch halt {
    case .done: break
    case .interrupted: output.warn(text(.interrupted))
    case .broke(let breakpoints):
      for breakpoint in breakpoints { output.print(text(.stopped(at: breakpoint))) }
      if let last = timeline.records.last { output.print("  \(narrator.line(last))") }
    }
  }
}

extension Localized {
  fileprivate static func stopped(at breakpoint: Breakpoint) -> Localized {
    Localized(
      "stopped at breakpoint \(breakpoint.number): \(breakpoint.text)",
      "중단점 \(breakpoint.number)에서 멈췄습니다: \(breakpoint.text)"
    )
  }
}
