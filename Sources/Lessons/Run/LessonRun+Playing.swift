extension LessonRun {
  /// Types all that the lesson invites to, the first choice of each question, and each solution, until the lesson is
  /// over or `isThere` holds of a stop and of the index of the part that it belongs to.
  mutating func playOn(until isThere: (_ stop: Stop, _ part: Int) -> Bool) {
    var stops = 0
    while stops <= lesson.parts.count, !isThere(stop, part) {
      stops += 1
      switch stop {
      case .finished: return
      case .question: _ = submit("1")
      case .reading: for command in invited.map(\.command) + [""] { _ = submit(command) }
      case .task(let task): carryOut(task)
      }
    }
  }

  private mutating func carryOut(_ task: LessonTask) {
    for entry in task.commands {
      _ = submit(entry.command)
      guard case .task = stop else { return }
    }
  }
}
