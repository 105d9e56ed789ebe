package import APIServer
package import Basics
import Controllers
package import Kubelet
package import Machinery
import Objects
package import Scheduling

/// Everything that decides what happens next, as one value.
///
/// A copy is a snapshot; stepping two copies the same way gives two equal clusters.
package struct Cluster: Sendable {
  package let configuration: Configuration
  package internal(set) var now: Instant
  /// As they are set now.
  package internal(set) var featureGates: FeatureGates
  package internal(set) var server: APIServer
  package internal(set) var controllers: [ControllerRunner]
  package internal(set) var scheduler: Scheduler
  let garbageCollector = GarbageCollector()
  var nodeLifecycle: NodeLifecycle
  var taintEviction = TaintEviction()
  package internal(set) var kubelets = SnapshotMap<String, Kubelet>()
  /// What keeps the cluster busy.
  var agenda = EventQueue<Pending>()
  /// What happens later by itself and may never matter: it does not keep `settle` going.
  var background = EventQueue<Pending>()
  var clients: Clients
  /// What waits for the kubelets of failed nodes.
  var parked = SnapshotMap<String, [Pending]>()
  /// Watches that are late or broken.
  var watchFaults = WatchFaults()
  /// How many nodes there have been, for addresses.
  var nodesMade = 0
  /// For each kind, which of the controllers that have started watch it, in their order.
  var controllerWatches: [[Subscriber]]
  var queueCauses: QueueCauses
  /// The number that the next record gets.
  package internal(set) var nextRecord = RecordID(1)
  /// The typed command that present inputs belong to.
  var command: RecordID?
  /// Records made since `clearRecords`, in order.
  private(set) var fresh: [Record] = []

  package init(_ configuration: Configuration) {
    self.configuration = configuration
    now = configuration.start
    var seeds = Generator(seed: configuration.seed)
    server = APIServer(seed: seeds.next())
    scheduler = Scheduler(seed: seeds.next())
    featureGates = configuration.featureGates
    controllers = ControllerList.all(configuration.featureGates).map(ControllerRunner.init)
    clients = Clients(controllers: controllers.map(\.component), at: configuration.start)
    nodeLifecycle = NodeLifecycle(firstLook: configuration.start)
    queueCauses = QueueCauses(controllers: controllers.count)
    controllerWatches = Kind.allCases.map { _ in [] }
    bootstrap()
  }

  package var store: Store { server.store }

  /// When the next thing happens; nil when nothing is pending.
  package var nextTime: Instant? {
    switch (agenda.nextTime, background.nextTime) {
    case (let left?, let right?): min(left, right)
    case (let left, let right): left ?? right
    }
  }

  /// How many occurrences are pending.
  var pendingCount: Int { agenda.count + background.count }

  /// How many occurrences are pending that keep the cluster busy.
  package var busyCount: Int { agenda.count }

  /// Whether nothing is coming soon that is more than waiting.
  package var isSettled: Bool {
    guard let next = agenda.nextTime else { return true }
    return next > now + Latency.settleHorizon
  }

  /// Ends the step or input whose records were read.
  mutating func clearRecords() { fresh.removeAll(keepingCapacity: true) }

  @discardableResult
  mutating func record(_ component: Component, _ happening: Happening, cause: RecordID?) -> RecordID {
    let id = nextRecord
    fresh.append(Record(id: id, time: now, component: component, cause: cause, happening: happening))
    nextRecord = RecordID(id.number + 1)
    return id
  }
}
