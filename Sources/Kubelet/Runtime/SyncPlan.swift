import Objects

/// Which containers of a Pod are to be stopped and started now, judged by what the cache holds of them.
///
/// Mirrors `kuberuntime.computePodActions`.
struct SyncPlan {
  private(set) var job = SyncJob()
  private let policy: RestartPolicy
  private let grace: Int

  init(_ worker: PodWorker, _ spec: PodSpec) {
    policy = spec.restartPolicy ?? .always
    grace = spec.terminationGracePeriodSeconds ?? 30
    let begun = initialize(worker)
    guard begun, !job.endsPod else { return }
    let initial = job.starts.count
    var kept = 0
    for (index, container) in worker.containers.enumerated() where container.role == .main {
      if keeps(container, index) { kept += 1 }
    }
    // Sidecars alone do not keep a Pod alive.
    if kept == 0, job.starts.count == initial { end() }
  }

  /// All that runs is stopped, and nothing started.
  private mutating func end() {
    job = SyncJob()
    job.endsPod = true
  }

  // MARK: Init containers

  /// How far one init container has got.
  private enum Progress {
    case waits, restarts, done
    /// It has failed, and nothing starts again.
    case failed
  }

  /// Deals with the init containers; whether the main containers may begin.
  ///
  /// It goes backwards: the last one that has begun tells how far the Pod has got, and of those before it only sidecars
  /// still matter. Mirrors `computeInitContainerActions`.
  private mutating func initialize(_ worker: PodWorker) -> Bool {
    let places = worker.containers.indices.filter { worker.containers[$0].role != .main }
    var mayBegin = worker.containers.contains { container in
      container.role == .main && container.seen.first.map { $0.termination == nil } ?? false
    }
    var isPassed = mayBegin
    for index in places.reversed() {
      let container = worker.containers[index]
      guard let newest = container.seen.first else {
        if isPassed, container.role == .sidecar { job.starts.append(index) }
        continue
      }
      if isPassed, container.role == .initial { continue }
      let progress =
        container.role == .sidecar ? sidecarProgress(container, newest) : initialProgress(container, newest)
      switch progress {
      case .waits: break
      case .restarts: job.starts.append(index)
      case .failed:
        end()
        return false
      case .done:
        if index == places.last { mayBegin = true } else if !isPassed { job.starts.append(index + 1) }
      }
      if container.role == .sidecar, let stop = sidecarStop(container, index) {
        job.stops.append(stop)
        job.starts.append(index)
      }
      isPassed = true
    }
    if !isPassed, let first = places.first { job.starts.append(first) }
    job.starts.reverse()
    return places.isEmpty || mayBegin
  }

  private func sidecarProgress(_ container: RunningContainer, _ newest: SeenInstance) -> Progress {
    if newest.termination != nil { return .restarts }
    return container.hasStarted ? .done : .waits
  }

  private func initialProgress(_ container: RunningContainer, _ newest: SeenInstance) -> Progress {
    guard let end = newest.termination else { return .waits }
    if end.exitCode == 0 { return .done }
    return container.spec.startsAgain(after: end.exitCode, policy) ? .restarts : .failed
  }

  /// Why a sidecar that runs is to be stopped, to start again; nil where it is not.
  private func sidecarStop(_ container: RunningContainer, _ index: Int) -> SyncJob.Stop? {
    guard container.seen.first?.isRunning == true else { return nil }
    let ill = container.illBy
    if container.hasOtherImage, container.hasStarted {
      return SyncJob.Stop(
        container: index,
        message: "Init container \(container.name) definition changed",
        grace: grace
      )
    }
    return ill.map { kind in
      SyncJob.Stop(
        container: index,
        message: "Init container \(container.name) failed \(kind.rawValue) probe",
        grace: container.probe(kind)?.probe.terminationGracePeriodSeconds ?? grace
      )
    }
  }

  // MARK: Main containers

  /// Starts a main container that does not run and shall, stops one that runs and must not; whether it goes on as it
  /// is.
  private mutating func keeps(_ container: RunningContainer, _ index: Int) -> Bool {
    guard container.seen.first?.isRunning == true else {
      if container.shallRestart(policy) { job.starts.append(index) }
      return false
    }
    var restarts = container.spec.policy(in: policy) != .never
    let message: String
    var grace = grace
    if container.hasOtherImage {
      // Whatever the policy says: the change asks for it.
      restarts = true
      message = "Container \(container.name) definition changed"
    } else if let kind = container.illBy {
      message = "Container \(container.name) failed \(kind.rawValue) probe"
      grace = container.probe(kind)?.probe.terminationGracePeriodSeconds ?? grace
    } else {
      return true
    }
    let stop = SyncJob.Stop(
      container: index,
      message: restarts ? "\(message), will be restarted" : message,
      grace: grace
    )
    job.stops.append(stop)
    if restarts { job.starts.append(index) }
    return false
  }
}

extension RunningContainer {
  /// Whether it was made from another image than its `spec` names by now.
  ///
  /// Mirrors `containerChanged`.
  fileprivate var hasOtherImage: Bool { lives.first.map { $0.image != spec.image } ?? false }

  /// Whether a container that does not run is to be started, again or for the first time.
  ///
  /// Mirrors `kubecontainer.ShouldContainerBeRestarted`.
  func shallRestart(_ policy: RestartPolicy, by instances: [SeenInstance]? = nil) -> Bool {
    guard let newest = (instances ?? seen).first else { return true }
    if newest.isRunning { return false }
    if role == .sidecar { return true }
    // One that was made and never ran is as one that has failed.
    let exitCode = newest.termination?.exitCode ?? 1
    if role == .initial, exitCode == 0 { return false }
    return spec.startsAgain(after: exitCode, policy)
  }
}
