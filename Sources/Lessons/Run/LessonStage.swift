import APIServer
import Basics
import Cluster
import Kubectl
import Machinery
import Narration
import Objects
import Session

/// The cluster on which a lesson plays, and the names that the lesson has given.
struct LessonStage {
  var session: Session
  private(set) var variables = Variables()
  /// The last record before the question or the goals at hand: what conditions say of records counts from there.
  private var asked = RecordID(0)

  /// The variable that stands for the record before a prediction's commands.
  private static let before = "BEFORE"

  init(_ lesson: Lesson, _ configuration: Configuration, files: FileReader, language: Language) {
    session = Session(configuration, pace: .step, language: language, files: files)
  }

  var store: Store { session.timeline.cluster.store }

  /// What has happened since the question or the goals at hand were shown.
  private var news: ArraySlice<Record> {
    let records = session.timeline.records
    return records[records.firstIndex(after: asked.number)...]
  }

  /// Whether a command has been carried out since then that changes or disturbs something.
  var hasActed: Bool { news.contains { if case .command = $0.happening { true } else { false } } }

  /// Whether nothing more is coming soon.
  var isSettled: Bool { session.timeline.cluster.isSettled }

  /// Applies the manifests that the lesson begins with and lets them settle; the answers of those that failed.
  mutating func begin(_ lesson: Lesson) -> [CommandOutput] {
    var failures: [CommandOutput] = []
    for manifest in lesson.front.start {
      let output = type("apply -f \(manifest)")
      if output.exit != 0 { failures.append(output) }
    }
    _ = type("settle")
    return failures
  }

  /// Carries out a command of the lesson.
  mutating func type(_ command: String) -> CommandOutput {
    session.author = .lesson
    defer { session.author = .user }
    return session.execute(variables.substituted(command))
  }

  /// Carries out the commands of a prediction; `$BEFORE` is from now on the record before them.
  mutating func perform(_ commands: [String]) -> [CommandOutput] {
    variables[LessonStage.before] = session.timeline.lastRecord.text
    return commands.map { type($0) }
  }

  /// Begins a question or goals: gives names to objects as they are now; those that found none.
  mutating func bind(_ bindings: [Binding]) -> [Binding] {
    asked = session.timeline.lastRecord
    return bindings.filter { binding in
      guard let choice = ObjectChoice(variables.substituted(binding.choice)) else { return true }
      let objects = choice.set.objects(in: store)
      guard objects.indices.contains(choice.index) else { return true }
      variables[binding.name] = objects[choice.index].metadata.name
      return false
    }
  }

  /// Gives the names that the prose at `index` of `lesson` may use already.
  mutating func bind(aheadOf index: Int, in lesson: Lesson) {
    let bindings = lesson.bindings(aheadOf: index)
    if !bindings.isEmpty { _ = bind(bindings) }
  }

  func text(_ text: String) -> String { variables.substituted(text) }

  func text(_ prose: Lesson.Prose) -> Lesson.Prose {
    switch prose {
    case .heading(let level, let text): .heading(level: level, variables.substituted(text))
    case .paragraph(let text): .paragraph(variables.substituted(text))
    case .item(let marker, let text): .item(marker: marker, variables.substituted(text))
    case .table(let table): .table(table.map(variables.substituted))
    case .verbatim(let rows): .verbatim(rows.map(variables.substituted))
    }
  }

  func holds(_ condition: String) -> Bool {
    (try? WorldCondition(variables.substituted(condition)))?.holds(in: store, after: news) ?? false
  }

  /// The mistake of `task` that has been made, by the state: exactly its goals are not met, and its condition holds.
  /// One with a condition says more, so it goes before one without.
  func mistake(of task: LessonTask) -> Int? {
    let unmet = unmet(task.goals)
    let possible = task.mistakes.indices.filter { !task.mistakes[$0].isRight && task.mistakes[$0].goals == unmet }
    return possible.first { task.mistakes[$0].condition.map(holds) ?? false }
      ?? possible.first { task.mistakes[$0].condition == nil }
  }

  /// The choices of `prediction` that hold now.
  func holding(_ prediction: Prediction) -> [Int] {
    prediction.choices.indices.filter { holds(prediction.choices[$0].condition) }
  }

  /// A goal with what the cluster says about it.
  struct State: Hashable, Sendable {
    var sentence: String
    var isMet: Bool
    var seen: Localized
  }

  /// The goals that are not met now.
  func unmet(_ goals: [Goal]) -> [Int] {
    let states = states(goals)
    return states.indices.filter { !states[$0].isMet }
  }

  /// Whether all goals are met, and will stay so if nothing is done.
  func isReached(_ goals: [Goal]) -> Bool { isSettled && unmet(goals).isEmpty }

  func states(_ goals: [Goal]) -> [State] {
    goals.map { goal in
      let check = GoalCheck(variables.substituted(goal.check))
      return State(
        sentence: variables.substituted(goal.sentence),
        isMet: check?.isMet(in: store, after: news) ?? false,
        seen: check?.seen(in: store, after: news) ?? .noSuchObject
      )
    }
  }
}
