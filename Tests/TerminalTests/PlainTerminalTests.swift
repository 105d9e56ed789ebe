import Foundation
import Testing

/// The program on a terminal that cannot do more than a printer.
@Suite struct PlainTerminalTests {
  private let program = Program()

  /// Each line with the place whose prompt it is typed at.
  private static let lines = [
    ("kubestep", "help"), ("kubestep", "run web --image=nginx"), ("kubestep", "get pods"), ("kubestep", "step"),
    ("kubestep", "map"), ("kubestep", "timeline"), ("kubestep", "tree"), ("kubestep", "describe pod web"),
    ("kubestep", "get pod web -o yaml"), ("kubestep", "explain"), ("kubestep", "why"),
    ("kubestep", "explain pods.spec"),
    ("kubestep", "get\tpods"), ("kubestep", "back 5"), ("kubestep", "goto end"), ("kubestep", "agenda"),
    ("kubestep", "delete pod nope"), ("kubestep", "get pods --bogus"), ("kubestep", "파드"), ("kubestep", "lesson"),
    ("kubestep", "lesson pod-alone"), ("pod-alone", ""), ("pod-alone", "help"), ("pod-alone", "leave"),
    ("kubestep", "no such"),
  ]

  /// What a lesson shows has a `> ` of its own.
  private func awaitPrompt(_ terminal: PseudoTerminal, _ place: String = "kubestep") throws {
    try terminal.wait(for: "\(place) 0:")
    try terminal.wait(for: "> ")
  }

  /// What is drawn anew or coloured.
  private func isPlain(_ terminal: PseudoTerminal) -> Bool {
    let text = terminal.output
    let repaints = text.indices.contains {
      text[$0] == 0x0D && text.indices.contains($0 + 1) && text[$0 + 1] != 0x0A && text[$0 + 1] != 0x0D
    }
    return !text.contains(0x1B) && !text.contains(0x08) && !repaints
  }

  @Test(
    "gets plain lines, without one escape sequence and nothing drawn again",
    arguments: ["dumb", "", PseudoTerminal.unset, "no-such-terminal"]
  )
  func plainLines(kind: String) throws {
    let terminal = try program.start(environment: ["TERM": kind])
    for (place, line) in PlainTerminalTests.lines {
      try awaitPrompt(terminal, place)
      terminal.type(line + "\n")
    }
    try terminal.wait(for: "unknown command")
    try awaitPrompt(terminal)
    terminal.type("half\u{3}")
    try terminal.wait(for: "> ")
    terminal.type("get pods -w\n")
    try terminal.wait(for: "Running")
    terminal.type("\u{3}")
    try awaitPrompt(terminal)
    terminal.type("play 10\n")
    try terminal.wait(for: "Time runs")
    terminal.type("\u{3}")
    try awaitPrompt(terminal)
    terminal.type("apply -f -\nkind: Pod\napiVersion: v1\nmetadata: {name: typed}\n")
    terminal.type("spec: {containers: [{name: main, image: nginx}]}\nEOF\n")
    try terminal.wait(for: "pod/typed created")
    try awaitPrompt(terminal)
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
    #expect(isPlain(terminal), "\(terminal.screen.debugDescription)")
    let isUnknown = kind == "no-such-terminal"
    #expect(terminal.screen.ranges(of: "TERM=no-such-terminal is not known").count == (isUnknown ? 1 : 0))
    #expect(!terminal.screen.contains("No entry for terminal type"))
  }

  @Test("long work tells how far it is in lines, and is stopped")
  func progress() throws {
    let manifest = try program.file("many.yaml", Program.manyPods)
    let terminal = try program.start(environment: ["TERM": "dumb"])
    try terminal.wait(for: "> ")
    terminal.type("create -f \(manifest)\n")
    for _ in 1...2 { try terminal.wait(for: "Ctrl-C stops\r\n") }
    terminal.type("\u{3}")
    try terminal.wait(for: "continue goes on")
    try terminal.wait(for: "> ")
    #expect(isPlain(terminal), "\(terminal.screen.debugDescription)")
  }

  @Test("colours are only for terminals that have them", arguments: [("xterm", true), ("vt100", false)])
  func colours(kind: String, expected: Bool) throws {
    let terminal = try program.prompt(environment: ["TERM": kind, "NO_COLOR": ""])
    #expect(terminal.screen.contains("\u{1B}[36m") == expected)
  }
}
