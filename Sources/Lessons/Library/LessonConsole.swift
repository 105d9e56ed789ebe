import Basics
import Cluster
package import Kubectl
import Narration
package import Session

/// The prompt with lessons: a cluster of the learner's own until a lesson begins, then the lesson's.
package struct LessonConsole {
  private let library: LessonLibrary
  private let width: Int
  private var free: Session
  /// The lesson that runs.
  package private(set) var run: LessonRun?

  /// A prompt whose lines of prose take `width` terminal cells at most.
  package init(_ session: Session, library: LessonLibrary, width: Int = 80) {
    self.library = library
    self.width = width
    free = session
  }

  package var session: Session { run?.session ?? free }

  /// Whether an answer to a question is awaited, which is nothing to remember.
  package var isAsking: Bool { if case .question? = run?.stop { true } else { false } }

  /// Carries out one typed line.
  package mutating func execute(_ line: String) -> CommandOutput {
    let words = line.split(separator: " ").map(String.init)
    switch words.first {
    case "lesson"? where words.count <= 2: return words.count == 1 ? list() : start(words[1])
    case "next"? where words == ["next", "lesson"]: return startNext()
    case "restart"? where words.count == 1 && run != nil, "reset"? where words.count == 1 && run != nil:
      return start(run?.lesson.front.id ?? "")
    default: break
    }
    var output: CommandOutput
    if run != nil {
      output = run?.submit(line) ?? CommandOutput()
    } else if LessonCommand(line.trimmed) != nil, words != ["reset"] {
      output = CommandOutput()
      output.fail(say(.noLessonRuns))
    } else {
      output = free.execute(line)
    }
    if words == ["help"] || words == ["?"] { help(&output) }
    return output
  }

  private func say(_ message: Localized) -> String { message.text(in: session.language) }

  private func list() -> CommandOutput {
    var output = CommandOutput()
    let names = library.names
    let width = names.map(\.cellWidth).max() ?? 0
    for name in names {
      do throws(LessonFileError) {
        guard let front = try library.lesson(name, in: session.language)?.front else { continue }
        output.print("\(name.padded(toCells: width))  \(front.title) (\(say(.minutes(front.minutes))))")
      } catch {
        output.fail("error: \(error.message)")
      }
    }
    return output
  }

  private mutating func startNext() -> CommandOutput {
    guard let name = run?.lesson.front.id ?? library.names.first else { return list() }
    guard run != nil else { return start(name) }
    guard let following = library.name(after: name) else {
      var output = CommandOutput()
      output.print(say(.noNextLesson))
      return output
    }
    return start(following)
  }

  /// Begins the lesson `name`.
  package mutating func start(_ name: String) -> CommandOutput {
    var output = CommandOutput()
    do throws(LessonFileError) {
      guard let lesson = try library.lesson(name, in: session.language) else {
        output.fail(say(.unknownLesson(name)))
        return output
      }
      var begun = LessonRun(
        lesson,
        session.configuration,
        files: library.reader(over: free.files),
        width: width,
        goesOn: free.goesOn
      )
      begun.editor = free.editor
      output = begun.begin()
      run = begun
    } catch {
      output.fail("error: \(error.message)")
    }
    return output
  }

  private func help(_ output: inout CommandOutput) {
    output.print(say(.lessonHelp))
    let own = LessonCommand.allCases.map { ($0.rawValue, $0.purpose) }
    let all = [("lesson", Localized.lessonPurpose)] + own + [("next lesson", Localized.nextLessonPurpose)]
    let width = all.map(\.0.cellWidth).max() ?? 0
    for (name, purpose) in all { output.print("  \(name.padded(toCells: width))  \(say(purpose))") }
  }

  /// The words that can stand at the cursor.
  package func candidates(_ line: String, cursor: Int) -> [SessionCompletion.Word] {
    let before = String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
    if before.hasPrefix("lesson ") {
      return library.names.map { SessionCompletion.Word(word: $0, goesOn: false) }
    }
    let words = SessionCompletion().candidates(line, cursor: cursor, in: session)
    guard !before.contains(" ") else { return words }
    return words
      + (["lesson"] + LessonCommand.allCases.map(\.rawValue)).map { SessionCompletion.Word(word: $0, goesOn: false) }
  }
}
