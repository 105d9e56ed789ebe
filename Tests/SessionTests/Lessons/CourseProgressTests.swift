import Basics
import Cluster
import Foundation
import Kubectl
import Lessons
import Narration
import Session
import Synchronization
import Testing

@Suite("How far a learner has come")
struct CourseProgressTests {
  @Test("is kept as a text, with the lines of later versions")
  func text() {
    let text = """
      kubestep progress
      lesson pod-alone solved
      lesson rc-parts shown
      belief deletion-is-final right 1 asked pod-alone rc-parts
      medal gold

      """
    #expect(CourseProgress(text).text == text)
    #expect(CourseProgress(text).stage(of: "rc-parts") == .shown)
    #expect(CourseProgress("lesson a solved\nlesson b").stage(of: "b") == nil)
  }

  @Test("is kept as later versions have written it, but for what has been reached since")
  func laterVersions() {
    var progress = CourseProgress(
      """
      kubestep progress 2
      lesson pod-alone solved 2026-11-30
      lesson rc-parts mastered
      lesson rc-scale begun 2026-11-30
      belief deletion-is-final right 5 asked pod-alone
      """
    )
    progress.note(.begun, of: "pod-alone")
    progress.note(.solved, of: "rc-parts")
    progress.note(.solved, of: "rc-scale")
    let expected = """
      kubestep progress 2
      lesson pod-alone solved 2026-11-30
      lesson rc-parts mastered
      lesson rc-scale solved
      belief deletion-is-final right 5 asked pod-alone

      """
    #expect(progress.text == expected)
    #expect(progress.beliefs.isEmpty, "a belief in a state that is not known is not asked about")
  }

  @Test("takes what another prompt has reached meanwhile")
  func twoPrompts() {
    var progress = CourseProgress("lesson a solved\nlesson b begun\nbelief x right 1 asked a\n")
    progress.take(
      CourseProgress("lesson a begun\nlesson b shown\nlesson c begun\nmedal gold\n"),
      since: CourseProgress()
    )
    let lessons = "lesson a solved\nlesson b shown\nlesson c begun\n"
    #expect(progress.text == "kubestep progress\n\(lessons)belief x right 1 asked a\nmedal gold\n")
  }

  @Test("is a file that can be copied to another machine, and in which no line is lost")
  func file() throws {
    let state = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: state) }
    let file = state.appending(path: "kubestep/progress")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let copied = Array("lesson rc-parts solved\r\n\r\nmedal ".utf8) + [0xFF] + Array("\nbelief kubelet-recreates".utf8)
    try Data(copied).write(to: file)
    _ = try Executable.run(Executable.debug, ["lesson", "pod-alone", "--lang", "en"], input: "", state: state)
    let kept = try String(contentsOf: file, encoding: .utf8)
    let lines = ["kubestep progress", "lesson rc-parts solved", "lesson pod-alone begun"]
    #expect(kept == (lines + ["medal \u{FFFD}", "belief kubelet-recreates", ""]).joined(separator: "\n"))
    let list = try Executable.run(Executable.debug, ["lesson", "--lang", "en"], input: "", state: state).output
    #expect(list.contains("[solved]  rc-parts"))
    #expect(list.contains("[begun]   pod-alone"))
  }

  @Test("does not lose what was reached")
  func stages() {
    var progress = CourseProgress()
    progress.note(.solved, of: "a")
    progress.note(.begun, of: "a")
    #expect(progress.stage(of: "a") == .solved)
  }

  @Test("asks about a belief until it was answered right twice")
  func beliefs() {
    var progress = CourseProgress()
    let wrong = LessonRun.Answer(isRight: false, belief: "b", allBeliefs: ["b", "c"])
    let right = LessonRun.Answer(isRight: true, belief: nil, allBeliefs: ["b", "c"])
    progress.note(wrong, in: "one")
    progress.note(right, in: "two")
    #expect(progress.beliefs.map(\.rights) == [1])
    progress.note(wrong, in: "two")
    #expect(progress.beliefs.map(\.rights) == [0], "wrong again")
    progress.note(right, in: "one")
    #expect(progress.beliefs.map(\.asked) == [["two", "one"]])
    progress.note(right, in: "two")
    #expect(progress.beliefs.isEmpty)
  }
}

