import Basics
import Lessons
import Testing
import Trials

/// Holds the checker of lessons itself: a lesson in which one goal, choice, condition, output or command is left out or
/// turned round must not pass.
@Suite("The checker of lessons, by mutants")
struct LessonMutationTests {
  private static let seed: UInt64 = 20_260_707

  /// All of them: `swift run -c release trial mutants`.
  @Test("kills every mutant of a sample of the built-in lessons")
  func kills() {
    let all = LessonLibrary.embedded.files.flatMap(LessonMutant.all)
    #expect(all.count > 1_000)
    var generator = Generator(seed: LessonMutationTests.seed)
    for _ in 0..<40 {
      let mutant = all[generator.below(all.count)]
      let verdict = mutant.verdict(in: .embedded)
      #expect(verdict != .survives, "seed \(LessonMutationTests.seed): \(mutant.text)")
    }
  }

  @Test("lets a lesson pass that nobody has changed")
  func spares() throws {
    let file = try #require(LessonLibrary.embedded.files.first)
    let checker = LessonChecker(.embedded)
    #expect(checker.isRight(file))
    #expect(checker.isTranslated(file))
  }
}
