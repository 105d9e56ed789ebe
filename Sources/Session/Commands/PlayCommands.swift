import APIServer
import Basics
import Cluster
import Kubectl
import Machinery
import Narration
import Objects

extension SessionCommand {
  static let play = SessionCommand(
    names: ["play"],
    usage: "play [SPEED] | TYPE/NAME | #ID",
    purpose: Localized(
      "let time run as on the wall, or SPEED times as fast, until Ctrl-C; with a name be its controller (then decide)",
      "시간을 실제처럼(또는 SPEED배로) 흐르게 합니다. Ctrl-C로 멈춥니다. 이름을 주면 그 컨트롤러가 되어 봅니다(decide)"
    ),
    examples: ["play", "play 10", "play rs/web", "play #31"],
    takes: Grammar([.slot(.object())]),
    run: { session, words, output throws(UsageError) in
      if let speed = try PlaySpeed(words) {
        session.run(at: speed, &output)
        return
      }
      let played: PlayedReconcile?
      if words[0].text.hasPrefix("#") {
        played = session.recordedReconcile(words[0].text, &output)
      } else {
        guard let id = session.object(words[0].text, &output) else { return }
        played = session.goToNextReconcile(of: id) ?? session.lastReconcile(of: id)
        if played == nil { output.fail(session.text(.neverReconciled(words[0].text))) }
        if let played, !played.isAhead { output.print(session.text(.noneIsComing(id, last: played.record.id))) }
      }
      guard let played else { return }
      session.played = played
      for line in session.narrator.situation(played.record, in: played.timeline) { output.print(line) }
      output.print(session.text(.whatDoYouDo))
    }
  )

  static let decide = SessionCommand(
    names: ["decide"],
    usage: "decide nothing | create N | delete NAME… | adopt NAME… | release NAME… | update NAME…",
    purpose: Localized(
      "say what the controller is to do; several things one after another",
      "컨트롤러가 할 일을 말합니다. 여러 가지를 이어서 말할 수 있습니다"
    ),
    examples: ["play #31", "decide nothing", "decide create 3"],
    takes: Grammar([.words("nothing", "create", "delete", "adopt", "release", "update"), .slot(.free("NAME"))]),
    run: { session, words, output throws(UsageError) in
      guard let move = ControllerMove(words.map(\.text)) else { throw UsageError() }
      guard let played = session.played else {
        output.fail(session.text(.nothingIsPlayed))
        return
      }
      if case .reconciled(let reconciliation) = played.record.happening,
        let name = move.unknownName(in: reconciliation)
      {
        output.fail(session.text(.notInTheCache(name)))
        return
      }
      for line in session.narrator.verdict(on: move, played.record) { output.print(line) }
      output.print(
        session.text(
          played.record.id > session.timeline.lastRecord ? .stepShowsIt : .explainTellsMore(played.record.id)
        )
      )
    }
  )
}

/// A reconcile that a person plays, with the run in which it is recorded.
struct PlayedReconcile: Sendable {
  var record: Record
  var timeline: Timeline
  /// Whether the session has yet to come to it.
  var isAhead: Bool
}

extension Session {
  /// How far ahead the next reconcile is looked for, in virtual time.
  private static let outlook = Interval.hours(1)

  /// Goes on to just before the next reconcile of an object; nil, and stays, where none is coming.
  fileprivate mutating func goToNextReconcile(of id: ObjectID) -> PlayedReconcile? {
    var ahead = timeline
    let end = ahead.now + Session.outlook
    while goesOn(ahead.headway), let time = ahead.nextMoveTime, time <= end {
      let place = ahead.position
      guard let record = ahead.step().first(where: { $0.isReconcile(of: id) }) else { continue }
      while timeline.position < place, timeline.move() {}
      return PlayedReconcile(record: record, timeline: ahead, isAhead: true)
    }
    return nil
  }

  fileprivate func lastReconcile(of id: ObjectID) -> PlayedReconcile? {
    timeline.records(concerning: id).first { $0.isReconcile(of: id) }.map {
      PlayedReconcile(record: $0, timeline: timeline, isAhead: false)
    }
  }

  fileprivate mutating func recordedReconcile(_ text: String, _ output: inout CommandOutput) -> PlayedReconcile? {
    guard let record = record(text, &output) else { return nil }
    guard case .reconciled = record.happening else {
      output.fail(self.text(.isNoReconcile(text)))
      return nil
    }
    return PlayedReconcile(record: record, timeline: timeline, isAhead: record.id > timeline.lastRecord)
  }
}

extension Record {
  fileprivate func isReconcile(of id: ObjectID) -> Bool {
    if case .reconciled(let reconciliation) = happening { reconciliation.id == id } else { false }
  }
}

extension Localized {
  fileprivate static let whatDoYouDo = Localized(
    "What do you do? decide create N · decide delete NAME… · decide nothing · help decide",
    "무엇을 하겠습니까? decide create N · decide delete 이름… · decide nothing · help decide"
  )
  fileprivate static let nothingIsPlayed = Localized(
    "error: there is nothing to decide; play TYPE/NAME comes first",
    "error: 결정할 것이 없습니다. 먼저 play 타입/이름을 입력합니다"
  )
  fileprivate static func notInTheCache(_ name: String) -> Localized {
    Localized(
      "error: nothing in your cache is called \(name); decide once more",
      "error: 캐시에 \(name.josa(.subject)) 없습니다. 다시 결정합니다"
    )
  }
  fileprivate static func noneIsComing(_ id: ObjectID, last: RecordID) -> Localized {
    Localized(
      "No reconcile of \(id.text) is coming. This is how the last one, \(last.text), began:",
      "곧 있을 \(id.text) 조정이 없습니다. 마지막 조정(\(last.text))이 시작될 때는 이랬습니다:"
    )
  }
  fileprivate static let stepShowsIt = Localized("step lets it happen.", "step을 입력하면 실제로 일어납니다.")
  fileprivate static func explainTellsMore(_ id: RecordID) -> Localized {
    Localized("explain \(id.text) tells it in full.", "explain \(id.text)에서 모두 볼 수 있습니다.")
  }
  fileprivate static func neverReconciled(_ text: String) -> Localized {
    Localized(
      "error: no controller has reconciled \(text), and none is about to",
      "error: \(text.josa(.object)) 조정한 컨트롤러가 없고, 곧 조정할 컨트롤러도 없습니다"
    )
  }
  fileprivate static func isNoReconcile(_ text: String) -> Localized {
    Localized(
      "error: \(text) is no reconcile; trace --kind reconcile lists them",
      "error: \(text.josa(.topic)) 조정이 아닙니다. trace --kind reconcile로 목록을 봅니다"
    )
  }
}
