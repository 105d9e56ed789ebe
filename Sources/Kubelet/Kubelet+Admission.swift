import APIServer
import Basics
import Machinery
import Objects

/// Whether the node takes a Pod that is bound to it, whoever bound it: only the scheduler asks before.
///
/// Mirrors `lifecycle.predicateAdmitHandler`, `scheduler.AdmissionCheck` and `Kubelet.rejectPod`.
extension Kubelet {
  /// Why a Pod is turned away.
  private struct Rejection {
    /// `OutOfcpu`, `NodeAffinity`: what the status and the Event show.
    var reason: String
    var message: String

    init(_ shortage: Shortage) {
      reason = "OutOf\(shortage.resource)"
      message = shortage.text
    }

    init(predicate: String, _ problem: String) {
      reason = predicate
      message = "Predicate \(predicate) failed: \(problem)"
    }
  }

  /// With so many Pods of a controller turned away, no end is in sight: what becomes of the next ones is waited for no
  /// more.
  private static let mostTurnedAway = 10

  func turnsAway(_ controller: OwnerReference?) -> Bool {
    controller.map { turnedAway[$0.uid] ?? 0 >= Kubelet.mostTurnedAway } ?? false
  }

  /// Lets the Pod in, or turns it away; whether it is in.
  mutating func admit(_ turn: inout PodTurn) -> Bool {
    let controller = turn.pod.metadata.controllerRef?.uid
    let rejection = turn.pod.metadata.isBeingDeleted ? nil : rejection(turn)
    if let controller { turnedAway[controller] = rejection == nil ? nil : (turnedAway[controller] ?? 0) + 1 }
    if let rejection { reject(rejection, &turn) } else { turn.worker.isAdmitted = true }
    return rejection == nil
  }

  /// Why the node cannot take the Pod; the first reason where there are several, nil where there is none.
  private func rejection(_ turn: PodTurn) -> Rejection? {
    guard let node = turn.store[ObjectID(.node, name: self.node)]?.as(Node.self) else { return nil }
    let spec = turn.pod.spec.value
    let shortages = Shortage.all(
      of: turn.worker.requests,
      on: node,
      used: workers.requested,
      count: workers.admitted
    )
    if let shortage = shortages.first { return Rejection(shortage) }
    if !NodeSelection.matches(spec, node) {
      return Rejection(predicate: "NodeAffinity", "node(s) didn't match Pod's node affinity/selector")
    }
    if hasPortTaken(spec.hostPorts) {
      return Rejection(predicate: "NodePorts", "node(s) didn't have free ports for the requested pod ports")
    }
    let evicting = node.taints.first { taint in
      taint.effect == .noExecute && !spec.tolerations.contains { $0.tolerates(taint) }
    }
    return evicting.map { _ in Rejection(predicate: "TaintToleration", "node(s) had untolerated taint(s)") }
  }

  private func hasPortTaken(_ wanted: [HostPort]) -> Bool {
    if wanted.isEmpty { return false }
    var isTaken = false
    workers.forEachUnordered { worker in
      guard worker.usesNode, let pod = worker.pod else { return }
      if pod.spec.value.hostPorts.conflict(with: wanted) { isTaken = true }
    }
    return isTaken
  }

  /// The Pod fails before any of it has begun; there is nothing to clean up.
  private func reject(_ rejection: Rejection, _ turn: inout PodTurn) {
    turn.tell(.rejected(reason: rejection.reason, message: rejection.message))
    turn.note(rejection.reason, rejection.message, warning: true)
    turn.worker.stage = .finished
    var status = PodStatus()
    status.phase = .failed
    status.reason = rejection.reason
    status.message = "Pod was rejected: \(rejection.message)"
    status.startTime = turn.worker.startTime.wholeSecond
    status.qosClass = turn.pod.status.qosClass
    status.observedGeneration = turn.pod.metadata.generation
    status.conditions = turn.pod.status.conditions
    turn.worker.reported = Boxed(status)
    var rejected = turn.pod
    rejected.status = status
    turn.reaction.send(.updateStatus(Object(rejected)))
  }
}
