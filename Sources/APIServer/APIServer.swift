package import Basics
package import Objects

/// The API server: accepts or refuses writes, numbers them, and tells what each has changed.
///
/// It hands back the `Change` of every accepted write; delivering it to those who watch is the engine's work.
package struct APIServer: Sendable {
  package private(set) var store = Store()
  /// The number of the last accepted write.
  package private(set) var resourceVersion: Int64
  var generator: Generator
  /// What fields of objects that are yet to be created are supposed to be, whatever their creator asks for.
  package var supposed: [Supposition] = []
  /// What was written beside the objects that were asked for, and nobody has been told of yet.
  private var changesBeside: [Change] = []

  package init(seed: UInt64, resourceVersion: Int64 = 200) {
    generator = Generator(seed: seed)
    self.resourceVersion = resourceVersion
  }

  /// Takes what was written beside the objects that were asked for: the use of quotas, granted evictions.
  package mutating func takeChangesBeside() -> [Change] {
    defer { changesBeside = [] }
    return changesBeside
  }

  /// Keeps a change to be told beside the one that was asked for.
  mutating func tellBeside(_ change: Change) { changesBeside.append(change) }

  /// A uid for the next object, for those whose fields depend on it before they are written.
  package var nextUID: UID {
    var copy = generator
    return UID(copy.uuid())
  }

  /// Accepts a new object whose fields were validated: admission, then the kind's strategy, then the store.
  ///
  /// The object keeps a uid that it has from `nextUID`. An established node was seen to be ready before the run began.
  ///
  /// Mirrors `registry.Store.Create`; throws `alreadyExists`, `notFound` (namespace) and `forbidden` (quota).
  package mutating func create(
    _ object: Object,
    at now: Instant,
    dryRun: Bool = false,
    isEstablished: Bool = false
  ) throws(APIError) -> Change {
    var saved = generator
    // A name that was made for a refused object is not made again; else a refusal leaves all as it was.
    var isKept = !object.metadata.generateName.isEmpty
    defer { if isKept, !dryRun { generator = saved } }
    var created = try admit(object, at: now, isEstablished: isEstablished, &saved)
    let charged = try quotas(chargedWith: created)
    if store[created.id] != nil { throw .alreadyExists(created.kind, name: created.metadata.name) }
    try checkAllocation(of: created)
    let fresh = UID(saved.uuid())
    let uid = created.metadata.uid.text.isEmpty ? fresh : created.metadata.uid
    created = Strategy.preparedForCreate(created, uid: uid, at: now)
    for supposition in supposed where supposition.id == created.id { created = supposition.applied(to: created) }
    if dryRun { return Change(.added, old: nil, object: created) }
    isKept = true
    for quota in charged {
      if let old = store[quota.version.id] { tellBeside(commit(.modified, old: old, Object(quota))) }
    }
    return commit(.added, old: nil, created)
  }

  /// Replaces an object by one that was made from its current state.
  ///
  /// A write that changes nothing is accepted and makes no change: nil. Throws `notFound`, and `conflict` where
  /// `object` carries a resourceVersion that is no longer the stored one.
  package mutating func update(
    _ object: Object,
    subresource: Subresource? = nil,
    at now: Instant,
    dryRun: Bool = false
  ) throws(APIError) -> Change? {
    guard let old = store[object.id] else { throw .notFound(object.kind, name: object.metadata.name) }
    let asked = object.metadata
    if asked.resourceVersion != 0, asked.resourceVersion != old.metadata.resourceVersion {
      throw .modified(object.kind, name: asked.name)
    }
    if !asked.uid.text.isEmpty, asked.uid != old.metadata.uid {
      throw .conflict(
        object.kind,
        name: asked.name,
        why: "Precondition failed: UID in precondition: \(asked.uid.text), UID in object meta: \(old.metadata.uid.text)"
      )
    }
    let updated = Strategy.preparedForUpdate(object, old: old, subresource: subresource)
    try checkAllocation(of: updated)
    return finishUpdate(updated, old: old, dryRun: dryRun)
  }

  /// Stores what an update has made of `old`, or removes it where the update lets go of the last thing that held it.
  mutating func finishUpdate(_ updated: Object, old: Object, dryRun: Bool = false) -> Change? {
    if updated == old { return nil }
    if updated.metadata.isBeingDeleted, updated.metadata.finalizers.isEmpty, !Strategy.waitsForKubelet(updated),
      updated.kind != .namespace || updated.namespaceFinalizers.isEmpty
    {
      return dryRun ? Change(.deleted, old: old, object: old) : removal(of: old)
    }
    if dryRun { return Change(.modified, old: old, object: updated) }
    return commit(.modified, old: old, updated)
  }

  /// Begins or completes a deletion.
  ///
  /// A Pod on a node first gets a deletionTimestamp, and goes when its kubelet confirms with a grace period of 0; an
  /// object with finalizers goes when the last of them does. No change where the deletion was under way already; two
  /// where a Pod goes at once: it is marked first.
  ///
  /// Mirrors `registry.Store.Delete` and `rest.BeforeDelete`.
  package mutating func delete(
    _ id: ObjectID,
    _ options: DeleteOptions,
    at now: Instant
  ) throws(APIError) -> [Change] {
    if id.kind == .namespace, APIServer.immortalNamespaces.contains(id.key.name) {
      throw .forbidden(.namespace, name: id.key.name, why: "this namespace may not be deleted")
    }
    guard let old = store[id] else { throw .notFound(id.kind, name: id.key.name) }
    if let uid = options.uid, uid != old.metadata.uid {
      throw .conflict(
        id.kind,
        name: id.key.name,
        why: "Precondition failed: UID in precondition: \(uid.text), UID in object meta: \(old.metadata.uid.text)"
      )
    }
    let doomed = Deletion.begin(old, options, at: now)
    if options.dryRun { return [Change(.deleted, old: old, object: old)] }
    if doomed.object == old, !doomed.goesAtOnce { return [] }
    if !doomed.goesAtOnce { return [commit(.modified, old: old, doomed.object)] }
    if id.kind != .pod, !old.metadata.isBeingDeleted { return [removal(of: old)] }
    let marked = commit(.modified, old: old, doomed.object)
    return [marked, removal(of: marked.object)]
  }

  /// Mirrors the admission plugin NamespaceLifecycle.
  private static let immortalNamespaces = ["default", "kube-public", "kube-system"]

  /// Stores `object` in the place of `old`, for writes that have their own rules.
  mutating func replace(_ object: Object, old: Object) -> Change { commit(.modified, old: old, object) }

  /// Takes `old` out of the store. Watches tell the object as it was stored last.
  private mutating func removal(of old: Object) -> Change {
    resourceVersion += 1
    store.remove(old.id)
    let version = resourceVersion
    return Change(.deleted, old: old, object: old.with { $0.resourceVersion = version })
  }

  private mutating func commit(_ kind: Change.Kind, old: Object?, _ object: Object) -> Change {
    resourceVersion += 1
    let version = resourceVersion
    let numbered = object.with { $0.resourceVersion = version }
    store.put(numbered)
    return Change(kind, old: old, object: numbered)
  }
}

/// The parts of an object that are written apart from the rest.
package enum Subresource: String, Sendable, Hashable {
  case status, scale
}
