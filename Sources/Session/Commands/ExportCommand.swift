import Cluster
import Kubectl
import Narration

extension SessionCommand {
  static let export = SessionCommand(
    names: ["export"],
    usage: "export html FILE [BRANCH]",
    purpose: Localized(
      "write the run, or another branch of it, as one page for a browser, to walk through it there",
      "실행 기록이나 다른 브랜치를 브라우저에서 하나씩 볼 수 있는 페이지 하나로 저장합니다"
    ),
    examples: ["export html run.html", "export html /tmp/run.html"],
    takes: Grammar([.words("html"), .slot(.file)]),
    run: { session, words, output throws(UsageError) in
      guard (2...3).contains(words.count), words[0].text == "html" else { throw UsageError() }
      let path = words[1].text
      var timeline = session.timeline
      if words.count == 3, words[2].text != timeline.present.name, !timeline.switchBranch(to: words[2].text) {
        output.fail(session.text(.unknownBranch(words[2].text)))
        return
      }
      let run = RunExport(timeline, start: session.configuration.start, language: session.language)
      let page = Array(RunPage.html(run).utf8)
      if let reason = session.writer.write(path, page) {
        output.fail("error: \(path): \(reason)")
      } else {
        output.print(session.text(.exported(path, records: run.count, bytes: page.count)))
      }
    }
  )
}
