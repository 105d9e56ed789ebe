import Foundation
import Testing

/// What becomes of a session whose program is killed.
@Suite final class ResumeTests {
  private let state = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

  deinit { try? FileManager.default.removeItem(atPath: state) }

  private static let lines = [
    "run web --image=nginx", "get pods", "advance 5s", "mark here", "back 20", "delete pod web", "switch main",
    "run other --image=nginx", "goto here", "lesson", "branches", "goto end",
  ]

  private func start(_ arguments: [String], state folder: String? = nil) throws -> PseudoTerminal {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let program = URL(filePath: tests).deletingLastPathComponent().appending(path: "kubestep").path
    let environment = ["XDG_STATE_HOME": folder ?? state, "HOME": folder ?? state, "NO_COLOR": "1", "LANG": "C"]
    return try PseudoTerminal(program, arguments, environment: environment)
  }

  /// The lines that the newest session file has, beside its header.
  private func keptLines() throws -> Int {
    let folder = state + "/kubestep/sessions"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".jsonl") }
    let newest = try #require(names.max { $0.count == $1.count ? $0 < $1 : $0.count < $1.count })
    let text = try String(contentsOfFile: folder + "/" + newest, encoding: .utf8)
    return text.split(separator: "\n").count - 1
  }

  /// A hundred of them run outside the tests.
  @Test("goes on where it was; what was answered is not lost", arguments: [0, 3, 5, 8, 12])
  func survives(finished: Int) throws {
    var terminal = try start([])
    try terminal.waitForPrompt("kubestep ")
    for line in ResumeTests.lines.prefix(finished) {
      terminal.type(line + "\r")
      try terminal.waitForPrompt("kubestep ")
    }
    // One more is in flight.
    terminal.type("run late --image=nginx\r")
    terminal.kill()
    if finished == 0, !FileManager.default.fileExists(atPath: state + "/kubestep/sessions") { return }
    #expect(try keptLines() >= finished)
    terminal = try start(["--resume"])
    try terminal.wait(for: "The last session goes on")
    try terminal.waitForPrompt("kubestep ")
    terminal.type("branches\r")
    if finished >= 6 { try terminal.wait(for: "branch-2") }
    try terminal.wait(for: "main")
    try terminal.waitForPrompt("kubestep ")
    #expect(try keptLines() >= finished + 1)
  }

  @Test("a lesson goes on too")
  func lesson() throws {
    var terminal = try start(["lesson", "start", "pod-alone"])
    try terminal.wait(for: "> ")
    terminal.type("goal\r")
    try terminal.wait(for: "> ")
    terminal.kill()
    terminal = try start(["--resume"])
    try terminal.wait(for: "The last session goes on")
  }

  @Test("where nothing can be kept it says so once and goes on")
  func readOnly() throws {
    let terminal = try start([], state: "/proc/nowhere")
    try terminal.waitForPrompt("kubestep ")
    terminal.type("get nodes\r")
    try terminal.wait(for: "cannot be kept for --resume")
    try terminal.waitForPrompt("kubestep ")
    terminal.type("get nodes\r")
    try terminal.waitForPrompt("kubestep ")
    #expect(terminal.screen.ranges(of: "cannot be kept").count == 1)
    #expect(terminal.screen.ranges(of: "node-3").count == 2)
  }

  @Test("without a session there is nothing to resume")
  func nothing() throws {
    let terminal = try start(["--resume"])
    try terminal.wait(for: "there is no session to go on with")
    #expect(try terminal.waitForExit() == 1)
  }
}
