import Foundation
import Lessons
import Narration
import Testing
import Trials

/// Lessons on a terminal, with the keys of somebody who knows the answers.
@Suite final class LessonPromptTests {
  private let state = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

  deinit { try? FileManager.default.removeItem(atPath: state) }

  private func start(_ name: String, in language: Language) throws -> PseudoTerminal {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let program = URL(filePath: tests).deletingLastPathComponent().appending(path: "kubestep").path
    let terminal = try PseudoTerminal(
      program,
      ["lesson", name, "--lang", language.rawValue],
      environment: ["XDG_STATE_HOME": state, "HOME": state, "NO_COLOR": "1"]
    )
    try terminal.waitForPrompt("\(name) 0:")
    return terminal
  }

  private var progress: String? { try? String(contentsOfFile: state + "/kubestep/progress", encoding: .utf8) }

  @Test(arguments: [("pod-alone", Language.english), ("probe-previous-log", .korean), ("be-the-controller", .english)])
  func aLessonIsSolved(name: String, language: Language) throws {
    var rehearsal = Rehearsal(name, in: language)
    rehearsal.finish()
    #expect(rehearsal.console.run?.answers.isEmpty == false)
    let terminal = try start(name, in: language)
    for line in rehearsal.lines {
      terminal.type(line + "\r")
      try terminal.waitForPrompt("\(name) ")
    }
    #expect(terminal.screen.contains(language == .english ? "Lesson done." : "레슨을 마쳤습니다."))
    #expect(progress?.contains("lesson \(name) solved\n") == true)
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
  }

  /// The prompt has the next command of the solution in it already; what is left to do is Enter.
  @Test func theSolutionIsTypedAtThePrompt() throws {
    var rehearsal = Rehearsal("pod-alone", in: .english)
    let goals = rehearsal.goOn()
    let task = try #require(goals)
    let terminal = try start("pod-alone", in: .english)
    for line in rehearsal.lines + ["solution"] + task.commands.map({ _ in "" }) {
      terminal.type(line + "\r")
      try terminal.waitForPrompt("pod-alone ")
    }
    #expect(progress?.contains("lesson pod-alone shown\n") == true)
  }
}
