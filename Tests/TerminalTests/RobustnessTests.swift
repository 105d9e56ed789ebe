import Foundation
import Glibc
import Testing

/// What the world does to the program.
@Suite struct RobustnessTests {
  private let program = Program()

  @Test("Ctrl-Z stops it, and it comes back with the line")
  func suspends() throws {
    let terminal = try program.suspended()
    try terminal.wait(for: "shell$ ")
    terminal.type("fg\r")
    try terminal.wait(for: "kubestep 0:00.0")
    try terminal.wait(for: "get nod")
    terminal.type("es -o name\r")
    try terminal.wait(for: "node/node-3")
    try terminal.waitForPrompt("kubestep ")
    terminal.type("\u{4}")
    try terminal.wait(for: "shell$ ")
  }

  @Test(
    "a signal that ends it leaves the terminal as it was and the session to go on with",
    arguments: [SIGTERM, SIGHUP, SIGQUIT]
  )
  func ends(signal: Int32) throws {
    var terminal = try program.prompt()
    terminal.type("run web --image=nginx\r")
    try terminal.wait(for: "pod/web created")
    try terminal.waitForPrompt("kubestep ")
    #expect(terminal.isEditing)
    Glibc.kill(terminal.process, signal)
    #expect(try terminal.waitForExit() == nil)
    #expect(!terminal.isEditing)
    terminal = try program.start(["--resume"])
    try terminal.wait(for: "goes on")
    try terminal.waitForPrompt("kubestep ")
    terminal.type("get pods\r")
    try terminal.wait(for: "Running")
  }

  @Test("a signal that comes while something runs ends it as well")
  func endsWhileItRuns() throws {
    let terminal = try program.prompt()
    terminal.type("run web --image=nginx\r")
    try terminal.waitForPrompt("kubestep ")
    terminal.type("get pods -w\r")
    try terminal.wait(for: "Running")
    Glibc.kill(terminal.process, SIGTERM)
    #expect(try terminal.waitForExit() == nil)
    #expect(try program.run("\"$0\" --resume < /dev/null").output.contains("goes on"))
  }

  @Test("another width counts from the next line on")
  func resizes() throws {
    let terminal = try program.prompt()
    terminal.type("get no")
    try terminal.wait(for: "get no")
    terminal.resize(columns: 40, rows: 24)
    terminal.type("des\r")
    try terminal.wait(for: "node-3")
    try terminal.waitForPrompt("kubestep ")
    terminal.type("help\r")
    try terminal.waitForPrompt("kubestep ")
    let help = terminal.screen.split(separator: "> help").last ?? ""
    let long = help.split(separator: "\r\n").filter { $0.count > 40 && $0.contains("  ") }
    #expect(long.isEmpty, "\(long)")
  }

  @Test("in the background it waits to be brought back, and then draws its line once")
  func background() throws {
    let terminal = try program.suspended()
    terminal.type("bg\r")
    try terminal.wait(for: "--lang en &")
    // The shell tells it behind its next prompt.
    usleep(500_000)
    terminal.type("\r")
    try terminal.wait(for: "Stopped")
    terminal.type("fg\r")
    try terminal.wait(for: "get nod")
    terminal.type("es -o name\r")
    try terminal.wait(for: "node/node-3")
    #expect(!terminal.screen.contains("get nodkubestep"), "\(terminal.screen.debugDescription)")
  }

