package import Basics
import Machinery
import Objects

/// How a Pod's volumes are set up before its sandbox is made, and kept up to date.
///
/// Mirrors `volumemanager.WaitForAttachAndMount`, the reconciler behind it, and the `exponentialbackoff` of its tries.
extension Kubelet {
  private static let firstRetry = Interval.milliseconds(500)
  private static let longestRetry = Interval.seconds(122)
  static let refreshPeriod = Interval.seconds(60)

  /// Sets up what is due; whether every volume is there. Where one is not, a later try is on its way.
  mutating func setUpVolumes(_ turn: inout PodTurn) -> Bool {
    var retryAt: Instant?
    for volume in turn.pod.spec.volumes {
      guard let name = volume["name"]?.string, turn.worker.volumes[name] == nil else { continue }
      if let failure = turn.worker.mountFailures[name], failure.retryAt > turn.now {
        retryAt = min(retryAt ?? failure.retryAt, failure.retryAt)
        continue
      }
      do throws(VolumeError) {
        turn.worker.volumes[name] = try files(of: volume, turn)
        turn.worker.mountFailures[name] = nil
      } catch {
        let pause = turn.worker.mountFailures[name].map { min($0.pause + $0.pause, Kubelet.longestRetry) }
        let failure = MountFailure(error.message, pause: pause ?? Kubelet.firstRetry, at: turn.now)
        turn.worker.mountFailures[name] = failure
        retryAt = min(retryAt ?? failure.retryAt, failure.retryAt)
        turn.tell(.mountFailed(volume: name, message: error.message))
        let message = "MountVolume.SetUp failed for volume \(name.goQuoted) : \(error.message)"
        turn.note("FailedMount", message, warning: true)
      }
    }
    guard let retryAt else { return true }
    let pause = retryAt - turn.now
    turn.wake(.proceed(turn.ref), after: pause, isBackground: pause > .seconds(2))
    return false
  }

  /// Lays in anew what has changed in the ConfigMaps and Secrets behind a running Pod's volumes; what has gone since
  /// stays as it was.
  ///
  /// The kubelet looks with each synchronisation of the Pod, at the latest after a minute. Here that is when somebody
  /// next looks at the files: `least` is how long nobody must have.
  func refreshVolumes(_ turn: inout PodTurn, least: Interval = Kubelet.refreshPeriod) {
    guard turn.worker.hasSandbox, turn.worker.refreshedAt.map({ turn.now - $0 >= least }) ?? true
    else { return }
    turn.worker.refreshedAt = turn.now
    let source = VolumeFiles(pod: turn.pod, ip: turn.worker.ip, store: turn.store)
    for volume in turn.pod.spec.volumes where VolumeFiles.isReadOnly(volume) && !VolumeFiles.isAPIAccess(volume) {
      guard let name = volume["name"]?.string, let files = try? source.files(of: volume),
        turn.worker.volumes[name] != files
      else { continue }
      turn.worker.volumes[name] = files
    }
  }

  /// The volumes for talking to the API server are alike in a namespace, and shared, for there is one in every Pod.
  private mutating func files(of volume: Value, _ turn: PodTurn) throws(VolumeError) -> FileTree {
    let source = VolumeFiles(pod: turn.pod, ip: turn.worker.ip, store: turn.store)
    guard VolumeFiles.isAPIAccess(volume) else { return try source.files(of: volume) }
    if let known = accessFiles[turn.ref.key.namespace] { return known }
    let files = try source.files(of: volume)
    accessFiles[turn.ref.key.namespace] = files
    return files
  }
}

/// A volume that could not be set up.
package struct MountFailure: Hashable, Sendable {
  /// What is wrong, in the kubelet's words.
  package let message: String
  /// How long no new try is made; each failure doubles it.
  let pause: Interval
  package let retryAt: Instant

  init(_ message: String, pause: Interval, at now: Instant) {
    self.message = message
    self.pause = pause
    retryAt = now + pause
  }
}

extension PodWorker {
  /// The first of the Pod's volumes that could not be set up; nil where none failed.
  package var failedVolume: (name: String, failure: MountFailure)? {
    let names = pod?.spec.volumes.compactMap { $0["name"]?.string } ?? []
    return names.lazy.compactMap { name in self.mountFailures[name].map { (name, $0) } }.first
  }
}
