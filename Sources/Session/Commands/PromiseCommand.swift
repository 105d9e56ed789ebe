import Kubectl
import Narration

extension SessionCommand {
  static let promise = SessionCommand(
    names: ["promise"],
    usage: "promise",
    purpose: Localized(
      "tell for each controller how far the world is from what was asked, and why that is not closing",
      "컨트롤러마다 요청한 상태와 얼마나 다른지, 왜 좁혀지지 않는지 보여 줍니다"
    ),
    examples: ["promise", "set promise on"],
    run: { session, words, output throws(UsageError) in
      guard words.isEmpty else { throw UsageError() }
      let lines = session.narrator.promises(in: session.timeline)
      if lines.isEmpty { output.print(session.text(.nothingPromised)) }
      for line in lines { output.print(line) }
    }
  )
}

extension Localized {
  fileprivate static let nothingPromised = Localized(
    "Nothing is promised: no controller has anything to keep.",
    "약속한 것이 없습니다: 컨트롤러가 유지할 것이 없습니다."
  )
}