@Suite("The prompt with lessons")
struct LessonConsoleTests {
  private func console(_ progress: CourseProgress = CourseProgress()) -> LessonConsole {
    let session = Session(Configuration(), pace: .auto, files: .none)
    return LessonConsole(session, library: LessonFixture.course, progress: progress)
  }

  @Test("notes what was begun, shown and solved")
  func stages() {
    var console = console()
    _ = console.execute("lesson small")
    #expect(console.progress.stage(of: "small") == .begun)
    for line in ["2", ""] { _ = console.execute(line) }
    _ = console.execute("solution")
    #expect(console.suggestion?.hasPrefix("delete pod web-") == true)
    _ = console.execute(console.suggestion ?? "")
    #expect(console.suggestion == "settle")
    _ = console.execute("settle")
    #expect(console.run?.isPassed == true)
    #expect(console.progress.stage(of: "small") == .shown)
    #expect(console.execute("lesson").stdout.contains("[shown]"))
  }

  @Test("asks again, in another lesson's form, before the next lesson begins")
  func review() {
    var console = console()
    _ = console.execute("lesson small")
    _ = console.execute("1")
    #expect(console.progress.beliefs.map(\.name) == ["gone-for-good"])
    let asked = console.execute("next lesson").stdout
    #expect(asked.contains("Once you answered as if: It is gone."))
    #expect(asked.contains("How many Pods run after"))
    #expect(console.isAnswer("1"))
    #expect(console.run?.lesson.front.id == "second")
    let answer = console.execute("2").stdout
    #expect(answer.contains("and so it is"))
    #expect(console.progress.beliefs.map(\.rights) == [1])
    #expect(console.run?.isReview == false)
    #expect(console.run?.lesson.front.id == "second", "and the lesson begins")
    #expect(console.execute("leave").stdout.contains("your own cluster"))
    #expect(console.run == nil)
  }

  @Test("asks in one lesson's form after the other's, also after the program was left, until answered right twice")
  func untilRightTwice() {
    var console = console()
    for line in ["lesson small", "1", "leave"] { _ = console.execute(line) }
    for (turn, name) in ["second", "small"].enumerated() {
      console = self.console(CourseProgress(console.progress.text))
      #expect(console.progress.beliefs.map(\.rights) == [turn])
      #expect(console.execute("lesson").stdout.contains("went another way than you said: 1 idea."))
      #expect(console.execute("review").stdout.contains("Once you answered as if: It is gone."))
      #expect(console.run?.lesson.front.id == name)
      #expect(console.execute("2").stdout.contains("You are back at your own cluster."))
    }
    #expect(console.progress.beliefs.isEmpty)
    #expect(console.execute("review").stdout == "There is nothing to ask again.\n")
    #expect(console.execute("next lesson").stdout.contains("Lesson small"), "and is not in the way of the next lesson")
  }

  @Test("goes on in the other language when it is changed")
  func language() {
    var console = LessonConsole(Session(Configuration(), pace: .auto, files: .none), library: .embedded)
    _ = console.execute("lesson pod-alone")
    _ = console.execute("")
    #expect(console.isAnswer("1"))
    _ = console.execute("set lang ko")
    #expect(console.run?.lesson.language == .korean)
    #expect(console.execute("").stdout.contains("파드 nginx를 삭제하고"))
  }

