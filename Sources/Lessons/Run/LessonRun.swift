import Basics
package import Cluster
package import Kubectl
import Machinery
import Narration
package import Session

/// A learner in a lesson: shows what is to be read, asks, waits, and says what has been reached.
///
/// Nothing here prints; every line that is typed gives a text to show. Between two lines the lesson stands at a `Stop`.
package struct LessonRun {
  /// What the lesson waits for.
  package enum Stop: Sendable {
    /// An empty line, to read on.
    case reading
    /// The number of a choice.
    case question(Prediction)
    /// Goals to be met.
    case task(LessonTask)
    case finished
  }

  package let lesson: Lesson
  package private(set) var stop = Stop.reading
  /// Whether the learner asked to see a solution.
  package private(set) var sawSolution = false
  /// How many sets of goals were reached, and how many were passed over.
  package private(set) var reached = 0
  package private(set) var skipped = 0

  private var stage: LessonStage
  private let layout: ProseLayout
  /// The index of the first part that has not been shown.
  private var next = 0
  private var attempt = Attempt()

  /// What has been done about the goals at hand.
  private struct Attempt {
    var hints = 0
    /// The first record after the goals were shown.
    var begin = RecordID(0)
    var met: [Bool] = []
    var toldMistakes: Set<Int> = []
    /// Whether the learner has let the cluster settle, and so has done what they meant to, even if it changed nothing.
    var hasSettled = false
  }

  /// A run whose lines of prose take `width` terminal cells at most.
  package init(
    _ lesson: Lesson,
    _ configuration: Configuration = Configuration(),
    files: FileReader,
    width: Int = 80,
    goesOn: @escaping () -> Bool = { true }
  ) {
    self.lesson = lesson
    layout = ProseLayout(width: width)
    stage = LessonStage(lesson, configuration, files: files, language: lesson.language)
    stage.session.goesOn = goesOn
  }

  package var session: Session { stage.session }

  /// The editor that the learner's commands open.
  package var editor: TextEditor {
    get { stage.session.editor }
    set { stage.session.editor = newValue }
  }

  /// Whether all goals of the lesson were reached by the learner.
  package var isPassed: Bool { if case .finished = stop { skipped == 0 } else { false } }

  /// What the learner is invited to type where the lesson stands.
  package var invited: [ConsoleEntry] {
    guard case .reading = stop, next > 0, case .tryout(let entries) = lesson.parts[next - 1] else { return [] }
    return entries
  }

  private func say(_ message: Localized) -> String { message.text(in: session.language) }

  // MARK: What is shown

  /// Sets the cluster up and shows what comes before the first stop.
  package mutating func begin() -> CommandOutput {
    var output = CommandOutput()
    output.print(say(.lessonBegins(lesson.front.id, minutes: lesson.front.minutes)))
    for failure in stage.begin(lesson) { output.fail(failure.stderr.trimmed) }
    goOn(&output)
    return output
  }

  /// Shows the parts up to the next stop.
  private mutating func goOn(_ output: inout CommandOutput) {
    var isFirst = true
    while next < lesson.parts.count {
      let part = lesson.parts[next]
      if case .prose(.heading(let level, _)) = part, level == 2, !isFirst {
        stand(at: .reading, &output)
        return
      }
      isFirst = false
      next += 1
      if let stop = show(part, &output) {
        stand(at: stop, &output)
        return
      }
    }
    output.print("")
    output.print(say(.lessonEnds(sawSolution: sawSolution, skipped: skipped)))
    stand(at: .finished, &output)
  }

  /// Shows one part; what the lesson then waits for, if anything.
  private mutating func show(_ part: Lesson.Part, _ output: inout CommandOutput) -> Stop? {
    switch part {
    case .prose(let prose):
      tell([prose], after: next > 1 ? lesson.parts[next - 2].prose : nil, &output)
      return nil
    case .example(let entries):
      for entry in entries { run(entry.command, &output) }
      return nil
    case .tryout(let entries):
      output.print("")
      for entry in entries { output.print("    \(stage.text(entry.command))") }
      return .reading
    case .prediction(let prediction):
      miss(stage.bind(prediction.bindings), &output)
      ask(prediction, &output)
      return .question(prediction)
    case .task(let task):
      miss(stage.bind(task.bindings), &output)
      attempt = Attempt(begin: session.timeline.lastRecord, met: stage.states(task.goals).map(\.isMet))
      output.print("")
      tellGoals(task, &output)
      return .task(task)
    }
  }

  /// Shows `prose` behind `previous`.
  private func tell(_ prose: [Lesson.Prose], after previous: Lesson.Prose? = nil, _ output: inout CommandOutput) {
    var previous = previous
    for piece in prose {
      for line in layout.lines(stage.text(piece), after: previous) { output.print(line) }
      previous = piece
    }
  }

  private mutating func stand(at stop: Stop, _ output: inout CommandOutput) {
    self.stop = stop
    output.print("")
    output.print(say(.possible(stop)))
  }

  private func miss(_ bindings: [Binding], _ output: inout CommandOutput) {
    for binding in bindings { output.fail(say(.nothingToBind(binding.choice))) }
  }

  /// Carries out a command of the lesson and shows both.
  private mutating func run(_ command: String, _ output: inout CommandOutput) {
    output.print("")
    output.print("  > \(stage.text(command))")
    let answer = stage.type(command)
    for line in (answer.stdout + answer.stderr).split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      output.print("  \(line)")
    }
  }

  // MARK: Predictions

  private func ask(_ prediction: Prediction, _ output: inout CommandOutput) {
    output.print("")
    for line in layout.wrapped(stage.text(prediction.ask), first: "? ") { output.print(line) }
    for (index, choice) in prediction.choices.enumerated() {
      for line in layout.wrapped(stage.text(choice.say), first: "  \(index + 1)  ") { output.print(line) }
    }
  }

  /// Takes the number of a choice. Other lines are carried out if they leave the moment as it is: looking is allowed.
  private mutating func answer(_ typed: String, _ prediction: Prediction, _ output: inout CommandOutput) {
    if typed.isEmpty {
      ask(prediction, &output)
    } else if let number = Int(typed) {
      guard prediction.choices.indices.contains(number - 1) else {
        output.fail(say(.chooseOne(prediction.choices.count)))
        return
      }
      resolve(prediction, chosen: number - 1, &output)
    } else {
      var trial = stage
      let answer = trial.session.execute(stage.text(typed))
      let now = trial.session.timeline
      let before = session.timeline
      if now.position == before.position, now.trace.moves == before.trace.moves, now.now == before.now {
        stage = trial
        output.append(answer)
      } else {
        output.fail(say(.heldBack(prediction.choices.count)))
      }
    }
  }

  /// Carries the commands of `prediction` out, and says which choice holds.
  private mutating func resolve(_ prediction: Prediction, chosen: Int?, _ output: inout CommandOutput) {
    let answers = zip(prediction.commands, stage.perform(prediction.commands))
    for (command, answer) in answers {
      output.print("")
      output.print("  > \(stage.text(command))")
      for line in (answer.stdout + answer.stderr).split(separator: "\n") { output.print("  \(line)") }
    }
    output.print("")
    let holding = stage.holding(prediction)
    if let chosen {
      let isRight = holding.contains(chosen)
      tell(say(isRight ? .right(chosen + 1) : .wrong(chosen + 1)), prediction.choices[chosen].because, &output)
      if isRight {
        goOn(&output)
        return
      }
    }
    for index in holding {
      let choice = prediction.choices[index]
      tell(say(.holds(index + 1, stage.text(choice.say))), choice.because, &output)
    }
    if holding.isEmpty { output.print(say(.noneHolds)) }
    goOn(&output)
  }

  private func tell(_ verdict: String, _ because: String, _ output: inout CommandOutput) {
    for line in layout.wrapped("\(verdict) \(stage.text(because))") { output.print(line) }
  }

  // MARK: Goals

  private func tellGoals(_ task: LessonTask, _ output: inout CommandOutput) {
    for state in stage.states(task.goals) {
      let sign = say(state.isMet ? .met : .notMet)
      for line in layout.wrapped("\(state.sentence) (\(say(.seen(state.seen))))", first: sign) { output.print(line) }
    }
  }

  /// Says what a command has changed about the goals; goes on where all are met.
  private mutating func review(_ task: LessonTask, _ output: inout CommandOutput) {
    let states = stage.states(task.goals)
    let met = states.map(\.isMet)
    guard stage.isSettled else {
      if !met.contains(false) { output.print(say(.metForNow)) }
      return
    }
    guard met.contains(false) else {
      output.print("")
      tellGoals(task, &output)
      output.print(say(.allMet))
      reached += 1
      goOn(&output)
      return
    }
    if met != attempt.met {
      output.print("")
      tellGoals(task, &output)
    }
    attempt.met = met
    recognise(task, met, &output)
  }

  /// Says what is known about a mistake, by what it has left behind: the goals that are not met.
  private mutating func recognise(_ task: LessonTask, _ met: [Bool], _ output: inout CommandOutput) {
    let hasActed = session.timeline.records.reversed().prefix { $0.id > attempt.begin }
      .contains { if case .command = $0.happening { true } else { false } }
    let unmet = met.indices.filter { !met[$0] }
    guard hasActed || attempt.hasSettled else { return }
    for (index, mistake) in task.mistakes.enumerated() where !attempt.toldMistakes.contains(index) {
      guard mistake.goals == unmet, mistake.condition.map(stage.holds) ?? true else { continue }
      attempt.toldMistakes.insert(index)
      output.print("")
      for line in layout.wrapped(stage.text(mistake.say)) { output.print(line) }
      return
    }
  }

  // MARK: What is typed

  /// Takes one typed line.
  package mutating func submit(_ line: String) -> CommandOutput {
    var output = CommandOutput()
    let typed = line.trimmed
    if let command = LessonCommand(typed) {
      perform(command, &output)
      return output
    }
    switch stop {
    case .question(let prediction): answer(typed, prediction, &output)
    case .reading where typed.isEmpty: goOn(&output)
    case .reading, .task, .finished:
      output.append(stage.session.execute(stage.text(typed)))
      if session.timeline.trace.moves == 0 {
        // Another seed was chosen: a cluster of its own, in which the lesson begins again.
        perform(.restart, &output)
      } else if case .task(let task) = stop, !typed.isEmpty {
        if typed == "settle" { attempt.hasSettled = true }
        review(task, &output)
      }
    }
    return output
  }

  private mutating func perform(_ command: LessonCommand, _ output: inout CommandOutput) {
    switch (command, stop) {
    case (.goal, .task(let task)): tellGoals(task, &output)
    case (.hint, .task(let task)): hint(task, &output)
    case (.solution, .task(let task)):
      sawSolution = true
      tell(task.solution, &output)
      for entry in task.commands { output.print("    \(stage.text(entry.command))") }
    case (.skip, .task(let task)):
      skipped += 1
      for entry in task.commands { run(entry.command, &output) }
      goOn(&output)
    case (.skip, .question(let prediction)): resolve(prediction, chosen: nil, &output)
    case (.skip, .reading): goOn(&output)
    case (.restart, _):
      let editor = editor
      self = LessonRun(
        lesson,
        session.configuration,
        files: session.files,
        width: layout.width,
        goesOn: session.goesOn
      )
      self.editor = editor
      output.append(begin())
    case (.goal, _), (.hint, _), (.solution, _), (.skip, _): output.print(say(.noGoalsHere))
    }
  }

  private mutating func hint(_ task: LessonTask, _ output: inout CommandOutput) {
    guard attempt.hints < task.hints.count else {
      output.print(say(.noMoreHints))
      return
    }
    output.print(say(.hint(attempt.hints + 1, of: task.hints.count)))
    tell(task.hints[attempt.hints], &output)
    attempt.hints += 1
  }
}

extension Lesson.Part {
  fileprivate var prose: Lesson.Prose? { if case .prose(let prose) = self { prose } else { nil } }
}

extension CommandOutput {
  /// Adds what another command answered.
  mutating func append(_ other: CommandOutput) {
    stdout += other.stdout
    stderr += other.stderr
    if other.exit != 0 { exit = other.exit }
  }
}
