import Basics
import Cluster
import Kubectl
import Machinery
import Narration
import Session
import Testing

@testable import Lessons

@Suite("Reading a lesson")
struct LessonReadingTests {
  @Test("rests where an answer was told, before the next heading")
  func restsBehindAnswer() throws {
    var run = try LessonFixture.begun()
    #expect(!run.submit("2").stdout.contains("Your turn"))
    #expect(run.submit("back").exit == 0, "what has happened can be looked into")
    #expect(run.submit("").stdout.contains("Your turn"))
  }

  @Test("rests where the lesson has typed what was invited to, before the next heading")
  func restsBehindTryout() throws {
    let tryout = "```console try\n> get pods\n...\n```\n\n## Your turn"
    var run = try LessonFixture.begun(LessonFixture.text.replacing("## Your turn", with: tryout))
    _ = run.submit("2")
    let shown = run.submit("").stdout
    #expect(shown.contains("  > get pods\n"))
    #expect(!shown.contains("Your turn"))
    #expect(run.submit("").stdout.contains("Your turn"))
  }

  @Test("goes on from the present, wherever the learner has gone to")
  func present() throws {
    var run = try LessonFixture.begun()
    _ = run.submit("2")
    let place = run.session.timeline.lastRecord
    _ = run.submit("goto $BEFORE")
    #expect(run.submit("").stdout.contains("  > goto end\n"))
    #expect(run.session.timeline.lastRecord == place)
  }

  @Test("a solution that no longer fits is not put to the prompt again and again")
  func solutionFails() throws {
    var run = try LessonFixture.begun()
    _ = run.submit("2")
    _ = run.submit("")
    _ = run.submit("delete pod --all --now")
    _ = run.submit("settle")
    _ = run.submit("solution")
    let first = try #require(run.suggestion)
    #expect(run.submit(first).stderr.contains("restart begins anew"))
    #expect(run.suggestion == nil)
  }

  @Test(
    "a marked word loses its marks, several are quoted, and what only looks like marks stays",
    arguments: [
      ("*this* and **that**", "this and that"),
      ("*내 컨트롤러는 shop*이라는 쪽지", "\"내 컨트롤러는 shop\"이라는 쪽지"),
      ("*three with `app=web`, and `a*b`*.", "\"three with `app=web`, and `a*b`\"."),
      ("`* * * * *` is every minute, `*/5` is not", "`* * * * *` is every minute, `*/5` is not"),
      ("at 15 10 * * *, and */5 * * * *", "at 15 10 * * *, and */5 * * * *"),
      ("2 * 3 * 4", "2 * 3 * 4"),
    ]
  )
  func marks(text: String, plain: String) {
    #expect(InlineMark.taken(from: text, keepsThem: false) == plain)
    let kept = InlineMark.taken(from: text, keepsThem: true)
    #expect(kept.cellWidth == plain.replacing("\"", with: "").cellWidth)
  }

  @Test("lines break as without marks; a terminal underlines, and each line ends what it has begun")
  func emphasis() {
    let text = "Say *one two three four five* and **six**."
    let plain = ProseLayout(Layout(width: 16)).lines(.paragraph(text), after: nil)
    let shown = ProseLayout(Layout(width: 16, emphasizes: true)).lines(.item(marker: "-", text), after: nil)
    #expect(plain == ["", "Say \"one two", "three four five\"", "and six."])
    #expect(
      shown == [
        "", "  - Say \u{1B}[4mone two\u{1B}[24m", "    \u{1B}[4mthree four\u{1B}[24m",
        "    \u{1B}[4mfive\u{1B}[24m and", "    \u{1B}[1msix\u{1B}[22m.",
      ]
    )
  }
}
