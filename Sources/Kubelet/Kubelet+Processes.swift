import Basics
import Machinery
import Objects

/// Letting the processes of containers run, and telling them to stop.
extension Kubelet {
  /// Lets the processes of one life of a container run up to now, and sees whether process 1 has ended.
  mutating func runProcesses(
    _ ref: PodRef,
    _ index: Int,
    _ life: Int,
    _ worker: inout PodWorker,
    _ pod: Pod,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) {
    guard worker.containers[index].current.number == life, worker.containers[index].current.isRunning else { return }
    worker.withWorld(index) { world in world.run(at: now) }
    if let code = worker.containers[index].current.world.exitCode(at: now) {
      ended(ref, index, code, &worker, pod, at: now, &reaction)
    } else {
      awaitProcesses(ref, index, &worker, at: now, &reaction)
    }
  }

  /// Sends SIGTERM to process 1 of a running container.
  func sendTerminate(
    _ ref: PodRef,
    _ index: Int,
    _ worker: inout PodWorker,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) {
    let annotations = worker.object.metadata.annotations
    worker.withWorld(index) { world in world.stop(at: now, annotations: annotations) }
    awaitProcesses(ref, index, &worker, at: now, &reaction)
  }

  /// Has itself woken when the processes of a running container go on, where that was not arranged before.
  func awaitProcesses(
    _ ref: PodRef,
    _ index: Int,
    _ worker: inout PodWorker,
    at now: Instant,
    _ reaction: inout Reaction<Wake>
  ) {
    let container = worker.containers[index]
    if let arranged = container.current.wokenAt, arranged <= now { worker.containers[index].current.wokenAt = nil }
    guard let next = container.current.world.nextRun.map({ max($0, now) }),
      worker.containers[index].current.wokenAt.map({ next < $0 }) ?? true
    else { return }
    worker.containers[index].current.wokenAt = next
    reaction.wake(
      .process(ref, container: index, life: container.current.number),
      after: next - now,
      isBackground: !(container.isStopping || worker.isTerminating)
    )
  }
}

extension PodWorker {
  /// Lets `body` act on the world of a container, with the Pod's volumes in it.
  mutating func withWorld<Result>(_ index: Int, _ body: (inout ContainerWorld) -> Result) -> Result {
    containers[index].current.world.volumes = volumes
    defer { volumes = containers[index].current.world.volumes }
    return body(&containers[index].current.world)
  }
}
