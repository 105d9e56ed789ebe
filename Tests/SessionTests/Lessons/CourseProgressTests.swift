import Cluster
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
    #expect(console.isAsking)
    #expect(console.run?.lesson.front.id == "second")
    let answer = console.execute("2").stdout
    #expect(answer.contains("and so it is"))
    #expect(console.progress.beliefs.map(\.rights) == [1])
    #expect(console.run?.isReview == false)
    #expect(console.run?.lesson.front.id == "second", "and the lesson begins")
    #expect(console.execute("leave").stdout.contains("your own cluster"))
    #expect(console.run == nil)
  }

  @Test("goes on in the other language when it is changed")
  func language() {
    var console = LessonConsole(Session(Configuration(), pace: .auto, files: .none), library: .embedded)
    _ = console.execute("lesson pod-alone")
    _ = console.execute("")
    #expect(console.isAsking)
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
    _ = console.execute("get nodes")
    #expect(console.execute("lesson record mine").exit == 0)
    let text = try #require(written.texts["mine.md"])
    let lesson = try Lesson(path: "mine.md", text: text)
    #expect(lesson.front.id == "mine")
    #expect(text.contains("> get nodes\nNAME "))
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
