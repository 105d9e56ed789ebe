import APIServer
import Basics
import Machinery
import Objects

/// How Pods go: their containers are stopped, their last status is told, the object is deleted.
///
/// Mirrors `SyncTerminatingPod`, `SyncTerminatedPod` and the status manager's deletion of Pods.
extension Kubelet {
  /// The Pod is to go, or to go sooner.
  mutating func end(_ turn: inout PodTurn) {
    switch turn.worker.stage {
    case .running, .ending:
      turn.worker.stage = .ending
      // A sync that waits for volumes is given up.
      if !turn.worker.mountFailures.isEmpty { proceed(&turn) }
      requestSync(&turn)
    case .terminating: shorten(&turn)
    case .terminated: break
    case .finished: requestSync(&turn)
    }
  }

  /// Seconds that the containers get.
  ///
  /// Mirrors `calculateEffectiveGracePeriod`.
  private func grace(_ turn: PodTurn) -> Int {
    let own = turn.pod.spec.terminationGracePeriodSeconds ?? 30
    let asked = turn.pod.metadata.isBeingDeleted ? turn.pod.metadata.deletionGracePeriodSeconds : nil
    return max(1, asked ?? own)
  }

  /// A second deletion has asked for less time.
  private func shorten(_ turn: inout PodTurn) {
    let deadline = turn.now + .seconds(Int64(max(2, grace(turn))))
    for index in turn.worker.containers.indices {
      guard turn.worker.containers[index].isRunning, let stop = turn.worker.containers[index].current?.stop,
        deadline < stop.deadline
      else { continue }
      turn.worker.containers[index].lives[0].stop?.deadline = deadline
      turn.wake(.kill(turn.ref, turn.life(index)), after: deadline - turn.now)
    }
  }

  /// Every running container gets SIGTERM, and SIGKILL when the grace period is over.
  func terminate(_ turn: inout PodTurn) {
    learn(&turn)
    report(&turn)
    turn.worker.stage = .terminating
    guard !turn.worker.allEnded else {
      if turn.reaction.happening == nil { turn.tell(.ended) }
      turn.wake(.stopped(turn.ref), after: KubeletTiming.sandboxStop)
      return
    }
    stopAll(grace: grace(turn), &turn)
  }

  /// Begins to stop all containers that run.
  ///
  /// Mirrors `killPodWithSyncResult`.
  func stopAll(grace: Int, _ turn: inout PodTurn) {
    turn.tell(.terminating(grace: grace))
    for index in turn.worker.containers.indices where turn.worker.containers[index].isRunning {
      beginStop(index, grace: grace, message: "Stopping container \(turn.worker.containers[index].name)", &turn)
    }
  }

  /// All containers have ended, and the sandbox is gone: the last status is told.
  func stopped(_ turn: inout PodTurn) {
    guard turn.worker.stage == .terminating, turn.worker.allEnded else { return }
    turn.worker.stage = .terminated
    for index in turn.worker.containers.indices {
      turn.worker.containers[index].reason = nil
      turn.worker.containers[index].seen = turn.worker.containers[index].lives.map(\.seen)
    }
    learn(&turn)
    report(&turn)
    turn.worker.work.doneAt = turn.now
    let time = turn.now + KubeletTiming.cleanUp
    turn.worker.work.nextAt = time
    turn.wake(.sync(turn.ref), after: KubeletTiming.cleanUp)
  }

  /// Nothing of the Pod runs any more: one that is being deleted goes; whether it still has a worker.
  func finish(_ turn: inout PodTurn) -> Bool {
    if turn.worker.stage == .terminated {
      turn.worker.stage = .finished
      report(&turn)
    }
    if turn.worker.isGone {
      turn.tell(.cleanedUp)
      return false
    }
    if turn.pod.metadata.isBeingDeleted {
      turn.tell(.cleanedUp)
      let options = DeleteOptions(gracePeriodSeconds: 0, uid: turn.ref.uid)
      turn.reaction.send(.delete(ObjectID(.pod, turn.ref.key), options))
    }
    return true
  }
}
