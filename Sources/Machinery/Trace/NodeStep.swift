package import Basics
package import Objects

/// What befell a node, or what the control plane did because of it.
package enum NodeStep: Hashable, Sendable {
  /// It has been silent for longer than its grace: it is marked Unknown.
  case silent(since: Instant)
  /// It is tainted so that Pods leave it.
  case tainted
  /// It beats again: the taint goes.
  case recovered
  /// A Pod does not tolerate a taint of the node, or has done so for as long as it says.
  case evicts(ObjectID)
  /// The node object is gone, and so are its Pods now.
  case podsCollected(Int)
}
