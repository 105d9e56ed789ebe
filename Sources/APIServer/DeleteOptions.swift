package import Objects

/// How an object is to be deleted: `metav1.DeleteOptions`.
package struct DeleteOptions: Hashable, Sendable {
  /// What becomes of the objects that the deleted one owns.
  package enum Propagation: String, Hashable, Sendable {
    case background = "Background"
    case foreground = "Foreground"
    case orphan = "Orphan"
  }

  /// Seconds; nil for the object's own grace period.
  package var gracePeriodSeconds: Int?
  package var propagation: Propagation
  /// Only the object with this uid is meant.
  package var uid: UID?
  package var dryRun: Bool

  package init(
    gracePeriodSeconds: Int? = nil,
    propagation: Propagation = .background,
    uid: UID? = nil,
    dryRun: Bool = false
  ) {
    self.gracePeriodSeconds = gracePeriodSeconds
    self.propagation = propagation
    self.uid = uid
    self.dryRun = dryRun
  }
}

extension ObjectMeta {
  /// Finalizers of the garbage collector's two slow propagations.
  package static let foregroundFinalizer = "foregroundDeletion"
  package static let orphanFinalizer = "orphan"
  /// Stands in a namespace's `spec.finalizers` until it is empty.
  package static let namespaceFinalizer = "kubernetes"
}
