import APIServer
import Basics
import Cluster
import Machinery
import Objects

extension ObstacleFinder {
  /// Why a condition of a Job is not True.
  func obstacle(to type: ConditionType, of job: Job) -> Obstacle {
    switch type {
    case .complete, .successCriteriaMet: success(of: job, type)
    case .failed, .failureTarget: failure(of: job, type)
    case .suspended: Obstacle(.jobIsNotSuspended, owner: .person, awaits: .someoneToSuspend)
    default: unknown(type, of: job.id)
    }
  }

  private func success(of job: Job, _ type: ConditionType) -> Obstacle {
    if let failed = job.status.condition(.failed) ?? job.status.condition(.failureTarget), failed.status == .true {
      return Obstacle(.jobHasFailed(failed.reason, failed.message), owner: .nobody, awaits: .never)
    }
    if let stopped = stopped(job) { return stopped }
    let wanted = job.spec.completions ?? 1
    if job.status.succeeded < wanted, let pod = pods(of: job).first(where: \.isActive) {
      return ending(pod, of: job).with([.jobCounts(job.status.succeeded, of: wanted, failed: job.status.failed)])
    }
    return conclusion(of: job).with([.jobCounts(job.status.succeeded, of: wanted, failed: job.status.failed)])
  }

  private func failure(of job: Job, _ type: ConditionType) -> Obstacle {
    if let done = job.status.condition(.complete) ?? job.status.condition(.successCriteriaMet), done.status == .true {
      return Obstacle(.jobHasSucceeded, owner: .nobody, awaits: .never)
    }
    if let stopped = stopped(job) { return stopped }
    let limit = job.spec.backoffLimit
    var details: [Localized] = []
    if let seconds = job.spec.activeDeadlineSeconds, let start = job.status.startTime {
      details.append(.jobDeadline(spoken(start + .seconds(Int64(seconds)))))
    }
    if job.status.failed > limit || job.status.condition(.failureTarget)?.status == .true {
      return conclusion(of: job).with(details)
    }
    let pod = pods(of: job).first(where: \.isActive)
    return Obstacle(
      .jobMayFailMore(job.status.failed, limit: limit),
      owner: .component(.jobController),
      awaits: .failures(limit + 1 - job.status.failed),
      next: pod.flatMap { end(of: $0) } ?? requeue(of: job.id),
      details: details
    )
  }

  /// What keeps a Job from running at all; nil where nothing does.
  private func stopped(_ job: Job) -> Obstacle? {
    if job.isSuspended { return Obstacle(.jobIsSuspended, owner: .person, awaits: .someoneToResume) }
    return job.metadata.isBeingDeleted ? Obstacle(.isBeingDeleted, owner: .nobody, awaits: .never) : nil
  }

  /// A Pod of a Job that has not ended: what keeps it from beginning, or how it goes on.
  private func ending(_ pod: Pod, of job: Job) -> Obstacle {
    guard pod.status.phase == .running, pod.isReady else {
      return obstacle(to: .ready, of: pod).of(pod.id)
    }
    return Obstacle(
      .podStillRuns(pod.id.text),
      owner: .component(kubelet(of: pod)),
      awaits: .processesToEnd,
      next: end(of: pod)
    )
  }

  /// The step in which the processes of a Pod go on.
  private func end(of pod: Pod) -> Upcoming? {
    upcoming.first { $0.isRun(of: pod.metadata.uid) } ?? upcoming.first { $0.isStep(of: pod.metadata.uid) }
  }

  /// No Pod runs: the controller holds back, or has not come to it.
  private func conclusion(of job: Job) -> Obstacle {
    if let held = held(job.id, by: .jobController) { return held }
    let unseen = pods(of: job).first { $0.isTerminal && !$0.metadata.finalizers.isEmpty }
    return Obstacle(
      unseen.map { .endedUncounted($0.id.text) } ?? .controllerHasNotLooked,
      owner: .component(.jobController),
      awaits: .itsReconcile,
      next: activity(of: .jobController, about: job.id)
    )
  }

  private func pods(of job: Job) -> [Pod] {
    cluster.store.list(.pod, in: job.metadata.namespace).compactMap { $0.as(Pod.self) }
      .filter { $0.metadata.controllerRef?.uid == job.metadata.uid }
  }
}

extension Job {
  var id: ObjectID { ObjectID(.job, metadata.key) }
}
