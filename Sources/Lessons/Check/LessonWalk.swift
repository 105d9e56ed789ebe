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

  /// Goes through all of it, or up to the part with the first finding.
  mutating func run(stopsAtFirst: Bool = false) {
    for failure in stage.begin(lesson) { note(.failedStart(failure.stderr.trimmed), line: 1) }
    for (index, part) in lesson.parts.enumerated() where !stopsAtFirst || findings.isEmpty {
      switch part {
      case .prose(let prose): read(prose, at: index)
      case .example(let entries), .tryout(let entries): for entry in entries { check(entry) }
      case .prediction(let prediction): check(prediction)
      case .task(let task): check(task, at: index)
      }
    }
  }

  /// Whether the lesson can be finished from `other`, which has taken the way `way` to the goals at `index`: each
  /// question has one answer there, too, and each solution reaches its goals. What commands print may differ.
  private mutating func checkRest(_ other: LessonStage, behind way: Mistake, at index: Int) {
    var walk = self
    walk.stage = other
    walk.findings = []
    for (index, part) in lesson.parts.enumerated().dropFirst(index + 1) {
      switch part {
      case .prose: walk.stage.bind(aheadOf: index, in: lesson)
      case .example(let entries), .tryout(let entries): for entry in entries { _ = walk.stage.type(entry.command) }
      case .prediction(let prediction): walk.check(prediction)
      case .task(let task): walk.check(task, at: index)
      }
    }
    for finding in walk.findings { note(.wrongBehindWay(line: finding.line, finding.problem), line: way.line) }
  }

  private mutating func note(_ problem: LessonFinding.Problem, line: Int) {
    findings.append(LessonFinding(path: lesson.path, line: line, problem: problem))
  }

  private mutating func bind(_ bindings: [Binding]) {
    for binding in stage.bind(bindings) { note(.nothingToBind(binding.choice), line: binding.line) }
  }

  /// Notes the names of the lesson that are shown as they are written, since they stand for nothing yet.
  private mutating func read(_ prose: Lesson.Prose, at index: Int) {
    stage.bind(aheadOf: index, in: lesson)
    for name in lesson.names.sorted() where stage.variables[name] == nil && Variables.uses(name, in: prose.text) {
      let line = lesson.translatable.first { $0.part == index }?.line ?? 1
      note(.unboundName(name), line: line)
    }
  }

  private mutating func check(_ entry: ConsoleEntry) {
    let answer = stage.type(entry.command)
    let actual = answer.text
    if !OutputPattern(entry.output.map(stage.text)).matches(actual) {
      note(.wrongOutput(command: entry.command, actual: actual), line: entry.line)
      differing.append(DifferentAnswer(entry: entry, actual: actual, names: stage.variables))
    }
  }

  private mutating func check(_ prediction: Prediction) {
    bind(prediction.bindings)
    let answers = Array(zip(prediction.commands, stage.perform(prediction.commands)))
    checkRefusal(answers, isRefused: prediction.isRefused, line: prediction.line)
    let holding = stage.holding(prediction)
    if holding.count != 1 { note(.holdingChoices(holding.map { $0 + 1 }), line: prediction.line) }
  }

  /// Whether one of the commands is refused where one is to be, and none otherwise.
  private mutating func checkRefusal(_ answers: [(String, CommandOutput)], isRefused: Bool, line: Int) {
    let failed = answers.filter { $1.exit != 0 }
    if isRefused {
      if failed.isEmpty { note(.nothingRefused, line: line) }
    } else {
      for (command, answer) in failed { note(.failedCommand(command, answer: answer.stderr.trimmed), line: line) }
    }
  }

  // MARK: Goals

  private mutating func check(_ task: LessonTask, at index: Int) {
    bind(task.bindings)
    if stage.isReached(task.goals) { note(.metAtStart, line: task.line) }
    let first = stage.mistake(of: task).map { task.mistakes[$0].line }
    checkHints(task)
    for mistake in task.mistakes {
      let hasActed = check(mistake, task, at: index)
      if hasActed, !mistake.isRefused, mistake.line == first { note(.madeAtStart, line: mistake.line) }
    }
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

  /// Whether something was done, and not only waited for.
  private mutating func check(_ mistake: Mistake, _ task: LessonTask, at index: Int) -> Bool {
    var other = stage
    var answers: [(String, CommandOutput)] = []
    for command in mistake.commands {
      answers.append((command, other.type(command)))
      // There the learner's task would be over.
      if !mistake.isRight, other.isReached(task.goals) { note(.metOnTheWay(command), line: mistake.line) }
    }
    checkRefusal(answers, isRefused: mistake.isRefused, line: mistake.line)
    let unmet = other.unmet(task.goals)
    let sentences = unmet.map { task.goals[$0].sentence }
    if !mistake.isRight {
      if unmet != mistake.goals { note(.wrongMistake(unmet: sentences), line: mistake.line) }
      if let condition = mistake.condition, !other.holds(condition) { note(.unrecognised, line: mistake.line) }
      if let told = other.mistake(of: task), task.mistakes[told].line != mistake.line {
        note(.takenFor(line: task.mistakes[told].line), line: mistake.line)
      }
    } else if !unmet.isEmpty {
      note(.wrongWay(unmet: sentences), line: mistake.line)
    } else {
      checkRest(other, behind: mistake, at: index)
    }
    return other.hasActed
  }
}

extension Lesson.Prose {
  /// All its words.
  fileprivate var text: String {
    switch self {
    case .heading(_, let text), .paragraph(let text), .item(_, let text): text
    case .table(let table): ([table.head] + table.rows).map { $0.joined(separator: " ") }.joined(separator: "\n")
    case .verbatim(let lines): lines.joined(separator: "\n")
    }
  }
}
