package import Narration

/// What help and completion know of a command beside its flags.
package struct Manual: Sendable {
  /// What it is for, in one line.
  package var purpose: Localized
  /// The words that it takes.
  package var takes: Grammar<Slot>
  /// What of its flags takes other values than elsewhere.
  package var values: [String: Slot]
  /// The words after the command as a usage line shows them, before its flags.
  package var usage: String
  /// Lines to try; the tests run them.
  package var examples: [String]

  package init(
    _ english: String,
    _ korean: String,
    usage: String = "",
    takes: Grammar<Slot> = Grammar(),
    values: [String: Slot] = [:],
    examples: String...
  ) {
    purpose = Localized(english, korean)
    self.usage = usage
    self.takes = takes
    self.values = values
    self.examples = examples
  }
}
