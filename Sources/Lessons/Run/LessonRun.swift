import Basics
package import Cluster
package import Kubectl
import Machinery
package import Narration
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

  package internal(set) var lesson: Lesson
  package private(set) var stop = Stop.reading
  /// Whether the learner asked to see a solution.
  package internal(set) var sawSolution = false
  /// How many sets of goals were reached, and how many were passed over.
  package internal(set) var reached = 0
  package internal(set) var skipped = 0
  /// The questions that were answered, and how.
  package internal(set) var answers: [Answer] = []

  var stage: LessonStage
  /// The index of the first part that has not been shown.
  private var next = 0
  var attempt = Attempt()
  /// Whether this is no lesson but one question of it, asked again.
  package let isReview: Bool

  /// A question with what the learner said.
  package struct Answer: Hashable, Sendable {
    package var isRight: Bool
    /// What one believes who answers as the learner did.
    package var belief: String?
    /// What one believes who answers wrongly.
    package var allBeliefs: [String]

    package init(isRight: Bool, belief: String?, allBeliefs: [String]) {
      self.isRight = isRight
      self.belief = belief
      self.allBeliefs = allBeliefs
    }
  }

  /// What has been done about the goals at hand.
  struct Attempt {
    var hints = 0
    /// The mistake as which the cluster was seen when the goals were shown: doing nothing.
    var firstMistake: Int?
    /// The last record when the goals were last looked at.
    var latest = RecordID(0)
    var met: [Bool] = []
    var toldMistakes: Set<Int> = []
    /// Whether the learner has let time pass, and so has done what they meant to, even if it changed nothing.
    var hasWaited = false
    /// The commands of the solution that was asked for, which have not been typed yet.
    var untyped: [ConsoleEntry] = []
  }

  package init(
    _ lesson: Lesson,
    _ configuration: Configuration = Configuration(),
    files: FileReader,
    layout: Layout = Layout(),
    isReview: Bool = false
  ) {
    self.lesson = lesson
    self.isReview = isReview
    stage = LessonStage(lesson, configuration, files: files, language: lesson.language)
    stage.session.layout = layout
  }

  package var session: Session { stage.session }
  var layout: ProseLayout { ProseLayout(session.layout) }

  /// Reaches the machine as `other` does: editor, files to write, journal, terminal, interrupts.
  package mutating func connect(like other: Session) {
    stage.session.editor = other.editor
    stage.session.writer = other.writer
    stage.session.recorder = other.recorder
    stage.session.layout = other.layout
    stage.session.goesOn = other.goesOn
    stage.session.clock = other.clock
  }

  /// Whether all goals of the lesson were reached by the learner.
  package var isPassed: Bool { if case .finished = stop { skipped == 0 } else { false } }

  /// What the learner is invited to type where the lesson stands, and has not typed yet.
  package private(set) var invited: [ConsoleEntry] = []

  /// The command that is put to the prompt for the learner to run: the solution's next, where it was asked for.
  package var suggestion: String? {
    guard case .task = stop else { return nil }
    return attempt.untyped.first.map { stage.text($0.command) }
  }

  /// The index of the part at which the lesson stands.
  var part: Int { next - 1 }

  func say(_ message: Localized) -> String { message.text(in: session.language) }
  /// The same as lines of their own, folded.
  func remark(_ message: Localized) -> String { session.layout.folded(say(message)) }

  // MARK: What is shown

  /// Sets the cluster up and shows what comes before the first stop.
  package mutating func begin() -> CommandOutput {
    var output = CommandOutput()
    output.print(remark(.lessonBegins(lesson.front.id, minutes: lesson.front.minutes)))
    for failure in stage.begin(lesson) { output.fail(failure.stderr.trimmed) }
    goOn(&output)
    return output
  }

  /// Goes on behind a stop at which nothing has to be done. What the learner was invited to type and did not is typed
  /// by the lesson, since what follows builds on it; and so it does on the present.
  private mutating func readOn(_ output: inout CommandOutput) {
    let left = invited
    invited = []
    for entry in left { run(entry.command, &output) }
    if session.timeline.isInThePast { run("goto end", &output) }
    goOn(restsFirst: !left.isEmpty, &output)
  }

  /// Shows the parts up to the next stop. Where it `restsFirst`, there was something to read already, and a heading may
  /// be that stop.
  mutating func goOn(restsFirst: Bool = false, _ output: inout CommandOutput) {
    var rests = restsFirst
    while next < lesson.parts.count {
      let part = lesson.parts[next]
      if case .prose(.heading(let level, _)) = part, level == 2, rests {
        stand(at: .reading, &output)
        return
      }
      rests = true
      next += 1
      if let stop = show(part, &output) {
        stand(at: stop, &output)
        return
      }
    }
    if isReview {
      stop = .finished
      return
    }
    output.print("")
    output.print(remark(.lessonEnds(sawSolution: sawSolution, skipped: skipped)))
    stand(at: .finished, &output)
  }

  /// Shows one part; what the lesson then waits for, if anything.
  private mutating func show(_ part: Lesson.Part, _ output: inout CommandOutput) -> Stop? {
    if lesson.stale.contains(next - 1) {
      output.print("")
      output.print(remark(.staleTranslation))
    }
    switch part {
    case .prose(let prose):
      stage.bind(aheadOf: next - 1, in: lesson)
      tell([prose], after: next > 1 ? lesson.parts[next - 2].prose : nil, &output)
      return nil
    case .example(let entries):
      for entry in entries { run(entry.command, &output) }
      return nil
    case .tryout(let entries):
      invited = entries
      output.print("")
      for entry in entries { output.print("    \(stage.text(entry.command))") }
      return .reading
    case .prediction(let prediction):
      miss(stage.bind(prediction.bindings), &output)
      ask(prediction, &output)
      return .question(prediction)
    case .task(let task):
      miss(stage.bind(task.bindings), &output)
      attempt = Attempt(firstMistake: stage.mistake(of: task), met: stage.states(task.goals).map(\.isMet))
      output.print("")
      tellGoals(task, &output)
      return .task(task)
    }
  }

  /// Shows `prose` behind `previous`.
  func tell(_ prose: [Lesson.Prose], after previous: Lesson.Prose? = nil, _ output: inout CommandOutput) {
    var previous = previous
    for piece in prose {
      for line in layout.lines(stage.text(piece), after: previous) { output.print(line) }
      previous = piece
    }
  }

  private mutating func stand(at stop: Stop, _ output: inout CommandOutput) {
    self.stop = stop
    output.print("")
    output.print(remark(invited.isEmpty ? .possible(stop) : .typeOrEnter))
  }

  private func miss(_ bindings: [Binding], _ output: inout CommandOutput) {
    for binding in bindings { output.fail(say(.nothingToBind(binding.choice))) }
  }

  /// Carries out a command of the lesson and shows both.
  mutating func run(_ command: String, _ output: inout CommandOutput) {
    let answer = stage.type(command)
    show(command, answer, &output)
  }

  /// Shows a command of the lesson and its answer.
  func show(_ command: String, _ answer: CommandOutput, _ output: inout CommandOutput) {
    output.print("")
    output.print("  > \(stage.text(command))")
    for line in answer.text.outputLines { output.print("  \(line)") }
  }

  /// Goes on in another language: in `translation`, which has the same parts as the lesson so far.
  mutating func goOn(in translation: Lesson) {
    guard translation.parts.count == lesson.parts.count else { return }
    lesson = translation
    switch (stop, next > 0 ? lesson.parts[next - 1] : nil) {
    case (.question, .prediction(let prediction)?): stop = .question(prediction)
    case (.task, .task(let task)?): stop = .task(task)
    default: break
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
    case .reading where typed.isEmpty: readOn(&output)
    case .reading where Int(typed) != nil, .task where Int(typed) != nil: output.fail(say(.noQuestion))
    case .task where typed.isEmpty, .finished where typed.isEmpty: output.print(say(.possible(stop)))
    case .reading, .task, .finished:
      let before = session.timeline.now
      output.append(stage.session.execute(stage.text(typed)))
      if let next = invited.first, stage.text(typed) == stage.text(next.command) { invited.removeFirst() }
      if session.timeline.trace.moves == 0 {
        // Another seed was chosen: a cluster of its own, in which the lesson begins again.
        perform(.restart, &output)
      } else if case .task(let task) = stop {
        if typed == "settle" || session.timeline.now > before { attempt.hasWaited = true }
        followSolution(typed, failed: output.exit != 0, &output)
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
      attempt.untyped = task.commands
      tell(task.solution, &output)
      output.print("")
      for entry in task.commands { output.print("    \(stage.text(entry.command))") }
      output.print("")
      output.print(say(.typeSolution))
    case (.skip, .task(let task)):
      skipped += 1
      for entry in task.commands { run(entry.command, &output) }
      goOn(&output)
    case (.skip, .question(let prediction)): resolve(prediction, chosen: nil, &output)
    case (.skip, .reading): readOn(&output)
    case (.restart, _):
      let old = session
      self = LessonRun(lesson, old.configuration, files: old.files)
      connect(like: old)
      output.append(begin())
    case (_, .question(let prediction)): output.print(remark(.heldBack(prediction.choices.count)))
    case (_, .finished): output.print(remark(.noGoalsAnyMore))
    case (_, .reading): output.print(remark(.noGoalsHere))
    }
  }
}

extension Lesson.Part {
  fileprivate var prose: Lesson.Prose? { if case .prose(let prose) = self { prose } else { nil } }
}
