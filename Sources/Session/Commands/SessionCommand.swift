import Kubectl
import Narration

/// One of the simulator's own commands.
struct SessionCommand: Sendable {
  typealias Run = @Sendable (inout Session, [Word], inout CommandOutput) throws(UsageError) -> Void
  typealias RunCondition = @Sendable (inout Session, TypedCondition, inout CommandOutput) -> Void

  /// The name first, then others that mean the same.
  var names: [String]
  /// How it is typed: `step [N]`.
  var usage: String
  /// What it is for, in one line.
  var purpose: Localized
  /// Two lines to try.
  var examples: [String]
  /// The words that it takes.
  var takes: Grammar<SessionPlace>
  /// Its flags; what each takes, or nil for one that stands alone.
  var flags: [String: SessionPlace?]
  var run: Run
  /// For a command with a condition behind its name.
  var runCondition: RunCondition?

  var name: String { names[0] }

  init(
    names: [String],
    usage: String,
    purpose: Localized,
    examples: [String],
    takes: Grammar<SessionPlace> = Grammar(),
    flags: [String: SessionPlace?] = [:],
    run: @escaping Run
  ) {
    self.names = names
    self.usage = usage
    self.purpose = purpose
    self.examples = examples
    self.takes = takes
    self.flags = flags
    self.run = run
  }

  /// A command that takes a condition, and nothing else.
  init(name: String, purpose: Localized, examples: [String], runCondition: @escaping RunCondition) {
    self.init(names: [name], usage: "\(name) CONDITION", purpose: purpose, examples: examples) {
      _,
      _,
      _ throws(UsageError) in throw UsageError()
    }
    self.runCondition = runCondition
  }
}

/// The words after a command are not what it takes.
struct UsageError: Error {}

/// The simulator's own commands; each has its file in this folder.
enum SessionCommandList {
  /// In the order in which `help` shows them.
  static let all: [SessionCommand] = [
    .step, .next, .settle, .until, .advance, .continue,
    .back, .forward, .goto, .mark, .branches, .switch, .diff, .whatIf,
    .explain, .why, .whyNot, .trace, .agenda, .promise,
    .breakOn, .breaks, .unbreak,
    .play, .decide,
    .map, .timeline, .tree, .export,
    .fail, .heal, .add, .remove, .delay, .drop, .break, .kill, .mend,
    .set, .seed, .reset, .save, .help, .quit,
  ]

  /// The command that a line means; nil where it is kubectl's.
  ///
  /// `explain` is kubectl's where it names a field: `explain pods.spec`; it is ours alone, with `#41` or `rs/web`.
  /// `diff` is kubectl's where it has a flag: `diff -f FILE`.
  /// `set` is ours with `mode`, `lang`, `promise` or `feature-gates`, and kubectl's else: `set image …`.
  static func command(for words: [Word]) -> SessionCommand? {
    guard let name = words.first?.text, let command = all.first(where: { $0.names.contains(name) }) else { return nil }
    let subject = words.dropFirst().first?.text
    switch (command.name, subject) {
    case ("explain", let subject?): return subject.hasPrefix("#") || subject.contains("/") ? command : nil
    case ("diff", _): return words.contains { $0.text.hasPrefix("-") } ? nil : command
    case ("set", let subject?): return ["mode", "lang", "promise", "feature-gates"].contains(subject) ? command : nil
    default: return command
    }
  }
}
