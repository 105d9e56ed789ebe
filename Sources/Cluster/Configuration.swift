package import Basics
package import Machinery

/// What a cluster is made from; the same configuration and the same inputs give the same run.
package struct Configuration: Hashable, Sendable {
  package var seed: UInt64
  /// How many nodes there are at the start: node-1, node-2 …
  package var nodes: Int
  /// How many Pods a node takes at the most.
  package var podsPerNode: Int
  package var featureGates: FeatureGates
  /// When the run begins, in virtual time.
  package var start: Instant
  /// How many moves apart the trace keeps hashes of the run; nil for none, which is faster.
  package var hashEvery: Int?

  package static let defaultStart = CivilTime(year: 2026, month: 1, day: 1, hour: 9).instant

  package init(
    seed: UInt64 = 1,
    nodes: Int = 3,
    podsPerNode: Int = 110,
    featureGates: FeatureGates = FeatureGates(),
    start: Instant = Configuration.defaultStart
  ) {
    self.seed = seed
    self.nodes = nodes
    self.podsPerNode = podsPerNode
    self.featureGates = featureGates
    self.start = start
  }
}
