package import APIServer
package import Basics
package import Objects

/// What one component believes the cluster looks like: filled by its watches, a little behind the store.
///
/// Pods are also kept by the controller that owns them, and those without one by namespace; those that a Job has
/// counted are kept apart, for there may be many of them and the Job does nothing about them any more.
/// Mirrors a shared informer's indexer with `controller.PodControllerIndex`.
package struct Cache: Sendable {
  private var objects: [SnapshotMap<ObjectKey, Object>]
  private var pods = SnapshotMap<OwnerIndex, PodGroup>()
  /// The resourceVersion of the last change that was taken in.
  package private(set) var resourceVersion: Int64 = 0

  /// Under what a Pod is found: its controller, or its namespace where it has none.
  package enum OwnerIndex: Hashable, Comparable, Sendable {
    case orphan(namespace: String)
    case owner(UID)
    /// Ended Pods of a Job without its finalizer, as long as they have the label by which it selects them.
    case counted(UID)
  }

  package init() {
    objects = Array(repeating: SnapshotMap(), count: Kind.allCases.count)
  }

  package subscript(id: ObjectID) -> Object? { objects[Int(id.kind.rawValue)][id.key] }

  package func get<R: TypedResource>(_ type: R.Type, _ key: ObjectKey) -> R? {
    objects[Int(R.kind.rawValue)][key]?.as(R.self)
  }

  /// All objects of a kind in the order of their keys; O(n log n).
  package func objects(_ kind: Kind, in namespace: String? = nil) -> [Object] {
    let all = objects[Int(kind.rawValue)].sortedValues
    guard let namespace else { return all }
    return all.filter { $0.metadata.namespace == namespace }
  }

  /// All objects of a kind: a snapshot that stays as it is.
  package func all(_ kind: Kind) -> SnapshotMap<ObjectKey, Object> { objects[Int(kind.rawValue)] }

  /// The Pods under one entry of the owner index: a snapshot that stays as it is.
  package func pods(_ index: OwnerIndex) -> PodGroup { pods[index] ?? PodGroup() }

  /// Takes in what a LIST answers, before the first notification; `resourceVersion` is that of the list.
  package mutating func list(_ found: [Object], resourceVersion: Int64) {
    for object in found { apply(Change(.added, old: nil, object: object)) }
    self.resourceVersion = resourceVersion
  }

  /// Takes in one notification.
  package mutating func apply(_ change: Change) {
    let key = change.object.metadata.key
    let kind = Int(change.object.kind.rawValue)
    resourceVersion = max(resourceVersion, change.object.metadata.resourceVersion)
    let old: Object?
    if change.kind == .deleted {
      old = objects[kind].removeValue(forKey: key)
    } else {
      old = objects[kind].updateValue(change.object, forKey: key)
    }
    guard change.object.kind == .pod else { return }
    let before = old.map(Cache.index)
    let after = change.kind == .deleted ? nil : Cache.index(of: change.object)
    if let before, before != after {
      pods[before]?.remove(key)
      if pods[before]?.isEmpty ?? false { pods[before] = nil }
    }
    if let after { pods[after, default: PodGroup()].put(change.object) }
  }

  package static func index(of pod: Object) -> OwnerIndex {
    guard let owner = pod.metadata.controllerRef else { return .orphan(namespace: pod.metadata.namespace) }
    return isCounted(pod, owner) ? .counted(owner.uid) : .owner(owner.uid)
  }

  private static func isCounted(_ pod: Object, _ owner: OwnerReference) -> Bool {
    owner.kind == Kind.job.name && pod.as(Pod.self)?.isTerminal == true
      && !pod.metadata.finalizers.contains(Job.trackingFinalizer)
      && pod.metadata.labels[Job.ownerLabel] == owner.uid.text
  }
}
