import Basics
import Cluster
import Kubectl
import Session

/// An answer that is not as a lesson promises it.
struct DifferentAnswer {
  var entry: ConsoleEntry
  var actual: String
  /// What the lesson's names stood for.
  var names: Variables
}

/// Goes through a lesson as its author means it, and notes where it is not so.
struct LessonWalk {
  private let lesson: Lesson
  private var stage: LessonStage
  private(set) var findings: [LessonFinding] = []
  /// What commands answered that are to answer otherwise.
  private(set) var differing: [DifferentAnswer] = []

  init(_ lesson: Lesson, files: FileReader) {
    self.lesson = lesson
    stage = LessonStage(lesson, Configuration(), files: files, language: lesson.language)
  }

  /// The state at the end.
  var stateHash: UInt64 { stage.session.timeline.cluster.stateHash }

  mutating func run() {
    for failure in stage.begin(lesson) { note(.failedStart(failure.stderr.trimmed), line: 1) }
    for part in lesson.parts {
      switch part {
      case .prose: break
      case .example(let entries), .tryout(let entries): for entry in entries { check(entry) }
      case .prediction(let prediction): check(prediction)
      case .task(let task): check(task)
      }
    }
  }

  private mutating func note(_ problem: LessonFinding.Problem, line: Int) {
    findings.append(LessonFinding(path: lesson.path, line: line, problem: problem))
  }

  private mutating func bind(_ bindings: [Binding]) {
    for binding in stage.bind(bindings) { note(.nothingToBind(binding.choice), line: binding.line) }
  }

  private mutating func check(_ entry: ConsoleEntry) {
    let answer = stage.type(entry.command)
    let actual = answer.stdout + answer.stderr
    if !OutputPattern(entry.output.map(stage.text)).matches(actual) {
      note(.wrongOutput(command: entry.command, actual: actual), line: entry.line)
      differing.append(DifferentAnswer(entry: entry, actual: actual, names: stage.variables))
    }
  }

  private mutating func check(_ prediction: Prediction) {
    bind(prediction.bindings)
    let failed = zip(prediction.commands, stage.perform(prediction.commands)).filter { $1.exit != 0 }
    if prediction.isRefused {
      if failed.isEmpty { note(.nothingRefused, line: prediction.line) }
    } else {
      for (command, answer) in failed {
        note(.failedCommand(command, answer: answer.stderr.trimmed), line: prediction.line)
      }
    }
    let holding = stage.holding(prediction)
    if holding.count != 1 { note(.holdingChoices(holding.map { $0 + 1 }), line: prediction.line) }
  }

  // MARK: Goals

  private mutating func check(_ task: LessonTask) {
    bind(task.bindings)
    if stage.isReached(task.goals) { note(.metAtStart, line: task.line) }
    checkHints(task)
    for mistake in task.mistakes { check(mistake, task) }
    if task.commands.isEmpty { note(.noSolution, line: task.line) }
    for entry in task.commands where !stage.isReached(task.goals) {
      let answer = stage.type(entry.command)
      if answer.exit != 0 { note(.failedCommand(entry.command, answer: answer.stderr.trimmed), line: entry.line) }
    }
    for index in stage.unmet(task.goals) { note(.missedGoal(task.goals[index].sentence), line: task.goals[index].line) }
  }

  private mutating func checkHints(_ task: LessonTask) {
    if task.hints.isEmpty { note(.noHint, line: task.line) }
    let hints = task.hints.flatMap { $0 }.map(\.text)
    // `settle` alone gives nothing away.
    for command in task.commands.map(\.command)
    where command.contains(" ") && hints.contains(where: { $0.contains(command) }) {
      note(.tellingHint(command), line: task.line)
    }
  }

  private mutating func check(_ mistake: Mistake, _ task: LessonTask) {
    var other = stage
    for command in mistake.commands {
      let answer = other.type(command)
      if answer.exit != 0 { note(.failedCommand(command, answer: answer.stderr.trimmed), line: mistake.line) }
    }
    let unmet = other.unmet(task.goals)
    let sentences = unmet.map { task.goals[$0].sentence }
    if !mistake.isRight {
      if unmet != mistake.goals { note(.wrongMistake(unmet: sentences), line: mistake.line) }
      if let condition = mistake.condition, !other.holds(condition) { note(.unrecognised, line: mistake.line) }
    } else if !unmet.isEmpty {
      note(.wrongWay(unmet: sentences), line: mistake.line)
    }
  }
}

extension Lesson.Prose {
  /// All its words.
  fileprivate var text: String {
    switch self {
    case .heading(_, let text), .paragraph(let text), .item(_, let text): text
    case .verbatim(let lines): lines.joined(separator: "\n")
    }
  }
}
