import Basics
import Narration
import Session

extension Lesson {
  /// The end of a path that says the language; English has none.
  static let koreanSuffix = ".ko.md"

  /// Reads the text of a lesson's file.
  package init(path: String, text: String) throws(LessonError) {
    let lines = try LessonLines(text)
    self.path = path
    language = path.hasSuffix(Lesson.koreanSuffix) ? .korean : .english
    front = try FrontMatter(lines)
    var parser = LessonParser()
    for placed in try lines.blocks() { try parser.add(placed) }
    parts = parser.finished()
    translatable = parser.translatable
  }
}

/// The lines of a lesson's file.
struct LessonLines {
  private let lines: [String]
  /// The index of the `---` behind the front matter.
  private let end: Int

  init(_ text: String) throws(LessonError) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasSuffix("\r") ? String($0.dropLast()) : String($0)
    }
    guard lines.first == "---" else { throw LessonError(.noFrontMatter, line: 1) }
    guard let end = lines.dropFirst().firstIndex(of: "---") else { throw LessonError(.openFrontMatter, line: 1) }
    self.end = end
  }

  /// Those between `---` and `---`.
  fileprivate var front: [String] { Array(lines[1..<end]) }

  /// The blocks behind the front matter.
  func blocks() throws(LessonError) -> [PlacedBlock] {
    var scanner = MarkdownScanner(lines, from: end + 1)
    return try scanner.blocks()
  }
}

extension FrontMatter {
  /// Reads only what the file says about itself.
  init(_ lines: LessonLines) throws(LessonError) { try self.init(lines.front) }

  private static let names = ["format", "id", "title", "section", "needs", "teaches", "start", "minutes"]

  fileprivate init(_ lines: [String]) throws(LessonError) {
    let fields = try YAMLFields.mapping(lines, after: 1)
    let format = try fields.required("format", fields.int("format"))
    guard format == 1 else { throw LessonError(.unknownFormat(format), line: fields.line(of: "format")) }
    try fields.check(only: FrontMatter.names)
    id = try fields.required("id", fields.string("id"))
    title = try fields.required("title", fields.string("title"))
    section = try fields.required("section", fields.string("section"))
    needs = try fields.strings("needs") ?? []
    teaches = try fields.required("teaches", fields.strings("teaches"))
    start = try fields.strings("start") ?? []
    minutes = Int(clamping: try fields.required("minutes", fields.int("minutes")))
  }
}

/// Puts blocks together to the parts of a lesson.
private struct LessonParser {
  private var parts: [Lesson.Part] = []
  private(set) var translatable: [TranslatableBlock] = []
  /// The goals last seen, to which hints, the solution and mistakes belong.
  private var task: LessonTask?
  private var taskIndex = 0

  mutating func finished() -> [Lesson.Part] {
    closeTask()
    return parts
  }

  private mutating func closeTask() {
    if let task { parts[taskIndex] = .task(task) }
    task = nil
  }

  mutating func add(_ placed: PlacedBlock) throws(LessonError) {
    defer { note(placed, part: parts.count - 1) }
    switch placed.block {
    case .fence(let words, let lines): try addFence(words, lines, line: placed.line)
    case .details(let summary, let blocks): try addDetails(summary, blocks, line: placed.line)
    case .heading(let level, _) where level <= 2:
      closeTask()
      parts += placed.block.prose.map { .prose($0) }
    default: parts += placed.block.prose.map { .prose($0) }
    }
  }

  /// Notes the words of a block that is told with the part at `part`; hints and mistakes are told with their goals.
  private mutating func note(_ placed: PlacedBlock, part: Int) {
    let part =
      switch placed.block {
      case .details: taskIndex
      case .fence(let words, _) where words.dropFirst().first == "mistakes": taskIndex
      default: part
      }
    for placed in placed.translatable {
      let mark = SourceMark(of: placed.text)
      translatable.append(TranslatableBlock(line: placed.line, part: part, mark: mark, source: placed.source))
    }
  }

  private mutating func addFence(_ words: [String], _ lines: [String], line: Int) throws(LessonError) {
    guard words.count > 1 else {
      parts.append(.prose(.verbatim(lines)))
      return
    }
    switch words[1] {
    case "run": parts.append(.example(try ConsoleEntry.entries(lines, after: line)))
    case "try": parts.append(.tryout(try ConsoleEntry.entries(lines, after: line)))
    case "predict": parts.append(.prediction(try Prediction(lines, after: line)))
    case "goal":
      closeTask()
      let goals = try LessonTask(lines, after: line)
      task = goals
      taskIndex = parts.count
      parts.append(.task(goals))
    case "mistakes":
      guard let goals = task?.goals else { throw LessonError(.withoutGoals(words[1]), line: line) }
      for fields in try YAMLFields.sequence(lines, after: line) {
        task?.mistakes.append(try Mistake(fields, goals: goals))
      }
    default: throw LessonError(.unknownFence(words[1]), line: line)
    }
  }

  private mutating func addDetails(_ summary: String, _ blocks: [PlacedBlock], line: Int) throws(LessonError) {
    guard task != nil else { throw LessonError(.withoutGoals(summary), line: line) }
    var prose: [Lesson.Prose] = []
    var commands: [ConsoleEntry]?
    for placed in blocks {
      switch placed.block {
      case .fence(let words, let lines) where words.dropFirst().first == "solution":
        guard commands == nil, task?.commands.isEmpty ?? false else {
          throw LessonError(.secondSolution, line: placed.line)
        }
        commands = try ConsoleEntry.entries(lines, after: placed.line)
      case .fence(let words, let lines) where words.count < 2: prose.append(.verbatim(lines))
      case .fence, .details: throw LessonError(.unexpectedInHint, line: placed.line)
      default: prose += placed.block.prose
      }
    }
    if let commands {
      task?.commands = commands
      task?.solution = prose
    } else {
      task?.hints.append(prose)
    }
  }
}

extension MarkdownBlock {
  /// This block as what is read; nothing for fences and details.
  fileprivate var prose: [Lesson.Prose] {
    switch self {
    case .heading(let level, let text): [.heading(level: level, text)]
    case .paragraph(let text): [.paragraph(text)]
    case .item(let marker, let text): [.item(marker: marker, text)]
    case .table(let lines): [ProseTable(lines).map { .table($0) } ?? .verbatim(lines)]
    case .fence, .details: []
    }
  }
}
