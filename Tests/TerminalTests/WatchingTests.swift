import Foundation
import Glibc
import Testing

/// Commands beside the clock on the wall.
@Suite struct WatchingTests {
  private let program = Program()

  /// Types a line, and waits for the prompt behind its answer.
  private func enter(_ line: String, _ terminal: PseudoTerminal) throws {
    terminal.type(line + "\r")
    try terminal.waitForPrompt("kubestep ")
  }

  /// A prompt with a Pod that ends by itself some seconds later than the cluster counts as settled.
  private func begun() throws -> PseudoTerminal {
    let terminal = try program.prompt()
    try enter(
      "run short --image=busybox --restart=Never -- sh -c 'while true; do date; sleep 6; echo on; done'",
      terminal
    )
    return terminal
  }

  /// Ctrl-C, and that all of it can be replayed.
  private func stop(_ terminal: PseudoTerminal) throws {
    terminal.type("\u{3}")
    try terminal.waitForPrompt("kubestep ")
    let journal = program.state + "/saved.jsonl"
    terminal.type("save \(journal)\r")
    try terminal.wait(for: "kubestep replay")
    try terminal.waitForPrompt("kubestep ")
    let verified = try program.run("\"$0\" replay --verify \(journal)")
    #expect(verified.exit == 0, "\(verified)")
  }

  @Test("get -w shows changes as they come; Ctrl-C stops it and keeps the state")
  func getWatch() throws {
    let terminal = try program.prompt()
    try enter("run short --image=busybox --restart=Never -- sleep 7", terminal)
    terminal.type("get pods -w\r")
    try terminal.wait(for: "Running")
    try terminal.wait(for: "Completed")
    try stop(terminal)
    try enter("get pods", terminal)
    #expect(terminal.screen.ranges(of: "Completed").count == 2)
  }

  @Test("logs -f shows lines as they come")
  func logs() throws {
    let terminal = try begun()
    terminal.type("logs -f short\r")
    try terminal.wait(for: "UTC")
    try terminal.wait(for: "on\r\n")
    try terminal.wait(for: "UTC")
    try stop(terminal)
  }

  @Test("play lets time run, also faster")
  func play() throws {
    let terminal = try program.prompt()
    try enter("run short --image=busybox --restart=Never -- sleep 20", terminal)
    terminal.type("play 100\r")
    // Only time that passes brings this.
    try terminal.wait(for: "by itself with exit code 0")
    usleep(500_000)
    terminal.type("\u{3}")
    try terminal.wait(for: "^C")
    try terminal.waitForPrompt("kubestep ")
    try stop(terminal)
  }

  @Test("play says where nothing is coming, and what is typed meanwhile is kept")
  func lull() throws {
    let terminal = try program.prompt()
    terminal.type("play\r")
    try terminal.wait(for: "nothing will happen until you do something")
    terminal.type("\u{3}")
    try terminal.waitForPrompt("kubestep ")
    try enter("run short --image=busybox --restart=Never -- sleep 3", terminal)
    terminal.type("logs -f short\rget nodes -o name\r")
    try terminal.wait(for: "1 Pod succeeded")
    try terminal.wait(for: "node/node-3")
    try terminal.waitForPrompt("kubestep ")
  }

  @Test("play stops at a breakpoint")
  func breakpoint() throws {
    let terminal = try program.prompt()
    try enter("run short --image=busybox --restart=Never -- sleep 20", terminal)
    try enter("break on pod/short phase=Succeeded", terminal)
    terminal.type("play 60\r")
    try terminal.wait(for: "breakpoint 1")
    try terminal.waitForPrompt("kubestep 0:2")
  }

  @Test("without a terminal all of it is over at once, the same each time")
  func pipe() throws {
    let lines = [
      "run short --image=busybox --restart=Never -- sleep 7", "set mode auto", "get pods -w", "play 10", "get pods",
    ]
    let script = try program.file("script", lines.joined(separator: "\n"))
    let first = try program.run("\"$0\" --lang en < \(script)")
    let second = try program.run("\"$0\" --lang en < \(script)")
    #expect(first.output == second.output)
    #expect(first.exit == 0)
  }
}
