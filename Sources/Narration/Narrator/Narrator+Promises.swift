import APIServer
import Basics
package import Cluster
package import Machinery
package import Objects

/// How far an object is from what was asked of its controller.
package struct Promise: Sendable {
  package var component: Component
  package var object: ObjectID
  package var wanted: Int64
  package var found: Int64
  /// What is counted: ready Pods, completions, nodes.
  var counted: Localized
  /// What keeps the distance from closing; nil where there is none.
  package var obstacle: Obstacle?

  package var isKept: Bool { wanted == found }
}

extension Promise {
  /// The promises of all controllers, in their order; of Pods without a node one for each.
  package static func all(in timeline: Timeline) -> [Promise] {
    let finder = ObstacleFinder(timeline)
    let store = timeline.cluster.store
    var promises: [Promise] = []
    var kinds: Set<Kind> = []
    for runner in timeline.cluster.controllers where runner.component != .ttlController {
      // A helper of a controller, under its name, promises nothing of its own.
      guard let kind = runner.controller.watches.first, kinds.insert(kind).inserted else { continue }
      promises += store.list(kind).compactMap { Promise($0, runner.component, finder) }
    }
    promises += store.list(.pod).compactMap { pod in
      guard let pod = pod.as(Pod.self), pod.isActive, pod.spec.nodeName.isEmpty else { return nil }
      return Promise(
        component: .scheduler,
        object: pod.id,
        wanted: 1,
        found: 0,
        counted: Localized("node", "노드"),
        obstacle: finder.obstacle(toCondition: .podScheduled, of: pod.id)
      )
    }
    promises += store.list(.node).compactMap { node in
      guard node.as(Node.self)?.isReady == false else { return nil }
      return Promise(
        component: .nodeController,
        object: node.id,
        wanted: 1,
        found: 0,
        counted: Localized("node Ready", "Ready 노드"),
        obstacle: finder.obstacle(toCondition: .ready, of: node.id)
      )
    }
    return promises
  }

  /// What is asked for one object of a controller; nil for one of which nothing is counted.
  private init?(_ object: Object, _ component: Component, _ finder: ObstacleFinder) {
    self.component = component
    self.object = object.id
    func number(_ name: String) -> Int64 { object.body["status"]?[name]?.int ?? 0 }
    let path: String
    switch object.kind {
    case .replicaSet, .replicationController, .deployment, .daemonSet:
      guard let aim = Promise.aim(object, number) else { return nil }
      (wanted, path, counted) = aim
    case .job:
      guard let job = object.as(Job.self), !job.isFinished || job.status.condition(.failed) != nil else {
        wanted = object.body["spec"]?["completions"]?.int ?? 1
        found = wanted
        counted = Localized("completions", "완료")
        return
      }
      wanted = Int64(job.spec.completions ?? 1)
      path = "succeeded"
      counted = Localized("completions", "완료")
    default: return nil
    }
    found = number(path)
    if found == wanted { return }
    obstacle =
      object.kind == .job
      ? finder.obstacle(toCondition: .complete, of: object.id)
      : finder.obstacle(
        toNumber: wanted,
        isMore: found < wanted,
        at: ValuePath([.member("status"), .member(path)]),
        of: object.id
      )
  }
}

extension Promise {
  /// What is asked of an object that keeps Pods, the field of its status that tells how far it is, and what that
  /// counts; nil where nothing is asked and nothing is there, as of an old revision.
  ///
  /// With enough Pods ready it may still be on its way to another revision: then what counts is what `rollout status`
  /// would wait for.
  private static func aim(_ object: Object, _ number: (String) -> Int64) -> (Int64, String, Localized)? {
    let rolls = object.kind == .deployment || object.kind == .daemonSet
    let generation = object.metadata.generation
    if rolls, number("observedGeneration") < generation {
      return (Int64(generation), "observedGeneration", .generationsSeen)
    }
    if object.kind == .daemonSet {
      let wanted = number("desiredNumberScheduled")
      let isStale = number("numberReady") >= wanted && number("updatedNumberScheduled") < wanted
      return isStale ? (wanted, "updatedNumberScheduled", .podsUpToDate) : (wanted, "numberReady", .podsReady)
    }
    let wanted = object.body["spec"]?["replicas"]?.int ?? 1
    if wanted == 0 { return number("replicas") == 0 ? nil : (wanted, "replicas", .podsReady) }
    guard rolls, number("readyReplicas") >= wanted else { return (wanted, "readyReplicas", .podsReady) }
    if number("updatedReplicas") < wanted { return (wanted, "updatedReplicas", .podsUpToDate) }
    return number("replicas") > wanted ? (wanted, "replicas", .podsLeft) : (wanted, "readyReplicas", .podsReady)
  }
}

extension Narrator {
  /// Each promise with how far it is from kept and why it is not closing.
  package func promises(in timeline: Timeline) -> [String] {
    Promise.all(in: timeline).flatMap { promise in
      let state = text(promise.isKept ? .kept : .notKept)
      let numbers = "\(promise.found)/\(promise.wanted) " + text(promise.counted)
      let columns = promise.component.description.padded(toCells: 24) + promise.object.text.padded(toCells: 20)
      let line = "\(columns) \(numbers.padded(toCells: 18)) \(state)"
      return [line] + (promise.obstacle.map { ["  " + shortLine($0)] } ?? [])
    }
  }

  /// All promises that are not kept, in one line; nil where all are.
  package func promiseLine(in timeline: Timeline) -> String? {
    let open = Promise.all(in: timeline).filter { !$0.isKept }
    guard let first = open.first else { return nil }
    let parts = open.prefix(3).map { "\($0.object.text) \($0.found)/\($0.wanted)" }
    let more = open.count > 3 ? [text(.more(open.count - 3))] : []
    let reason = first.obstacle.map { " — " + shortLine($0) } ?? ""
    return text(.promiseIs) + (parts + more).joined(separator: ", ") + reason
  }

  /// `container main cannot start: … (waits for its back-off to end at +45.2s)`.
  private func shortLine(_ obstacle: Obstacle) -> String {
    let fact = text(obstacle.fact)
    let short = fact.count > Narrator.factLength ? String(fact.prefix(Narrator.factLength - 1)) + "…" : fact
    return short + text(.waiting(obstacle.awaits))
  }

  /// How many characters of a fact a promise shows; `why not` tells all of it.
  private static let factLength = 100
}

extension Localized {
  fileprivate static let podsReady = Localized("Pods ready", "준비된 파드")
  fileprivate static let podsUpToDate = Localized("Pods up to date", "최신 파드")
  fileprivate static let podsLeft = Localized("Pods in all", "전체 파드")
  fileprivate static let generationsSeen = Localized("generations seen", "확인한 세대")
  static let kept = Localized("kept", "지켜짐")
  static let notKept = Localized("not yet", "아직 아님")
  static let promiseIs = Localized("promised: ", "약속: ")
  static func waiting(_ what: Localized) -> Localized {
    Localized(" (waits for: \(what.english))", " (기다림: \(what.korean))")
  }
}
