/// One thing that a picture says of an object: `ready 1/1`.
package struct Fact: Hashable, Sendable {
  package var label: Localized
  package var value: Localized
  /// Whether the value says alone what it is: `CrashLoopBackOff`.
  package var speaksForItself: Bool

  package init(_ label: Localized, _ value: Localized, speaksForItself: Bool = false) {
    self.label = label
    self.value = value
    self.speaksForItself = speaksForItself
  }

  package init(_ label: Localized, _ value: String, speaksForItself: Bool = false) {
    self.init(label, Localized(same: value), speaksForItself: speaksForItself)
  }

  /// As a drawing says it.
  var short: Localized { speaksForItself ? value : label + " " + value }
}

extension Narrator {
  /// `name: web-1, ready: no`: facts for a reader who listens.
  func spoken(_ facts: [Fact]) -> String {
    facts.map { "\(text($0.label)): \(text($0.value))" }.joined(separator: ", ")
  }

  /// `Running, ready 1/1`.
  func short(_ facts: [Fact]) -> String { facts.map { text($0.short) }.joined(separator: ", ") }
}
