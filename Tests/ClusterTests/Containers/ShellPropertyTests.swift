import Basics
import Kubelet
import Objects
import Testing

/// Scripts made at random: most make no sense, none may stop the simulator.
@Suite("Random scripts")
struct ShellPropertyTests {
  private static let words = [
    "echo", "a", "$x", "\"$y z\"", "'q'", "$(", ")", "`", "if", "then", "else", "fi", "while", "do", "done", "for", "i",
    "in", "case", "esac", ";;", "{", "}", "(", "((", "|", "&&", "||", ";", "&", "\n", ">", ">>", "<", "2>&1", "<<E",
    "E",
    "sleep 1", "exit 2", "x=1", "x=$((x+1))", "$((", "))", "${x:-", "${x%", "}", "[ 1 -eq 1 ]", "test", "!", "true",
    "false", "grep a", "wc -l", "head -1", "cat", "yes", "trap 'echo t' TERM", "wait", "read v", "kill $$", "set -e",
    "f()", "f", "return", "break", "continue", "/tmp/f", "printf '%d\\n' 3", "seq 3", "sort", "sed s/a/b/", "tr a b",
    "\\",
    "\"", "'", "#", "*", "?", "[a-z]", "~", "eval", "exec", "export", "unset x", "shift", "local v", "한글",
  ]

  @Test("none traps, hangs, or comes out differently a second time", arguments: 0..<60)
  func random(part: Int) throws {
    var generator = Generator(seed: UInt64(part) &+ 7_000)
    for number in 0..<40 {
      let count = 1 + generator.below(14)
      let script = (0..<count).map { _ in ShellPropertyTests.words[generator.below(ShellPropertyTests.words.count)] }
        .joined(separator: generator.below(4) == 0 ? "" : " ")
      let first = outcome(script)
      #expect(first == outcome(script), "seed \(part), script \(number): \(script)")
    }
  }

  private func outcome(_ script: String) -> String {
    guard var run = try? ScriptRun(script) else { return "refused" }
    run.run(seconds: 20)
    run.world.stop(at: run.now, annotations: [:])
    run.run(seconds: 5)
    return "\(run.code.map { String($0) } ?? "runs") \(run.seconds) \(run.output.hashValue)"
  }
}
