import Basics
import Cluster
import Lessons
import Narration
import Testing

@testable import Kubectl
@testable import Session

@Suite("Help")
struct HelpTests {
  /// All that can be asked for: the overview, topics, own commands, kubectl's commands and groups, and lessons.
  static let questions: [String] =
    ["", "topics", "lesson", "goal", "next"] + HelpTopic.all.map(\.name) + SessionCommandList.all.map(\.name)
    + Set(VerbList.all.flatMap { verb in (1...verb.path.count).map { verb.path.prefix($0).joined(separator: " ") } })
    .sorted()

  private func help(_ question: String, _ language: Language) -> CommandOutput {
    var session = Session.test(.auto)
    session.language = language
    var console = LessonConsole(session, library: .embedded)
    return console.execute("help \(question)")
  }

  @Test("knows each command and topic in both languages, in lines of 80 cells", arguments: questions)
  func lines(question: String) {
    let english = help(question, .english)
    let korean = help(question, .korean)
    for output in [english, korean] {
      #expect(output.exit == 0, "\(output.stderr)")
      #expect(!output.stdout.isEmpty)
      for line in output.stdout.split(separator: "\n") { #expect(line.cellWidth <= 80, "\(line)") }
    }
    #expect(english.stdout.unicodeScalars.allSatisfy { !("가"..."힣").contains($0) }, "Korean in English")
    #expect(korean.stdout.unicodeScalars.contains { ("가"..."힣").contains($0) }, "not in Korean")
  }

  @Test("gives at least two examples of each command", arguments: ExampleScene.pages.map(\.name))
  func examples(name: String) throws {
    let page = try #require(ExampleScene.pages.first { $0.name == name })
    #expect(page.examples.count >= 2)
    let shown = help(name, .english).stdout
    for example in page.examples { #expect(shown.contains("\n  \(example)\n")) }
  }

  @Test("says of each flag what it is for, and of no other", arguments: Language.allCases)
  func flags(language: Language) {
    var unused = FlagPurposes.names
    for verb in VerbList.all {
      let name = verb.path.joined(separator: " ")
      let lines = Help.page(of: verb.path)?.flags ?? []
      #expect(lines.count == verb.flags.simulated.count)
      for (flag, purpose) in lines { #expect(!purpose.text(in: language).isEmpty, "\(name) \(flag)") }
      for flag in verb.flags.simulated {
        unused.remove("\(name) \(flag.long)")
        if FlagPurposes.own[name]?[flag.long] == nil { unused.remove(flag.long) }
      }
    }
    #expect(unused.isEmpty, "\(unused.sorted())")
  }

  @Test("is the same behind -h", arguments: VerbList.all.map { $0.path.joined(separator: " ") })
  func flag(name: String) {
    var session = Session.test(.auto)
    let page = session.execute("kubectl \(name) -h")
    #expect(page.exit == 0)
    #expect(page.stdout.contains("Flags:\n"))
    #expect(session.execute("kubectl \(name) --help") == page)
    #expect(session.execute("kubectl help \(name)") == page)
    #expect(help(name, .english).stdout.contains(page.stdout))
  }

  @Test("is the same behind a question mark, and a topic's words may be apart")
  func spellings() {
    var session = Session.test(.auto)
    #expect(session.execute("?") == session.execute("help"))
    #expect(session.execute("? time travel") == session.execute("help time-travel"))
  }

  @Test(
    "proposes the nearest word",
    arguments: [
      ("help probs", "Did you mean probes?"), ("help setle", "Did you mean settle?"), ("help topcs", "topics?"),
      ("get pdos", "Did you mean pods?"), ("why pdo/web", "Did you mean pod?"),
      ("until pdo/web Ready", "Did you mean pod?"),
      ("get pods --show-lables", "Did you mean --show-labels?"), ("setle", "\tsettle\n"), ("lesso", "\tlesson\n"),
      ("gte pods", "\tget\n"), ("lesson pod-alon", "Did you mean pod-alone?"),
      ("explain podz.spec", "Did you mean pods?"),
    ]
  )
  func nearest(line: String, proposal: String) {
    var console = LessonConsole(Session.test(.auto), library: .embedded)
    let before = console.session.timeline.cluster.stateHash
    let output = console.execute(line)
    #expect(output.exit != 0)
    #expect(output.stderr.contains(proposal), "\(output.stderr)")
    #expect(console.session.timeline.cluster.stateHash == before)
  }

  @Test("in scripts kubectl's errors stand alone")
  func scripts() {
    var session = Session.test(.script)
    #expect(session.execute("get pdos").stderr == "error: the server doesn't have a resource type \"pdos\"\n")
    #expect(!session.execute("get pods --show-lables").stderr.contains("Did you mean"))
  }

  @Test(
    "is near only if most of the word is right",
    arguments: [
      ("pdos", "pods"), ("gte", "get"), ("PODS", "pods"), ("xyzzy", nil), ("foo", nil), ("a", nil), ("", nil),
    ]
  )
  func near(typed: String, expected: String?) {
    #expect(NearWord.of(typed, among: ["get", "pods", "ab"]) == expected)
  }
}
