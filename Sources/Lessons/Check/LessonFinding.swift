/// Something that is wrong with a lesson, and where.
package struct LessonFinding: Hashable, Sendable {
  package var path: String
  /// From 1.
  package var line: Int
  package var problem: Problem

  package enum Problem: Hashable, Sendable {
    case unreadable(LessonError.Problem)
    /// The name in the front matter is not that of the file.
    case wrongName(String)
    case unknownNeed(String)
    /// The lessons need each other in a circle.
    case circle([String])
    case failedStart(String)
    case nothingToBind(String)
    case wrongOutput(command: String, actual: String)
    case failedCommand(String, answer: String)
    /// A prediction says that a command of it is refused, and none is.
    case nothingRefused
    case metAtStart
    case missedGoal(String)
    case noSolution
    case noHint
    /// A hint says a line of the solution.
    case tellingHint(String)
    /// So many choices of a prediction hold.
    case holdingChoices([Int])
    /// What a mistake leaves unmet is not what it says.
    case wrongMistake(unmet: [String])
    /// A mistake's condition does not hold after it, so that it is not recognised.
    case unrecognised
    /// What is called another right way leaves goals unmet.
    case wrongWay(unmet: [String])
    /// Typed as a learner would, the lesson does not come to its end.
    case notPassed
    case differentEnds
    /// The translation differs from the English lesson in something that is not prose.
    case differentPart
    case missingTranslation
    /// A block does not say what it was translated from.
    case unmarkedTranslation
    /// The English text has changed since a block was translated.
    case staleTranslation
    /// The course's list does not have the lesson.
    case notListed
    /// The course's table does not have a belief.
    case unknownBelief(String)
    /// No mistake leaves the goal unmet, so that nothing would show if it could not fail.
    case untestedGoal(String)
    /// What every lesson has, and this one not enough of.
    case lacks(Ingredient)
  }

  /// What every lesson has.
  package enum Ingredient: String, Hashable, Sendable {
    case prediction = "a prediction"
    case hints = "two hints"
    case mistakes = "two mistakes that are recognised"
    case otherWay = "another right way"
    case debrief = "a debrief: a heading with prose behind the last goals"
  }

  /// `PATH:LINE: what is wrong`, in English: it is for those who write lessons.
  package var message: String { "\(path):\(line): \(problem.message)" }
}

extension LessonFinding.Problem {
  /// What is wrong, in English; `Lessons/AUTHORS.md` lists them all.
  package var message: String {
    switch self {
    case .unreadable(let problem): LessonError(problem, line: 1).message
    case .wrongName(let name): "id is \(name), which is not the file's name"
    case .unknownNeed(let name): "needs \(name), and there is no such lesson"
    case .circle(let names): "needs itself: \(names.joined(separator: " → "))"
    case .failedStart(let answer): "the start fails: \(answer)"
    case .nothingToBind(let choice): "there is no \(choice)"
    case .wrongOutput(let command, let actual): "\(command) answers otherwise:\n\(actual)"
    case .failedCommand(let command, let answer): "\(command) fails: \(answer)"
    case .nothingRefused: "no command of the prediction is refused"
    case .metAtStart: "the goals are met before anything was done"
    case .missedGoal(let sentence): "the solution does not reach: \(sentence)"
    case .noSolution: "the goals have no solution"
    case .noHint: "the goals have no hint"
    case .tellingHint(let command): "a hint gives the solution away: \(command)"
    case .holdingChoices(let numbers):
      "exactly one choice must hold; these do: \(numbers.isEmpty ? "none" : numbers.map(String.init).joined(separator: ", "))"
    case .wrongMistake(let unmet): "this leaves unmet: \(LessonFinding.Problem.list(unmet))"
    case .unrecognised: "the condition of this mistake does not hold after it"
    case .wrongWay(let unmet): "this is no right way, it leaves unmet: \(LessonFinding.Problem.list(unmet))"
    case .notPassed: "typed line by line the lesson does not come to its end"
    case .differentEnds: "two runs end in different states"
    case .differentPart: "this is not as in the English lesson"
    case .missingTranslation: "there is no \(Lesson.koreanSuffix) beside it"
    case .unmarkedTranslation: "the block does not say what it was translated from; lesson promote adds that"
    case .staleTranslation: "the English text has changed since; lesson promote --translated takes it as translated"
    case .notListed: "\(Course.orderFile) of the lessons does not link to it"
    case .unknownBelief(let name): "\(Course.beliefsFile) does not have the belief \(name)"
    case .untestedGoal(let sentence): "no mistake fails: \(sentence)"
    case .lacks(let ingredient): "there is to be \(ingredient.rawValue)"
    }
  }

  private static func list(_ sentences: [String]) -> String {
    sentences.isEmpty ? "nothing" : sentences.joined(separator: "; ")
  }
}
