import Basics
import Cluster
import Kubectl
import Machinery
import Narration

/// How many times as fast as the clock on the wall virtual time runs.
struct PlaySpeed {
  private static let slowest = 0.01
  private static let fastest = 10_000.0

  private let factor: Double

  /// Reads the words behind `play`: nothing, `10`, `0.5` or `10x`; nil where they name something to be the controller
  /// of.
  init?(_ words: [Word]) throws(UsageError) {
    guard words.count <= 1 else { throw UsageError() }
    guard let text = words.first?.text else {
      factor = 1
      return
    }
    if text.hasPrefix("#") || text.contains("/") { return nil }
    let number = text.hasSuffix("x") ? text.dropLast() : text[...]
    guard let factor = Double(number), factor >= PlaySpeed.slowest, factor <= PlaySpeed.fastest else {
      throw UsageError()
    }
    self.factor = factor
  }

  /// How much virtual time passes from one tick of the clock on the wall to the next.
  var tick: Interval { Interval(microseconds: Int64(Double(WallClock.tick.microseconds) * factor)) }
}

extension Session {
  /// Tells what happens beside the clock on the wall, until interrupted or stopped at a breakpoint; where nobody
  /// watches, until nothing more is coming soon.
  mutating func run(at speed: PlaySpeed, _ output: inout CommandOutput) {
    let position = timeline.position
    var halt = Halt.done
    if author == .user, clock.begins() {
      output.print(text(.timeRuns))
      while case .done = halt, clock.ticks(news(&output)) {
        let told = timeline.lastRecord
        halt = go(until: timeline.now + speed.tick) { _, _ in false }
        tellNews(after: told, &output)
      }
    } else {
      let told = timeline.lastRecord
      halt = go { timeline, _ in timeline.cluster.isSettled && !timeline.isInThePast }
      tellNews(after: told, &output)
    }
    note(halt, of: .settle)
    tell(halt, &output)
    invite(narrator.summary(of: timeline, since: position), &output)
  }

  private func news(_ output: inout CommandOutput) -> CommandOutput {
    fold(&output)
    return output.take()
  }

  /// Prints a line for each record behind `told` that says something new.
  private func tellNews(after told: RecordID, _ output: inout CommandOutput) {
    for record in timeline.records[timeline.records.firstIndex(after: told.number)...] where !record.isQuiet {
      output.print(narrator.line(record))
    }
  }
}

extension Localized {
  fileprivate static let timeRuns = Localized("Time runs; Ctrl-C stops it.", "시간이 흐릅니다. Ctrl-C로 멈춥니다.")
}
