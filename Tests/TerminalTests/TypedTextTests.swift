import Foundation
import Testing

/// Texts that are typed or pasted for commands that read standard input.
@Suite struct TypedTextTests {
  private let program = Program()

  private static let pod = [
    "apiVersion: v1", "kind: Pod", "metadata: {name: typed}", "spec:", "  containers:",
    "  - {name: main, image: nginx}",
  ]

  @Test("a line EOF ends it", arguments: ["EOF\r", "\u{4}"])
  func typed(end: String) throws {
    let terminal = try program.prompt()
    terminal.type("apply -f -\r")
    try terminal.wait(for: "EOF")
    for line in TypedTextTests.pod {
      try terminal.waitForPrompt("> ")
      terminal.type(line + "\r")
    }
    try terminal.waitForPrompt("> ")
    terminal.type(end)
    try terminal.wait(for: "pod/typed created")
    try terminal.waitForPrompt("kubestep ")
    // The history has the command, and nothing of the text.
    terminal.type("\u{1B}[A")
    try terminal.wait(for: "apply -f -")
  }

  @Test("a paste is taken as it is, Tabs and all; the journal has it")
  func pasted() throws {
    let terminal = try program.prompt()
    terminal.type("apply -f -\r")
    try terminal.waitForPrompt("> ")
    let text = (TypedTextTests.pod + ["# \tpasted"]).joined(separator: "\r")
    terminal.type("\u{1B}[200~\(text)\r\u{1B}[201~")
    try terminal.wait(for: "pasted")
    try terminal.waitForPrompt("> ")
    terminal.type("\u{4}")
    try terminal.wait(for: "pod/typed created")
    try terminal.waitForPrompt("kubestep ")
    let journal = program.state + "/saved.jsonl"
    terminal.type("save \(journal)\r")
    try terminal.waitForPrompt("kubestep ")
    let verified = try program.run("\"$0\" replay --verify \(journal)")
    #expect(verified.exit == 0, "\(verified)")
  }

  @Test("a command with its text and one behind it can be pasted together")
  func pastedWithItsCommand() throws {
    let terminal = try program.prompt()
    let lines = ["apply -f -"] + TypedTextTests.pod + ["EOF", "get pods -o name"]
    terminal.type("\u{1B}[200~\(lines.joined(separator: "\r"))\r\u{1B}[201~")
    try terminal.wait(for: "get pods -o name")
    terminal.type("\r")
    try terminal.wait(for: "pod/typed created")
    try terminal.wait(for: "pod/typed\r\n")
    try terminal.waitForPrompt("kubestep ")
  }

  @Test("Ctrl-C drops it and changes nothing")
  func dropped() throws {
    let terminal = try program.prompt()
    terminal.type("apply -f -\r")
    try terminal.waitForPrompt("> ")
    terminal.type("kind: Pod\r")
    try terminal.waitForPrompt("> ")
    terminal.type("\u{3}")
    try terminal.wait(for: "error: interrupted")
    try terminal.waitForPrompt("kubestep 0:00.0")
    terminal.type("get pods\r")
    try terminal.wait(for: "No resources found")
  }
}
