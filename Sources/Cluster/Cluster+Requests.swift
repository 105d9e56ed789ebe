import APIServer
import Basics
import Controllers
import Kubelet
package import Machinery
package import Objects
import Scheduling

extension Cluster {
  /// A component's request reaches the API server.
  mutating func receive(_ request: APIRequest, from sender: Subscriber, answer number: Int?, cause: RecordID?) {
    let component = component(of: sender)
    if case .event(let event, let isNew) = request {
      write(event, isNew: isNew, from: component, cause: cause)
      return
    }
    let result: ActionOutcome.Result
    var last = cause
    do throws(APIError) {
      let changes = try perform(request)
      last = accepted(request.verb, request.target, changes, by: component, cause: cause)
      result = .done(changes.last)
    } catch {
      last = record(component, .refused(request.verb, request.target, error), cause: cause)
      result = .failed(error)
    }
    if let number { answer(sender, number, result, cause: last) }
  }

  private mutating func perform(_ request: APIRequest) throws(APIError) -> [Change] {
    switch request {
    case .create(let object): return [try server.create(object, at: now)]
    case .update(let object): return try list(server.update(object, at: now))
    case .updateStatus(let object): return try list(server.writeStatus(object, at: now))
    case .updateUnchanged(let object): return try list(server.update(object, subresource: .status, at: now))
    case .adopt(let id, let uid, let reference):
      try checkOwner(reference, in: id.key.namespace)
      return try list(
        server.patch(id, uid: uid, at: now) { metadata in metadata.ownerReferences.append(reference) }
      )
    case .release(let id, let uid, let owner):
      return try list(
        server.patch(id, uid: uid, at: now) { metadata in metadata.ownerReferences.removeAll { $0.uid == owner } }
      )
    case .addFinalizer(let id, let uid, let name):
      return try list(
        server.patch(id, uid: uid, at: now) { metadata in
          if !metadata.finalizers.contains(name) { metadata.finalizers.append(name) }
        }
      )
    case .removeFinalizer(let id, let uid, ObjectMeta.namespaceFinalizer) where id.kind == .namespace:
      return try list(server.finalizeNamespace(id, uid: uid))
    case .removeFinalizer(let id, let uid, let name):
      return try list(server.patch(id, uid: uid, at: now) { metadata in metadata.finalizers.removeAll { $0 == name } })
    case .setConditions(let id, let uid, let conditions):
      return try list(server.setConditions(id, uid: uid, conditions, at: now))
    case .setTaints(let name, let added, let removed):
      return try list(server.setTaints(name, add: added, remove: removed, at: now))
    case .bind(let id, let uid, let node): return [try server.bind(id, uid: uid, to: node, at: now)]
    case .delete(let id, let options): return try server.delete(id, options, at: now)
    case .event: return []
    }
  }

  /// Who is about to adopt asks the API server first whether it still exists itself.
  ///
  /// Mirrors `controller.RecheckDeletionTimestamp`.
  private func checkOwner(_ reference: OwnerReference, in namespace: String) throws(APIError) {
    guard let kind = Kind(apiVersion: reference.apiVersion, kind: reference.kind) else { return }
    guard let owner = store[ObjectID(kind, namespace: namespace, name: reference.name)],
      owner.metadata.uid == reference.uid
    else { throw .notFound(kind, name: reference.name) }
    if let time = owner.metadata.deletionTimestamp {
      throw .conflict(kind, name: reference.name, why: "\(reference.name) has just been deleted at \(time.rfc3339)")
    }
  }

  private func list(_ change: Change?) -> [Change] { change.map { [$0] } ?? [] }

  /// Records accepted changes and sends their notifications on the way; the last record's id.
  @discardableResult
  mutating func accepted(
    _ verb: WriteVerb,
    _ target: ObjectID,
    _ changes: [Change],
    by component: Component,
    cause: RecordID?
  ) -> RecordID? {
    for change in server.takeChangesBeside() {
      let id = record(.apiServer, .wrote(.updateStatus, change.object.id, change), cause: cause)
      announce(change, cause: id)
    }
    guard !changes.isEmpty else { return record(component, .wrote(verb, target, nil), cause: cause) }
    var last = cause
    for change in changes {
      last = record(component, .wrote(verb, change.object.id, change), cause: last)
      announce(change, cause: last)
    }
    return last
  }

