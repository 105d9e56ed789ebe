package import Basics
import Objects

/// One thing that a kubelet does for a Pod, or that happens inside it.
package enum PodStep: Hashable, Sendable {
  /// The kubelet took the Pod up.
  case admitted
  /// The node cannot take the Pod, which somebody bound to it without asking the scheduler: the reason that the status
  /// shows, and what is wrong in the kubelet's words.
  case rejected(reason: String, message: String)
  /// A volume could not be set up, with the error in the kubelet's words: nothing of the Pod starts before that.
  case mountFailed(volume: String, message: String)
  /// The Pod's sandbox and network are there.
  case sandboxReady(ip: String)
  case pulling(container: String, image: String)
  case pulled(container: String, image: String, took: Interval)
  /// The image was on the node already.
  case imagePresent(container: String, image: String)
  /// The image could not be had: the reason that the status shows, and the error in its own words.
  case imageFailed(container: String, image: String, reason: String, message: String)
  /// The image is not asked for again yet: its back-off of so many seconds holds.
  case imageBackOff(container: String, image: String, seconds: Int)
  case created(container: String)
  case started(container: String)
  /// The container could not be made or started: the reason that the status shows, and the error in its own words.
  case startFailed(container: String, reason: String, message: String)
  /// A lifecycle hook was run.
  case hooked(HookRecord)
  /// A command was run in a container from outside.
  case executed(ExecRecord)
  /// The process ended by itself.
  case exited(container: String, exitCode: Int)
  /// The kernel killed the process: it took more memory than its limit allows.
  case outOfMemory(container: String)
  /// The deletionTimestamp was seen, or the Pod is over: the containers get SIGTERM and this many seconds.
  case terminating(grace: Int)
  /// One container gets SIGTERM and this many seconds.
  case stopping(container: String, grace: Int)
  /// The process ended because it was told to.
  case stopped(container: String, exitCode: Int)
  /// A probe was put and answered.
  case probed(ProbeRecord)
  /// The back-off of so many seconds holds an ended container down.
  case backingOff(container: String, seconds: Int)
  /// The container begins its next life; how many restarts that makes.
  case restarting(container: String, restart: Int)
  /// The grace period was over: SIGKILL.
  case killed(containers: [String])
  /// The Pod has run for longer than its activeDeadlineSeconds.
  case deadlineExceeded(seconds: Int)
  /// All containers have ended and none will start again.
  case ended
  /// Nothing of the Pod is left on the node.
  case cleanedUp
}

/// One lifecycle hook as it went.
package struct HookRecord: Hashable, Sendable {
  package var container: String
  /// `postStart` or `preStop`.
  package var hook: String
  /// `exec [sh -c exit 1]`, `GET http://10.244.0.5:8080/`, `sleep 3s`.
  package var action: String
  package var isSuccess: Bool
  /// In the kubelet's words where it failed; empty else.
  package var message: String

  package init(container: String, hook: String, action: String, isSuccess: Bool, message: String) {
    self.container = container
    self.hook = hook
    self.action = action
    self.isSuccess = isSuccess
    self.message = message
  }
}
