import Cluster
import Lessons
import Narration
import Session
import Testing

@Suite("The checker of lessons")
struct LessonCheckerTests {
  /// The problems of the small lesson after a change.
  private func problems(_ old: String = "", _ new: String = "") throws -> [LessonFinding.Problem] {
    var text = LessonFixture.text
    if !old.isEmpty {
      let range = try #require(text.firstRange(of: old))
      text = text.replacingCharacters(in: range, with: new)
    }
    let library = LessonFixture.library(text)
    return LessonChecker(library).check(library.files[0]).map(\.problem).filter { $0 != .missingTranslation }
  }

  @Test("finds nothing in a lesson that is right")
  func right() throws {
    #expect(try problems().isEmpty)
  }

  @Test("misses a translation")
  func translation() {
    let library = LessonFixture.library()
    #expect(LessonChecker(library).check(library.files[0]).map(\.problem) == [.missingTranslation])
  }

  struct Change: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var problem: LessonFinding.Problem
    var testDescription: String { "\(problem)" }
  }

  @Test(
    "finds each thing that is wrong",
    arguments: [
      Change(old: "id: small", new: "id: large", problem: .wrongName("large")),
      Change(old: "teaches:", new: "needs: [nothing]\nteaches:", problem: .unknownNeed("nothing")),
      Change(old: "teaches:", new: "needs: [small]\nteaches:", problem: .circle(["small", "small"])),
      Change(old: ".running == 1", new: ".running == 2", problem: .holdingChoices([1, 2])),
      Change(old: ".running == 2 and", new: ".running == 3 and", problem: .holdingChoices([])),
      Change(old: "pods(app=web)[0]\"]", new: "pods(app=web)[2]\"]", problem: .nothingToBind("pods(app=web)[2]")),
      Change(old: "> delete pod $POD\n> settle", new: "> settle", problem: .missedGoal("the first Pod is gone")),
      Change(old: "> delete pod $POD\n> settle", new: "> settle", problem: .notPassed),
      Change(old: "$POD --for=delete", new: "$POD --for=create", problem: .metAtStart),
      Change(old: "fails: two Pods are ready", new: "passes: true", problem: .untestedGoal("two Pods are ready")),
      Change(
        old: "fails: two Pods are ready\n  say: Nobody counts now.\n",
        new: "passes: true\n",
        problem: .wrongWay(unmet: ["two Pods are ready"])
      ),
      Change(
        old: "<details><summary>Hint 2</summary>\n\nOne of them is to go.\n</details>\n",
        new: "",
        problem: .lacks(.hints)
      ),
      Change(old: "## What happened\n\nAnother was made.", new: "", problem: .lacks(.debrief)),
      Change(
        old: "do: [delete pod $POD, settle]\nchoices",
        new: "do: [delete pod x]\nchoices",
        problem: .failedCommand("delete pod x", answer: "Error from server (NotFound): pods \"x\" not found")
      ),
      Change(old: "\nchoices:", new: "\nrefused: true\nchoices:", problem: .nothingRefused),
      Change(
        old: "settle]\n  fails: the first",
        new: "settle]\n  refused: true\n  fails: the first",
        problem: .nothingRefused
      ),
      Change(
        old: "- do: [settle]\n  fails",
        new: "- do: [settle]\n  fails: the first Pod is gone\n  say: One.\n- do: [settle]\n  fails",
        problem: .takenFor(line: 59)
      ),
      Change(
        old: "- do: [settle]",
        new: "- do: [label rs web a=b, settle]",
        problem: .madeAtStart
      ),
      Change(
        old: "- do: [delete pod -l app=web, settle]",
        new: "- do: [delete pod $POD, settle, delete pod $OTHER, settle]",
        problem: .metOnTheWay("settle")
      ),
      Change(
        old: "# A small lesson",
        new: "# A small lesson\n\n$OTHER is not named yet.",
        problem: .unboundName("OTHER")
      ),
      Change(old: LessonFixture.prediction, new: "", problem: .lacks(.prediction)),
      Change(old: "Look at the names.", new: "Type delete pod $POD.", problem: .tellingHint("delete pod $POD")),
      Change(
        old: "fails: the other Pod still runs",
        new: "fails: two Pods are ready",
        problem: .wrongMistake(unmet: ["the other Pod still runs"])
      ),
      Change(
        old: "fails: the other Pod still runs",
        new: "fails: the other Pod still runs\n  when: pods.running == 7",
        problem: .unrecognised
      ),
      Change(
        old: "delete pod $POD, settle]\n  passes",
        new: "settle]\n  passes",
        problem: .wrongWay(
          unmet: ["the first Pod is gone"])
      ),
      Change(
        old: "## Your turn",
        new: "## Your turn\n```console run\n> get rs -o name\nreplicaset.apps/other\n```\n",
        problem: .wrongOutput(command: "get rs -o name", actual: "replicaset.apps/web\n")
      ),
    ]
  )
  func finds(_ change: Change) throws {
    let found = try problems(change.old, change.new)
    #expect(found.contains(change.problem), "\(found)")
  }

  @Test("takes a mistake of which a command is to be refused")
  func refusedMistake() throws {
    let refused = """
      - do: [delete pod no-such-pod, scale rs web --replicas=3, settle]
        refused: true
        fails:
          - the first Pod is gone
          - two Pods are ready
        say: That Pod is not there.
      - do: [settle]
      """
    #expect(try problems("- do: [settle]", refused).isEmpty)
  }

  @Test("takes [..] within lines and ... for lines")
  func wildcards() throws {
    let block = "## Your turn\n```console run\n> get pods\nNAME [..] AGE\n...\nweb-[..] 1/1 [..]\n```\n"
    #expect(try problems("## Your turn", block).isEmpty)
  }

  @Test("compares a translation with the English lesson")
  func differences() throws {
    let english = LessonFixture.text
    let korean = english.replacing("if: pods(app=web).running == 1", with: "if: pods(app=web).running == 0")
    let library = LessonLibrary([
      .init(path: "Lessons/01-small/small.md", text: english),
      .init(path: "Lessons/01-small/small.ko.md", text: korean),
      .init(path: "Manifests/rs.yaml", text: LessonFixture.manifest),
    ])
    let findings = library.files.flatMap { LessonChecker(library).check($0) }
    #expect(findings.map(\.problem).filter { $0 != .unmarkedTranslation } == [.differentPart])
    #expect(findings.first?.path == "Lessons/01-small/small.ko.md")
  }

  @Test("counts the blocks of a translation whose English text has changed; promote marks them")
  func stale() throws {
    func library(_ english: String, _ korean: String) -> LessonLibrary {
      LessonLibrary([
        .init(path: "Lessons/01-small/small.md", text: english),
        .init(path: "Lessons/01-small/small.ko.md", text: korean),
        .init(path: "Manifests/rs.yaml", text: LessonFixture.manifest),
      ])
    }
    func problems(_ library: LessonLibrary) -> [LessonFinding.Problem] {
      library.files.flatMap { LessonChecker(library).check($0) }.map(\.problem)
    }
    let english = LessonFixture.text
    let before = library(english, english)
    #expect(Set(problems(before)) == [.unmarkedTranslation])
    let korean = try LessonPromotion(before, isTranslated: false).promoted(before.files[0])
    #expect(problems(library(english, korean)).isEmpty)
    let changed = library(english.replacing("Another was made.", with: "Another one was made."), korean)
    #expect(problems(changed) == [.staleTranslation])
    #expect(try changed.lesson("small", in: .korean)?.stale.count == 1)
    let again = try LessonPromotion(changed, isTranslated: true).promoted(changed.files[0])
    #expect(again != korean)
    #expect(try LessonPromotion(changed, isTranslated: false).promoted(changed.files[0]) == korean)
  }

  @Test("promotes outputs, with what changes from run to run left open")
  func promotes() throws {
    let text = LessonFixture.text.replacing(
      "## Your turn",
      with: "```console run\n> get pods\nold\n```\n\n## Your turn"
    )
    let library = LessonFixture.library(text)
    let promoted = try LessonPromotion(library, isTranslated: false).promoted(library.files[0])
    #expect(promoted.contains("> get pods\nNAME "))
    #expect(promoted.contains("\nweb-[..] "))
    #expect(!promoted.contains("\nold\n"))
  }
}
