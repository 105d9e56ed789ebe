import Basics
package import Objects

extension Narrator {
  /// The timeline that the settings of a Pod's probes imply, container by container; at most 80 columns wide.
  package func probes(of pod: Pod) -> [String] {
    var lines: [String] = []
    let grace = pod.spec.terminationGracePeriodSeconds ?? 30
    let sidecars = pod.spec.initContainers.filter(\.isSidecar)
    for container in sidecars + pod.spec.containers {
      for kind in ProbeKind.allCases {
        guard let probe = container.probe(kind) else { continue }
        if !lines.isEmpty { lines.append("") }
        lines.append(text(.probeHeading(kind, container.name, probe.handler.asked)))
        lines.append("  " + probe.settings)
        let plan = ProbePlan(kind, probe, grace: grace)
        if probe.handler == .grpc {
          lines.append("  " + text(.probeNotSimulated))
        } else {
          lines += self.lines(of: plan, restarts: pod.spec.restartPolicy != .never)
        }
      }
    }
    return lines.isEmpty ? [text(.noProbes(pod.metadata.name))] : lines
  }

  private func lines(of plan: ProbePlan, restarts: Bool) -> [String] {
    var lines = ["  " + text(.firstQuestion(plan.firstQuestion.spoken, delay: plan.probe.initialDelay))]
    switch plan.kind {
    case .startup:
      lines.append("  " + text(.startupHoldsBack))
      lines.append("  " + text(.startupPatience(plan.patience.spoken, threshold: plan.probe.failureThreshold)))
    case .liveness:
      lines += hang(plan)
      lines.append("  " + text(.signals(grace: plan.grace)))
      lines.append("  " + text(restarts ? .restartsAfter(plan.restart.spoken) : .endsAfter(plan.restart.spoken)))
      if !plan.isTCP { lines.append("  " + text(.quickly(plan.quickDetection.spoken))) }
    case .readiness:
      lines += hang(plan)
      lines.append("  " + text(.notReadyAfter(plan.detection.spoken)))
      lines.append("  " + text(.readyAfter(plan.recovery.spoken)))
    }
    return lines
  }

  /// The two extreme courses after a hang, drawn, and how their lengths come about.
  private func hang(_ plan: ProbePlan) -> [String] {
    let probe = plan.probe
    if case .tcp = probe.handler { return ["  " + text(.acceptsWhileHung(plan.quickDetection.spoken))] }
    let timeout = probe.timeout.wholeSeconds
    let earliest = plan.detection.lowerBound.wholeSeconds
    let latest = plan.detection.upperBound.wholeSeconds
    // A column stands for so many seconds.
    let scale = max(1, (latest + 59) / 60)
    func bar(_ isLatest: Bool, _ end: Int64) -> String {
      var columns = [Character](repeating: "·", count: Int(end / scale) + 1)
      for failure in plan.failures(latest: isLatest) { columns[Int(failure.wholeSeconds / scale)] = "x" }
      return "|" + String(columns)
    }
    let between = plan.spacing == probe.period ? "periodSeconds" : "timeoutSeconds"
    let terms = "\(probe.failureThreshold - 1) x \(plan.spacing.wholeSeconds) + \(timeout)"
    return [
      "  " + text(.afterHang(scale: scale)),
      "    \(text(.earliest)) \(bar(false, earliest)) \(earliest)s",
      "    \(text(.latest)) \(bar(true, latest)) \(latest)s",
      "    \(earliest)s = (failureThreshold - 1) x \(between) + timeoutSeconds = \(terms)",
      "    \(latest)s = \(text(.onePeriodMore)) = \(earliest) + \(probe.period.wholeSeconds)",
    ]
  }
}

extension Probe {
  /// The settings as `describe` prints them.
  fileprivate var settings: String {
    "delay=\(initialDelay.wholeSeconds)s timeout=\(timeout.wholeSeconds)s period=\(period.wholeSeconds)s "
      + "#success=\(successThreshold) #failure=\(failureThreshold)"
  }
}

extension Probe.Handler {
  /// What is asked: `GET :8080/healthz`.
  fileprivate var asked: String {
    switch self {
    case .http(let get): "GET \(get.host):\(get.port.string ?? get.port.int.map { String($0) } ?? "")\(get.path)"
    case .tcp(let port, let host): "connect \(host):\(port.string ?? port.int.map { String($0) } ?? "")"
    case .exec(let command): "exec [\(command.joined(separator: " "))]"
    case .grpc: "gRPC"
    }
  }
}

extension ClosedRange<Interval> {
  /// `0s to 10s`.
  fileprivate var spoken: Localized {
    let (low, high) = (lowerBound.wholeSeconds, upperBound.wholeSeconds)
    return Localized("\(low)s to \(high)s", "\(low)~\(high)초")
  }
}
