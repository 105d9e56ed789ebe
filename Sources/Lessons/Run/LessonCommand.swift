import Narration

/// The commands of a lesson that is running.
enum LessonCommand: String, CaseIterable {
  case goal, hint, solution, skip, restart

  /// Reads a line; nil where it is none of these. `reset` means the lesson too.
  init?(_ line: String) {
    guard let command = line == "reset" ? .restart : LessonCommand(rawValue: line) else { return nil }
    self = command
  }

  /// What it is for, in one line.
  var purpose: Localized {
    switch self {
    case .goal: Localized("show what is to be reached, and what is reached", "목표와 지금 상태를 보여 줍니다")
    case .hint: Localized("give a hint, one more each time", "힌트를 하나씩 보여 줍니다")
    case .solution: Localized("show commands that reach the goals", "목표를 이루는 명령을 보여 줍니다")
    case .skip: Localized("go past the question or the goals", "질문이나 목표를 건너뜁니다")
    case .restart: Localized("begin the lesson again", "레슨을 처음부터 다시 시작합니다")
    }
  }
}
