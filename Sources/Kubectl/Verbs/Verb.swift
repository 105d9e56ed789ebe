/// One command of kubectl: its place, its flags, and what it does.
package struct Verb: Sendable {
  /// The words that name it: `get`; `set`, `image`.
  package let path: [String]
  /// Its own flags; those that every command has are added.
  package let flags: FlagTable
  /// What it is for, and what it takes beside flags.
  package let manual: Manual
  let run: @Sendable (inout KubectlContext, Invocation) throws(KubectlError) -> Void

  init(
    _ path: String...,
    manual: Manual,
    flags: FlagTable,
    run: @escaping @Sendable (inout KubectlContext, Invocation) throws(KubectlError) -> Void
  ) {
    self.init(path: path, manual: manual, flags: flags, run: run)
  }

  init(
    path: [String],
    manual: Manual,
    flags: FlagTable,
    run: @escaping @Sendable (inout KubectlContext, Invocation) throws(KubectlError) -> Void
  ) {
    self.path = path
    self.manual = manual
    self.flags = flags + CommonFlags.global
    self.run = run
  }
}

/// One use of a command: what its line says.
struct Invocation: Sendable {
  /// The command as errors name it: `kubectl get`.
  let command: String
  let words: [Word]
  let countBeforeDash: Int?
  private let values: FlagValues

  init(command: String, _ parsed: ParsedArguments) {
    self.command = command
    words = parsed.arguments
    countBeforeDash = parsed.countBeforeDash
    values = parsed.flags
  }

  subscript<Value>(flag: Flag<Value>) -> Value { values[flag] }

  func given<Value>(_ flag: Flag<Value>) -> Value? { values.given(flag) }

  var arguments: [String] { words.map(\.text) }

  /// The namespace that the line means.
  func namespace(in context: KubectlContext) -> String {
    let asked = self[CommonFlags.namespace]
    return asked.isEmpty ? context.namespace : asked
  }

  /// An error whose last line points to the command's help.
  func usage(_ message: String) -> KubectlError { .usage(message, command: command) }
}
