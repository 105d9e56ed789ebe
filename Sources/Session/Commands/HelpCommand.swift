import Basics
import Kubectl
import Narration

extension SessionCommand {
  static let help = SessionCommand(
    names: ["help", "?"],
    usage: "help [COMMAND|TOPIC|topics]",
    purpose: Localized(
      "list the commands, tell one with examples, or tell of a topic",
      "명령을 모두 보여 주거나, 하나를 예와 함께, 또는 주제를 설명합니다"
    ),
    examples: ["help step", "help rollout undo", "help time travel", "help topics"],
    takes: Grammar([.topic]),
    run: { session, words, output throws(UsageError) in
      var names = words.map(\.text)[...]
      if ["kubectl", "k"].contains(names.first), names.count > 1 { names.removeFirst() }
      session.help(Array(names), &output)
    }
  )

  /// What help tells of it.
  var page: HelpPage {
    var page = HelpPage(usage: [usage], purpose: purpose)
    page.aliases = Array(names.dropFirst())
    page.examples = examples
    return page
  }

  /// Whether somebody who asks for help with these words may mean it.
  fileprivate func isMeant(by words: String) -> Bool { names.contains(words) || firstWord == words }
}

extension Session {
  fileprivate func help(_ words: [String], _ output: inout CommandOutput) {
    let name = words.joined(separator: " ")
    if words.isEmpty {
      for line in overview { output.print(line) }
    } else if words == ["topics"] {
      output.print(text(.topicsHelp))
      for line in HelpPage.table(HelpTopic.all.map { ($0.name, $0.title) }, in: language) { output.print(line) }
    } else if let topic = HelpTopic(words) {
      output.print(text(topic.body))
    } else {
      let own = SessionCommandList.all.filter { $0.isMeant(by: name) }.map(\.page)
      let pages = own + [Help.page(of: words)].compactMap { $0 }
      output.say(pages.map { $0.text(in: language) }.joined(separator: "\n"))
      if pages.isEmpty { output.fail(text(.unknownCommand(name, nearest: NearWord.of(name, among: helpWords)))) }
    }
  }

  /// All that help tells of.
  private var helpWords: [String] {
    SessionCommandList.all.flatMap(\.names) + VerbList.all.map { $0.path.joined(separator: " ") }
      + HelpTopic.all.map(\.name) + ["topics"]
  }

  private var overview: [String] {
    [text(.kubectlHelp)] + VerbList.summary.folded(toCells: HelpPage.width, first: "  ") + [text(.ownHelp)]
      + HelpPage.table(SessionCommandList.all.map { ($0.name, $0.purpose) }, in: language) + [text(.moreHelp)]
  }
}

extension Localized {
  fileprivate static let kubectlHelp = Localized(
    "kubectl's commands (a leading kubectl or k may be left out):",
    "kubectl 명령 (앞의 kubectl이나 k는 생략할 수 있습니다):"
  )
  fileprivate static let ownHelp = Localized("The simulator's own:", "시뮬레이터 명령:")
  fileprivate static let moreHelp = Localized(
    "help COMMAND tells one, with examples; help topics lists what else there is.",
    "help 명령: 하나를 예와 함께 설명합니다. help topics: 다른 주제를 보여 줍니다."
  )
  fileprivate static let topicsHelp = Localized("help TOPIC tells of:", "help 주제로 볼 수 있는 것:")
  fileprivate static func unknownCommand(_ name: String, nearest: String?) -> Localized {
    Localized("error: unknown command \"\(name)\"", "error: \"\(name)\" 명령이 없습니다") + .hint(nearest)
  }
}
