import Basics
import Cluster
import Kubectl
import Machinery
import Narration

extension SessionCommand {
  static let step = SessionCommand(
    names: ["step", "s"],
    usage: "step [N] | step #N",
    purpose: Localized(
      "let the next thing happen, or the next N; #N lets that one of the agenda come first",
      "다음 일 하나(또는 N개)를 일으킵니다. #N은 예정 목록(agenda)의 그 일을 먼저 일으킵니다"
    ),
    examples: ["step", "step 5", "step #1"],
    run: { session, words, output throws(UsageError) in
      if words.count == 1, let number = RecordID(typed: words[0].text)?.number {
        session.take(number, &output)
        return
      }
      let count = try session.count(words, default: 1)
      var done = 0
      session.step(&output) { _ in
        done += 1
        return done == count
      }
    }
  )

  static let next = SessionCommand(
    names: ["next", "n"],
    usage: "next",
    purpose: Localized("go on to the end of the next reconcile", "다음 조정(reconcile)이 끝날 때까지 진행합니다"),
    examples: ["set mode step", "scale rs web --replicas=4", "next"],
    run: { session, _, output throws(UsageError) in
      session.step(&output) { $0.contains { if case .concluded = $0.happening { true } else { false } } }
    }
  )

  static let settle = SessionCommand(
    names: ["settle"],
    usage: "settle",
    purpose: Localized("go on until nothing more is coming soon", "곧 일어날 일이 없을 때까지 진행합니다"),
    examples: ["set mode step", "scale rs web --replicas=4", "settle"],
    run: { session, _, output throws(UsageError) in session.carryOut(.settle, &output) }
  )

  static let advance = SessionCommand(
    names: ["advance", "sleep"],
    usage: "advance DURATION",
    purpose: Localized("let virtual time pass: advance 5m", "가상 시간을 흐르게 합니다: advance 5m"),
    examples: ["advance 10s", "advance 5m", "advance 1d12h"],
    run: { session, words, output throws(UsageError) in
      guard words.count == 1, let length = Interval(said: words[0].text), length >= .zero else {
        throw UsageError()
      }
      session.carryOut(.advance(until: session.timeline.now + length), &output)
    }
  )

  static let `continue` = SessionCommand(
    names: ["continue", "c"],
    usage: "continue",
    purpose: Localized(
      "go on with what a breakpoint or Ctrl-C has stopped; else until nothing more is coming soon",
      "중단점이나 Ctrl-C로 멈춘 일을 이어서 합니다. 멈춘 일이 없으면 곧 일어날 일이 없을 때까지 진행합니다"
    ),
    examples: ["set mode step", "scale rs web --replicas=4", "break on reconcile rs/web", "settle", "continue"],
    run: { session, words, output throws(UsageError) in
      guard words.isEmpty else { throw UsageError() }
      session.carryOut(session.stopped ?? .settle, &output)
    }
  )

  static let back = SessionCommand(
    names: ["back", "b"],
    usage: "back [N]",
    purpose: Localized("go back by one thing that happened, or by N", "일어난 일 하나(또는 N개) 전으로 돌아갑니다"),
    examples: ["back", "back 10"],
    run: { session, words, output throws(UsageError) in
      let count = try session.count(words, default: 1)
      if session.timeline.back(count) == 0 {
        output.print(session.text(.atTheBeginning))
      } else {
        session.tellPlace(&output)
      }
    }
  )

  static let forward = SessionCommand(
    names: ["forward", "f"],
    usage: "forward [N]",
    purpose: Localized("go forward again where the run has been", "되돌아온 길을 다시 앞으로 갑니다"),
    examples: ["back 10", "forward", "forward 9"],
    run: { session, words, output throws(UsageError) in
      let count = try session.count(words, default: 1)
      if session.timeline.forward(count) == 0 {
        output.print(session.text(.atTheEnd))
      } else {
        session.tellPlace(&output)
      }
    }
  )

  static let goto = SessionCommand(
    names: ["goto", "g"],
    usage: "goto #ID|TIME|NAME|start|end",
    purpose: Localized(
      "go to a record, a time, a mark or the end of a branch",
      "기록, 시각, 표시(mark) 또는 브랜치의 끝으로 이동합니다"
    ),
    examples: ["goto #12", "goto 1.5s"],
    takes: Grammar([.moment]),
    run: { session, words, output throws(UsageError) in
      guard words.count == 1 else {
        throw UsageError()
      }
      if let time = Interval(said: words[0].text) {
        session.timeline.go(to: session.configuration.start + time)
      } else {
        guard let moment = session.moment(words[0].text, &output) else { return }
        session.timeline.go(to: moment)
      }
      session.tellPlace(&output)
    }
  )
}

extension Session {
  /// Lets things happen one by one and tells each, until `isEnough` of those that one move has brought about, or
  /// something stops it.
  fileprivate mutating func step(_ output: inout CommandOutput, _ isEnough: (ArraySlice<Record>) -> Bool) {
    var runGuard = RunGuard(self, asksEvery: 1)
    while !runGuard.hasStopped {
      let records = timeline.step()
      if records.isEmpty {
        output.print(text(timeline.cluster.nextTime == nil ? .nothingPending : .settled))
        return
      }
      for record in records { output.print(narrator.line(record)) }
      if !runGuard.stops(timeline, after: records), isEnough(records) { return }
    }
    note(runGuard.halt, of: .settle)
    tell(runGuard.halt, &output)
  }

  /// The number that a command was given.
  func count(_ words: [Word], default fallback: Int) throws(UsageError) -> Int {
    guard let word = words.first else { return fallback }
    guard words.count == 1, let count = Int(word.text), count > 0 else { throw UsageError() }
    return count
  }
}

extension Interval {
  /// Reads a length as people say it: as Go does, and in days, which Go does not know: `30d`, `1d12h`.
  fileprivate init?(said text: String) {
    let parts = text.split(separator: "d", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      self.init(text)
      return
    }
    guard let days = Int(parts[0]), (0...36_500).contains(days), let rest = Interval(parts[1].isEmpty ? "0" : parts[1])
    else { return nil }
    self = .hours(24 * Int64(days)) + rest
  }
}
