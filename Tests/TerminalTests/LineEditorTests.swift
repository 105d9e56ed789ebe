import Basics
import Foundation
import Glibc
import Terminal
import Testing

/// The line editor on a terminal, in a process of its own: this test program once more, with one test to run.
@Suite struct LineEditorTests {
  private static let marker = "KUBESTEP_TEST_EDITOR"

  /// The other process: a prompt that repeats what it reads.
  @Test(.enabled(if: ProcessInfo.processInfo.environment[marker] != nil))
  func repeatsLines() throws {
    Interrupts.catchFromNowOn()
    let path = ProcessInfo.processInfo.environment[LineEditorTests.marker] ?? ""
    let editor = try #require(LineEditor(historyPath: path.isEmpty ? nil : path))
    editor.completer = { line, cursor in
      let words = line.hasPrefix("get ") ? ["pods", "pods/web-1", "replicasets"] : ["get", "describe", "delete"]
      let before = String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
      let typed = TypedWord(before.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? "")
      return Choices(typed, typed.completed(by: words.map { Candidate($0) }))
    }
    while true {
      switch editor.readLine(prompt: "\u{1B}[32mready\u{1B}[0m> ", isText: false) {
      case .line(let line):
        print("line: \(line).")
        if !line.hasPrefix("answer") { editor.remember(line) }
      case .interrupted: print("interrupted.")
      case .endOfInput:
        print("end.")
        fflush(nil)
        exit(7)
      }
    }
  }

  private func start(historyPath: String = "", environment: [String: String] = [:]) throws -> PseudoTerminal {
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    var environment = environment
    environment[LineEditorTests.marker] = historyPath
    let arguments = ["--testing-library", "swift-testing", "--filter", "LineEditorTests/repeatsLines"]
    let terminal = try PseudoTerminal(program, arguments, environment: environment)
    try terminal.waitForPrompt("ready")
    return terminal
  }

  @Test func editsWithinTheLine() throws {
    let terminal = try start()
    terminal.type("get pds\u{1B}[D\u{1B}[Do\r")
    try terminal.wait(for: "line: get pods.")
  }

  @Test func editsHangul() throws {
    let terminal = try start()
    terminal.type("파드를\u{7F} 보기\u{1B}[D\u{1B}[D\u{1B}[D가\r")
    try terminal.wait(for: "line: 파드가 보기.")
  }

  @Test func readsHangulInAPlainLocale() throws {
    let terminal = try start(environment: ["LC_ALL": "C", "LANG": "C"])
    terminal.type("파드\u{7F}도\r")
    try terminal.wait(for: "line: 파도.")
  }

  @Test func remembersWhatItIsToldTo() throws {
    let terminal = try start()
    for (typed, line) in [
      ("first\r", "first"), ("answer 3\r", "answer 3"), ("\u{1B}[A again\r", "first again"),
      ("\u{12}fir\r\r", "first again"),
    ] {
      terminal.type(typed)
      try terminal.wait(for: "line: \(line).")
      try terminal.waitForPrompt("ready")
    }
  }

