/// What one command answered: its two streams and its exit code.
package struct CommandOutput: Hashable, Sendable {
  package var stdout = ""
  package var stderr = ""
  package var exit: Int32 = 0

  package init() {}

  /// Adds a line to standard output.
  package mutating func print(_ line: String) { stdout += line + "\n" }

  /// Adds a line to standard error.
  package mutating func warn(_ line: String) { stderr += line + "\n" }

  /// Adds a line to standard error and makes the command a failed one.
  package mutating func fail(_ line: String, exit code: Int32 = 1) {
    stderr += line + "\n"
    exit = code
  }

  /// Adds what another command answered.
  package mutating func append(_ other: CommandOutput) {
    stdout += other.stdout
    stderr += other.stderr
    if other.exit != 0 { exit = other.exit }
  }

  /// Hands on what was printed so far, to be shown before the command is over.
  package mutating func take() -> CommandOutput {
    defer { (stdout, stderr) = ("", "") }
    return self
  }
}
