import APIServer
package import Basics
import Machinery
package import Objects

extension Kubelet {
  /// Which Pod a wake is for; one of another uid has taken its name since.
  package struct PodRef: Hashable, Sendable {
    package var key: ObjectKey
    package var uid: UID
  }

  /// One life of one container, by its place among the Pod's containers.
  package struct LifeRef: Hashable, Sendable {
    package var container: Int
    package var life: Int
  }

  /// What a kubelet waits for.
  package enum Wake: Hashable, Sendable {
    case takeUp(PodRef)
    /// A synchronisation that was asked for begins.
    case sync(PodRef)
    /// The work queue asks for one.
    case due(PodRef)
    /// The next thing that the sync under way does.
    case proceed(PodRef)
    case sandbox(PodRef)
    case pull(PodRef, container: Int)
    case pulled(PodRef, container: Int, started: Instant)
    case create(PodRef, container: Int)
    case start(PodRef, LifeRef)
    /// A lifecycle hook is over.
    case hooked(PodRef, LifeRef, HookOutcome)
    /// The processes of a container go on.
    case run(PodRef, LifeRef)
    /// The grace period of a container is over.
    case kill(PodRef, LifeRef)
    /// The cache is brought up to date.
    case relist(PodRef)
    case probe(PodRef, container: Int, ProbeKind, ProbeOccasion)
    /// The answer to a probe that took its time.
    case answered(PodRef, LifeRef, ProbeKind, ProbeAnswer)
    /// The Pod's `activeDeadlineSeconds` are over.
    case deadline(PodRef)
    /// Its `spec` has changed.
    case respecified(PodRef)
    /// Somebody else has changed the status: it is sent again.
    case resend(PodRef)
    /// It is to go.
    case end(PodRef)
    /// Its containers have ended, and its sandbox is gone.
    case stopped(PodRef)

    /// The life of a running container that it is for; nil for what is not for one.
    var life: LifeRef? {
      switch self {
      case .run(_, let life), .kill(_, let life), .answered(_, let life, _, _): life
      case .takeUp, .sync, .due, .proceed, .sandbox, .pull, .pulled, .create, .start, .hooked, .relist, .probe,
        .deadline,
        .respecified, .resend, .end, .stopped:
        nil
      }
    }

    package var pod: PodRef {
      switch self {
      case .takeUp(let pod), .sync(let pod), .due(let pod), .proceed(let pod), .sandbox(let pod),
        .pull(let pod, _), .pulled(let pod, _, _), .create(let pod, _), .start(let pod, _), .hooked(let pod, _, _),
        .run(let pod, _),
        .kill(let pod, _), .relist(let pod), .probe(let pod, _, _, _), .answered(let pod, _, _, _),
        .deadline(let pod), .respecified(let pod), .resend(let pod), .end(let pod), .stopped(let pod):
        pod
      }
    }

    /// Whether this happens in a container or by its runtime, also while nothing is heard of the kubelet.
    package var isOfRuntime: Bool {
      switch self {
      case .run, .kill: true
      default: false
      }
    }
  }

  /// Carries out one step; whether the Pod still has a worker afterwards.
  mutating func step(_ wake: Wake, _ turn: inout PodTurn) -> Bool {
    switch wake {
    case .takeUp: takeUp(&turn)
    case .sync:
      guard let due = turn.worker.work.nextAt, due <= turn.now else { return true }
      turn.worker.work.nextAt = nil
      return sync(&turn)
    case .due:
      guard let due = turn.worker.work.dueAt, due <= turn.now else { return true }
      turn.worker.work.dueAt = nil
      requestSync(&turn)
    case .proceed: proceed(&turn)
    case .sandbox: sandboxReady(&turn)
    case .pull(_, let index): pull(index, &turn)
    case .pulled(_, let index, let started): pulled(index, started, &turn)
    case .create(_, let index): create(index, &turn)
    case .start(_, let life): start(life, &turn)
    case .hooked(_, let life, let outcome): hooked(life, outcome, &turn)
    case .run(_, let life): run(life, &turn)
    case .kill(_, let life): kill(life, &turn)
    case .relist: relist(&turn)
    case .probe(_, let index, let kind, let occasion): probe(index, kind, occasion, &turn)
    case .answered(_, let life, let kind, let answer): answered(life, kind, answer, &turn)
    case .deadline, .respecified: respecified(&turn)
    case .resend:
      let told = turn.worker.reported?.value.condition(.ready)?.status
      guard told != turn.pod.status.condition(.ready)?.status else { return true }
      turn.worker.reported = nil
      report(&turn)
    case .end: end(&turn)
    case .stopped: stopped(&turn)
    }
    return true
  }
}

/// One event of one Pod: what its steps read and change, and what they ask for.
struct PodTurn {
  let ref: Kubelet.PodRef
  let pod: Pod
  let store: Store
  let now: Instant
  var worker: Boxed<PodWorker>
  var reaction = Reaction<Kubelet.Wake>()

  /// What is told of this event.
  mutating func tell(_ step: PodStep) { reaction.happening = .pod(ObjectID(.pod, ref.key), step) }

  mutating func wake(_ wake: Kubelet.Wake, after: Interval, isBackground: Bool = false, goesOn: Bool = false) {
    reaction.wake(wake, after: after, isBackground: isBackground, goesOn: goesOn)
  }

  /// Records an Event about one container.
  mutating func note(_ reason: String, _ message: String, about index: Int, warning: Bool = false) {
    let about = Event.Involved(.pod, worker.object.metadata, fieldPath: worker.containers[index].fieldPath)
    reaction.note(EventNote(about: about, warning: warning, reason: reason, message: message))
  }

  /// Records an Event about the Pod.
  mutating func note(_ reason: String, _ message: String, warning: Bool = false) {
    let about = Event.Involved(.pod, worker.object.metadata)
    reaction.note(EventNote(about: about, warning: warning, reason: reason, message: message))
  }

  /// How long the Pod waits for its volumes, where it has any.
  var mountTime: Interval { pod.spec.volumes.isEmpty ? .zero : KubeletTiming.mount }

  /// `web_default(0b3c…)`: how the kubelet names a Pod in messages.
  var longName: String { "\(ref.key.name)_\(ref.key.namespace)(\(ref.uid.text))" }

  /// The sync under way has met a failure: the work queue brings the Pod back.
  mutating func retry(_ retry: SyncJob.Retry) {
    let before = worker.work.job?.retry
    worker.work.job?.retry = retry.and(before)
  }

  /// Whether `life` is still the newest of its container.
  func isCurrent(_ life: Kubelet.LifeRef) -> Bool {
    worker.containers[life.container].current?.number == life.life
  }

  func life(_ index: Int) -> Kubelet.LifeRef {
    Kubelet.LifeRef(container: index, life: worker.containers[index].current?.number ?? 0)
  }
}
