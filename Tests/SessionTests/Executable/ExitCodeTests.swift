import Foundation
import Testing

@Suite("Exit codes")
struct ExitCodeTests {
  @Test(
    "are as help exit-codes and the manual say",
    arguments: [
      (["--version"], "", 0), (["--help"], "", 0), ([], "get pdos\n", 0), (["run", "-"], "get pdos\n", 0),
      (["run", "--fail-fast", "-"], "get pdos\n", 1), (["lesson", "no-such-lesson"], "", 1),
      (["lesson", "pod-alone"], "", 1), (["replay", "no-such-file"], "", 1), (["--resume"], "", 1),
      (["--no-such-option"], "", 64), (["run"], "", 64), (["run", "no-such-file"], "", 64),
      (["lesson", "--lessons", "no-such-folder"], "", 64), (["--nodes", "5000"], "", 64), (["--lang", "fr"], "", 64),
    ] as [([String], String, Int32)]
  )
  func code(arguments: [String], input: String, expected: Int32) throws {
    try Executable.withFolder { folder in
      let answer = try Executable.run(arguments, input: input, environment: ["HOME": folder])
      #expect(answer.exit == expected, "\(answer.output)\(answer.error)")
      #expect(expected == 0 || !answer.error.isEmpty || !answer.output.isEmpty)
    }
  }

  @Test("a script that asks for a lesson is told what runs it", arguments: ["en", "ko"])
  func lessonInScript(language: String) throws {
    let answer = try Executable.run(["--lang", language], input: "lesson pod-alone\nget nodes -o name\n")
    #expect(answer.error.contains("kubestep lesson NAME"), "\(answer.error)")
    #expect(answer.output.contains("node/node-3"))
  }

  @Test("--help tells of the prompt's options")
  func help() throws {
    let help = try Executable.run(["--help"]).output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(help.contains("'kubestep --resume' goes on with the last session"))
  }

  @Test("--version is the version that journals carry")
  func version() throws {
    let version = try Executable.run(["--version"]).output.trimmingCharacters(in: .newlines)
    #expect(version.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+/) != nil)
  }
}
