import Objects

/// Which containers of a Pod are to be stopped and started now, judged by what the cache holds of them.
///
/// Mirrors `kuberuntime.computePodActions` and `computeInitContainerActions`.
struct SyncPlan {
  private(set) var job = SyncJob()
  private let policy: RestartPolicy
  private let grace: Int

  init(_ worker: PodWorker, _ spec: PodSpec) {
    policy = spec.restartPolicy ?? .always
    grace = spec.terminationGracePeriodSeconds ?? 30
    guard initialize(worker) else { return }
    for (index, container) in worker.containers.enumerated() where container.role == .main {
      consider(container, index)
    }
  }

  /// Deals with the init containers; whether all have done their part.
  private mutating func initialize(_ worker: PodWorker) -> Bool {
    let wasInitialized = worker.containers.contains { $0.role == .main && !$0.seen.isEmpty }
    for (index, container) in worker.containers.enumerated() where container.role != .main {
      let newest = container.seen.first
      switch container.role {
      case .sidecar:
        if newest?.isRunning == true {
          let before = job.stops.count
          consider(container, index)
          if job.stops.count > before || (!container.hasStarted && !wasInitialized) { return wasInitialized }
        } else {
          job.starts.append(index)
          if !wasInitialized { return false }
        }
      case .initial where !wasInitialized:
        guard let end = newest?.termination else {
          if newest == nil { job.starts.append(index) }
          return false
        }
        if end.exitCode == 0 { continue }
        if policy != .never { job.starts.append(index) }
        return false
      case .initial, .main: continue
      }
    }
    return true
  }

  /// Stops a container that runs and must not, starts one that does not run and shall.
  private mutating func consider(_ container: RunningContainer, _ index: Int) {
    guard let newest = container.seen.first else {
      job.starts.append(index)
      return
    }
    guard newest.isRunning else {
      if container.shallRestart(policy) { job.starts.append(index) }
      return
    }
    let restarts = container.role == .sidecar || policy != .never
    let message: String
    var grace = grace
    if container.lives.first.map({ $0.image != container.spec.image }) ?? false {
      message = "Container \(container.name) definition changed"
    } else if let kind = container.illBy {
      message = "Container \(container.name) failed \(kind.rawValue) probe"
      grace = container.probe(kind)?.probe.terminationGracePeriodSeconds ?? grace
    } else {
      return
    }
    let stop = SyncJob.Stop(
      container: index,
      message: restarts ? "\(message), will be restarted" : message,
      grace: grace
    )
    job.stops.append(stop)
    if restarts { job.starts.append(index) }
  }
}

extension RunningContainer {
  /// Whether a container that does not run is to be started, again or for the first time.
  ///
  /// Mirrors `kubecontainer.ShouldContainerBeRestarted`.
  func shallRestart(_ policy: RestartPolicy, by instances: [SeenInstance]? = nil) -> Bool {
    guard let newest = (instances ?? seen).first else { return true }
    if newest.isRunning { return false }
    if role == .sidecar { return true }
    switch policy {
    case .always: return role == .main || newest.termination?.exitCode != 0
    case .onFailure: return newest.termination?.exitCode != 0
    case .never: return false
    }
  }
}
