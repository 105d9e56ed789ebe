import Kubectl
import Narration

extension SessionCommand {
  static let breakOn = SessionCommand(
    name: "break on",
    purpose: Localized(
      "stop the run as soon as something holds, whatever lets it go on: help conditions",
      "무엇으로 진행하든 조건이 이루어지는 즉시 실행을 멈춥니다: help conditions"
    ),
    examples: ["break on probe failed", "break on rs/web.status.readyReplicas < 3"],
    runCondition: { session, typed, output in
      guard let condition = typed.condition(in: session, &output) else { return }
      let number = (session.breakpoints.last?.number ?? 0) + 1
      session.breakpoints.append(Breakpoint(number: number, text: typed.text, condition: condition))
      output.print(session.text(.breakpoint(number, typed.text)))
    }
  )

  static let breaks = SessionCommand(
    names: ["breaks"],
    usage: "breaks",
    purpose: Localized("list the breakpoints", "중단점을 보여 줍니다"),
    examples: ["break on probe failed", "breaks"],
    run: { session, words, output throws(UsageError) in
      guard words.isEmpty else { throw UsageError() }
      if session.breakpoints.isEmpty { output.print(session.text(.noBreakpoints)) }
      for breakpoint in session.breakpoints { output.print("\(breakpoint.number)  \(breakpoint.text)") }
    }
  )

  static let unbreak = SessionCommand(
    names: ["unbreak"],
    usage: "unbreak N | unbreak all",
    purpose: Localized("take a breakpoint back", "중단점을 없앱니다"),
    examples: ["break on probe failed", "unbreak 1"],
    takes: Grammar([.breakpoint]),
    run: { session, words, output throws(UsageError) in
      guard words.count == 1 else { throw UsageError() }
      if words[0].text == "all" {
        session.breakpoints = []
        return
      }
      guard let number = Int(words[0].text) else { throw UsageError() }
      guard let place = session.breakpoints.firstIndex(where: { $0.number == number }) else {
        output.fail(session.text(.noBreakpoint(number)))
        return
      }
      session.breakpoints.remove(at: place)
    }
  )
}

extension Localized {
  fileprivate static func breakpoint(_ number: Int, _ text: String) -> Localized {
    Localized("breakpoint \(number): \(text)", "중단점 \(number): \(text)")
  }
  fileprivate static let noBreakpoints = Localized("There are no breakpoints.", "중단점이 없습니다.")
  fileprivate static func noBreakpoint(_ number: Int) -> Localized {
    Localized("error: there is no breakpoint \(number)", "error: 중단점 \(String(number).josa(.topic)) 없습니다")
  }
}
