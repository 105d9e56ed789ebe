package import Objects

/// An Event that a component wants recorded about an object.
package struct EventNote: Hashable, Sendable {
  package var about: Event.Involved
  package var type: String
  package var reason: String
  package var message: String
  /// Set for a component that uses events.k8s.io: the scheduler's `Binding`.
  package var action: String

  package init(
    about: Event.Involved,
    warning: Bool = false,
    reason: String,
    message: String,
    action: String = ""
  ) {
    self.about = about
    type = warning ? "Warning" : "Normal"
    self.reason = reason
    self.message = message
    self.action = action
  }
}
