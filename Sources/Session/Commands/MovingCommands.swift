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
      var watches = session.breakpoints.map { ConditionWatch($0.condition, in: session.timeline) }
      for _ in 0..<count {
        guard session.goesOn() else { break }
        let records = session.timeline.step()
        if records.isEmpty {
          output.print(session.text(session.timeline.cluster.nextTime == nil ? .nothingPending : .settled))
          break
        }
        for record in records { output.print(session.narrator.line(record)) }
        let timeline = session.timeline
        let hit = watches.indices.filter { watches[$0].comesTrue(by: records, in: timeline) }
        if !hit.isEmpty {
          session.tell(.broke(hit.map { session.breakpoints[$0] }), &output)
          break
        }
      }
    }
  )

  static let next = SessionCommand(
    names: ["next", "n"],
    usage: "next",
    purpose: Localized("go on to the end of the next reconcile", "다음 조정(reconcile)이 끝날 때까지 진행합니다"),
    examples: ["set mode step", "scale rs web --replicas=4", "next"],
    run: { session, _, output throws(UsageError) in
      while session.goesOn() {
        let records = session.timeline.step()
        if records.isEmpty {
          output.print(session.text(.settled))
          return
        }
        for record in records { output.print(session.narrator.line(record)) }
        if records.contains(where: { if case .concluded = $0.happening { true } else { false } }) { return }
      }
    }
  )

  static let settle = SessionCommand(
    names: ["settle"],
    usage: "settle",
    purpose: Localized("go on until nothing more is coming soon", "곧 일어날 일이 없을 때까지 진행합니다"),
    examples: ["set mode step", "scale rs web --replicas=4", "settle"],
    run: { session, _, output throws(UsageError) in
      let position = session.timeline.position
      session.settle(&output)
      output.print(
        position == session.timeline.position
          ? session.text(.settled) : session.narrator.summary(of: session.timeline, since: position)
      )
    }
  )

  static let advance = SessionCommand(
    names: ["advance", "sleep"],
    usage: "advance DURATION",
    purpose: Localized("let virtual time pass: advance 5m", "가상 시간을 흐르게 합니다: advance 5m"),
    examples: ["advance 10s", "advance 5m"],
    run: { session, words, output throws(UsageError) in
      guard words.count == 1, let length = Interval(words[0].text), length >= .zero else {
        throw UsageError()
      }
      let position = session.timeline.position
      let halt = session.go(until: session.timeline.now + length) { _, _ in false }
      if session.pace != .script, session.timeline.position > position {
        output.print(session.narrator.summary(of: session.timeline, since: position))
      }
      session.tell(halt, &output)
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
      if let time = Interval(words[0].text) {
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
  /// The number that a command was given.
  func count(_ words: [Word], default fallback: Int) throws(UsageError) -> Int {
    guard let word = words.first else { return fallback }
    guard words.count == 1, let count = Int(word.text), count > 0 else { throw UsageError() }
    return count
  }
}
