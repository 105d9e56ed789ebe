import Foundation
import Testing

/// The Tab key at the prompt of the executable.
@Suite("Tab at the prompt")
struct TabTests {
  private let program = Program()

  /// The prompt in a folder of its own, with something to complete.
  private func start() throws -> PseudoTerminal {
    for name in ["with blank.yaml", "한글 이름.yaml"] { _ = try program.file(name, "") }
    let terminal = try program.shell("cd '\(program.state)' && exec \"$0\" --lang en")
    try terminal.waitForPrompt("> ")
    for line in [
      "create namespace prod", "create deployment shop --image=nginx:1.29",
      "create deployment api --image=nginx:1.29 -n prod",
    ] {
      terminal.type(line + "\r")
      try terminal.waitForPrompt("kubestep ")
    }
    return terminal
  }

  @Test("completes what stands at the cursor, with what follows it")
  func completes() throws {
    let terminal = try start()
    for (keys, line) in [
      ("DES\t", "describe "), ("get deploy -n prod a\t", "get deploy -n prod api "),
      ("apply -f wi\t", "apply -f with\\ blank.yaml "), ("apply -f \"한\t", "apply -f \"한글 이름.yaml\" "),
      ("get deploy -o jsonpath=\t", "get deploy -o jsonpath='{."), ("kubectl get -n pr\t", "kubectl get -n prod "),
      ("why deploy/s\tstatus.readyR\t", "why deploy/shop status.readyReplicas "),
      ("lesson pod-al\t", "lesson pod-alone "), ("until deploy/shop Av\t", "until deploy/shop Available "),
      ("run x --restart=N\t", "run x --restart=Never "), ("label pod 파드 a\t", "label pod 파드 app="),
    ] {
      // Ctrl-L draws the line anew.
      terminal.type(keys + "\u{C}")
      try terminal.wait(for: "> " + line, seconds: 20)
      // Ctrl-C drops the line.
      terminal.type("\u{3}")
      try terminal.waitForPrompt("kubestep ")
    }
  }

  @Test("completes within the line, and heeds what stands behind")
  func within() throws {
    let terminal = try start()
    let left = "\u{1B}[D"
    terminal.type("get deploy a -n prod" + String(repeating: left, count: 8) + "\t\r")
    try terminal.wait(for: "NAME   READY")
    try terminal.wait(for: "api    1/1")
    try terminal.waitForPrompt("kubestep ")
    terminal.type("descr deploy/shop" + String(repeating: left, count: 12) + "\t\r")
    try terminal.wait(for: "Name:                   shop")
  }

  @Test("two Tabs list; where nothing fits, each rings once and draws nothing")
  func lists() throws {
    let terminal = try start()
    terminal.type("logs deploy/shop --al\t\t")
    try terminal.wait(for: "--all-containers  --all-pods")
    // The line is drawn anew below the list.
    try terminal.wait(for: "--all-")
    terminal.type("\u{3}")
    try terminal.waitForPrompt("kubestep ")
    terminal.type("get nonsense ")
    try terminal.wait(for: "nonsense ")
    let before = terminal.output.count
    terminal.type("\t\t\t")
    for _ in 0..<3 { try terminal.wait(for: "\u{7}") }
    terminal.type("x")
    try terminal.wait(for: "x")
    let drawn = String(decoding: terminal.output[before...], as: UTF8.self)
      .replacing(/\u{1B}\[[0-9]*[A-Z]/, with: "").filter { !"\u{7}\rx".contains($0) }
    #expect(drawn.isEmpty, "\(drawn.debugDescription)")
  }

  @Test("a mistyped word gets the nearest known one on a line of its own")
  func nearest() throws {
    let terminal = try start()
    terminal.type("get deploy shpo\r")
    try terminal.wait(for: "deployments.apps \"shpo\" not found\r\nDid you mean shop?\r\n")
  }
}
