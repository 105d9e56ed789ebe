package import Objects

/// One probe as it went: what was asked, what came back, how the count stands, and what follows.
package struct ProbeRecord: Hashable, Sendable {
  package enum Consequence: String, Hashable, Sendable {
    /// The threshold is not reached, or nothing changes by it.
    case none
    case started, ready, notReady
    /// The container is stopped and started again.
    case restart
  }

  package var container: String
  package var kind: ProbeKind
  /// `GET http://10.244.0.5:8080/`, `connect 10.244.0.5:9090`.
  package var request: String
  package var isSuccess: Bool
  /// In the words of the event, where it failed; else the status or `connected`.
  package var answer: String
  /// How many such answers there have been in a row, and how many it takes.
  package var count: Int
  package var threshold: Int
  package var consequence = Consequence.none

  package init(
    container: String,
    kind: ProbeKind,
    request: String,
    isSuccess: Bool,
    answer: String,
    count: Int,
    threshold: Int
  ) {
    self.container = container
    self.kind = kind
    self.request = request
    self.isSuccess = isSuccess
    self.answer = answer
    self.count = count
    self.threshold = threshold
  }
}
