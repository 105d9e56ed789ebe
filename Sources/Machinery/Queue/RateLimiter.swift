package import Basics

/// How fast a component may call the API server: client-go's token bucket.
///
/// It is why a large ReplicaSet fills up at 20 Pods a second once its burst is spent.
package struct RateLimiter: Sendable {
  package let perSecond: Int64
  package let burst: Int64
  /// When the bucket would have been empty, had it always been filling: the virtual scheduling time.
  private var emptyAt: Instant

  package init(perSecond: Int64, burst: Int64, at now: Instant) {
    self.perSecond = perSecond
    self.burst = burst
    emptyAt = now - .microseconds(burst * 1_000_000 / perSecond)
  }

  /// Takes one token; answers when it may be used, `now` while the burst lasts.
  package mutating func take(at now: Instant) -> Instant {
    let cost = Interval.microseconds(1_000_000 / perSecond)
    let full = now - cost * burst
    emptyAt = max(emptyAt, full) + cost
    return max(now, emptyAt)
  }
}
