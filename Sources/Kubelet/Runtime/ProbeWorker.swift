import Basics
import Machinery
import Objects

/// One probe of one container, with its counts.
///
/// Mirrors `pkg/kubelet/prober.worker`: its clock runs from the moment the Pod was taken up, over all lives of the
/// container; a readiness probe that is put in between has it begin anew.
struct ProbeWorker: Hashable, Sendable {
  let kind: ProbeKind
  let probe: Probe
  /// The life of the container that it asks; nil before the first.
  private(set) var life: Int?
  /// What counts of that life now: a liveness probe begins as passed, a readiness probe as failed, a startup probe as
  /// neither.
  private(set) var result: Bool?
  /// After a failure that stops the container nothing is asked until its next life.
  private(set) var isOnHold = false
  /// Whether an answer is on its way.
  var isAsking = false
  /// What has called for the next question meanwhile.
  var missed: ProbeOccasion?
  /// Its clock ticks every period from here on.
  var clock: Instant
  /// When it ticks next.
  var tickAt: Instant
  private var last: Bool?
  private var run = 0

  /// How often in a row the answer was the same; nil before the first.
  var streak: (isSuccess: Bool, count: Int)? { last.map { ($0, run) } }

  init?(_ kind: ProbeKind, of container: Container, at now: Instant) {
    guard let probe = container.probe(kind), probe.handler != .grpc else { return nil }
    self.kind = kind
    self.probe = probe
    clock = now
    tickAt = now + probe.period
  }

  /// The clock goes on, also over a time in which nobody looked at it.
  mutating func tick(at now: Instant) {
    let ticks = (now - clock).microseconds / probe.period.microseconds + 1
    tickAt = clock + probe.period * ticks
  }

  /// Turns to another life of the container; whether that changes what counts of it.
  mutating func turn(to life: Int) -> Bool {
    guard self.life != life else { return false }
    self.life = life
    result = kind == .liveness ? true : kind == .readiness ? false : nil
    isOnHold = false
    return true
  }

  /// The container does not run: that is a failure at once; whether that changes what counts.
  mutating func hasEnded() -> Bool {
    defer { result = false }
    return result != false
  }

  /// Takes in one answer; how many such there have been in a row, how many it takes, and whether what counts has
  /// changed by it.
  mutating func answered(_ isSuccess: Bool) -> (count: Int, threshold: Int, changed: Bool) {
    run = last == isSuccess ? run + 1 : 1
    last = isSuccess
    let threshold = isSuccess ? probe.successThreshold : probe.failureThreshold
    let count = run
    guard count >= threshold else { return (count, threshold, false) }
    let changed = result != isSuccess
    result = isSuccess
    if !isSuccess, kind != .readiness {
      isOnHold = true
      run = 0
    }
    return (count, threshold, changed)
  }
}

/// Why a probe is put now.
package enum ProbeOccasion: Hashable, Sendable {
  /// Its clock has ticked.
  case tick
  /// The kubelet wants to know at once; the clock begins anew.
  case trigger
  /// Its clock had ticked while an answer was awaited: Go's tickers keep one tick.
  case missedTick
}

/// What came back from one probe.
package struct ProbeAnswer: Hashable, Sendable {
  var request: String
  var result: ProbeRecord.Result
  /// In the words of the event where it failed.
  var text: String
  var took = Interval.zero
}
