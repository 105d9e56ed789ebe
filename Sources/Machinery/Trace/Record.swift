package import APIServer
package import Basics
package import Objects

/// The number of a record in its trace: `#41` at the prompt.
package struct RecordID: Hashable, Comparable, Sendable {
  // Narrow, for every record of a long run holds two.
  private let narrow: Int32
  package var number: Int { Int(narrow) }
  package init(_ number: Int) { narrow = Int32(clamping: number) }
  package static func < (left: RecordID, right: RecordID) -> Bool { left.number < right.number }
}

/// One thing that happened, as data; sentences are made when it is shown.
package struct Record: Sendable {
  // In the order in which they take the least room.
  package var time: Instant
  package var component: Component
  package var happening: Happening
  package var id: RecordID
  /// What brought it about; nil only for commands, fixtures and the clock.
  package var cause: RecordID?

  package init(
    id: RecordID,
    time: Instant,
    component: Component,
    cause: RecordID?,
    happening: Happening
  ) {
    self.id = id
    self.time = time
    self.component = component
    self.cause = cause
    self.happening = happening
  }
}

/// What can happen in a cluster.
package indirect enum Happening: Sendable {
  /// The cluster was set up: nodes joined, namespaces made.
  case began(nodes: Int)
  /// A command was typed.
  case command(String)
  /// A write was accepted; nil where it changed nothing.
  case wrote(WriteVerb, ObjectID, Change?)
  /// A write was refused.
  case refused(WriteVerb, ObjectID, APIError)
  /// A component took in one notification of its watch; the keys that it queued for it.
  case notified(Change.Kind, ObjectVersion, queued: [ObjectKey])
  /// A notification to the component was lost.
  case notTold(Change.Kind, ObjectVersion)
  /// The component's watch was mended and it has listed anew: how many objects had changed unseen.
  case listed(differences: Int)
  /// A key came back into a work queue by itself: a delay or a back-off had passed.
  case requeued(ObjectKey)
  case reconciled(Reconciliation)
  case concluded(ObjectID, Conclusion)
  case scheduled(SchedulingDecision)
  case collected(GarbageDecision)
  /// Something befell a node.
  case node(String, NodeStep)
  /// A kubelet did one thing for a Pod.
  case pod(ObjectID, PodStep)
  /// An Event was not written: its source has said too much about the object.
  case eventDropped(EventNote)
  /// A fault that was asked for at the prompt.
  case fault(String)
  /// The feature gates were set.
  case configured(FeatureGates)
}

/// What kind of write.
package enum WriteVerb: String, Hashable, Sendable {
  case create, update, updateStatus, patch, delete, bind
}
