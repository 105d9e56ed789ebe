package import Basics

/// What the READY, STATUS and RESTARTS columns say of a Pod.
///
/// Mirrors `printPod`.
package struct PodSummary: Sendable {
  /// `1/2`: ready containers of all, sidecars included.
  package var ready: String { "\(readyCount)/\(total)" }
  /// The word under STATUS: `Running`, `CrashLoopBackOff`, `Init:0/1`, `Terminating` …
  package private(set) var status: String

  private var readyCount = 0
  private var total: Int
  private var restarts = Restarts()
  private var sidecarRestarts = Restarts()

  /// How often its containers were started again.
  package var restartCount: Int { restarts.count }

  /// The number of restarts, and how long ago the last container ended that was restarted: `1 (6s ago)`.
  package func restarts(at now: Instant) -> String {
    guard restarts.count != 0, let last = restarts.last else { return String(restarts.count) }
    return "\(restarts.count) (\((now - last).humanDuration) ago)"
  }

  package init(_ pod: Pod) {
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