  @Test("both streams in one place are read in order")
  func oneStream() throws {
    let script = try program.file(
      "script",
      "set mode step\nrun web --image=nginx\ndelete pod web nope\nget pods nope\n"
    )
    let lines = try program.run("\"$0\" run \(script) 2>&1").output.split(separator: "\n").map { $0.prefix(18) }
    #expect(
      lines == [
        "mode is step", "pod/web created", "The cluster is hel", "pod \"web\" deleted ", "Error from server ",
        "The cluster is hel", "Error from server ",
      ]
    )
  }

  @Test("a script can come through a pipe that has a name")
  func namedPipe() throws {
    let answer = try program.run("bash -c '\"$0\" run <(echo get nodes -o name)' \"$0\"")
    #expect(answer.output.contains("node/node-3"), "\(answer)")
  }

  @Test("nobody reads: it ends quietly")
  func brokenPipe() throws {
    let script = try program.file("script", String(repeating: "get nodes\n", count: 2000))
    let piped = try program.run("\"$0\" run \(script) | head -1; wait")
    #expect(piped.output.split(separator: "\n").count == 1)
    #expect(piped.errors.isEmpty)
    // Where the signal is ignored, as under some supervisors.
    let ignored = try program.run("trap '' PIPE; { \"$0\" run \(script); echo $? >&2; } | head -1")
    #expect(ignored.errors == "141\n")
  }

  @Test("a disk without room for the answer is told")
  func fullOutput() throws {
    let script = try program.file("script", "get nodes\n")
    let full = try program.run("\"$0\" run \(script) > /dev/full")
    #expect(full.exit == 1)
    #expect(full.errors == "error: standard output: No space left on device\n")
  }

  @Test("closed streams are no trouble", arguments: ["<&-", "<&- 2>&-"])
  func closedInput(how: String) throws {
    #expect(try program.run("\"$0\" \(how)").exit == 0)
    let script = try program.file("script", "get nodes\n")
    #expect(try program.run("\"$0\" run \(script) \(how)").output.contains("node-3"))
  }

  @Test("closed standard output is none either")
  func closedOutput() throws {
    let script = try program.file("script", "get nodes\n")
    #expect(try program.run("\"$0\" run \(script) >&-").exit == 0)
  }

  @Test("no room for the journal: told once, the session goes on, and what was kept is whole")
  func noRoom() throws {
    let terminal = try program.shell("trap '' XFSZ; ulimit -f 2; exec \"$0\" --lang en")
    try terminal.waitForPrompt("> ")
    for _ in 1...12 {
      terminal.type("get nodes\r")
      try terminal.wait(for: "node-3")
      try terminal.waitForPrompt("kubestep ")
    }
    // It is folded at the terminal's width.
    let told = terminal.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(told.ranges(of: "cannot be kept for --resume: File too large").count == 1, "\(told)")
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
    let resumed = try program.start(["--resume"])
    try resumed.wait(for: "goes on")
    try resumed.waitForPrompt("kubestep ")
    #expect(!resumed.screen.contains("warning"))
  }

  @Test("no home: told once, and all else works")
  func noHome() throws {
    let terminal = try program.prompt(
      environment: ["HOME": PseudoTerminal.unset, "XDG_STATE_HOME": PseudoTerminal.unset]
    )
    for _ in 1...2 {
      terminal.type("get nodes\r")
      try terminal.wait(for: "node-3")
      try terminal.waitForPrompt("kubestep ")
    }
    #expect(terminal.screen.ranges(of: "cannot be kept").count == 1)
    terminal.type("\u{1B}[A\r")
    try terminal.wait(for: "node-3")
  }

  @Test("Hangul goes in and out in a plain locale")
  func plainLocale() throws {
    let terminal = try program.prompt(["--lang", "ko"], environment: ["LC_ALL": "C", "LANG": "C"])
    terminal.type("파드\u{7F}\u{7F}help step\r")
    try terminal.wait(for: "다음 일 하나")
    try terminal.waitForPrompt("kubestep ")
  }

  @Test("a text longer than the screen goes to the pager; steps never do")
  func pager() throws {
    let terminal = try program.prompt(environment: ["PAGER": "sed 's/^/paged: /'"])
    terminal.type("help\r")
    try terminal.wait(for: "paged: ")
    try terminal.waitForPrompt("kubestep ")
    terminal.type("run web --image=nginx\r")
    try terminal.waitForPrompt("kubestep ")
    terminal.type("back 60\r")
    try terminal.waitForPrompt("kubestep ")
    let before = terminal.screen.ranges(of: "paged: ").count
    terminal.type("step 50\r")
    try terminal.waitForPrompt("kubestep ")
    #expect(terminal.screen.ranges(of: "paged: ").count == before)
  }

  @Test("a pager that is not there is no trouble")
  func noPager() throws {
    let terminal = try program.prompt(environment: ["PAGER": "/nowhere/pager"])
    terminal.type("help\r")
    try terminal.wait(for: "quit")
    try terminal.waitForPrompt("kubestep ")
  }
}
