package import Narration

/// A lesson: what a file under `Lessons/` says, taken apart.
///
/// The file is Markdown that reads well by itself. What the program does with it stands in fences, whose first word is
/// a language for renderers and whose second word is one of ours:
///
///     console run         commands that the lesson types, with the output they are to have
///     console try         commands that the learner is invited to type; the checker types them
///     yaml predict        a question about what will happen; see `Prediction`
///     text goal           what the learner is to reach; see `Goal`
///     console solution    in <details>: commands that reach the goals before it
///     yaml mistakes       what learners do instead; see `Mistake`
///
/// Other <details> behind goals are hints, in order. In `console` fences a line that begins with `> ` is typed; the
/// others are its output, with `[..]` for anything within a line and `...` for any lines. A fence without a second
/// word is shown as it is.
///
/// `$NAME` stands for a name that is not known beforehand, such as a Pod's of a ReplicaSet. Predictions and goals bind
/// it (see `Binding`), everything behind them can use it, prose too, and so can the prose that leads to them from the
/// heading or the commands before (see `bindings(aheadOf:)`). `$BEFORE` is the record before the commands of
/// the last prediction, for `goto $BEFORE`.
///
/// In a translation a comment before each block says what it was made from; see `SourceMark`.
package struct Lesson: Sendable {
  /// The path of the file, below the folder of lessons.
  package var path: String
  package var language: Language
  package var front: FrontMatter
  package var parts: [Part]
  /// What a translation has in words of its own, in the order of the file.
  package var translatable: [TranslatableBlock]
  /// The indexes of the parts whose English text has changed since they were translated.
  package var stale: Set<Int> = []

  /// One thing after another.
  package enum Part: Sendable {
    case prose(Prose)
    case example([ConsoleEntry])
    case tryout([ConsoleEntry])
    case prediction(Prediction)
    case task(LessonTask)
  }

  /// What is read.
  package enum Prose: Hashable, Sendable {
    case heading(level: Int, String)
    case paragraph(String)
    case item(marker: String, String)
    case table(ProseTable)
    /// Lines shown as they are.
    case verbatim([String])
  }
}

extension Lesson {
  package var predictions: [Prediction] {
    parts.compactMap { if case .prediction(let prediction) = $0 { prediction } else { nil } }
  }

  package var tasks: [LessonTask] { parts.compactMap { if case .task(let task) = $0 { task } else { nil } } }

  /// The names that the prose at `index` may use before they are given: those of the next question or goals, where
  /// only prose stands between, and a heading or commands before. Behind another question without a heading names
  /// still stand for what they stood for there.
  func bindings(aheadOf index: Int) -> [Binding] {
    switch (index > 0 ? parts[index - 1] : nil, parts[index]) {
    case (nil, .prose), (.example?, .prose), (.tryout?, .prose), (_, .prose(.heading(...2, _))): break
    default: return []
    }
    switch parts[index...].first(where: { if case .prose = $0 { false } else { true } }) {
    case .prediction(let prediction)?: return prediction.bindings
    case .task(let task)?: return task.bindings
    case .prose?, .example?, .tryout?, nil: return []
    }
  }

  /// The names that questions and goals give.
  var names: Set<String> {
    Set((predictions.flatMap(\.bindings) + tasks.flatMap(\.bindings)).map(\.name))
  }

  /// Whether a heading with prose behind it follows the last goals and questions.
  var hasDebrief: Bool {
    let behind = parts.reversed().prefix {
      switch $0 {
      case .prose, .example, .tryout: true
      case .prediction, .task: false
      }
    }
    guard case .prose(.heading)? = behind.last else { return false }
    return behind.contains { if case .prose(.paragraph) = $0 { true } else { false } }
  }
}

/// What a lesson's file says about itself, between `---` and `---`.
package struct FrontMatter: Hashable, Sendable {
  /// The file's name without `.md` or `.ko.md`.
  package var id: String
  package var title: String
  /// The part of the document that it teaches.
  package var section: String
  /// The lessons that come before it.
  package var needs: [String] = []
  package var teaches: [String] = []
  /// The manifests that are applied and settled before the learner's first prompt.
  package var start: [String] = []
  package var minutes: Int
}

/// A command and the output that it is to have.
package struct ConsoleEntry: Hashable, Sendable {
  package var command: String
  package var output: [String] = []
  /// Of the command in its file.
  package var line: Int
}

/// `$POD := pods(app=web)[0]`: a name for one object of a set, chosen when the lesson gets there.
package struct Binding: Hashable, Sendable {
  package var name: String
  /// As it was written: `pods(app=web)[0]`.
  package var choice: String
  package var line: Int
}

/// A question about what will happen, whose answer is computed from what does.
///
///     ask: You delete it. How many Pods run afterwards?
///     bind: ["$POD := pods(app=web)[0]"]      # may be left out
///     do: [delete pod $POD, settle]           # carried out once the learner has chosen
///     refused: true                           # one of these commands is refused; may be left out
///     choices:                                # after `do` the condition of exactly one holds
///       - say: "2"
///         if: pods.running == 2               # see `WorldCondition`
///         because: Why this holds, or what is wrong about it.
///         belief: losing-a-label-deletes      # a name for the idea behind a wrong choice; may be left out
package struct Prediction: Hashable, Sendable {
  package struct Choice: Hashable, Sendable {
    package var say: String
    package var condition: String
    package var because: String
    package var belief: String?
    package var line: Int
  }

  package var ask: String
  package var bindings: [Binding]
  package var commands: [String]
  /// Whether one of the commands is to be refused; otherwise all go through.
  package var isRefused: Bool
  package var choices: [Choice]
  package var line: Int
}

/// Goals, and what helps to reach them.
package struct LessonTask: Hashable, Sendable {
  package var bindings: [Binding]
  package var goals: [Goal]
  package var hints: [[Lesson.Prose]] = []
  /// The prose of the solution and its commands.
  package var solution: [Lesson.Prose] = []
  package var commands: [ConsoleEntry] = []
  package var mistakes: [Mistake] = []
  package var line: Int
}

/// A line `sentence :: check`: what is to be reached, and how the cluster is asked whether it is.
package struct Goal: Hashable, Sendable {
  package var sentence: String
  package var check: String
  package var line: Int
}

/// What learners do other than the solution.
///
///     - do: [delete pod -l app=web, settle]
///       fails: the other Pods were left alone    # the sentence of the goal that is then not met, or several
///       when: pods.running == 3                  # may be left out: tells mistakes with the same goals apart
///       say: You deleted all of them.
///     - do: [apply -f wrong.yaml, settle]
///       refused: true                            # one of these commands is refused; may be left out
///       fails: web is there
///       say: The API server did not take it.
///     - do: [label pod $POD app-, settle]
///       passes: true                             # not a mistake at all
package struct Mistake: Hashable, Sendable {
  package var commands: [String]
  /// Whether one of the commands is to be refused; otherwise all go through.
  package var isRefused: Bool
  /// The indexes of the goals that are then not met, in order; none for another right way.
  package var goals: [Int]
  package var condition: String?
  package var say: String
  package var line: Int

  /// Whether it is another right way.
  package var isRight: Bool { goals.isEmpty }
}