  @Test("writes what was typed as a lesson")
  func record() throws {
    let written = WrittenFiles()
    var session = Session(Configuration(), pace: .auto, files: .none)
    session.writer = written.writer
    var console = LessonConsole(session, library: LessonFixture.course)
    for line in ["get nodes", "run web --image=nginx", "get pods", "settle"] { _ = console.execute(line) }
    #expect(console.execute("lesson record mine").exit == 0)
    let text = try #require(written.texts["mine.md"])
    let lesson = try Lesson(path: "mine.md", text: text)
    #expect(lesson.front.id == "mine")
    #expect(text.contains("> get nodes\nNAME "))
    // At the prompt commands settle by themselves, in a lesson they do not.
    #expect(text.contains("> run web --image=nginx\npod/web created\n"))
    #expect(text.contains("> settle\n"))
    #expect(text.contains("\nweb    1/1     Running   0          [..]\n"))
  }

  @Test("records under good names only, and over no file", arguments: ["../mine", "Mine", "pod", "a b", ""])
  func recordNames(name: String) {
    let written = WrittenFiles()
    var session = Session(Configuration(), pace: .auto, files: MemoryFiles(files: ["pod.md": "mine"]).reader)
    session.writer = written.writer
    var console = LessonConsole(session, library: LessonFixture.course)
    let answer = console.execute("lesson record \(name)")
    #expect(answer.exit != 0)
    #expect(answer.stderr.contains("error: ") || answer.stderr.contains("usage: "))
    #expect(written.texts.isEmpty)
  }

  @Test("lists the lessons in lines that fit, or reads them out")
  func list() {
    for language in Language.allCases {
      var session = Session(Configuration(), pace: .auto, language: language, files: .none)
      var console = LessonConsole(session, library: .embedded)
      let lines = console.execute("lesson").stdout.split(separator: "\n")
      #expect(lines.count >= LessonLibrary.embedded.names.count)
      for line in lines { #expect(line.cellWidth <= 80, "\(line)") }
      session.layout = Layout(isAccessible: true)
      console = LessonConsole(session, library: .embedded)
      #expect(console.execute("lesson").stdout.hasPrefix("pod-alone: "))
    }
  }

  @Test("a new lesson is right as it is, in both languages")
  func skeleton() throws {
    let files = Language.allCases.map {
      let skeleton = LessonSkeleton("new-one", in: $0)
      return LessonLibrary.File(path: skeleton.fileName, text: skeleton.blank)
    }
    let library = LessonLibrary(files).over(.embedded)
    let promotion = LessonPromotion(library, isTranslated: true)
    let marked = try files.map { LessonLibrary.File(path: $0.path, text: try promotion.promoted($0)) }
    let checker = LessonChecker(LessonLibrary(marked).over(.embedded))
    for file in marked { #expect(checker.check(file).map(\.problem) == [.notListed]) }
  }
}

/// What a session wrote, by the files' names.
private final class WrittenFiles: Sendable {
  private let files = Mutex<[String: String]>([:])

  var texts: [String: String] { files.withLock { $0 } }

  var writer: FileWriter {
    FileWriter { path, bytes in
      self.files.withLock { $0[path] = String(decoding: bytes, as: UTF8.self) }
      return nil
    }
  }

  @Test("a session that did not know what others have noted takes nothing back")
  func together() {
    let old = CourseProgress("lesson a begun\nbelief x right 0 asked a\nbelief y right 0 asked a")
    let new = CourseProgress("lesson a shown\nlesson b begun\nbelief y right 1 asked a b\nbelief z right 0 asked b")
    var kept = CourseProgress("lesson a solved\nlesson c solved\nbelief x right 1 asked a\nbelief w right 0 asked c")
    kept.take(new, since: old)
    #expect(kept.stage(of: "a") == .solved && kept.stage(of: "b") == .begun && kept.stage(of: "c") == .solved)
    #expect(kept.beliefs.map(\.name) == ["w", "y", "z"])
    kept.take(old, since: old)
    #expect(kept.beliefs.map(\.name) == ["w", "y", "z"])
  }
}
