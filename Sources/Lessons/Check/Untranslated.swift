extension FrontMatter {
  /// This without the words that a translation changes.
  var untranslated: FrontMatter {
    var same = self
    same.title = ""
    same.section = ""
    return same
  }
}

extension Lesson.Part {
  /// What is the same in every language: the kind of the part, and all that is typed, chosen or checked.
  var untranslated: [String] {
    switch self {
    case .prose(.heading(let level, _)): ["heading \(level)"]
    case .prose(.paragraph): ["paragraph"]
    case .prose(.item): ["item"]
    case .prose(.table(let table)): ["table \(table.rows.count) \(table.head.count)"]
    case .prose(.verbatim): ["verbatim"]
    case .example(let entries): ["run"] + entries.flatMap(\.untranslated)
    case .tryout(let entries): ["try"] + entries.flatMap(\.untranslated)
    case .prediction(let prediction):
      ["predict", prediction.isRefused ? "refused" : ""] + prediction.bindings.map(\.untranslated) + prediction.commands
        + prediction.choices.flatMap { [$0.condition, $0.belief ?? ""] }
    case .task(let task):
      ["goal"] + task.bindings.map(\.untranslated) + task.goals.map(\.check) + ["hints \(task.hints.count)"]
        + task.commands.map(\.command)
        + task.mistakes.flatMap { $0.untranslated }
    }
  }

  /// A line of the file on which the part stands; nil for prose, which has none noted.
  var line: Int? {
    switch self {
    case .prose: nil
    case .example(let entries), .tryout(let entries): entries.first?.line
    case .prediction(let prediction): prediction.line
    case .task(let task): task.line
    }
  }
}

extension ConsoleEntry {
  /// The command, and how many lines its output is promised to have.
  fileprivate var untranslated: [String] { [command, "\(output.count)"] }
}

extension Mistake {
  fileprivate var untranslated: [String] {
    commands + [isRefused ? "refused" : ""] + goals.map { "fails \($0)" } + [condition ?? ""]
  }
}

extension Binding {
  fileprivate var untranslated: String { "\(name) := \(choice)" }
}
