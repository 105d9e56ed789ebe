import APIServer
import Basics
import Cluster
import Objects

/// Which Pod stands for a controller, where a line names the controller: `logs deploy/web`, `exec deploy/web`.
///
/// Mirrors `polymorphichelpers.GetFirstPod` and what calls it.
struct PodChoice {
  enum Purpose {
    case logs, exec
  }

  private let owner: Object
  private let purpose: Purpose
  /// How long a Pod is waited for where there is none.
  private let timeout: Interval

  init(_ owner: Object, purpose: Purpose, timeout: Interval) {
    self.owner = owner
    self.purpose = purpose
    self.timeout = timeout
  }

  /// The Pods that the controller selects, the best one first; waits for one where there is none.
  func pods(in context: inout KubectlContext) throws(KubectlError) -> [Pod] {
    let selector = try selector()
    let namespace = owner.metadata.namespace
    func matches(_ object: Object) -> Bool { selector.matches(object.metadata.labels) }
    let isThere = context.wait(timeout) { store in
      store.list(.pod, in: namespace).contains(where: matches)
    }
    if context.isInterrupted { throw .interrupted }
    guard isThere else { throw .plain("timed out waiting for the condition") }
    let found = context.list(.pod, in: namespace).filter(matches).compactMap { $0.as(Pod.self) }
    switch purpose {
    case .logs: return found.sorted(by: PodChoice.precedesForLogs)
    case .exec: return found.sorted { PodChoice.isLessActive($1, $0) }
    }
  }

  /// Mirrors `polymorphichelpers.SelectorsForObject`.
  private func selector() throws(KubectlError) -> LabelSelector {
    let verb = purpose == .logs ? "get the logs from" : "attach to"
    let type = "*v1.\(owner.kind.name)"
    guard owner.kind.podSpecPath != nil || owner.kind == .service, owner.kind != .cronJob else {
      throw .plain("cannot \(verb) \(type): selector for \(type) not implemented")
    }
    let fields = owner.body["spec"]?["selector"]?.object ?? Fields()
    guard owner.kind == .replicationController || owner.kind == .service else { return LabelSelector(fields: fields) }
    if fields.isEmpty, owner.kind == .service {
      let name = owner.metadata.name
      throw .plain("cannot \(verb) \(type): invalid service '\(name)': Service is defined without a selector")
    }
    return LabelSelector(fields: ["matchLabels": .object(fields)])
  }

  /// Whether the log of the left Pod is the better one to read.
  ///
  /// Mirrors `podutils.ByLogging`; a phase that it does not name ranks with Running.
  private static func precedesForLogs(_ left: Pod, _ right: Pod) -> Bool {
    func rank(_ pod: Pod) -> (Int, Int, Int) {
      let phase = [PodPhase.unknown: 1, .pending: 2][pod.status.phase ?? .running] ?? 0
      return (pod.spec.nodeName.isEmpty ? 1 : 0, phase, pod.isReady ? 0 : 1)
    }
    if rank(left) != rank(right) { return rank(left) < rank(right) }
    if left.isReady, let first = left.readySince, let second = right.readySince, first != second {
      return first < second
    }
    if left.restarts != right.restarts { return left.restarts > right.restarts }
    return isOlder(left, right)
  }

  /// Whether the left Pod is the less useful one to run a command in.
  ///
  /// Mirrors `podutils.ActivePods`.
  private static func isLessActive(_ left: Pod, _ right: Pod) -> Bool {
    func rank(_ pod: Pod) -> (Int, Int, Int, Int) {
      let phase = [PodPhase.unknown: 1, .running: 2][pod.status.phase ?? .pending] ?? 0
      let isDeleted = pod.metadata.isBeingDeleted
      return (pod.spec.nodeName.isEmpty ? 0 : 1, phase, pod.isReady ? 1 : 0, isDeleted ? 0 : 1)
    }
    if rank(left) != rank(right) { return rank(left) < rank(right) }
    if let first = left.metadata.deletionTimestamp, let second = right.metadata.deletionTimestamp, first != second {
      return first < second
    }
    if left.isReady, let first = left.readySince, let second = right.readySince, first != second {
      return first > second
    }
    if left.restarts != right.restarts { return left.restarts > right.restarts }
    return isOlder(right, left)
  }

  private static func isOlder(_ left: Pod, _ right: Pod) -> Bool {
    if let first = left.metadata.creationTimestamp, let second = right.metadata.creationTimestamp, first != second {
      return first < second
    }
    return left.metadata.key < right.metadata.key
  }
}

extension Pod {
  fileprivate var readySince: Instant? { status.condition(.ready)?.lastTransitionTime }
  fileprivate var restarts: Int { status.containerStatuses.map(\.restartCount).max() ?? 0 }
}
