package import APIServer
package import Basics
package import Objects

/// How one action of a reconcile ended.
package struct ActionOutcome: Sendable {
  package enum Result: Sendable {
    case done(Change?)
    case failed(APIError)
    /// An earlier batch failed, so this was not sent.
    case notSent
  }

  package var action: Action
  package var result: Result

  package init(_ action: Action, _ result: Result) {
    self.action = action
    self.result = result
  }
}

/// What a reconcile records at its end: the status, Events, and whether it is to be tried again.
package struct Conclusion: Sendable {
  package enum Retry: Hashable, Sendable {
    case none
    /// Something failed: again after the key's back-off.
    case backOff
    /// Nothing failed, but something is due then.
    case after(Interval)
  }

  /// The object with its new status; nil where the status stands as it is.
  package var status: Object?
  package var retry = Retry.none
  /// Events that go out once the status is recorded.
  package var notes: [EventNote] = []
  /// What is to be remembered of the key's failures until its next reconcile.
  package var failures: FailureRecord?

  /// What was read for it from the cache, where that was read again after the actions.
  package var observed: Observed?

  package init() {}
}
