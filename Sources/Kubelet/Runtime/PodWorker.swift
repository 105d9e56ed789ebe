package import Basics
package import Objects

/// What a kubelet knows of one Pod: the object that it was told of, and what really runs.
///
/// Mirrors `kubelet.podSyncStatus` and what the runtime and the caches hold of the Pod.
package struct PodWorker: Sendable {
  package enum Stage: Hashable, Sendable {
    /// Its containers are started, watched and restarted.
    case running
    /// No container starts again; those that run are to be stopped.
    case ending
    /// They have been told so.
    case terminating
    /// All have ended; what is left on the node is cleaned up.
    case terminated
    case finished
  }

  package private(set) var object: Object
  /// What it asks of the node.
  private(set) var requests: ResourceList
  /// What its status tells of its resources.
  private(set) var resourceFields: Fields
  package var stage = Stage.running
  /// Init containers first, in the order of the `spec`.
  package var containers: [RunningContainer]
  package var hasSandbox = false
  /// Whether a relist has found the sandbox.
  var hasSeenSandbox = false
  package var ip = ""
  /// When the kubelet took it up.
  package let startTime: Instant
  /// Whether the node was found to have room for it.
  var isAdmitted = false
  /// Whether the API server still has the Pod; a forced deletion removes it while it runs.
  package var isGone = false
  /// The files of its volumes by their names.
  var volumes = SnapshotMap<String, FileTree>()
  /// When the files of ConfigMaps and Secrets were last brought up to date.
  var refreshedAt: Instant?
  /// Volumes that could not be set up so far, by their names.
  var mountFailures: [String: MountFailure] = [:]
  /// The status as it was last sent.
  var reported: Boxed<PodStatus>?
  var work = Work()

  /// Where its synchronisation stands.
  struct Work: Hashable, Sendable {
    /// The sync that is under way.
    var job: SyncJob?
    /// Whether another was asked for meanwhile.
    var isAskedFor = false
    /// When the next one begins that was asked for.
    var nextAt: Instant?
    /// When the work queue asks for one.
    var dueAt: Instant?
    /// When the last one was over.
    var doneAt: Instant?
    /// When the cache was last brought up to date for this Pod, and when that comes next.
    var relistedAt: Instant?
    var relistAt: Instant?
  }

  package init(_ object: Object, _ spec: PodSpec, at now: Instant) {
    self.object = object
    requests = spec.totalRequests
    resourceFields = PodResources(spec).statusFields
    startTime = now
    containers =
      spec.initContainers.map { RunningContainer($0, role: $0.isSidecar ? .sidecar : .initial, at: now) }
      + spec.containers.map { RunningContainer($0, role: .main, at: now) }
  }

  /// Takes in that the Pod is now `object`, which asks for `spec`.
  mutating func told(of object: Object, _ spec: Boxed<PodSpec>) {
    let isRespecified = pod.map { !$0.spec.isIdentical(to: spec) } ?? true
    self.object = object
    guard isRespecified else { return }
    requests = spec.value.totalRequests
    resourceFields = PodResources(spec.value).statusFields
  }

  package var pod: Pod? { object.as(Pod.self) }
  /// Whether the Pod takes something of the node: one that comes later does not yet, and nothing is left of one that
  /// has ended.
  package var usesNode: Bool { isAdmitted && stage != .terminated && stage != .finished }
  /// Whether its containers are only stopped from now on.
  package var isEnding: Bool { stage != .running }
  var allEnded: Bool { !containers.contains { $0.isRunning } }
  /// Whether all of its containers are being stopped, so that they end in an order.
  var isStoppingAll: Bool { stage == .terminating || work.job?.awaits == .endOfAll }

  func index(of container: String) -> Int? { containers.firstIndex { $0.name == container } }

  /// Lets `body` act in the world of a container's newest life, with the Pod's volumes in it.
  mutating func inWorld<Result>(of index: Int, _ body: (inout ContainerWorld) throws -> Result) rethrows -> Result? {
    guard !containers[index].lives.isEmpty else { return nil }
    containers[index].lives[0].world.volumes = volumes
    let result = try body(&containers[index].lives[0].world)
    volumes = containers[index].lives[0].world.volumes
    return result
  }
}

/// One run of a Pod's synchronisation: what is still to be done, and how to come back to it.
struct SyncJob: Hashable, Sendable {
  /// Containers that are to be stopped first, and why.
  var stops: [Stop] = []
  /// Containers that are to be started, in order.
  var starts: [Int] = []
  /// Whether the main containers have done all that they will: what still runs is stopped, and nothing is started.
  ///
  /// Mirrors `podActions.KillPod`.
  var endsPod = false
  var awaits: Awaited?
  /// Whether it has started one.
  var hasStarted = false
  var retry: Retry?

  struct Stop: Hashable, Sendable {
    var container: Int
    var message: String
    /// Seconds.
    var grace: Int
  }

  /// What it waits for.
  enum Awaited: Hashable, Sendable {
    /// The end of one container.
    case end(of: Int)
    /// The end of all.
    case endOfAll
  }

  /// When the work queue brings the Pod back after a failure.
  enum Retry: Hashable, Sendable {
    /// After the usual pause.
    case later
    /// When the shortest back-off is over.
    case at(Instant)

    /// What two failures make together.
    ///
    /// Mirrors `kubecontainer.MinBackoffExpiration`: one back-off among the errors is enough.
    func and(_ other: Retry?) -> Retry {
      switch (self, other) {
      case (.at(let left), .at(let right)?): .at(min(left, right))
      case (.later, .at(let time)?): .at(time)
      default: self
      }
    }
  }
}
