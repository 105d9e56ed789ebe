package import APIServer
package import Basics
package import Machinery
package import Objects

/// The kubelet of one node: takes up the Pods that are bound to it, runs their containers, reports their status.
///
/// Mirrors `pkg/kubelet`: its sync loop, pod workers, relisting of the runtime, probes and status manager. It hears
/// only of its own node's Pods. What happens to a Pod is spread over steps, each a `Wake`.
package struct Kubelet: Sendable {
  package let node: String
  package let hostIP: String
  /// 0 for the first node that joined.
  package let number: Int
  /// The first three numbers of the node's Pod addresses: `10.244.1`.
  private let addressPrefix: String
  private var nextAddress = 2
  package internal(set) var workers = PodWorkers()
  /// The files of the volumes for talking to the API server, by the Pods' namespaces.
  var accessFiles = SnapshotMap<String, FileTree>()
  /// The images on the node.
  var images = NodeImages()
  /// How many Pods of each controller were turned away, one after the other.
  var turnedAway = SnapshotMap<UID, Int>()
  /// The Pods whose first containers are being started.
  var settingUp = SnapshotSet<UID>()

  package init(node: String, hostIP: String, number: Int) {
    self.node = node
    self.hostIP = hostIP
    self.number = number
    addressPrefix = "10.244.\(number)"
  }

  package var component: Component { .kubelet(node) }

  /// Takes in one notification of the watch on its Pods.
  ///
  /// Mirrors `HandlePodAdditions`, `HandlePodUpdates`, `HandlePodRemoves` and `HandlePodReconcile`.
  package mutating func notified(_ change: Change, at now: Instant) -> Reaction<Wake> {
    let metadata = change.object.metadata
    let ref = PodRef(key: metadata.key, uid: metadata.uid)
    var reaction = Reaction<Wake>(.notified(change.kind, change.object.version, queued: []))
    guard let pod = change.object.as(Pod.self) else { return reaction }
    // Taken out of the map, so that it is changed in place.
    guard var worker = workers.take(ref.uid) else {
      if change.kind != .deleted, !pod.isTerminal {
        workers.put(Boxed(PodWorker(change.object, pod.spec.value, at: now)), ref.uid)
        let isHopeless = turnsAway(metadata.controllerRef)
        let pause = isHopeless ? KubeletTiming.hopeless : KubeletTiming.takeUp
        reaction.wake(.takeUp(ref), after: pause, isBackground: isHopeless)
      }
      return reaction
    }
    // Of a Pod that is gone, what was known before counts: a forced deletion asks the kubelet for no haste.
    if change.kind == .deleted {
      worker.isGone = true
      if worker.stage == .finished { return reaction }
      reaction.wake(.end(ref), after: KubeletTiming.takeUp)
    } else {
      let before = worker.object.metadata
      worker.value.told(of: change.object, pod.spec)
      if let wake = wake(for: pod, of: ref, before: before, worker.value) {
        reaction.wake(wake, after: KubeletTiming.takeUp)
      }
    }
    workers.put(worker, ref.uid)
    return reaction
  }

  /// What news of a Pod asks the kubelet to do, by what it knew `before`; nil for nothing.
  private func wake(for pod: Pod, of ref: PodRef, before: ObjectMeta, _ worker: PodWorker) -> Wake? {
    let metadata = pod.metadata
    if metadata.isBeingDeleted {
      return before.deletionGracePeriodSeconds != metadata.deletionGracePeriodSeconds ? .end(ref) : nil
    }
    if metadata.generation != before.generation
      || ContainerPlan.isReady(metadata.annotations) != ContainerPlan.isReady(before.annotations)
    {
      return .respecified(ref)
    }
    guard let reported = worker.reported, !pod.isTerminal,
      pod.status.condition(.ready)?.status != reported.value.condition(.ready)?.status
    else { return nil }
    return .resend(ref)
  }

  /// Carries out one step that was waited for; `store` is what the API server would answer to a GET.
  package mutating func woken(_ wake: Wake, _ store: Store, at now: Instant) -> Reaction<Wake> {
    let ref = wake.pod
    guard let worker = workers.take(ref.uid), let pod = worker.pod else { return Reaction() }
    var turn = PodTurn(ref: ref, pod: pod, store: store, now: now, worker: worker)
    let stays = step(wake, &turn)
    if stays { workers.put(turn.worker, ref.uid) } else { settingUp.remove(ref.uid) }
    return turn.reaction
  }

  /// Whether a step has been overtaken, so that nothing will come of it: its Pod is gone from the node, or the life of
  /// the container that it was for is over.
  package func isOvertaken(_ wake: Wake) -> Bool {
    guard let worker = workers[wake.pod.uid]?.value else { return true }
    guard let life = wake.life else { return false }
    guard let current = worker.containers[life.container].current else { return true }
    return current.number != life.life || !current.isRunning
  }

  /// What the node has of the Pods called `key`: more than one while an earlier one still ends.
  package func workers(of key: ObjectKey) -> [PodWorker] {
    workers.sorted.map(\.value.value).filter { $0.object.metadata.key == key }
  }

  mutating func newAddress() -> String {
    nextAddress += 1
    return "\(addressPrefix).\(nextAddress)"
  }
}

/// How long a kubelet and its runtime take, of the size that a small real node shows.
enum KubeletTiming {
  /// From news of a Pod to the sync loop's acting on it.
  static let takeUp = Interval.milliseconds(10)
  /// The same where one Pod of a controller after the other is turned away: long enough for the controller to get its
  /// calls through, so that the cluster is settled between two of them.
  static let hopeless = Interval.seconds(2)
  /// From a Pod's first sync to the next look at its volumes, which are there by then.
  ///
  /// Mirrors `volumemanager.podAttachAndMountRetryInterval`.
  static let mount = Interval.milliseconds(300)
  static let sandbox = Interval.milliseconds(180)
  static let create = Interval.milliseconds(30)
  static let start = Interval.milliseconds(130)
  /// From a container's start to the relist that the start itself asks for.
  static let relistAfterStart = Interval.milliseconds(12)
  /// From the end of a process to the runtime's knowing of it.
  static let exit = Interval.milliseconds(50)
  /// From the end of a container that was stopped to the next thing done for its Pod.
  static let afterStop = Interval.milliseconds(30)
  /// From the end of a Pod's last container to its sandbox' being gone.
  static let sandboxStop = Interval.milliseconds(170)
  /// From the last status of a Pod to the end of all that is left of it; the wait for the next relist is in it.
  static let cleanUp = Interval.milliseconds(300)
  /// Between two things that one sync does at once.
  static let between = Interval.milliseconds(1)
}
