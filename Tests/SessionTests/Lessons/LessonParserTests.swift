import Lessons
import Session
import Testing

@Suite("Lesson files")
struct LessonParserTests {
  @Test("are read into parts")
  func reads() throws {
    let lesson = try Lesson(path: "Lessons/01-small/small.md", text: LessonFixture.text)
    #expect(lesson.front.id == "small")
    #expect(lesson.front.start == ["rs.yaml"])
    #expect(lesson.parts.count == 6)
    guard case .prediction(let prediction) = lesson.parts[1], case .task(let task) = lesson.parts[3] else {
      Issue.record("the second part is the prediction, the fourth the task")
      return
    }
    #expect(prediction.choices.map(\.say) == ["1", "2"])
    #expect(prediction.bindings.map(\.name) == ["POD"])
    #expect(task.goals.map(\.sentence).first == "the first Pod is gone")
    #expect(task.hints == [[.paragraph("Look at the names.")], [.paragraph("One of them is to go.")]])
    #expect(task.commands.map(\.command) == ["delete pod $POD", "settle"])
    #expect(task.mistakes.map(\.goals) == [[1], [0], [2], []])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var line: Int
    var problem: LessonError.Problem
    var testDescription: String { "\(problem)" }
  }

  @Test(
    "are refused with the line at fault",
    arguments: [
      Case(old: "---\nformat", new: "format", line: 1, problem: .noFrontMatter),
      Case(old: "minutes: 5\n---", new: "minutes: 5", line: 1, problem: .openFrontMatter),
      Case(old: "format: 1", new: "format: 2", line: 2, problem: .unknownFormat(2)),
      Case(old: "title: A small lesson\n", new: "", line: 2, problem: .missingField("title")),
      Case(
        old: "minutes: 5",
        new: "minutes: long",
        line: 8,
        problem: .wrongType(field: "minutes", wanted: "a whole number")
      ),
      Case(old: "minutes: 5", new: "minuets: 5", line: 8, problem: .unknownField("minuets")),
      Case(old: "yaml predict", new: "yaml predicts", line: 13, problem: .unknownFence("predicts")),
      Case(
        old: "if: pods(app=web).running == 1",
        new: "if: pods running",
        line: 19,
        problem: .badCondition("pods running", ConditionError(.unknownStatement("pods"), at: 0))
      ),
      Case(old: "because: One is gone.", new: "belief: x", line: 18, problem: .missingField("because")),
      Case(old: "$POD := pods(app=web)[0]\"]", new: "$pod := pods\"]", line: 15, problem: .badBinding("$pod := pods")),
      Case(old: "--for=delete", new: "--for=ever", line: 32, problem: .badCheck("wait pod/$POD --for=ever")),
      Case(
        old: "two Pods are ready ::",
        new: "two Pods are ready",
        line: 34,
        problem: .badCheck(
          "two Pods are ready wait rs/web --for=jsonpath='{.status.readyReplicas}'=2"
        )
      ),
      Case(old: "fails: the other", new: "fails: another", line: 57, problem: .unknownGoal("another Pod still runs")),
      Case(old: "> delete pod $POD\n> settle", new: "delete", line: 50, problem: .outputBeforeCommand),
      Case(old: "  say: You deleted both.\n", new: "", line: 56, problem: .missingField("say")),
      Case(old: "passes: true\n```", new: "passes: true\n", line: 55, problem: .openFence),
    ]
  )
  func refuses(_ wrong: Case) throws {
    let text = LessonFixture.text
    #expect(text.contains(wrong.old), "the test changes something")
    let range = try #require(text.firstRange(of: wrong.old))
    let changed = text.replacingCharacters(in: range, with: wrong.new)
    #expect(throws: LessonError(wrong.problem, line: wrong.line)) {
      try Lesson(path: "small.md", text: changed)
    }
  }
}

extension String {
  func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
