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

  /// The virtual time in which nothing is to be due for that to be told: ten seconds on the wall.
  var lull: Interval { Interval(microseconds: 100 * tick.microseconds) }

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
      var hasToldLull = tellLull(speed, &output)
      while case .done = halt, clock.ticks(news(&output)) {
        let told = timeline.lastRecord
        halt = go(until: timeline.now + speed.tick) { _, _ in false }
        tellNews(after: told, &output)
        if !output.pieces.isEmpty { hasToldLull = false }
        if !hasToldLull { hasToldLull = tellLull(speed, &output) }
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

  /// Tells that nothing is due for long; whether that is so.
  private func tellLull(_ speed: PlaySpeed, _ output: inout CommandOutput) -> Bool {
    let rest = timeline.nextMoveTime.map { $0 - timeline.now }
    if let rest, rest < speed.lull { return false }
    output.print(text(.lull(rest)))
    return true
  }

  private func news(_ output: inout CommandOutput) -> CommandOutput {
    output.fold(in: layout)
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
  /// nil for as long as nobody does anything.
  fileprivate static func lull(_ length: Interval?) -> Localized {
    guard let length else {
      return Localized(
        "Nothing is pending: nothing will happen until you do something.",
        "예정된 일이 없습니다. 무엇인가 하기 전에는 아무 일도 일어나지 않습니다."
      )
    }
    let time = length.spoken
    return Localized(
      "Nothing is due for \(time.english); agenda tells what then is.",
      "앞으로 \(time.korean) 동안 예정된 일이 없습니다. 그다음 일은 agenda로 봅니다."
    )
  }
  fileprivate static let timeRuns = Localized("Time runs; Ctrl-C stops it.", "시간이 흐릅니다. Ctrl-C로 멈춥니다.")
}
