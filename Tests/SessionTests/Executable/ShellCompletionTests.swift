import Foundation
import Lessons
import Testing

@Suite("Completion by a shell")
struct ShellCompletionTests {
  /// What bash offers for the last of `words`, with the script that the program writes.
  private func offered(_ words: [String]) throws -> [String] {
    try Executable.withFolder { folder in
      let script = try Executable.run(["--generate-completion-script", "bash"]).output
      try script.write(toFile: "\(folder)/completion", atomically: true, encoding: .utf8)
      let quoted = words.map { "'\($0)'" }.joined(separator: " ")
      let lines = """
        source \(folder)/completion
        COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count - 1)
        COMP_LINE='\(words.joined(separator: " "))'; COMP_POINT=${#COMP_LINE}
        _kubestep kubestep '\(words[words.count - 1])' '\(words[words.count - 2])'
        printf '%s\\n' "${COMPREPLY[@]}"
        """
      let path = Executable.debug.deletingLastPathComponent().path
      let answer = try Executable.run(
        program: "/bin/bash",
        ["-c", lines],
        environment: ["PATH": "\(path):/usr/bin:/bin"]
      )
      #expect(answer.error == "", "\(answer.error)")
      return answer.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  @Test("bash is offered subcommands, lessons, languages and forms")
  func bash() throws {
    #expect(try offered(["kubestep", "rep"]) == ["replay"])
    #expect(try offered(["kubestep", "doc"]) == ["doctor"])
    let name = try #require(LessonLibrary.embedded.names.first)
    #expect(try offered(["kubestep", "lesson", "start", String(name.dropLast(2))]) == [name])
    #expect(try Set(offered(["kubestep", "lesson", "start", ""])).isSuperset(of: LessonLibrary.embedded.names))
    #expect(try offered(["kubestep", "lesson", "start", "--lang", ""]) == ["en", "ko"])
    #expect(try offered(["kubestep", "run", "--output", ""]) == ["text", "json"])
    #expect(try offered(["kubestep", "run", "--feature-gates", "S"]).count == 2)
  }

  @Test("zsh and fish have scripts that ask for the lessons, too", arguments: ["zsh", "fish"])
  func others(shell: String) throws {
    let answer = try Executable.run(["--generate-completion-script", shell])
    #expect(answer.exit == 0)
    #expect(answer.output.contains("---completion"))
    for word in ["doctor", "replay", "lesson", "lang"] { #expect(answer.output.contains(word), "\(word)") }
  }
}