  /// Sends a change to all that watch its kind.
  private mutating func announce(_ change: Change, cause: RecordID?) {
    if change.object.kind == .node, change.kind == .added { join(change.object) }
    startControllers(with: change)
    send(change, to: watchers(of: change), cause: cause)
  }

  /// Starts the informers of the controllers to which this change gives something to do, when it is the first.
  ///
  /// In Kubernetes they all list and watch from the beginning. Here a controller that has nothing to reconcile costs
  /// nothing; when it starts, its cache gets what the store holds, as from a LIST. The object itself then comes through
  /// the watch.
  private mutating func startControllers(with change: Change) {
    for index in controllers.indices where controllers[index].controller.starts(with: change) {
      startController(index, before: change.object)
    }
  }

  /// Starts a controller's informers, unless they run: with what the store holds, or held before `object` came.
  mutating func startController(_ index: Int, before object: Object?) {
    guard !controllers[index].isStarted else { return }
    let known = controllers[index].controller.watches.flatMap { store.list($0) }.filter { $0.id != object?.id }
    let version = object.map { $0.metadata.resourceVersion - 1 } ?? server.resourceVersion
    controllers[index].start(known, resourceVersion: version)
    let started = controllers.indices.filter { controllers[$0].isStarted }
    controllerWatches = Kind.allCases.map { kind in
      started.filter { controllers[$0].controller.watches.contains(kind) }.map(Subscriber.controller)
    }
  }

  private func watchers(of change: Change) -> [Subscriber] {
    let kind = change.object.kind
    var subscribers = controllerWatches[Int(kind.rawValue)]
    if kind == .event { return subscribers }
    if Scheduler.watches.contains(kind) { subscribers.append(.scheduler) }
    if GarbageCollector.watches(change, in: store) { subscribers.append(.garbageCollector) }
    if kind == .node { subscribers.append(.nodeLifecycle) }
    if taintEviction.watches(change) { subscribers.append(.taintEviction) }
    guard kind == .pod, let node = change.object.as(Pod.self)?.spec.nodeName, !node.isEmpty else { return subscribers }
    // A Pod may be bound to a node that has just gone.
    if change.kind != .deleted, store[ObjectID(.node, name: node)] == nil { subscribers.append(.nodeLifecycle) }
    if kubelets[node] != nil { subscribers.append(.kubelet(node: node)) }
    return subscribers
  }

  /// Writes an Event, or the new count of one; one that has gone meanwhile is written anew.
  private mutating func write(_ event: Event, isNew: Bool, from component: Component, cause: RecordID?) {
    let id = ObjectID(.event, event.metadata.key)
    guard !isNew, var counted = server.store[id]?.as(Event.self) else {
      create(event, by: component, cause: cause)
      return
    }
    counted.count = event.count
    counted.lastTimestamp = event.lastTimestamp
    counted.message = event.message
    counted.other["series"] = event.other["series"]
    if let changed = try? server.update(Object(counted), at: now) {
      accepted(.patch, id, [changed], by: component, cause: cause)
    }
  }

  private mutating func create(_ event: Event, by component: Component, cause: RecordID?) {
    let object = Object(event)
    do throws(APIError) {
      accepted(.create, object.id, [try server.create(object, at: now)], by: component, cause: cause)
    } catch {
      record(component, .refused(.create, object.id, error), cause: cause)
    }
  }
}

extension APIRequest {
  /// The object that a request is about; one to be created may not have its name yet.
  package var target: ObjectID {
    switch self {
    case .create(let object), .update(let object), .updateStatus(let object), .updateUnchanged(let object): object.id
    case .adopt(let id, _, _), .release(let id, _, _), .addFinalizer(let id, _, _), .removeFinalizer(let id, _, _),
      .setConditions(let id, _, _), .bind(let id, _, _), .delete(let id, _):
      id
    case .setTaints(let name, _, _): ObjectID(.node, name: name)
    case .event(let event, _): ObjectID(.event, event.metadata.key)
    }
  }
}
