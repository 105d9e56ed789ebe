import APIServer
import Basics
package import Cluster
import Kubelet
import Machinery
package import Objects

/// Finds what stands in the way of something: it reads the world as the components that act on it do.
package struct ObstacleFinder {
  let timeline: Timeline
  let cluster: Cluster
  /// The agenda, read once.
  let upcoming: [Upcoming]

  package init(_ timeline: Timeline) {
    self.timeline = timeline
    cluster = timeline.cluster
    upcoming = cluster.upcoming
  }

  var now: Instant { cluster.now }

  /// A virtual time as people read it here: since the run began.
  func spoken(_ time: Instant) -> Localized {
    Localized(same: "+" + (time - cluster.configuration.start).seconds(decimals: 1) + "s")
  }

  // MARK: What is asked about

  /// Why an object is not there.
  package func obstacle(toExistence id: ObjectID) -> Obstacle {
    if let request = upcoming.first(where: { $0.creates(id) }) {
      return Obstacle(
        .creationUnderWay(id.text),
        owner: .component(request.component),
        awaits: .apiServersAnswer,
        next: request
      )
    }
    if let last = timeline.writes(of: id).first(where: { _ in true }) {
      return Obstacle(
        .wasDeleted(id.text, by: last),
        owner: .person,
        awaits: .someoneToCreate,
        details: [.seeWhy(id.text)]
      )
    }
    return Obstacle(.neverCreated(id.text), owner: .person, awaits: .someoneToCreate)
  }

  /// Why there are no more than so many objects of a kind.
  package func obstacle(toMoreOf kind: Kind, than count: Int) -> Obstacle {
    guard let request = upcoming.first(where: { $0.creates(kind) }) else {
      return Obstacle(.onlySoMany(kind, count), owner: .person, awaits: .someoneToCreate)
    }
    return Obstacle(
      .onlySoMany(kind, count),
      owner: .component(request.component),
      awaits: .apiServersAnswer,
      next: request
    )
  }

  /// Why an object is still there.
  package func obstacle(toDeletion id: ObjectID) -> Obstacle {
    guard let object = cluster.store[id], object.metadata.isBeingDeleted else {
      return Obstacle(.nobodyDeletes(id.text), owner: .person, awaits: .someoneToDelete)
    }
    if let pod = object.as(Pod.self) { return ending(of: pod) }
    if let request = upcoming.first(where: { $0.isRequest(about: id) }) {
      return Obstacle(
        .finalizersHold(object.metadata.finalizers),
        owner: .component(request.component),
        awaits: .apiServersAnswer,
        next: request
      )
    }
    let collector = upcoming.first { $0.component == .garbageCollector } ?? upcoming.first { $0.concerns(id) }
    let dependents = cluster.store.list(.pod, in: id.key.namespace).filter { $0.isOwned(by: object) }
    return Obstacle(
      .finalizersHold(object.metadata.finalizers),
      owner: .component(.garbageCollector),
      awaits: .dependentsToGo(dependents.count),
      next: collector,
      details: dependents.prefix(3).map { Localized(same: $0.id.text) }
    )
  }

  /// Why a condition of an object's status is not True.
  package func obstacle(toCondition type: ConditionType, of id: ObjectID) -> Obstacle {
    guard let object = cluster.store[id] else { return obstacle(toExistence: id) }
    if let pod = object.as(Pod.self) { return obstacle(to: type, of: pod) }
    if let job = object.as(Job.self) { return obstacle(to: type, of: job) }
    if let node = object.as(Node.self) { return obstacle(to: type, of: node) }
    if let deployment = object.as(Deployment.self) { return obstacle(to: type, of: deployment) }
    if id.kind == .replicaSet || id.kind == .replicationController, type == .replicaFailure {
      return nothingRefused(id)
    }
    return unknown(type, of: id)
  }

  /// Why a field of an object does not hold a number.
  package func obstacle(toNumber wanted: Int64, isMore: Bool, at path: ValuePath, of id: ObjectID) -> Obstacle {
    guard let object = cluster.store[id] else { return obstacle(toExistence: id) }
    if object.metadata.isBeingDeleted { return obstacle(toDeletion: id).with([.objectGoes(id.text)]) }
    guard let counter = Counter(path, of: object) else {
      return obstacle(toOther: path, of: id)
    }
    return obstacle(to: counter, wanted: wanted, isMore: isMore, of: object)
  }

  /// Why a field of an object does not hold another text.
  package func obstacle(toOther path: ValuePath, of id: ObjectID) -> Obstacle {
    guard let object = cluster.store[id] else { return obstacle(toExistence: id) }
    return Obstacle(
      .fieldIsOther(path.description, object.field(path)?.value),
      owner: .person,
      awaits: .someoneToChange
    )
  }

  func unknown(_ type: ConditionType, of id: ObjectID) -> Obstacle {
    let known = (cluster.store[id]?.body["status"]?["conditions"]?.array ?? []).compactMap { $0["type"]?.string }
    return Obstacle(.nobodySets(type.name), owner: .nobody, awaits: .never, details: [.conditionsAre(known)])
  }
}

extension Object {
  func isOwned(by owner: Object) -> Bool {
    metadata.ownerReferences.contains { $0.uid == owner.metadata.uid }
  }
}
