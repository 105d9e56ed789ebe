package import Objects

/// What the garbage collector found about one object, and what follows.
package struct GarbageDecision: Hashable, Sendable {
  /// One entry of the object's ownerReferences.
  package struct Owner: Hashable, Sendable {
    package enum State: String, Hashable, Sendable {
      case present
      case absent
      /// It is being deleted in the foreground and waits for its dependents.
      case waiting
    }

    package var reference: OwnerReference
    package var state: State

    package init(reference: OwnerReference, state: State) {
      self.reference = reference
      self.state = state
    }
  }

  package enum Verdict: Hashable, Sendable {
    /// No owner is left: the object goes too.
    case delete
    /// Some owners are left: the references to the others are dropped.
    case dropReferences
    /// It is deleted without its dependents: they lose their reference to it first.
    case orphan([ObjectVersion])
    /// It waits for these dependents to be gone.
    case await([ObjectVersion])
    /// Nothing holds it any more: the finalizer goes.
    case release
  }

  package var object: ObjectVersion
  package var owners: [Owner]
  package var verdict: Verdict

  package init(object: ObjectVersion, owners: [Owner], verdict: Verdict) {
    self.object = object
    self.owners = owners
    self.verdict = verdict
  }
}
