package import Basics
import Objects

/// One thing that a kubelet does for a Pod, or that happens inside it.
package enum PodStep: Hashable, Sendable {
  /// The kubelet took the Pod up.
  case admitted
  /// The Pod's sandbox and network are there.
  case sandboxReady(ip: String)
  case pulling(container: String, image: String)
  case pulled(container: String, image: String, took: Interval)
  /// The image was on the node already.
  case imagePresent(container: String, image: String)
  case created(container: String)
  case started(container: String)
  /// The process ended by itself.
  case exited(container: String, exitCode: Int)
  /// The deletionTimestamp was seen: the containers get SIGTERM and this many seconds.
  case terminating(grace: Int)
  /// The process ended because it was told to.
  case stopped(container: String, exitCode: Int)
  /// A probe was put and answered.
  case probed(ProbeRecord)
  /// The back-off of so many seconds holds an ended container down.
  case backingOff(container: String, seconds: Int)
  /// The back-off is over: the container begins its next life; how many restarts that makes.
  case restarting(container: String, restart: Int)
  /// The grace period was over: SIGKILL.
  case killed(containers: [String])
  /// Nothing of the Pod is left on the node.
  case cleanedUp
}
