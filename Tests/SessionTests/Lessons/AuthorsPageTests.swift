import Foundation
import Lessons
import Session
import Testing

/// Holds `Lessons/AUTHORS.md`, the page for those who write lessons, to what is so.
@Suite("The page for authors")
struct AuthorsPageTests {
  private let page: String

  init() throws {
    page = try String(contentsOf: Executable.root.appending(path: "Lessons/AUTHORS.md"), encoding: .utf8)
  }

  /// The lesson on the page, between fences of four.
  private func example() throws -> LessonLibrary.File {
    let begin = try #require(page.firstRange(of: "````markdown\n"))
    let end = try #require(page[begin.upperBound...].firstRange(of: "\n````\n"))
    return .init(path: "Lessons/04-replicaset/rs-example.md", text: page[begin.upperBound..<end.lowerBound] + "\n")
  }

  @Test("has an example in which the checker misses its translation only, and its place in the course")
  func exampleIsRight() throws {
    let file = try example()
    let library = LessonLibrary([file]).over(.embedded)
    #expect(LessonChecker(library).check(file).map(\.problem) == [.notListed, .missingTranslation])
    let run = LessonChecker.solved(try LessonLibrary.lesson(file), library: library)
    #expect(run.isPassed)
  }

  @Test("shows the comment that the translation of a block of its example has")
  func mark() throws {
    let lesson = try LessonLibrary.lesson(try example())
    let begin = try #require(page.firstRange(of: "<!-- en "))
    let shown = page[begin.upperBound...].prefix(8)
    #expect(lesson.translatable.contains { $0.mark.text == shown })
  }

  @Test("lists every message of the checker")
  func messages() {
    let plain = page.replacing("`", with: "")
    let problems =
      Array(sequence(state: nil) { AuthorsPageTests.advance(&$0) { AuthorsPageTests.problem(after: $0) } })
      + sequence(state: nil) { AuthorsPageTests.advance(&$0) { AuthorsPageTests.unreadable(after: $0) } }
      .map { .unreadable($0) }
    #expect(problems.count > 45)
    for problem in problems {
      let line = String(problem.message.prefix { $0 != "\n" })
      #expect(plain.contains("| \(line) "), "\(line)")
    }
  }

  private static func advance<Case>(_ last: inout Case?, _ next: (Case?) -> Case?) -> Case? {
    last = next(last)
    return last
  }

  /// One problem after the other, so that a new case has to be put in here and on the page.
  private static func problem(after last: LessonFinding.Problem?) -> LessonFinding.Problem? {
    switch last {
    case nil: .wrongName("NAME")
    case .wrongName: .unknownNeed("NAME")
    case .unknownNeed: .circle(["A", "B", "A"])
    case .circle: .failedStart("ANSWER")
    case .failedStart: .nothingToBind("SET")
    case .nothingToBind: .unboundName("NAME")
    case .unboundName: .wrongOutput(command: "COMMAND", actual: "ANSWER\n")
    case .wrongOutput: .failedCommand("COMMAND", answer: "ANSWER")
    case .failedCommand: .nothingRefused
    case .nothingRefused: .metAtStart
    case .metAtStart: .missedGoal("SENTENCE")
    case .missedGoal: .noSolution
    case .noSolution: .noHint
    case .noHint: .tellingHint("COMMAND")
    case .tellingHint: .holdingChoices([])
    case .holdingChoices: .wrongMistake(unmet: ["SENTENCE"])
    case .wrongMistake: .unrecognised
    case .unrecognised: .takenFor(line: 7)
    case .takenFor: .madeAtStart
    case .madeAtStart: .metOnTheWay("COMMAND")
    case .metOnTheWay: .wrongWay(unmet: ["SENTENCE"])
    case .wrongWay: .wrongBehindWay(line: 7, .nothingToBind("SET"))
    case .wrongBehindWay: .notPassed
    case .notPassed: .differentEnds
    case .differentEnds: .differentPart
    case .differentPart: .missingTranslation
    case .missingTranslation: .unmarkedTranslation
    case .unmarkedTranslation: .staleTranslation
    case .staleTranslation: .notListed
    case .notListed: .unknownBelief("NAME")
    case .unknownBelief: .untestedGoal("SENTENCE")
    case .untestedGoal: .lacks(.prediction)
    case .lacks(.prediction): .lacks(.hints)
    case .lacks(.hints): .lacks(.mistakes)
    case .lacks(.mistakes): .lacks(.otherWay)
    case .lacks(.otherWay): .lacks(.debrief)
    case .lacks(.debrief), .unreadable: nil
    }
  }

  /// The same for what cannot be read, but for the words of the YAML reader.
  private static func unreadable(after last: LessonError.Problem?) -> LessonError.Problem? {
    switch last {
    case nil: .noFrontMatter
    case .noFrontMatter: .openFrontMatter
    case .openFrontMatter: .openFence
    case .openFence: .openDetails
    case .openDetails: .missingField("FIELD")
    case .missingField: .wrongType(field: "FIELD", wanted: "TYPE")
    case .wrongType: .unknownField("FIELD")
    case .unknownField: .unknownFormat(2)
    case .unknownFormat: .unknownFence("WORD")
    case .unknownFence: .outputBeforeCommand
    case .outputBeforeCommand: .noCommands
    case .noCommands: .tooFewChoices
    case .tooFewChoices: .badCondition("TEXT", ConditionError(.statementExpected, at: 0))
    case .badCondition: .badCheck("TEXT")
    case .badCheck: .badBinding("TEXT")
    case .badBinding: .noGoals
    case .noGoals: .withoutGoals("WORD")
    case .withoutGoals: .unknownGoal("SENTENCE")
    case .unknownGoal: .secondSolution
    case .secondSolution: .unexpectedInHint
    case .unexpectedInHint, .yaml: nil
    }
  }
}
