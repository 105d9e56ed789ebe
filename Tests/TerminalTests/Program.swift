import Foundation

/// The program itself on a terminal, with a state folder of its own.
final class Program {
  let state = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

  init() { try? FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: state) }

  /// Where the executable is that the tests were built with.
  static var path: String {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: tests).deletingLastPathComponent().appending(path: "kubestep").path
  }

  var environment: [String: String] { ["XDG_STATE_HOME": state, "HOME": state, "NO_COLOR": "1"] }

  /// Starts it; `environment` wins over what the tests set.
  func start(
    _ arguments: [String] = ["--lang", "en"],
    environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(Program.path, arguments, environment: self.environment.merging(environment) { $1 })
  }

  /// Starts it and waits for the first prompt.
  func prompt(_ arguments: [String] = ["--lang", "en"], environment: [String: String] = [:]) throws -> PseudoTerminal {
    let terminal = try start(arguments, environment: environment)
    try terminal.waitForPrompt("> ")
    return terminal
  }

  /// Starts it from a shell line, in which `$0` is the executable.
  func shell(_ line: String, environment: [String: String] = [:]) throws -> PseudoTerminal {
    try PseudoTerminal(
      "/bin/sh",
      ["-c", line, Program.path],
      environment: self.environment.merging(environment) { $1 }
    )
  }

  /// Runs a shell line without a terminal, in which `$0` is the executable.
  func run(_ line: String, environment: [String: String] = [:]) throws -> (output: String, errors: String, exit: Int32)
  {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line, Program.path]
    process.environment = ProcessInfo.processInfo.environment.merging(self.environment.merging(environment) { $1 }) {
      $1
    }
    .filter { $0.value != PseudoTerminal.unset }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaints = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      String(decoding: text, as: UTF8.self), String(decoding: complaints, as: UTF8.self), process.terminationStatus
    )
  }

  /// The manifest of a ReplicaSet whose Pods come for longer than anybody waits.
  static let manyPods = """
    apiVersion: apps/v1
    kind: ReplicaSet
    metadata: {name: many}
    spec:
      replicas: 1000000
      selector: {matchLabels: {app: many}}
      template:
        metadata: {labels: {app: many}}
        spec: {containers: [{name: main, image: nginx}]}
    """

  /// A shell with job control on a terminal, in which the program runs with a line that is begun, and is stopped.
  func suspended() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      "/bin/bash",
      ["--norc", "--noprofile", "-i"],
      environment: environment.merging(["PS1": "shell$ "]) { $1 }
    )
    try terminal.wait(for: "shell$ ")
    terminal.type("\(Program.path) --lang en\r")
    try terminal.waitForPrompt("kubestep 0:00.0")
    terminal.type("get nod")
    try terminal.wait(for: "get nod")
    terminal.type("\u{1A}")
    try terminal.wait(for: "Stopped")
    return terminal
  }

  /// A file of its own with `text` in it; its path.
  func file(_ name: String, _ text: String) throws -> String {
    let path = state + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }
}
