import Kubectl
import Narration

/// One of the simulator's own commands.
struct SessionCommand: Sendable {
  /// The name first, then others that mean the same.
  var names: [String]
  /// How it is typed: `step [N]`.
  var usage: String
  /// What it is for, in one line.
  var purpose: Localized
  /// Two lines to try.
  var examples: [String]
  var run: @Sendable (inout Session, [Word], inout CommandOutput) throws(UsageError) -> Void

  var name: String { names[0] }
}

/// The words after a command are not what it takes.
struct UsageError: Error {}

/// The simulator's own commands; each has its file in this folder.
enum SessionCommandList {
  /// In the order in which `help` shows them.
  static let all: [SessionCommand] = [
    .step, .next, .settle, .until, .advance,
    .back, .forward, .goto,
    .explain, .why, .trace,
    .play, .decide,
    .map, .timeline, .tree, .export,
    .fail, .heal, .add, .remove, .delay, .drop, .break, .kill, .mend,
    .set, .seed, .reset, .help, .quit,
  ]

  /// The command that a line means; nil where it is kubectl's.
  ///
  /// `explain` is kubectl's where it names a field: `explain pods.spec`; it is ours alone, with `#41` or `rs/web`.
  /// `set` is ours with `mode`, `lang` or `feature-gates`, and kubectl's else: `set image …`.
  static func command(for words: [Word]) -> SessionCommand? {
    guard let name = words.first?.text, let command = all.first(where: { $0.names.contains(name) }) else { return nil }
    let subject = words.dropFirst().first?.text
    switch (command.name, subject) {
    case ("explain", let subject?): return subject.hasPrefix("#") || subject.contains("/") ? command : nil
    case ("set", let subject?): return ["mode", "lang", "feature-gates"].contains(subject) ? command : nil
    default: return command
    }
  }
}
