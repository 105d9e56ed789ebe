package import Objects

/// One probe as it went: what was asked, what came back, how the count stands, and what follows.
package struct ProbeRecord: Hashable, Sendable {
  package enum Result: String, Hashable, Sendable {
    case passed
    /// Passed, with something to be warned of: a redirect that was not followed.
    case warned
    case failed
    /// The question could not be put; that counts for nothing.
    case errored
  }

  package enum Consequence: String, Hashable, Sendable {
    /// The threshold is not reached, or nothing changes by it.
    case none
    case started, ready, notReady
    /// The container is stopped and started again.
    case restart
    /// The container is stopped, and the Pod's restartPolicy lets it stay so.
    case stop
  }

  package var container: String
  package var kind: ProbeKind
  /// `GET http://10.244.0.5:8080/`, `connect 10.244.0.5:9090`, `exec [cat /tmp/healthy]`.
  package var request: String
  package var result: Result
  /// In the words of the event, where it failed; else the status, `connected` or the exit code.
  package var answer: String
  /// How many such answers there have been in a row, and how many it takes; 0 where it counts for nothing.
  package var count: Int
  package var threshold: Int
  package var consequence = Consequence.none

  /// Whether it counts as a success.
  package var isSuccess: Bool { result == .passed || result == .warned }

  package init(
    container: String,
    kind: ProbeKind,
    request: String,
    result: Result,
    answer: String,
    count: Int,
    threshold: Int
  ) {
    self.container = container
    self.kind = kind
    self.request = request
    self.result = result
    self.answer = answer
    self.count = count
    self.threshold = threshold
  }
}
