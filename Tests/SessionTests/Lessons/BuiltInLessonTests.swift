import Cluster
import Kubectl
import Lessons
import Narration
import Session
import Testing
import Trials

/// Every lesson that the library holds, whichever there are.
@Suite("The lessons that are built in")
struct BuiltInLessonTests {
  @Test("hold what they promise", arguments: LessonLibrary.embedded.files)
  func areChecked(file: LessonLibrary.File) {
    let findings = LessonChecker(.embedded).check(file)
    #expect(findings.isEmpty, "\(findings.map(\.message).joined(separator: "\n"))")
  }

  /// The lines of the rehearsal are also answers on standard input, so that the work is done once.
  @Test(
    "are solved by their solution and by other right ways, not by mistakes",
    arguments: LessonLibrary.embedded.names
  )
  func arePlayed(name: String) throws {
    var ends: Set<UInt64> = []
    for language in Language.allCases {
      var rehearsal = Rehearsal(name, in: language)
      #expect(rehearsal.console.run?.lesson.language == language)
      while let task = rehearsal.goOn() {
        for mistake in task.mistakes { play(mistake, rehearsal) }
        let reached = rehearsal.reached
        rehearsal.solve(task)
        try #require(rehearsal.reached == reached + 1, "\(name): the solution reaches the goals")
      }
      #expect(rehearsal.isPassed, "\(name)")
      #expect(!rehearsal.hasErred, "\(name): a choice of each question holds")
      #expect(rehearsal.console.progress.stage(of: name) == .solved)
      ends.insert(rehearsal.console.session.timeline.cluster.stateHash)
      try script(name, rehearsal.lines, in: language)
    }
    #expect(ends.count == 1, "\(name) ends in the same state in both languages")
  }

  /// Does something other than the solution in a rehearsal that stands at the goals; typed otherwise than it is
  /// written, since nothing is graded by what was typed.
  private func play(_ mistake: Mistake, _ rehearsal: Rehearsal) {
    var other = rehearsal
    let place = "\(rehearsal.console.run?.lesson.path ?? ""):\(mistake.line)"
    let reached = rehearsal.reached
    var answers = ""
    other.type("get pod no-such-pod")
    for command in mistake.commands where other.reached == reached {
      let output = other.type(BuiltInLessonTests.withKubectl(command))
      answers += output.stdout + output.stderr
    }
    if mistake.isRight {
      #expect(other.reached == reached + 1, "\(place) reaches the goals")
      other.finish()
      #expect(other.isPassed, "\(place): the lesson can be finished behind it")
      #expect(!other.hasErred, "\(place): behind it a choice of each question holds")
    } else {
      #expect(other.reached == reached, "\(place) does not reach the goals")
      #expect(BuiltInLessonTests.tell(answers, mistake.say), "\(place) is recognised: \(answers)")
    }
  }

  /// Whether `answers` have `words` in them, however they are broken into lines; what `$NAME` stands for may be
  /// anything.
  private static func tell(_ answers: String, _ words: String) -> Bool {
    func plain(_ text: some StringProtocol) -> String {
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return words.split(separator: #/\$[A-Z][A-Z0-9]*/#).allSatisfy { plain(answers).contains(plain($0)) }
  }

  private static func withKubectl(_ command: String) -> String {
    let verb = command.prefix { $0 != " " }
    return ["apply", "create", "delete", "label", "scale", "annotate", "patch"].contains(verb)
      ? "kubectl \(command)" : command
  }

  /// Gives `lines` to the program on its standard input.
  private func script(_ name: String, _ lines: [String], in language: Language) throws {
    let arguments = ["lesson", name, "--lang", language.rawValue]
    let solved = try Executable.run(Executable.debug, arguments, input: lines.joined(separator: "\n") + "\n")
    #expect(solved.exit == 0, "\(solved.output)")
    #expect(!solved.output.contains("\u{1B}"))
  }

  @Test("fail as scripts whose lines make a mistake, skip the goals, or end too early")
  func failAsScripts() throws {
    var rehearsal = Rehearsal("pod-alone", in: .english)
    let goals = rehearsal.goOn()
    let task = try #require(goals)
    let mistakes = task.mistakes.filter { !$0.isRight }.map(\.commands)
    for lines in mistakes + [["skip"], []] {
      let script = (rehearsal.lines + lines).joined(separator: "\n") + "\n"
      let exit = try Executable.run(Executable.debug, ["lesson", "pod-alone", "--lang", "en"], input: script).exit
      #expect(exit == 1, "\(lines)")
    }
  }
}

extension LessonLibrary.File: CustomTestStringConvertible {
  /// So that a test is called by the lesson's path, and not by its whole text.
  public var testDescription: String { path }
}
