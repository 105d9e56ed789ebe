import Basics
import Machinery
import Objects

/// When a Pod is synchronised, and what that begins with and ends in.
///
/// Mirrors the kubelet's `syncLoop`, `podWorkers` and `pleg.GenericPLEG`: one sync of a Pod at a time, each judged by a
/// cache that is newer than the sync before it.
extension Kubelet {
  private static let second = Interval.seconds(1)

  /// The first moment after `now` at which the node's cache is brought up to date.
  private func nextRelist(after now: Instant) -> Instant {
    tick(after: now, .milliseconds(Int64(number * 370 + 600) % 1000))
  }

  /// The first moment at or after `now` at which the node's work queue is looked at.
  func nextLook(from now: Instant) -> Instant {
    tick(after: now - .microseconds(1), .milliseconds(Int64(number * 530 + 830) % 1000))
  }

  private func tick(after now: Instant, _ phase: Interval) -> Instant {
    let first = now.wholeSecond + phase
    return first > now ? first : first + Kubelet.second
  }

  /// The Pod is new on the node.
  mutating func takeUp(_ turn: inout PodTurn) {
    guard admit(&turn) else { return }
    turn.tell(.admitted)
    beginProbes(&turn)
    if let seconds = turn.pod.spec.other["activeDeadlineSeconds"]?.int {
      let end = nextLook(from: turn.worker.startTime.wholeSecond + .seconds(seconds))
      turn.wake(.deadline(turn.ref), after: end - turn.now, isBackground: true)
    }
    if turn.pod.metadata.isBeingDeleted { turn.worker.stage = .ending }
    turn.worker.work.nextAt = turn.now
    turn.wake(.sync(turn.ref), after: .zero)
  }

  /// Asks for a sync: now, or once the cache is newer than the last one.
  func requestSync(_ turn: inout PodTurn) {
    if turn.worker.work.job != nil {
      turn.worker.work.isAskedFor = true
      return
    }
    var time = turn.now
    if let done = turn.worker.work.doneAt, turn.worker.work.relistedAt.map({ $0 <= done }) ?? true {
      time = max(time, nextRelist(after: done) + KubeletTiming.between)
    }
    guard turn.worker.work.nextAt.map({ time < $0 }) ?? true else { return }
    turn.worker.work.nextAt = time
    turn.wake(.sync(turn.ref), after: time - turn.now)
  }

  /// Brings the cache up to date at the next relist.
  func relistSoon(_ turn: inout PodTurn, at time: Instant? = nil) {
    let time = time ?? nextRelist(after: turn.now)
    guard turn.worker.work.relistAt.map({ time < $0 }) ?? true else { return }
    turn.worker.work.relistAt = time
    turn.wake(.relist(turn.ref), after: time - turn.now)
  }

  /// The cache is brought up to date: what has changed brings a sync.
  func relist(_ turn: inout PodTurn) {
    guard let due = turn.worker.work.relistAt, due <= turn.now else { return }
    turn.worker.work.relistAt = nil
    turn.worker.work.relistedAt = turn.now
    var hasChanged = turn.worker.hasSeenSandbox != turn.worker.hasSandbox
    turn.worker.hasSeenSandbox = turn.worker.hasSandbox
    for index in turn.worker.containers.indices {
      let container = turn.worker.containers[index]
      let seen = container.lives.map(\.seen)
      guard seen != container.seen else { continue }
      hasChanged = true
      turn.worker.containers[index].seen = seen
      // Of the lives that have ended only the newest is kept.
      if let last = container.lives.firstIndex(where: { $0.termination != nil }) {
        turn.worker.containers[index].lives.removeSubrange((last + 1)...)
      }
    }
    if hasChanged { requestSync(&turn) }
  }

  /// One synchronisation; whether the Pod still has a worker afterwards.
  mutating func sync(_ turn: inout PodTurn) -> Bool {
    switch turn.worker.stage {
    case .running: syncRunning(&turn)
    case .ending: terminate(&turn)
    case .terminating: break
    case .terminated, .finished: return finish(&turn)
    }
    return true
  }

  /// Mirrors `Kubelet.SyncPod`.
  private mutating func syncRunning(_ turn: inout PodTurn) {
    learn(&turn)
    let judged = report(&turn)
    if judged == .succeeded || judged == .failed {
      turn.worker.stage = .ending
      turn.worker.work.doneAt = turn.now
      comeBack(&turn, at: turn.now)
      return
    }
    triggerReadiness(&turn)
    refreshVolumes(&turn, least: .zero)
    turn.worker.work.job = SyncPlan(turn.worker.value, turn.pod.spec.value).job
    proceed(&turn)
  }

