package import Basics
package import Objects

/// What the settings of one probe imply: when it asks first, and how soon and how late it finds a container ill.
///
/// The clock of a probe ticks every `periodSeconds` from the moment the Pod's volumes are there, whatever the container
/// does, so a hang falls anywhere between two ticks.
package struct ProbePlan: Hashable, Sendable {
  package let kind: ProbeKind
  package let probe: Probe
  /// Seconds between SIGTERM and SIGKILL when this probe has the container stopped.
  package let grace: Int

  package init(_ kind: ProbeKind, _ probe: Probe, grace: Int) {
    self.kind = kind
    self.probe = probe
    self.grace = max(2, probe.terminationGracePeriodSeconds ?? grace)
  }

  /// From the container's start to the first question.
  package var firstQuestion: ClosedRange<Interval> { probe.initialDelay...(probe.initialDelay + probe.period) }

  /// Between two questions that are not answered: a period, or longer where the time-out is longer.
  package var spacing: Interval { max(probe.period, probe.timeout) }

  /// Whether it only connects: that fails at once or not at all.
  package var isTCP: Bool { if case .tcp = probe.handler { true } else { false } }

  /// From a hang, in which nothing is answered any more, to the failure that counts.
  package var detection: ClosedRange<Interval> {
    if isTCP { return quickDetection }
    let between = spacing * Int64(probe.failureThreshold - 1)
    return (between + probe.timeout)...(probe.period + between + probe.timeout)
  }

  /// The same where each question is answered at once, and badly.
  package var quickDetection: ClosedRange<Interval> {
    let between = probe.period * Int64(probe.failureThreshold - 1)
    return between...(probe.period + between)
  }

  /// From a hang to the end of the process: it may obey SIGTERM at once, or be killed when the grace period is over.
  package var restart: ClosedRange<Interval> {
    detection.lowerBound...(detection.upperBound + .seconds(Int64(grace)))
  }

  /// From the container's start to the end of the patience of a startup probe.
  package var patience: ClosedRange<Interval> {
    let between = spacing * Int64(probe.failureThreshold - 1)
    return (firstQuestion.lowerBound + between)...(firstQuestion.upperBound + between + probe.timeout)
  }

  /// From a container's being well again to its being ready.
  package var recovery: ClosedRange<Interval> {
    let between = probe.period * Int64(probe.successThreshold - 1)
    return between...(between + probe.period)
  }

  /// When the questions fail after a hang, in the earliest or the latest case.
  package func failures(latest: Bool) -> [Interval] {
    let first = latest ? probe.period : .zero
    return (0..<probe.failureThreshold).map { first + spacing * Int64($0) + probe.timeout }
  }
}
