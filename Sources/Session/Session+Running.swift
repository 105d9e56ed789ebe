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

/// What a breakpoint or the user has stopped, for `continue` to go on with.
enum Errand: Hashable, Sendable {
  case settle
  case advance(until: Instant)
  case until(WorldCondition, text: String, end: Instant)
}

/// What stops a run before its time: a breakpoint, or the user.
struct RunGuard {
  private let breakpoints: [Breakpoint]
  private var watches: [ConditionWatch]
  private let goesOn: (Headway) -> Bool
  /// The user is asked after the first move, and then after each so many.
  private let asksEvery: Int
  private var moves = 0
  /// The first reason to stop.
  private(set) var halt = Halt.done

  /// Conditions that hold already stop nothing until they have ceased to.
  init(_ session: Session, asksEvery: Int = Headway.asksEvery) {
    self.asksEvery = asksEvery
    breakpoints = session.breakpoints
    watches = breakpoints.map { ConditionWatch($0.condition, in: session.timeline) }
    goesOn = session.goesOn
  }

  var hasStopped: Bool { if case .done = halt { false } else { true } }

  /// Whether the run is to stop after a move that made `records`.
  mutating func stops(_ timeline: Timeline, after records: ArraySlice<Record>) -> Bool {
    if moves % asksEvery == 0, !goesOn(timeline.headway) { halt = .interrupted }
    moves += 1
    var hit: [Breakpoint] = []
    for index in watches.indices where watches[index].comesTrue(by: records, in: timeline) {
      hit.append(breakpoints[index])
    }
    if !hit.isEmpty { halt = .broke(hit) }
    return hasStopped
  }
}

extension Session {
  /// Makes moves until `isDone` holds, `end` is reached or nothing is pending, unless a breakpoint or the user stops
  /// it. Where `end` is reached the clock stands there.
  ///
  /// `isDone` is asked before the first move and after each with the records that it made.
  mutating func go(until end: Instant? = nil, _ isDone: (Timeline, ArraySlice<Record>) -> Bool) -> Halt {
    var runGuard = RunGuard(self)
    var position = timeline.position
    timeline.run(until: end) { timeline, made in
      if timeline.position != position, runGuard.stops(timeline, after: made) { return true }
      position = timeline.position
      return isDone(timeline, made)
    }
    return runGuard.halt
  }

  /// Goes on with `errand` to its end or until something stops it, and tells what has happened.
  mutating func carryOut(_ errand: Errand, _ output: inout CommandOutput) {
    let position = timeline.position
    var hasCome = true
    let halt: Halt
    switch errand {
    case .settle: halt = go { timeline, _ in timeline.cluster.isSettled }
    case .advance(let end): halt = go(until: end) { _, _ in false }
    case .until(let condition, _, let end): (halt, hasCome) = wait(for: condition, until: end)
    }
    note(halt, of: errand)
    tellNews(of: errand, since: position, &output)
    tell(halt, &output)
    guard case .until(let condition, let text, _) = errand, case .done = halt else { return }
    if !hasCome {
      output.fail(self.text(.notReached(text)))
    } else if !condition.isAboutObjects, let last = timeline.records.last {
      output.print("  \(narrator.line(last))")
    }
  }

  private mutating func tellNews(of errand: Errand, since position: Int, _ output: inout CommandOutput) {
    if timeline.position > position {
      // A script wants the answers of its commands; its pauses are not among them.
      if case .advance = errand, pace == .script { return }
      invite(narrator.summary(of: timeline, since: position), &output)
    } else if errand == .settle {
      invite(text(.settled), &output)
    }
  }

  private mutating func wait(for condition: WorldCondition, until end: Instant) -> (Halt, hasCome: Bool) {
    var watch = ConditionWatch(condition, in: timeline)
    var holds = condition.isAboutObjects && watch.holds
    let halt = go(until: end) { timeline, made in
      if !made.isEmpty, watch.comesTrue(by: made, in: timeline) { holds = true }
      return holds
    }
    return (halt, holds)
  }

  /// Lets the cluster settle after something was done, and tells what has come of it since `position`.
  mutating func settle(since position: Int, _ output: inout CommandOutput) {
    let halt = go { timeline, _ in timeline.cluster.isSettled }
    note(halt, of: .settle)
    invite(narrator.summary(of: timeline, since: position), &output)
    tell(halt, &output)
  }

  /// Lets virtual time pass; says so where something stops it.
  mutating func pass(_ length: Interval) -> CommandOutput {
    let end = timeline.now + length
    let halt = go(until: end) { _, _ in false }
    note(halt, of: .advance(until: end))
    var output = CommandOutput()
    tell(halt, &output)
    return output
  }

  /// Remembers what was stopped.
  mutating func note(_ halt: Halt, of errand: Errand) {
    if case .done = halt { stopped = nil } else { stopped = errand }
  }

  /// Says why the run stands still where that is not what was asked for.
  func tell(_ halt: Halt, _ output: inout CommandOutput) {
    switch halt {
    case .done: break
    case .interrupted: output.warn(text(.interrupted))
    case .broke(let breakpoints):
      for breakpoint in breakpoints { output.print(text(.stopped(at: breakpoint))) }
      if let last = timeline.records.last { output.print("  \(narrator.line(last))") }
      output.print(text(.continueGoesOn))
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
  fileprivate static let continueGoesOn = Localized("  continue · step · explain", "  continue · step · explain")
}
