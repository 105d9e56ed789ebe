package import Basics
import Cluster
package import Kubectl
package import Narration
package import Session

/// The prompt with lessons: a cluster of the learner's own until a lesson begins, then the lesson's.
package struct LessonConsole {
  let library: LessonLibrary
  private var free: Session
  /// What was typed at the learner's own cluster, as a lesson would type it.
  private var transcript: [String] = []
  /// The lesson that runs, or a question that is asked again.
  package private(set) var run: LessonRun?
  /// The lesson that begins once the question that is asked again is answered.
  private var awaited: String?
  /// How far the learner has come. What happens here changes it; keeping it is for the top layer.
  package private(set) var progress: CourseProgress

  /// A prompt that shows lessons as it does pictures: with the layout of `session`.
  package init(_ session: Session, library: LessonLibrary, progress: CourseProgress = CourseProgress()) {
    self.library = library
    self.progress = progress
    free = session
    free.files = library.reader(under: session.files)
    free.otherCommands = ConsoleCommand.words + LessonCommand.allCases.map(\.rawValue)
  }

  package var session: Session { run?.session ?? free }

  /// For whom and with how much room all is drawn and told.
  package var layout: Layout {
    get { session.layout }
    set {
      free.layout = newValue
      run?.stage.session.layout = newValue
    }
  }

  /// Whether `line` answers a question of a lesson, which is nothing to remember.
  package func isAnswer(_ line: String) -> Bool {
    if case .question? = run?.stop { Int(line.trimmed) != nil } else { false }
  }

  /// Where the learner is.
  package struct Place: Hashable {
    private var lesson: String?
    private var part: Int?
    private var moment: Moment

    fileprivate init(_ console: LessonConsole) {
      lesson = console.run?.lesson.front.id
      part = console.run?.part
      moment = console.session.timeline.moment
    }
  }

  package var place: Place { Place(self) }

  /// What is put to the prompt for the learner to run.
  package var suggestion: String? { run?.suggestion }

  /// Carries out one typed line.
  package mutating func execute(_ line: String) -> CommandOutput {
    if let command = ConsoleCommand(line) { return perform(command) }
    var output: CommandOutput
    if run != nil {
      output = submit(line)
    } else if LessonCommand(line.trimmed) != nil, line.trimmed != "reset" {
      output = refusal(.noLessonRuns)
    } else {
      let before = free.timeline.lastRecord
      output = free.execute(line)
      if !line.trimmed.isEmpty { transcript.append(line.trimmed) }
      // At one's own cluster a command settles by itself; in a lesson one says so.
      let hasActed = free.timeline.lastRecord > before
      if free.pace == .auto, hasActed, transcript.last != "settle" { transcript.append("settle") }
    }
    help(line.split(separator: " ").map(String.init), &output)
    return output
  }

  func say(_ message: Localized) -> String { message.text(in: session.language) }
  /// The same as lines of their own, folded.
  func remark(_ message: Localized) -> String { session.layout.folded(say(message)) }

  private mutating func perform(_ command: ConsoleCommand) -> CommandOutput {
    switch command {
    case .list: list()
    case .start(let name): start(name)
    case .next: startNext()
    case .review: review(before: nil) ?? line(.nothingToReview)
    case .record(let name): record(name)
    case .unknown: refusal(.lessonUsage)
    case .leave: leave()
    case .restart where run != nil && run?.isReview == false: start(run?.lesson.front.id ?? "")
    case .restart: refusal(.noLessonRuns)
    }
  }

  private func refusal(_ message: Localized) -> CommandOutput {
    var output = CommandOutput()
    output.fail(remark(message))
    return output
  }

  private func line(_ message: Localized) -> CommandOutput {
    var output = CommandOutput()
    output.print(remark(message))
    return output
  }

  /// Types a line into the lesson, and notes how far it has come.
  private mutating func submit(_ line: String) -> CommandOutput {
    guard var run else { return CommandOutput() }
    // Of two that hold its trace, the one that goes on would copy it.
    self.run = nil
    let answered = run.answers.count
    let language = run.session.language
    var output = run.submit(line)
    let name = run.lesson.front.id
    for answer in run.answers.dropFirst(answered) { progress.note(answer, in: name) }
    if run.session.language != language,
      let other = (try? library.lesson(name, in: run.session.language)) ?? nil
    {
      run.goOn(in: other)
    }
    self.run = run
    guard case .finished = run.stop else { return output }
    if run.isReview {
      output.append(endReview())
    } else if run.skipped == 0 {
      progress.note(run.sawSolution ? .shown : .solved, of: name)
    }
    return output
  }

  // MARK: Lessons

  private func list() -> CommandOutput {
    var output = CommandOutput()
    let names = library.names
    let width = names.map(\.cellWidth).max() ?? 0
    let markWidth = names.compactMap { progress.stage(of: $0) }.map { say(.stage($0)).cellWidth }.max() ?? 0
    for name in names {
      do throws(LessonFileError) {
        guard let front = try library.front(name, in: session.language) else { continue }
        let mark = progress.stage(of: name).map { say(.stage($0)) } ?? ""
        let title = "\(front.title) (\(say(.minutes(front.minutes))))"
        if layout.isAccessible {
          output.print("\(name): \(title) \(mark)".trimmed)
          continue
        }
        let place = "\(mark.padded(toCells: markWidth))  \(name.padded(toCells: width))  "
        for line in ProseLayout(layout).wrapped(title, first: place) { output.print(line) }
      } catch {
        output.fail("error: \(error.message)")
      }
    }
    if !progress.beliefs.isEmpty { output.print(remark(.toReview(progress.beliefs.count))) }
    return output
  }

  /// Begins the lesson after the one that runs, behind a question that is to be asked again.
  private mutating func startNext() -> CommandOutput {
    guard let name = run?.lesson.front.id else {
      let open = library.names.first { progress.stage(of: $0) != .solved } ?? library.names.first
      return open.map { start($0) } ?? list()
    }
    guard let following = library.name(after: name) else { return line(.noNextLesson) }
    return review(before: following) ?? start(following)
  }

  /// Begins the lesson `name`.
  package mutating func start(_ name: String) -> CommandOutput {
    var output = CommandOutput()
    do throws(LessonFileError) {
      guard let lesson = try library.lesson(name, in: session.language) else {
        return refusal(.unknownLesson(name, nearest: NearWord.of(name, among: library.names)))
      }
      var begun = LessonRun(lesson, session.configuration, files: library.reader(over: free.files))
      begun.connect(like: free)
      output = begun.begin()
      run = begun
      awaited = nil
      progress.note(.begun, of: name)
    } catch {
      output.fail("error: \(error.message)")
    }
    return output
  }

  /// Goes back to the learner's own cluster.
  private mutating func leave() -> CommandOutput {
    guard let left = run else { return refusal(.noLessonRuns) }
    free.language = left.session.language
    run = nil
    awaited = nil
    return line(.leftLesson)
  }

  // MARK: Questions that are asked again

  /// Asks once more about a belief, before the lesson `name` begins; nil where there is none to ask about.
  private mutating func review(before name: String?) -> CommandOutput? {
    guard let (review, belief) = Review.next(progress, library: library, language: session.language) else { return nil }
    var output = CommandOutput()
    output.print(remark(.asksAgain(belief?.text)))
    let (begun, question) = review.begin(
      session.configuration,
      files: library.reader(over: free.files),
      layout: layout
    )
    output.append(question)
    run = begun
    run?.connect(like: free)
    awaited = name
    return output
  }

  private mutating func endReview() -> CommandOutput {
    guard let name = awaited else {
      run = nil
      return line(.leftLesson)
    }
    return start(name)
  }

  // MARK: Writing lessons

  /// Writes what was typed so far as the beginning of a lesson, with the outputs that it has there.
  private func record(_ name: String) -> CommandOutput {
    guard LessonSkeleton.isName(name) else { return refusal(.badLessonName(name)) }
    let skeleton = LessonSkeleton(name, in: session.language)
    guard case .missing = free.files.read(skeleton.fileName) else { return refusal(.isThereAlready(skeleton.fileName)) }
    let file = LessonLibrary.File(
      path: skeleton.fileName,
      text: skeleton.recorded(transcript.isEmpty ? ["get pods"] : transcript)
    )
    let promotion = LessonPromotion(library, files: free.files, isTranslated: false)
    let text = (try? promotion.promoted(file)) ?? file.text
    if let problem = session.writer.write(file.path, Array(text.utf8)) {
      return refusal(Localized(same: "error: \(file.path): \(problem)"))
    }
    return line(.recorded(file.path, transcript.count { $0 != "settle" }))
  }

  // MARK: Help

  /// Adds what help has to tell of lessons, where a line asks for it.
  private func help(_ words: [String], _ output: inout CommandOutput) {
    guard words.count <= 2, ["help", "?"].contains(words.first) else { return }
    let own = LessonCommand.allCases.map { (name: $0.rawValue, purpose: $0.purpose) }
    let all = ConsoleCommand.usages.map { (name: $0.0, purpose: $0.1) } + own
    let meant = all.filter { words.count == 1 || $0.name.split(separator: " ").contains(words[1][...]) }
    if meant.isEmpty { return }
    // What the cluster's own help does not know is no mistake here.
    if words.count == 2, output.exit != 0 { output = CommandOutput() }
    if words.count == 1 { output.print(remark(.lessonHelp)) }
    for line in HelpPage.table(meant, in: session.language) { output.print(layout.folded(line)) }
  }

  /// What can stand at the cursor of `line`, of which `cursor` bytes are before it.
  package func choices(_ line: String, cursor: Int) -> Choices {
    guard let typed = TypedLine(line, cursor: cursor), !typed.isKubectl else {
      return SessionCompletion(session).choices(line, cursor: cursor)
    }
    func list(_ words: [String]) -> Choices {
      Choices(typed.current, typed.current.completed(by: words.map { Candidate($0) }))
    }
    switch typed.words {
    case ["lesson"]: return list(library.names + ["record"])
    case let words where words.first == "lesson": return list([])
    default: break
    }
    var choices = SessionCompletion(session).choices(
      line,
      cursor: cursor,
      more: ConsoleCommand.words + LessonCommand.allCases.map(\.rawValue)
    )
    if typed.words == ["next"] { choices.candidates += list(["lesson"]).candidates }
    // The answers to a question, where one is asked.
    if typed.words.isEmpty, case .question(let question)? = run?.stop {
      let numbers = (1...max(1, question.choices.count)).map(String.init)
      if typed.current.text.isEmpty || Int(typed.current.text) != nil { choices = list(numbers) }
    }
    return choices
  }
}

extension LessonConsole: LineTaker {
  package mutating func take(_ line: String) -> CommandOutput { execute(line) }
}
