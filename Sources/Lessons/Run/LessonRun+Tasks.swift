import Basics
import Cluster
import Kubectl
import Machinery
import Narration
import Session

extension LessonRun {
  func tellGoals(_ task: LessonTask, _ output: inout CommandOutput) {
    for state in stage.states(task.goals) {
      let sign = say(state.isMet ? .met : .notMet)
      for line in layout.wrapped("\(state.sentence) (\(say(.seen(state.seen))))", first: sign) { output.print(line) }
    }
  }

  /// Says what a command has changed about the goals; goes on where all are met.
  mutating func review(_ task: LessonTask, _ output: inout CommandOutput) {
    let met = stage.states(task.goals).map(\.isMet)
    // Who has gone back and makes the same mistake again is told again.
    if session.timeline.lastRecord < attempt.latest { attempt.toldMistakes = [] }
    attempt.latest = session.timeline.lastRecord
    guard stage.isSettled else {
      if !met.contains(false) { output.print(remark(.metForNow)) }
      return
    }
    guard met.contains(false) else {
      output.print("")
      tellGoals(task, &output)
      output.print(remark(.allMet))
      reached += 1
      goOn(&output)
      return
    }
    if met != attempt.met {
      output.print("")
      tellGoals(task, &output)
    }
    attempt.met = met
    recognise(task, &output)
  }

  /// Says what is known about a mistake, by what it has left behind: the goals that are not met.
  private mutating func recognise(_ task: LessonTask, _ output: inout CommandOutput) {
    guard stage.hasActed || attempt.hasWaited, let index = stage.mistake(of: task),
      attempt.hasWaited || index != attempt.firstMistake, attempt.toldMistakes.insert(index).inserted
    else { return }
    output.print("")
    for line in layout.wrapped(stage.text(task.mistakes[index].say)) { output.print(line) }
  }

  /// Takes note of a line that was typed while the solution is put to the prompt, command by command.
  mutating func followSolution(_ typed: String, failed: Bool, _ output: inout CommandOutput) {
    guard typed == suggestion else { return }
    if failed {
      attempt.untyped = []
      output.fail(remark(.solutionFails))
    } else {
      attempt.untyped.removeFirst()
    }
  }

  mutating func hint(_ task: LessonTask, _ output: inout CommandOutput) {
    guard attempt.hints < task.hints.count else {
      output.print(remark(.noMoreHints))
      return
    }
    output.print(remark(.hint(attempt.hints + 1, of: task.hints.count)))
    tell(task.hints[attempt.hints], &output)
    attempt.hints += 1
  }
}
