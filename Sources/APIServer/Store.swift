import Basics
package import Objects

/// All objects of the cluster, with the indexes that the API server and its clients need.
///
/// A value: a copy shares everything until it changes.
package struct Store: Sendable {
  private var objects: [SnapshotMap<ObjectKey, Object>]
  /// For each owner, the objects that name it in `ownerReferences`.
  private var dependents = SnapshotMap<UID, SnapshotSet<ObjectID>>()
  /// How many Events there are of each reason.
  private var reasons: [String: Int] = [:]

  package init() {
    objects = Array(repeating: SnapshotMap(), count: Kind.allCases.count)
  }

  package subscript(id: ObjectID) -> Object? { objects[Int(id.kind.rawValue)][id.key] }

  package func count(of kind: Kind) -> Int { objects[Int(kind.rawValue)].count }

  /// The objects of `kind` in the order of their keys, as etcd lists them; O(n log n).
  package func list(_ kind: Kind) -> [Object] { objects[Int(kind.rawValue)].sortedValues }

  /// The objects of `kind` in a namespace (nil for all), in the order of their keys.
  package func list(_ kind: Kind, in namespace: String?) -> [Object] {
    guard let namespace else { return list(kind) }
    return list(kind).filter { $0.metadata.namespace == namespace }
  }

  /// Visits the objects of `kind` in no order, for folds that do not depend on it.
  package func forEachUnordered(_ kind: Kind, _ body: (Object) -> Void) {
    objects[Int(kind.rawValue)].forEachUnordered { _, object in body(object) }
  }

  /// The same with their keys.
  package func forEachUnordered(_ kind: Kind, _ body: (ObjectKey, Object) -> Void) {
    objects[Int(kind.rawValue)].forEachUnordered(body)
  }

  /// The reasons of all Events, in byte order: a run has fifty thousand Events and twenty reasons.
  package var eventReasons: [String] { reasons.keys.sorted { $0.precedesByBytes($1) } }

  /// What names `uid` as an owner, in order.
  package func dependents(of uid: UID) -> [ObjectID] { dependents[uid]?.sorted ?? [] }

  package mutating func put(_ object: Object) {
    let old = objects[Int(object.kind.rawValue)].updateValue(object, forKey: object.metadata.key)
    if object.kind == .event { count(object, insteadOf: old) }
    reindex(object.id, from: old?.metadata.ownerReferences ?? [], to: object.metadata.ownerReferences)
  }

  package mutating func remove(_ id: ObjectID) {
    let old = objects[Int(id.kind.rawValue)].removeValue(forKey: id.key)
    if id.kind == .event { count(nil, insteadOf: old) }
    reindex(id, from: old?.metadata.ownerReferences ?? [], to: [])
  }

  private mutating func count(_ event: Object?, insteadOf old: Object?) {
    let (reason, oldReason) = (event?.as(Event.self)?.reason, old?.as(Event.self)?.reason)
    if reason == oldReason { return }
    if let reason { reasons[reason, default: 0] += 1 }
    if let oldReason { reasons[oldReason] = reasons[oldReason].flatMap { $0 > 1 ? $0 - 1 : nil } }
  }

  private mutating func reindex(_ id: ObjectID, from old: [OwnerReference], to new: [OwnerReference]) {
    if old.isEmpty && new.isEmpty { return }
    if old.elementsEqual(new, by: { $0.uid == $1.uid }) { return }
    for owner in old {
      dependents[owner.uid]?.remove(id)
      if dependents[owner.uid]?.isEmpty ?? false { dependents[owner.uid] = nil }
    }
    for owner in new { dependents[owner.uid, default: SnapshotSet()].insert(id) }
  }
}
