import Cluster
import Kubectl
import Machinery
import Narration

extension SessionCommand {
  /// How many lines `agenda` shows if nothing else is asked for.
  private static let agendaLimit = 20

  static let agenda = SessionCommand(
    names: ["agenda"],
    usage: "agenda [N]",
    purpose: Localized(
      "list what may happen next and when, with who waits for it",
      "다음에 일어날 수 있는 일을 시각, 기다리는 컴포넌트와 함께 보여 줍니다"
    ),
    examples: ["agenda", "agenda 5"],
    run: { session, words, output throws(UsageError) in
      let count = try session.count(words, default: agendaLimit)
      let lines = session.narrator.agenda(of: session.timeline.cluster, limit: count)
      if lines.isEmpty { output.print(session.text(.nothingPending)) }
      for line in lines { output.print(line) }
    }
  )
}

extension Session {
  /// Lets the event with that number on the agenda come first.
  mutating func take(_ number: Int, _ output: inout CommandOutput) {
    let upcoming = timeline.cluster.upcoming
    guard let line = upcoming.first(where: { $0.number == number }) else {
      output.fail(text(.notOnAgenda(number)))
      return
    }
    guard line.mayComeNext else {
      output.fail(text(.mayNotComeNext(number)))
      return
    }
    let before = timeline.lastRecord
    _ = try? timeline.perform(.take(number))
    let made = timeline.records.reversed().prefix { $0.id > before }.reversed()
    if made.isEmpty { output.print(text(.tookWithoutRecord)) }
    for record in made { output.print(narrator.line(record)) }
  }
}

extension Localized {
  fileprivate static func notOnAgenda(_ number: Int) -> Localized {
    Localized("error: there is no #\(number) on the agenda", "error: 예정 목록에 #\(String(number).josa(.subject)) 없습니다")
  }
  fileprivate static func mayNotComeNext(_ number: Int) -> Localized {
    Localized(
      "error: #\(number) cannot come next: it is due later, or must follow another that is pending",
      "error: #\(String(number).josa(.topic)) 다음에 올 수 없습니다: 아직 때가 아니거나, 예정된 다른 일 뒤에 와야 합니다"
    )
  }
  fileprivate static let tookWithoutRecord = Localized(
    "It happened, and had been overtaken: nothing came of it.",
    "일어났지만 이미 지난 일이라 아무 결과도 없습니다."
  )
}
