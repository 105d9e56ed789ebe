import APIServer
import Basics
import Cluster
import Machinery
import Objects

/// A number in the status of something that keeps Pods.
struct Counter {
  enum What { case pods, ready, available, upToDate, desired, other }

  var what: What
  var value: Int64
  /// The number that its owner is asked for; nil where nobody asks for one.
  var asked: Int64?
  var path: String

  init?(_ path: ValuePath, of object: Object) {
    guard case .member(let name)? = path.steps.last else { return nil }
    let found = object.field(path)
    guard found?.value.int != nil || found == nil else { return nil }
    value = found?.value.int ?? 0
    self.path = found?.path.description ?? path.description
    what =
      switch name {
      case "replicas", "currentNumberScheduled", "active", "fullyLabeledReplicas": .pods
      case "readyReplicas", "numberReady", "ready": .ready
      case "availableReplicas", "numberAvailable": .available
      case "updatedReplicas", "updatedNumberScheduled": .upToDate
      case "desiredNumberScheduled": .desired
      default: .other
      }
    let spec = object.body["spec"]
    switch object.kind {
    case .replicaSet, .replicationController, .deployment: asked = spec?["replicas"]?.int ?? 1
    case .daemonSet: asked = object.body["status"]?["desiredNumberScheduled"]?.int ?? 0
    case .job: asked = what == .other ? nil : spec?["parallelism"]?.int ?? 1
    default: return nil
    }
  }
}

extension ObstacleFinder {
  /// Why a counter is not what somebody wants it to be.
  func obstacle(to counter: Counter, wanted: Int64, isMore: Bool, of object: Object) -> Obstacle {
    let id = object.id
    guard let component = controller(of: object.kind) else {
      return Obstacle(.fieldIsOther(counter.path, .int(counter.value)), owner: .person, awaits: .someoneToChange)
    }
    if let asked = counter.asked, counter.what != .other, isMore ? asked < wanted : asked > wanted {
      return notAskedFor(asked, of: object)
    }
    if counter.path.hasPrefix("spec") {
      return Obstacle(.fieldIsOther(counter.path, .int(counter.value)), owner: .person, awaits: .someoneToChange)
    }
    let pods = pods(under: object)
    if isMore {
      if Int64(pods.count) < wanted, counter.what == .pods || !isRollingOut(object) {
        // A Deployment only repeats what befalls its ReplicaSet.
        if let lower = replicaSets(of: object).first(where: { $0.isShort }) { return lowerObstacle(lower, counter) }
        if let held = held(id, by: component) { return held }
      }
      if counter.what != .pods, let pod = pods.first(where: { !$0.isReady }) {
        return obstacle(to: .ready, of: pod).of(pod.id)
      }
      if counter.what == .available, let late = lateAvailability(object, pods) { return late }
    } else if let pod = pods.first(where: { $0.metadata.isBeingDeleted }) {
      return ending(of: pod).of(pod.id)
    }
    return held(id, by: component)
      ?? Obstacle(
        .controllerHasNotRecorded(counter.path, counter.value),
        owner: .component(component),
        awaits: .itsReconcile,
        next: activity(of: component, about: id)
      )
  }

  private func lowerObstacle(_ set: Object, _ counter: Counter) -> Obstacle {
    let path = ValuePath([.member("status"), .member("replicas")])
    return obstacle(toNumber: set.body["spec"]?["replicas"]?.int ?? 1, isMore: true, at: path, of: set.id).of(set.id)
  }

  private func notAskedFor(_ asked: Int64, of object: Object) -> Obstacle {
    if let owner = object.metadata.controllerRef {
      return Obstacle(
        .ownerAsksFor(asked, "\(owner.kind)/\(owner.name)"),
        owner: controller(of: .deployment).map { .component($0) } ?? .person,
        awaits: .ownerToScale,
        details: lastReasons(ObjectID(.deployment, namespace: object.metadata.namespace, name: owner.name))
      )
    }
    if object.kind == .daemonSet {
      return Obstacle(
        .nodesShouldRun(asked),
        owner: .person,
        awaits: .nodesToSuit,
        details: lastReasons(object.id)
      )
    }
    return Obstacle(.specAsksFor(asked), owner: .person, awaits: .someoneToScale)
  }

  /// A Pod is ready, and not for as long as `minReadySeconds` asks.
  private func lateAvailability(_ object: Object, _ pods: [Pod]) -> Obstacle? {
    let seconds = Int(object.body["spec"]?["minReadySeconds"]?.int ?? 0)
    guard seconds > 0, let pod = pods.first(where: { !$0.isAvailable(minReadySeconds: seconds, at: now) }),
      let since = pod.status.condition(.ready)?.lastTransitionTime
    else { return nil }
    return Obstacle(
      .readyTooShortly(pod.id.text, seconds: seconds),
      owner: controller(of: object.kind).map { .component($0) } ?? .nobody,
      awaits: .untilMoment(spoken(since + .seconds(Int64(seconds)))),
      next: requeue(of: object.id)
    )
  }

  func nothingRefused(_ id: ObjectID) -> Obstacle {
    Obstacle(
      .nothingWasRefused,
      owner: controller(of: id.kind).map { .component($0) } ?? .nobody,
      awaits: .refusal,
      next: controller(of: id.kind).flatMap { activity(of: $0, about: id) }
    )
  }

  // MARK: Deployments

