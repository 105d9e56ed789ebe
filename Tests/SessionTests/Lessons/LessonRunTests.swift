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

  @Test("is laid out by cells")
  func width() throws {
    let text = LessonFixture.text.replacing(
      "# A small lesson",
      with: "# A small lesson\n\n" + String(repeating: "파드가 레이블 셀렉터와 맞는지 확인합니다. ", count: 9)
    )
    let lesson = try Lesson(path: "small.ko.md", text: text)
    var run = LessonRun(lesson, files: LessonFixture.library(text).reader(), width: 40)
    let prose = run.begin().stdout.split(separator: "\n").filter { $0.contains("파드") && !$0.contains("[") }
    #expect(prose.count > 5)
    for line in prose { #expect(line.cellWidth <= 40, "\(line)") }
  }
}

extension String {
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
