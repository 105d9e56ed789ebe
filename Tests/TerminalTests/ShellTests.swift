import Foundation
import Testing

/// Words of `kubestep` completed by shells on a terminal, with the scripts that it writes.
@Suite("Tab in a shell")
struct ShellTests {
  private let program = Program()

  /// A shell that has read the script; `ready` is its prompt.
  private func start(_ shell: String, _ arguments: [String], _ setup: String) throws -> PseudoTerminal {
    let script = try program.run("\"$0\" --generate-completion-script \((shell as NSString).lastPathComponent)")
    #expect(script.exit == 0 && script.errors.isEmpty, "\(script.errors)")
    let path = try program.file("_kubestep", script.output)
    let folder = URL(filePath: Program.path).deletingLastPathComponent().path
    let environment = program.environment.merging(["PATH": "\(folder):/usr/bin:/bin"]) { $1 }
    let terminal = try PseudoTerminal(shell, arguments, environment: environment)
    terminal.type(setup.replacing("SCRIPT", with: path) + "\r")
    try terminal.wait(for: "set-up\r\n")
    return terminal
  }

  private func completes(_ terminal: PseudoTerminal) throws {
    for (keys, drawn) in [
      ("kubestep --fea\t", "feature-gates"), ("kubestep --less\t", "lessons"), ("kubestep --res\t", "resume"),
      ("kubestep lesson pod-al\t", "pod-alone"), ("kubestep lesson che\t", "check"), ("kubestep doc\t", "doctor"),
      ("kubestep lesson --se\t", "--seed"),
    ] {
      terminal.type(keys)
      try terminal.wait(for: drawn, seconds: 20)
      // Ctrl-U drops the line.
      terminal.type("\u{15}")
      usleep(200_000)
    }
  }

  @Test("bash knows options and lessons without the name of the default subcommand")
  func bash() throws {
    try completes(try start("/bin/bash", ["--norc", "-i"], "source SCRIPT; bind 'set bell-style none'; echo set-''up"))
  }

  @Test("zsh does, too", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/zsh")))
  func zsh() throws {
    let setup = "autoload -Uz compinit; compinit -D -u; source SCRIPT; echo set-''up"
    try completes(try start("/usr/bin/zsh", ["-f", "-i"], setup))
  }

  @Test("fish does, too", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/fish")))
  func fish() throws {
    try completes(try start("/usr/bin/fish", ["-N", "-i"], "source SCRIPT; echo set-''up"))
  }
}
