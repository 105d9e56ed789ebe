import Cluster
package import Kubectl
package import Lessons
package import Narration
import Session

/// A lesson that is typed line by line at the prompt with lessons, as by someone who knows the answers.
package struct Rehearsal {
  package private(set) var console: LessonConsole
  /// All lines that were typed.
  package private(set) var lines: [String] = []

  /// The lesson `name` of `library` at its first stop.
  package init(_ name: String, in language: Language, library: LessonLibrary = .embedded) {
    let session = Session(Configuration(), pace: .auto, language: language, files: .none)
    console = LessonConsole(session, library: library)
    _ = console.start(name)
  }

  package var isPassed: Bool { console.run?.isPassed ?? false }

  /// How many sets of goals were reached.
  package var reached: Int { console.run?.reached ?? 0 }

  /// Whether a question was answered otherwise than by a choice that holds, because none did.
  package var hasErred: Bool { console.run?.answers.contains { !$0.isRight } ?? true }

  /// Types a line; what is answered.
  @discardableResult
  package mutating func type(_ line: String) -> CommandOutput {
    lines.append(line)
    return console.execute(line)
  }

  /// Types all that the lesson invites to, and the right choice of each question, up to the next goals; nil at the end.
  package mutating func goOn() -> LessonTask? {
    while let run = console.run {
      switch run.stop {
      case .task(let task): return task
      case .question(let prediction): answer(prediction)
      case .reading: for line in run.invited.map(\.command) + [""] { type(line) }
      case .finished: return nil
      }
    }
    return nil
  }

  /// Types the solution of `task`, as far as it is needed.
  package mutating func solve(_ task: LessonTask) {
    let before = reached
    for entry in task.commands where reached == before { type(entry.command) }
  }

  /// Goes on to the end, or to the first goals that their solution does not reach.
  package mutating func finish() {
    while let task = goOn() {
      let before = reached
      solve(task)
      if reached == before { return }
    }
  }

  /// Types the number of the choice that holds, which is found by trying; of the last where none does.
  private mutating func answer(_ prediction: Prediction) {
    for number in 1...prediction.choices.count {
      var trial = self
      trial.type("\(number)")
      if number < prediction.choices.count, trial.console.run?.answers.last?.isRight != true { continue }
      self = trial
      return
    }
  }
}
