import APIServer
import Basics
import Cluster
import Kubectl
import Lessons
import Machinery
import Narration
import Objects
import Session
import Testing

@Suite("A lesson that runs")
struct LessonRunTests {
  private func pods(_ run: LessonRun) -> [String] {
    run.session.timeline.cluster.store.list(.pod).map(\.metadata.name)
  }

  @Test("its fixture is a cause of its own in the trace")
  func fixture() throws {
    let run = try LessonFixture.begun()
    #expect(pods(run).count == 2)
    let command = try #require(
      run.session.timeline.records.first { if case .command = $0.happening { true } else { false } }
    )
    #expect(command.component == .lesson)
    #expect(command.sentence.english == "the lesson types: apply -f rs.yaml")
    #expect(run.session.timeline.cluster.isSettled)
  }

  @Test("holds the cluster still until the question is answered, and lets one look around")
  func holdsBack() throws {
    var run = try LessonFixture.begun()
    let before = run.session.timeline.cluster.stateHash
    for line in ["delete pod -l app=web", "advance 1m", "back 10", "goto #1", "scale rs web --replicas=1"] {
      #expect(run.submit(line).exit != 0, "\(line)")
      #expect(run.session.timeline.cluster.stateHash == before, "\(line)")
    }
    #expect(run.submit("get pods").stdout.contains("web-"))
    #expect(run.submit("3").exit != 0)
    #expect(run.submit("").stdout.contains("How many Pods run after \(pods(run)[0]) was deleted?"))
  }

  @Test("computes which choice holds", arguments: [(1, "went another way"), (2, "and so it is")])
  func answers(choice: Int, words: String) throws {
    var run = try LessonFixture.begun()
    let answer = run.submit(String(choice)).stdout
    #expect(answer.contains("You said \(choice)"))
    #expect(answer.contains(words))
    #expect(answer.contains("Another is made."), "the choice that holds is explained")
    #expect(answer.contains("One is gone.") == (choice == 1), "a wrong choice is answered")
    #expect(pods(run).count == 2)
  }

  @Test("shows what a command of the lesson answers without a newline at its end")
  func answerWithoutNewline() throws {
    let example = "```console run\n> get rs web -o jsonpath={.spec.replicas}\n2\n```\n\n## Your turn"
    var run = try LessonFixture.begun(LessonFixture.text.replacing("## Your turn", with: example))
    #expect(run.submit("2").stdout.contains("  > get rs web -o jsonpath={.spec.replicas}\n  2\n"))
  }

  @Test("takes any way to the goals, and says what is met")
  func goals() throws {
    var run = try LessonFixture.begun()
    _ = run.submit("2")
    _ = run.submit("")
    #expect(run.submit("goal").stdout.components(of: "[met]") == 2)
    let first = pods(run)[0]
    #expect(!run.submit("delete pod \(first)").stdout.contains("All goals"), "nothing has happened yet")
    #expect(run.submit("goal").stdout.contains("still terminating"))
    #expect(run.submit("settle").stdout.contains("All goals are met."))
    #expect(run.isPassed)
    #expect(run.reached == 1)
  }

  @Test("shows the value that a goal sees")
  func values() throws {
    let goals = """
      two run :: holds pods(app=web).running == 3 and rs/web.spec.replicas == 2
      web is there :: holds rs/web
      it wants two :: wait rs/web --for=jsonpath='{.spec.replicas}'=2
      free :: absent pod/$POD '{.metadata.ownerReferences}'
      """
    let text = LessonFixture.text.replacing("the first Pod is gone ::", with: goals + "\nthe first Pod is gone ::")
    var run = try LessonFixture.begun(text)
    _ = run.submit("2")
    _ = run.submit("")
    let shown = run.submit("goal").stdout
    #expect(shown.contains("[not yet] two run (now: 2)\n"))
    #expect(shown.contains("[met]     web is there (now: so it is)\n"))
    #expect(shown.contains("[met]     it wants two (now: 2)\n"))
    #expect(shown.contains("[not yet] free (now: web)\n"))
    #expect(shown.contains("[not yet] the first Pod is gone (now: still there)\n"))
  }

  @Test("knows a mistake by what it leaves behind")
  func mistakes() throws {
    var run = try LessonFixture.begun()
    _ = run.submit("2")
    _ = run.submit("")
    for name in pods(run) { _ = run.submit("delete pod \(name) --now") }
    let answer = run.submit("settle").stdout
    #expect(answer.contains("You deleted both."))
    #expect(!run.submit("advance 1s").stdout.contains("You deleted both."), "it is told once")
    #expect(!run.isPassed)
  }

  @Test("knows a mistake that changed nothing once the learner has let the cluster settle")
  func idleMistake() throws {
    let idle = "- do: [apply -f rs.yaml, settle]\n  fails: the first Pod is gone\n  say: Nothing was asked.\n"
    var run = try LessonFixture.begun(
      LessonFixture.text.replacing("```yaml mistakes\n", with: "```yaml mistakes\n" + idle)
    )
    _ = run.submit("2")
    _ = run.submit("")
    #expect(!run.submit("get pods").stdout.contains("Nothing was asked."), "looking is no mistake")
    #expect(!run.submit("apply -f rs.yaml").stdout.contains("Nothing was asked."))
    #expect(!run.submit("drop watch deployment-controller").stdout.contains("Nothing was asked."))
    #expect(run.submit("settle").stdout.contains("Nothing was asked."))
  }

  @Test("gives one more hint each time, then the solution; skipping is not passing")
  func help() throws {
    var run = try LessonFixture.begun()
    _ = run.submit("skip")
    _ = run.submit("")
    let first = pods(run)[0]
    #expect(run.submit("hint").stdout.contains("Look at the names."))
    #expect(run.submit("hint").stdout.contains("One of them is to go."))
    #expect(run.submit("hint").stdout.contains("no more hints"))
    #expect(!run.sawSolution)
    #expect(run.submit("solution").stdout.contains("delete pod \(first)"))
    #expect(run.sawSolution)
    #expect(run.submit("skip").stdout.contains("goals were skipped"))
    #expect(!run.isPassed)
    #expect(run.session.timeline.cluster.store[ObjectID(.pod, namespace: "default", name: first)] == nil)
  }

  @Test("types what the learner was invited to type and did not, since the rest builds on it")
  func invites() throws {
    let tryout = "```console try\n> scale rs web --replicas=3\n...\n> settle\n...\n```\n\n## Your turn"
    let text = LessonFixture.text.replacing("## Your turn", with: tryout)
    var run = try LessonFixture.begun(text)
    #expect(run.submit("2").stdout.contains("Enter and the lesson does"))
    #expect(run.invited.map(\.command) == ["scale rs web --replicas=3", "settle"])
    _ = run.submit("get pods")
    #expect(run.invited.count == 2, "looking is not what was asked for")
    _ = run.submit("scale rs web --replicas=3")
    #expect(run.invited.map(\.command) == ["settle"])
    #expect(run.submit("").stdout.contains("  > settle\n"))
    #expect(run.invited.isEmpty)
    #expect(pods(run).count == 3)
  }

  @Test("goes back to the record before a prediction's commands")
  func before() throws {
    var run = try LessonFixture.begun()
    let place = run.session.timeline.lastRecord
    _ = run.submit("1")
    #expect(run.submit("goto $BEFORE").exit == 0)
    #expect(run.session.timeline.lastRecord == place)
    #expect(run.submit("step").stdout.contains("the lesson types: delete pod"))
  }

  @Test("begins again in the same state")
  func restarts() throws {
    var run = try LessonFixture.begun()
    let hash = run.session.timeline.cluster.stateHash
    _ = run.submit("1")
    #expect(run.session.timeline.cluster.stateHash != hash)
    _ = run.submit("restart")
    #expect(run.session.timeline.cluster.stateHash == hash)
    _ = run.submit("skip")
    _ = run.submit("seed 7")
    #expect(run.session.configuration.seed == 7)
    #expect(pods(run).count == 2, "the lesson has begun again, with its fixture")
  }

  @Test("tells a mistake once more who goes back and makes it again")
  func mistakeAgain() throws {
    var run = try LessonFixture.begun()
    _ = run.submit("2")
    _ = run.submit("")
    let place = run.session.timeline.lastRecord
    for turn in 1...2 {
      _ = run.submit("delete pod --all --now")
      #expect(run.submit("settle").stdout.contains("You deleted both."), "time \(turn)")
      #expect(!run.submit("advance 1s").stdout.contains("You deleted both."), "it is told once")
      _ = run.submit("goto \(place.text)")
    }
  }

  @Test("tells of two mistakes with the same goals the one whose condition holds")
  func particularMistake() throws {
    let mistakes = """
      - do: [settle]
        fails: the first Pod is gone
        say: You waited.
      - do: [scale rs web --replicas=3, scale rs web --replicas=2, settle]
        when: rs/web.metadata.generation > 1
        fails: the first Pod is gone
        say: You changed the number.
      """
    let text = LessonFixture.text.replacing(
      "- do: [settle]\n  fails: the first Pod is gone\n  say: You waited.",
      with: mistakes
    )
    let library = LessonFixture.library(text)
    #expect(LessonChecker(library).check(library.files[0]).map(\.problem) == [.missingTranslation])
    for (lines, words) in [(["settle"], "You waited."), (["label rs web a=b", "advance 1s"], "You waited.")] {
      var run = try LessonFixture.begun(text)
      _ = run.submit("2")
      _ = run.submit("")
      #expect(lines.map { run.submit($0).stdout }.joined().contains(words))
    }
    var run = try LessonFixture.begun(text)
    _ = run.submit("2")
    _ = run.submit("")
    let lines = ["patch rs web -p '{\"spec\": {\"minReadySeconds\": 1}}'", "advance 5s"]
    #expect(lines.map { run.submit($0).stdout }.joined().contains("You changed the number."))
  }

  @Test("names what the goals speak of in the prose before them already")
  func namesAhead() throws {
    let before = "## Your turn\n\nLook at $OTHER.\n\n"
    let text = LessonFixture.text.replacing("## Your turn\n", with: before)
    var run = try LessonFixture.begun(text)
    _ = run.submit("2")
    let shown = run.submit("").stdout
    #expect(shown.contains("Look at \(pods(run)[1])."))
    let library = LessonFixture.library(text)
    #expect(LessonChecker(library).check(library.files[0]).map(\.problem) == [.missingTranslation])
  }

  @Test("draws tables by cells, and reads them out where one listens")
  func tables() throws {
    let table = """
      | 연산자 | asks for |
      | --- | :-- |
      | `In` | one of several values, whichever |
      | `a\\|b` |
      """
    let text = LessonFixture.text.replacing("# A small lesson", with: "# A small lesson\n\n\(table)")
    let lesson = try Lesson(path: "small.md", text: text)
    func prose(_ layout: Layout) -> String {
      var run = LessonRun(lesson, files: LessonFixture.library(text).reader(), layout: layout)
      return run.begin().stdout
    }
    let drawn = """
        연산자  asks for
        ------  --------------------------------
        `In`    one of several values, whichever
        `a|b`

      """
    #expect(prose(Layout()).contains(drawn))
    let narrow = """
        연산자  asks for
        ------  --------------------
        `In`    one of several
                values, whichever

      """
    #expect(prose(Layout(width: 30)).contains(narrow))
    let heard = "연산자: `In`, asks for: one of several values, whichever\n연산자: `a|b`\n"
    #expect(prose(Layout(isAccessible: true)).contains(heard))
  }

  @Test("is laid out by cells")
  func width() throws {
    let text = LessonFixture.text.replacing(
      "# A small lesson",
      with: "# A small lesson\n\n" + String(repeating: "파드가 레이블 셀렉터와 맞는지 확인합니다. ", count: 9)
    )
    let lesson = try Lesson(path: "small.ko.md", text: text)
    var run = LessonRun(lesson, files: LessonFixture.library(text).reader(), layout: Layout(width: 40))
    let prose = run.begin().stdout.split(separator: "\n").filter { $0.contains("파드") && !$0.contains("[") }
    #expect(prose.count > 5)
    for line in prose { #expect(line.cellWidth <= 40, "\(line)") }
  }
}

extension String {
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
