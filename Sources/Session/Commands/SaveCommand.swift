import Kubectl
import Narration

extension SessionCommand {
  static let save = SessionCommand(
    names: ["save"],
    usage: "save FILE",
    purpose: Localized(
      "write the journal of this session into a file, for kubestep replay",
      "이 세션의 기록을 파일로 저장합니다. kubestep replay로 다시 볼 수 있습니다"
    ),
    examples: ["save session.jsonl", "save /tmp/session.jsonl"],
    takes: Grammar([.slot(.file)]),
    run: { session, words, output throws(UsageError) in
      guard words.count == 1 else { throw UsageError() }
      let path = words[0].text
      guard let recorder = session.recorder else {
        output.fail(session.text(.notRecorded))
        return
      }
      if let reason = session.writer.write(path, Array(recorder.text.utf8)) {
        output.fail("error: \(path): \(reason)")
      } else {
        output.print(session.text(.saved(path)))
      }
    }
  )
}

extension Localized {
  fileprivate static let notRecorded = Localized(
    "error: no journal of this session is kept",
    "error: 이 세션은 기록하고 있지 않습니다"
  )
  fileprivate static func saved(_ path: String) -> Localized {
    Localized("saved in \(path): kubestep replay \(path)", "\(path)에 저장했습니다: kubestep replay \(path)")
  }
}
