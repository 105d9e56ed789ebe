import Narration

/// What `help` tells beside the commands; each has its file in this folder.
struct HelpTopic: Sendable {
  /// As it is typed: `time-travel`; a space does for the hyphen.
  let name: String
  /// What it is about, in one line.
  let title: Localized
  let body: Localized

  init(_ name: String, _ title: Localized, _ body: Localized) {
    self.name = name
    self.title = title
    self.body = body
  }

  /// In the order of their names.
  static let all: [HelpTopic] = [
    backOff, conditions, deletion, examples, exitCodes, jobs, output, owners, phases, probes, rollouts, schedules,
    selectors, taints, timeTravel, watches,
  ]

  /// The topic that words name; nil where there is none.
  init?(_ words: [String]) {
    let name = words.joined(separator: "-")
    guard let topic = HelpTopic.all.first(where: { $0.name == name }) else { return nil }
    self = topic
  }
}
