package import Kubectl
import Objects

/// What one line of a script answered.
package struct ScriptEntry: Hashable, Sendable {
  package var command: String
  /// Virtual seconds since the script began.
  package var time: Double
  package var output: CommandOutput
  /// A line that steers the script: `sleep`, `note`, `let` …
  package var isDirective = false
  /// The answer of a command that was repeated until it said what was waited for.
  package var isPolled = false

  /// One line of `--output json`.
  package var json: String {
    var fields: Fields = [
      "cmd": .string(command),
      "exit": .int(Int64(output.exit)),
      "stdout": .string(output.stdout),
      "stderr": .string(output.stderr),
      "t": .double((time * 1_000).rounded() / 1_000),
    ]
    if isDirective { fields["directive"] = true }
    if isPolled { fields["polled"] = true }
    return Value.object(fields).json
  }
}
