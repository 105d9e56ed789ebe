import Basics
import Objects

extension KindTable {
  static let pods = KindTable(
    .pod,
    ["NAME", "READY", "STATUS", "RESTARTS", "AGE"],
    wide: ["IP", "NODE", "NOMINATED NODE", "READINESS GATES"]
  ) { object, now in
    guard let pod = object.as(Pod.self) else { return [] }
    let summary = PodSummary(pod)
    return [
      pod.metadata.name, summary.ready, summary.status, summary.restarts(at: now), object.age(at: now),
      pod.status.podIP.orNone, pod.spec.nodeName.orNone, Reading(object).status.nominatedNodeName.text ?? "<none>",
      readinessGates(pod),
    ]
  }

  private static func readinessGates(_ pod: Pod) -> String {
    let gates = Reading(pod.spec.other["readinessGates"]).list.compactMap(\.conditionType.text)
    guard !gates.isEmpty else { return "<none>" }
    let met = gates.count { pod.status.condition(ConditionType($0))?.status == .true }
    return "\(met)/\(gates.count)"
  }
}

/// What the READY, STATUS and RESTARTS columns say of a Pod.
///
/// Mirrors `printPod`.
struct PodSummary: Sendable {
  /// `1/2`: ready containers of all, sidecars included.
  var ready: String { "\(readyCount)/\(total)" }
  /// The word under STATUS: `Running`, `CrashLoopBackOff`, `Init:0/1`, `Terminating` …
  private(set) var status: String

  private var readyCount = 0
  private var total: Int
  private var restarts = Restarts()
  private var sidecarRestarts = Restarts()

  /// The number of restarts, and how long ago the last container ended that was restarted: `1 (6s ago)`.
  func restarts(at now: Instant) -> String {
    guard restarts.count != 0, let last = restarts.last else { return String(restarts.count) }
    return "\(restarts.count) (\((now - last).humanDuration) ago)"
  }

  init(_ pod: Pod) {
    let sidecars = pod.spec.initContainers.filter(\.isSidecar).map(\.name)
    total = pod.spec.containers.count + sidecars.count
    status = pod.status.reason.isEmpty ? pod.status.phase?.rawValue ?? "" : pod.status.reason
    if pod.status.condition(.podScheduled)?.reason == "SchedulingGated" { status = "SchedulingGated" }

    let initializing = readInitContainers(pod, sidecars: sidecars)
    if !initializing || pod.status.condition(.initialized)?.status == .true { readContainers(pod) }

    guard pod.metadata.isBeingDeleted else { return }
    if pod.status.reason == "NodeLost" {
      status = "Unknown"
    } else if !pod.isTerminal {
      status = "Terminating"
    }
  }

  /// Whether an init container has not done its part yet.
  private mutating func readInitContainers(_ pod: Pod, sidecars: [String]) -> Bool {
    for (index, container) in pod.status.initContainerStatuses.enumerated() {
      let isSidecar = sidecars.contains(container.name)
      restarts.add(container)
      if isSidecar { sidecarRestarts.add(container) }
      switch container.state {
      case .terminated(let end) where end.exitCode == 0:
        continue
      case _ where isSidecar && container.started == true:
        if container.ready { readyCount += 1 }
        continue
      case .terminated(let end):
        status = "Init:" + end.word
      case .waiting(let reason, _) where !reason.isEmpty && reason != "PodInitializing":
        status = "Init:" + reason
      default:
        status = "Init:\(index)/\(pod.spec.initContainers.count)"
      }
      return true
    }
    return false
  }

  private mutating func readContainers(_ pod: Pod) {
    restarts = sidecarRestarts
    var hasRunning = false
    for container in pod.status.containerStatuses.reversed() {
      restarts.add(container)
      switch container.state {
      case .waiting(let reason, _) where !reason.isEmpty:
        status = reason
      case .terminated(let end):
        status = end.word
      case .running where container.ready:
        hasRunning = true
        readyCount += 1
      default:
        break
      }
    }
    // Some containers have completed while others still run.
    if status == "Completed", hasRunning { status = pod.isReady ? "Running" : "NotReady" }
  }
}

/// Restarts of some containers, and when the last one that was restarted had ended.
private struct Restarts: Sendable {
  var count = 0
  var last: Instant?

  mutating func add(_ container: ContainerStatus) {
    count += container.restartCount
    guard case .terminated(let end) = container.lastState, let finished = end.finishedAt else { return }
    last = max(last ?? finished, finished)
  }
}

extension ContainerState.Termination {
  /// The reason, or else the signal or the exit code.
  fileprivate var word: String {
    if !reason.isEmpty { return reason }
    if let signal, signal != 0 { return "Signal:\(signal)" }
    return "ExitCode:\(exitCode)"
  }
}
