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
    /// Prose shows a name of the lesson that stands for nothing yet.
    case unboundName(String)
    /// A prediction or a mistake says that a command of it is refused, and none is.
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
    /// What a mistake leaves behind is so before anything is done.
    case madeAtStart
    /// A mistake meets all goals on its way.
    case metOnTheWay(String)
    /// A mistake's condition does not hold after it, so that it is not recognised.
    case unrecognised
    /// What a mistake leaves behind is told as the mistake on another line.
    case takenFor(line: Int)
    /// What is called another right way leaves goals unmet.
    case wrongWay(unmet: [String])
    /// Behind another right way something of the rest is wrong.
    indirect case wrongBehindWay(line: Int, Problem)
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
    case prediction = "a lesson has a prediction, and there is none"
    case hints = "goals have two hints or more, and here are fewer"
    case mistakes = "a lesson has two mistakes or more that are recognised, and here are fewer"
    case otherWay = "a lesson has another right way (passes: true), and there is none"
    case debrief = "a lesson ends with a debrief, a heading with prose behind the last goals, and there is none"
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
    case .unboundName(let name): "$\(name) stands for nothing here: only prose may stand between it and its goals"
    case .nothingRefused: "no command of it is refused"
    case .metAtStart: "the goals are met before anything was done"
    case .missedGoal(let sentence): "the solution does not reach: \(sentence)"
    case .noSolution: "the goals have no solution"
    case .noHint: "the goals have no hint"
    case .tellingHint(let command): "a hint gives the solution away: \(command)"
    case .holdingChoices(let numbers):
      "exactly one choice must hold; these do: \(numbers.isEmpty ? "none" : numbers.map(String.init).joined(separator: ", "))"
    case .wrongMistake(let unmet): "this leaves unmet: \(LessonFinding.Problem.list(unmet))"
    case .madeAtStart: "this is told already when nothing has been done; give it a when:"
    case .metOnTheWay(let command): "behind \(command) of this mistake all goals are met"
    case .unrecognised: "the condition of this mistake does not hold after it"
    case .takenFor(let line): "this is told as the mistake on line \(line); give one of them a when:"
    case .wrongWay(let unmet): "this is no right way, it leaves unmet: \(LessonFinding.Problem.list(unmet))"
    case .wrongBehindWay(let line, let problem): "behind this way line \(line) is wrong: \(problem.message)"
    case .notPassed: "typed line by line the lesson does not come to its end"
    case .differentEnds: "two runs end in different states"
    case .differentPart: "this is not as in the English lesson: other commands, conditions, names or lines"
    case .missingTranslation: "there is no translation beside it, no \(Lesson.koreanSuffix)"
    case .unmarkedTranslation: "the block does not say what it was translated from; lesson promote adds that"
    case .staleTranslation: "the English text has changed since; lesson promote --translated takes it as translated"
    case .notListed: "the course's list, Lessons/\(Course.orderFile), has no link to it"
    case .unknownBelief(let name): "the table of Lessons/\(Course.beliefsFile) has no belief \(name)"
    case .untestedGoal(let sentence): "no mistake fails: \(sentence)"
    case .lacks(let ingredient): ingredient.rawValue
    }
  }

  private static func list(_ sentences: [String]) -> String {
    sentences.isEmpty ? "nothing" : sentences.joined(separator: "; ")
  }
}
