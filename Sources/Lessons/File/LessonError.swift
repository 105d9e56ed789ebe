import Narration
package import Session

/// Why a text is no lesson, and on which line of it.
package struct LessonError: Error, Hashable, Sendable {
  /// From 1.
  package var line: Int
  package var problem: Problem

  package enum Problem: Hashable, Sendable {
    case noFrontMatter
    case openFrontMatter
    case openFence
    case openDetails
    /// YAML that cannot be read; the reader's words.
    case yaml(String)
    case missingField(String)
    case wrongType(field: String, wanted: String)
    case unknownField(String)
    case unknownFormat(Int64)
    /// The second word behind a fence is none of ours.
    case unknownFence(String)
    case outputBeforeCommand
    case noCommands
    case tooFewChoices
    case badCondition(String, ConditionError)
    case badCheck(String)
    case badBinding(String)
    case noGoals
    /// Hints, solutions and mistakes belong to the goals before them.
    case withoutGoals(String)
    case unknownGoal(String)
    case secondSolution
    case unexpectedInHint
  }

  package init(_ problem: Problem, line: Int) {
    self.problem = problem
    self.line = line
  }

  package var message: String {
    switch problem {
    case .noFrontMatter: "the file does not begin with --- and front matter"
    case .openFrontMatter: "the front matter is not closed by ---"
    case .openFence: "the fence is not closed"
    case .openDetails: "<details> is not closed"
    case .yaml(let text): text
    case .missingField(let name): "\(name) is missing"
    case .wrongType(let field, let wanted): "\(field) is not \(wanted)"
    case .unknownField(let name): "\(name) is not known here"
    case .unknownFormat(let number): "format \(number) is not known; this version reads format 1"
    case .unknownFence(let role): "\(role) is no kind of fence: run, try, solution, predict, goal, mistakes"
    case .outputBeforeCommand: "output stands before the first line that begins with >"
    case .noCommands: "there is no line that begins with >"
    case .tooFewChoices: "a prediction needs two choices or more"
    case .badCondition(let text, let error):
      "\(text) is no condition: \(error.message.english) (column \(error.offset + 1) of it)"
    case .badCheck(let text): "\(text) is no check, such as wait pod/web --for=delete"
    case .badBinding(let text): "\(text) is no choice of an object, such as $POD := pods(app=web)[0]"
    case .noGoals: "there is no goal"
    case .withoutGoals(let what): "\(what) stands before any goal"
    case .unknownGoal(let sentence): "no goal reads: \(sentence)"
    case .secondSolution: "these goals have a solution already"
    case .unexpectedInHint: "a hint holds prose only"
    }
  }
}