  /// From now on the status tells what the cache holds.
  func learn(_ turn: inout PodTurn) {
    for index in turn.worker.containers.indices
    where turn.worker.containers[index].told != turn.worker.containers[index].seen {
      turn.worker.containers[index].told = turn.worker.containers[index].seen
    }
  }

  /// Sends the Pod's status where it differs from what was last sent; the phase that the Pod has by its containers.
  @discardableResult
  func report(_ turn: inout PodTurn) -> PodPhase {
    var builder = PodStatusBuilder(
      worker: turn.worker.value,
      pod: turn.pod,
      hostIP: hostIP,
      images: images,
      now: turn.now
    )
    if let seconds = turn.pod.spec.other["activeDeadlineSeconds"]?.int,
      turn.now - turn.worker.startTime.wholeSecond >= .seconds(seconds), !turn.pod.metadata.isBeingDeleted
    {
      let message = "Pod was active on the node longer than the specified deadline"
      builder.eviction = PodStatusBuilder.Eviction(reason: "DeadlineExceeded", message: message)
      turn.note("DeadlineExceeded", message)
      turn.tell(.deadlineExceeded(seconds: Int(seconds)))
    }
    let (status, judged) = builder.status()
    guard !turn.worker.isGone, turn.worker.reported?.value != status else { return judged }
    turn.worker.reported = Boxed(status)
    var reported = turn.pod
    reported.status = status
    turn.reaction.send(.updateStatus(Object(reported)))
    return judged
  }

  /// Does the next thing of the sync under way: stops what must stop, then starts what shall start.
  mutating func proceed(_ turn: inout PodTurn) {
    guard var job = turn.worker.work.job, job.awaits == nil else { return }
    if turn.worker.isEnding {
      finishSync(&turn)
      return
    }
    if job.endsPod, !turn.worker.allEnded {
      job.endsPod = false
      job.awaits = .endOfAll
      turn.worker.work.job = job
      stopAll(grace: turn.pod.spec.terminationGracePeriodSeconds ?? 30, &turn)
    } else if !job.stops.isEmpty {
      let stop = job.stops.removeFirst()
      job.awaits = .end(of: stop.container)
      turn.worker.work.job = job
      beginStop(stop.container, grace: stop.grace, message: stop.message, &turn)
    } else if !turn.worker.hasSandbox {
      guard setUpVolumes(&turn) else { return }
      settingUp.insert(turn.ref.uid)
      turn.wake(.sandbox(turn.ref), after: slowed(turn.mountTime + KubeletTiming.sandbox))
    } else if !job.starts.isEmpty {
      let index = job.starts.removeFirst()
      turn.worker.work.job = job
      begin(index, &turn)
    } else {
      finishSync(&turn)
    }
  }

  /// How long something takes that the runtime does for a Pod, with so many Pods on the node being set up at once.
  func slowed(_ time: Interval) -> Interval {
    Interval(microseconds: time.microseconds * Int64(min(settingUp.count, 4) + 1) / 2)
  }

  /// The sync under way is over.
  ///
  /// Mirrors `podWorkers.completeWork`.
  mutating func finishSync(_ turn: inout PodTurn) {
    guard let job = turn.worker.work.job else { return }
    turn.worker.work.job = nil
    turn.worker.work.doneAt = turn.now
    settingUp.remove(turn.ref.uid)
    if job.hasStarted { relistSoon(&turn, at: turn.now + KubeletTiming.relistAfterStart) }
    if let retry = job.retry {
      let pause =
        switch retry {
        case .later: Interval.seconds(10)
        case .at(let time): min(max(time - turn.now, .zero), .minutes(1))
        }
      // A kubelet waits up to half as long again, by chance; here it is always the mean of that.
      comeBack(&turn, at: turn.now + pause + Interval(microseconds: pause.microseconds / 4))
    }
    if turn.worker.work.isAskedFor || turn.worker.isEnding {
      turn.worker.work.isAskedFor = false
      requestSync(&turn)
    }
  }

  /// The work queue asks for a sync at its next look from `time` on.
  func comeBack(_ turn: inout PodTurn, at time: Instant) {
    let due = nextLook(from: time)
    turn.worker.work.dueAt = due
    turn.wake(.due(turn.ref), after: due - turn.now, isBackground: due > turn.now + Kubelet.second * 2)
  }

  /// The Pod's `spec` has changed, or it has run for too long.
  func respecified(_ turn: inout PodTurn) {
    for (index, spec) in (turn.pod.spec.initContainers + turn.pod.spec.containers).enumerated()
    where turn.worker.containers.indices.contains(index) {
      turn.worker.containers[index].spec = spec
      if turn.worker.containers[index].lives.isEmpty { continue }
      turn.worker.containers[index].lives[0].world.isReady = ContainerPlan.isReady(turn.pod.metadata.annotations)
    }
    requestSync(&turn)
  }
}
