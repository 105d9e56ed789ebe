import APIServer
import Basics
import Controllers
import Kubelet
import Machinery
import Objects
import Scheduling

extension Cluster {
  /// A hash of all that decides what happens next; the same on every machine.
  ///
  /// Objects count with all their fields, what is pending with its time and its kind, containers with their lives.
  package var stateHash: UInt64 {
    var hasher = StableHasher()
    hasher.combine(now.microseconds)
    hasher.combine(server.resourceVersion)
    hasher.combine(server.nextUID.text)
    for kind in Kind.allCases {
      for object in store.list(kind) {
        hasher.combine(object.metadata.key.description)
        hasher.combine(Int64(bitPattern: object.stableHash))
      }
    }
    for (time, _, pending) in agenda.pending + background.pending {
      hasher.combine(time.microseconds)
      hasher.combine(pending.occurrence.label)
    }
    for runner in controllers {
      hasher.combine(runner.cache.resourceVersion)
      for key in runner.queue.waiting { hasher.combine(key.description) }
    }
    for (name, kubelet) in kubelets.sorted {
      hasher.combine(name)
      hasher.combine(parked[name]?.count ?? -1)
      kubelet.hash(into: &hasher)
    }
    hasher.combine(featureGates.text)
    watchFaults.hash(into: &hasher)
    for key in scheduler.waiting { hasher.combine(key.description) }
    return hasher.value
  }
}

extension Occurrence {
  /// A short name of what will happen and to whom.
  var label: String {
    switch self {
    case .deliver(let change, let subscribers, let next): "deliver \(change.object.id) \(subscribers.count - next)"
    case .tell(let change, let subscriber): "tell \(change.object.id) \(subscriber)"
    case .list(let subscriber): "list \(subscriber)"
    case .request(let request, let sender, _): "\(request.verb) \(request.target) \(sender)"
    case .wakeController(let index, let wake): "controller \(index) \(wake)"
    case .wakeScheduler(let wake): "scheduler \(wake)"
    case .wakeGarbageCollector(let wake): "garbage collector \(wake)"
    case .wakeNodeLifecycle(let wake): "node lifecycle \(wake)"
    case .wakeTaintEviction(let wake): "taint eviction \(wake)"
    case .wakeKubelet(let node, let wake): "kubelet \(node) \(wake)"
    }
  }
}
