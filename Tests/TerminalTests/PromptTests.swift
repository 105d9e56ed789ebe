import Foundation
import Glibc
import Testing

/// The program itself on a terminal.
@Suite final class PromptTests {
  private let state = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

  deinit { try? FileManager.default.removeItem(atPath: state) }

  private func start() throws -> PseudoTerminal {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let program = URL(filePath: tests).deletingLastPathComponent().appending(path: "kubestep").path
    let environment = ["XDG_STATE_HOME": state, "HOME": state, "NO_COLOR": "1"]
    let terminal = try PseudoTerminal(program, ["--lang", "en"], environment: environment)
    try terminal.wait(for: "Ctrl-D leaves")
    try terminal.waitForPrompt("kubestep 0:")
    return terminal
  }

  @Test func runsTheLineThatWasEdited() throws {
    let terminal = try start()
    terminal.type("get node -o name\u{1B}[D\u{1B}[D\u{1B}[D\u{1B}[D\u{7F}\u{7F}\u{7F}-o \r")
    try terminal.wait(for: "node/node-1")
    try terminal.waitForPrompt("kubestep ")
  }

  @Test func theArrowUpBringsBackTheLine() throws {
    let terminal = try start()
    terminal.type("get nodes\r")
    try terminal.wait(for: "node-3")
    try terminal.waitForPrompt("kubestep ")
    terminal.type("\u{1B}[A node-2\r")
    try terminal.wait(for: "NAME")
    try terminal.wait(for: "node-2")
    try terminal.waitForPrompt("kubestep ")
  }

  @Test func tabCompletesVerbsKindsAndNames() throws {
    let terminal = try start()
    terminal.type("desc\tnode/node-1\t\r")
    try terminal.wait(for: "Name:               node-1")
    try terminal.waitForPrompt("kubestep ")
    terminal.type("get nodes no\t\t")
    try terminal.wait(for: "node-1  node-2  node-3")
    terminal.type("3\t\r")
    try terminal.wait(for: "NAME")
    try terminal.wait(for: "node-3")
  }

  @Test func ctrlCDropsTheLineAndStays() throws {
    let terminal = try start()
    terminal.type("delete node node-1")
    try terminal.wait(for: "node-1")
    terminal.type("\u{3}")
    try terminal.wait(for: "^C")
    try terminal.waitForPrompt("kubestep ")
    terminal.type("get nodes\r")
    try terminal.wait(for: "node-1")
  }

  @Test func ctrlCStopsWhatRuns() throws {
    // A short name: a line that wraps is drawn in pieces.
    let folder = FileManager.default.temporaryDirectory.appending(path: "many-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "m.yaml").path
    try Program.manyPods.write(toFile: path, atomically: true, encoding: .utf8)
    let terminal = try start()
    terminal.type("create -f \(path)\r")
    try terminal.wait(for: "m.yaml\r\n")
    // It runs by now, tells so, and would for many seconds.
    try terminal.wait(for: "Ctrl-C stops")
    terminal.type("\u{3}")
    try terminal.wait(for: "interrupted")
    try terminal.waitForPrompt("kubestep ")
  }

  @Test func ctrlDLeavesWithSuccess() throws {
    let terminal = try start()
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func aBackspaceTakesAHangulSyllable() throws {
    let terminal = try start()
    terminal.type("get 파드\u{7F}\u{7F}nodes\r")
    try terminal.wait(for: "node-3")
  }

  @Test func noColourWhereItIsNotWanted() throws {
    let terminal = try start()
    terminal.type("get nodes\r")
    try terminal.wait(for: "node-3")
    #expect(!terminal.screen.contains("\u{1B}[3"))
  }
}