  func obstacle(to type: ConditionType, of deployment: Deployment) -> Obstacle {
    let id = ObjectID(.deployment, deployment.metadata.key)
    guard let object = cluster.store[id] else { return obstacle(toExistence: id) }
    switch type {
    case .available:
      let wanted = Int64(deployment.spec.replicas - deployment.spec.maxUnavailable)
      let path = ValuePath([.member("status"), .member("availableReplicas")])
      guard let counter = Counter(path, of: object) else { return unknown(type, of: id) }
      return obstacle(to: counter, wanted: wanted, isMore: true, of: object)
        .with([.availableOf(counter.value, atLeast: wanted)])
    case .progressing:
      if let condition = deployment.status.condition(.progressing) {
        let path = ValuePath([.member("status"), .member("updatedReplicas")])
        let wanted = Int64(deployment.spec.replicas)
        let below = Counter(path, of: object).map { obstacle(to: $0, wanted: wanted, isMore: true, of: object) }
        let said = Localized(same: "\(condition.reason): \(condition.message)")
        return below?.with([said]) ?? Obstacle(said, owner: .component(.deploymentController), awaits: .itsReconcile)
      }
      return held(id, by: .deploymentController)
        ?? Obstacle(
          .controllerHasNotLooked,
          owner: .component(.deploymentController),
          awaits: .itsReconcile,
          next: activity(of: .deploymentController, about: id)
        )
    default: return type == .replicaFailure ? nothingRefused(id) : unknown(type, of: id)
    }
  }

  // MARK: Controllers

  func controller(of kind: Kind) -> Component? {
    cluster.controllers.first { $0.controller.watches.first == kind && $0.component != .ttlController }?.component
  }

  /// What holds a controller back from doing something for an object; nil where nothing does.
  func held(_ id: ObjectID, by component: Component) -> Obstacle? {
    guard let object = cluster.store[id] else { return nil }
    let owner = Obstacle.Owner.component(component)
    let refusal = (object.body["status"]?["conditions"]?.array ?? []).first {
      $0["type"]?.string == ConditionType.replicaFailure.name && $0["status"]?.string == "True"
    }
    if let refusal {
      return Obstacle(
        .creationIsRefused(refusal["message"]?.string ?? ""),
        owner: owner,
        awaits: .backOffAndRefusalToEnd,
        next: requeue(of: id)
      )
    }
    if let news = upcoming.first(where: { $0.isNews(of: id, to: component) }) {
      return Obstacle(.controllerHasNotHeard, owner: owner, awaits: .newsOf(id.text), next: news)
    }
    if !cluster.isWatchWhole(of: component) { return brokenWatch(component, id) }
    if let request = upcoming.first(where: { $0.component == component && $0.isRequestProper }) {
      return Obstacle(.requestsUnderWay, owner: owner, awaits: .apiServersAnswer, next: request)
    }
    guard let reconcile = lastReconcile(of: id), let reason = reconcile.holding else { return nil }
    return Obstacle(
      reason.sentence,
      owner: owner,
      awaits: .whatHoldsItBack,
      next: requeue(of: id) ?? activity(of: component, about: id)
    )
  }

  /// When a key that was put off comes back.
  func requeue(of id: ObjectID) -> Upcoming? {
    upcoming.first { $0.isRequeue(of: id.key) { cluster.controllers[$0].controller.watches.first == id.kind } }
  }

  /// The next thing that a controller does, or hears, about an object.
  func activity(of component: Component, about id: ObjectID) -> Upcoming? {
    requeue(of: id)
      ?? upcoming.first { line in
        guard line.component == component else { return false }
        switch line.occurrence {
        case .wakeController(_, .work), .wakeController(_, .conclude), .deliver, .tell: return true
        case .request(let request, _, _): return request.target == id
        default: return false
        }
      }
  }

  private func lastReconcile(of id: ObjectID) -> Reconciliation? {
    timeline.records(concerning: id).lazy
      .compactMap { if case .reconciled(let reconciliation) = $0.happening { reconciliation } else { nil } }
      .first { _ in true }
  }

  /// What the last reconcile of an object passed over, in its words.
  private func lastReasons(_ id: ObjectID) -> [Localized] {
    (lastReconcile(of: id)?.passedOver ?? []).prefix(5).map(\.sentence)
  }

  // MARK: Pods

  /// The Pods that something keeps, also through ReplicaSets, that have not ended.
  private func pods(under object: Object) -> [Pod] {
    let owners = Set([object.metadata.uid] + replicaSets(of: object).map(\.metadata.uid))
    return cluster.store.list(.pod, in: object.metadata.namespace).compactMap { $0.as(Pod.self) }
      .filter { pod in !pod.isTerminal && pod.metadata.controllerRef.map { owners.contains($0.uid) } ?? false }
  }

  /// Whether a Deployment has Pods of several revisions, which come and go by its own steps.
  private func isRollingOut(_ object: Object) -> Bool {
    replicaSets(of: object).count { ($0.body["status"]?["replicas"]?.int ?? 0) > 0 } > 1
  }

  private func replicaSets(of object: Object) -> [Object] {
    guard object.kind == .deployment else { return [] }
    return cluster.store.list(.replicaSet, in: object.metadata.namespace).filter { $0.isOwned(by: object) }
  }
}

extension Object {
  /// Whether it keeps fewer Pods than it is asked to.
  fileprivate var isShort: Bool {
    (body["status"]?["replicas"]?.int ?? 0) < (body["spec"]?["replicas"]?.int ?? 1)
  }
}

extension Reconciliation {
  /// What held it back, if anything did.
  fileprivate var holding: PassedOver? { passedOver.first { $0.reason.holdsBack } }
}