  @Test func keepsHistoryBetweenRuns() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "history").path
    let first = try start(historyPath: path)
    first.type("get pods 파드\r")
    try first.wait(for: "line: ")
    try first.waitForPrompt("ready")
    first.type("\u{4}")
    _ = try first.waitForExit()
    let second = try start(historyPath: path)
    second.type("\u{1B}[A\r")
    try second.wait(for: "line: get pods 파드.")
  }

  @Test func oneTabCompletesAndTheNextLists() throws {
    let terminal = try start()
    terminal.type("g\tp\t\t")
    try terminal.wait(for: "pods        pods/web-1")
    terminal.type("/\t\r")
    try terminal.wait(for: "line: get pods/web-1 .")
  }

  @Test func ctrlCDropsTheLine() throws {
    let terminal = try start()
    terminal.type("half a li")
    try terminal.wait(for: "half a li")
    terminal.type("\u{3}")
    try terminal.wait(for: "interrupted.")
    try terminal.waitForPrompt("ready")
    terminal.type("whole\r")
    try terminal.wait(for: "line: whole.")
  }

  @Test func ctrlDLeavesOnAnEmptyLineOnly() throws {
    let terminal = try start()
    terminal.type("ab\u{1B}[D\u{4}\r")
    try terminal.wait(for: "line: a.")
    try terminal.waitForPrompt("ready")
    terminal.type("\u{4}")
    try terminal.wait(for: "end.")
    #expect(try terminal.waitForExit() == 7)
  }

  @Test func coloursTakeNoRoomInThePrompt() throws {
    let terminal = try start()
    terminal.type("x")
    try terminal.wait(for: "x")
    // Ctrl-L draws everything anew; the cursor then stands behind `ready> x`.
    terminal.type("\u{C}")
    try terminal.wait(for: "\u{1B}[32mready\u{1B}[0m> x")
  }

  @Test("keeps what is pasted in the line until Enter, without keys in it")
  func pastesIntoTheLine() throws {
    let terminal = try start()
    terminal.type("get \u{1B}[200~po\tds\r\nline 2\u{1B}[A\u{7}\u{1B}[201~!\r")
    try terminal.wait(for: "line: get po\tds\r\nline 2[A!.")
  }

  @Test("takes Escape for Escape where no paste follows")
  func escapeIsAKey() throws {
    let terminal = try start()
    terminal.type("ab cd\u{1B}bX\u{1B}[DY\r")
    try terminal.wait(for: "line: ab YXcd.")
  }

  @Test("has the keys of vi where ~/.editrc asks for them, pastes and Ctrl-R among them")
  func viKeys() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "bind -v\n".write(to: folder.appending(path: ".editrc"), atomically: true, encoding: .utf8)
    let terminal = try start(environment: ["HOME": folder.path])
    terminal.type("get podz\u{1B}")
    usleep(100_000)  // A person, not a terminal, presses Escape: nothing follows at once.
    terminal.type("xA\u{1B}[200~s here\u{1B}[201~\r")
    try terminal.wait(for: "line: get pods here.")
    try terminal.waitForPrompt("ready")
    terminal.type("other\r")
    try terminal.wait(for: "line: other.")
    try terminal.waitForPrompt("ready")
    terminal.type("\u{12}pods\r\r")
    try terminal.wait(for: "line: get pods here.")
  }

  /// A prompt that remembers two lines.
  private func startWithHistory() throws -> PseudoTerminal {
    let terminal = try start()
    for line in ["get 노드 -o name", "get pods"] {
      terminal.type(line + "\r")
      try terminal.wait(for: "line: \(line).")
      try terminal.waitForPrompt("ready")
    }
    return terminal
  }

  @Test(
    "Ctrl-R finds a line, and keys for editing take it over",
    arguments: [
      ("노드\r", "get 노드 -o name"), ("노\u{1B}[F!\r", "get 노드 -o name!"), ("노\u{1}X\r", "Xget 노드 -o name"),
      ("get\u{12}\r", "get 노드 -o name"), ("get\u{12}\u{13}\r", "get pods"), ("nox\u{7F}\u{5}!\r", "!"),
      ("poz\u{7F}\u{5}!\r", "get pods!"), ("\u{1B}[200~pod\u{1B}[201~\u{5}!\r", "get pods!"),
    ]
  )
  func searches(keys: String, line: String) throws {
    let terminal = try startWithHistory()
    terminal.type("\u{12}" + keys)
    try terminal.wait(for: "line: \(line).")
  }

  @Test("Ctrl-R says what it looks for and whether there is such a line; Ctrl-G has the line as it was")
  func searchIsLeft() throws {
    let terminal = try startWithHistory()
    terminal.type("half\u{12}pod")
    try terminal.wait(for: "search \"")
    terminal.type("zz")
    try terminal.wait(for: "no line with \"podz")
    terminal.type("\u{7} a line\r")
    try terminal.wait(for: "line: half a line.")
    try terminal.waitForPrompt("ready")
    terminal.type("\u{12}pod")
    try terminal.wait(for: "search \"")
    terminal.type("\u{3}")
    try terminal.wait(for: "interrupted.")
    try terminal.waitForPrompt("ready")
    terminal.type("whole\r")
    try terminal.wait(for: "line: whole.")
  }

  @Test(
    "keys beside letters do what they say, or nothing",
    arguments: ["xterm", "vt100", "linux"],
    [
      ("\u{1B}[1~X", "Xab cd"), ("\u{1B}OHX", "Xab cd"), ("\u{1B}[7~\u{1B}[3~X", "Xb cd"),
      ("\u{1}\u{1B}[4~X", "ab cdX"),
      ("\u{1}\u{1B}[1;5CX", "abX cd"), ("\u{1B}[1;3DX", "ab Xcd"), ("\u{1B}[2~X", "ab cdX"),
      ("\u{1B}[15~\u{1B}[24;2~X", "ab cdX"), ("\u{1B}[Z\u{1B}OPX", "ab cdX"), ("\u{1}\u{1B}[3;5~X", "X cd"),
    ]
  )
  func otherKeys(kind: String, keys: (typed: String, line: String)) throws {
    let terminal = try start(environment: ["TERM": kind])
    terminal.type("ab cd\(keys.typed)\r")
    try terminal.wait(for: "line: \(keys.line).")
  }

  @Test("Ctrl-_ takes changes back")
  func undo() throws {
    let terminal = try start()
    terminal.type("get pods\u{15}\u{1F}x\u{1F} 파드\u{17}\u{1F}\r")
    try terminal.wait(for: "line: get pods 파드.")
  }

  @Test("has no line twice in its history")
  func noDuplicates() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "history").path
    var terminal = try start(historyPath: path)
    for line in ["first", "second", "first", "first"] {
      terminal.type(line + "\r")
      try terminal.wait(for: "line: \(line).")
      try terminal.waitForPrompt("ready")
    }
    terminal.type("\u{1B}[A\u{1B}[A\r")
    try terminal.wait(for: "line: second.")
    try terminal.waitForPrompt("ready")
    terminal.kill()
    terminal = try start(historyPath: path)
    terminal.type("\u{1B}[A\u{1B}[A\u{1B}[A\u{1B}[A\r")
    try terminal.wait(for: "line: first.")
  }
}
