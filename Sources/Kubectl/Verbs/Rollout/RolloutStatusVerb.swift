import APIServer
import Basics
import Objects

/// `kubectl rollout status`: follows a rollout until it is through.
///
/// Mirrors `pkg/cmd/rollout/rollout_status.go` and polymorphichelpers' `StatusViewer`.
enum RolloutStatusVerb {
  static let verb = Verb("rollout", "status", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "follow a rollout until it is through",
    "롤아웃이 끝날 때까지 지켜봅니다",
    usage: "(TYPE NAME… | TYPE/NAME… | -f FILE)",
    takes: Grammar(
      [.type([.deployment, .daemonSet, .statefulSet]), .name],
      [.object([.deployment, .daemonSet, .statefulSet])]
    ),
    examples: "rollout status deployment/shop",
    "rollout status ds/monitor --watch=false"
  )

  private static let revision = Flag.int("revision")
  private static let watch = Flag.bool("watch", "w", default: true)

  private static let flags =
    FlagTable([revision, CommonFlags.timeout, watch]) + RolloutArguments.flags

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if call[revision] < 0 { throw .plain("revision must be a positive integer: \(call[revision])") }
    let found = try RolloutArguments.find(call, &context)
    for (object, _) in found.objects { try follow(object, call, &context) }
    try found.throwErrors()
  }

  /// Prints a line at each change of the object until one says that the rollout is through.
  private static func follow(
    _ object: Object,
    _ call: Invocation,
    _ context: inout KubectlContext
  ) throws(KubectlError) {
    var last: Int64 = 0
    var text = ""
    var failure: KubectlError?
    let limit = call[CommonFlags.timeout] == .zero ? Interval.hours(168) : call[CommonFlags.timeout]
    let mayWatch = call[watch]
    let isThrough = context.wait(mayWatch ? limit : .zero) { store in
      guard let now = store[object.id], now.metadata.resourceVersion != last else { return failure != nil }
      last = now.metadata.resourceVersion
      do throws(KubectlError) {
        let status = try RolloutStatus(now, revision: call[revision])
        text += status.line + "\n"
        return status.isThrough
      } catch {
        failure = error
        return true
      }
    }
    context.output.say(text)
    if let failure { throw failure }
    guard !isThrough, mayWatch, context.mayWait else { return }
    if context.isInterrupted {
      context.output.exit = 1
      return
    }
    throw .plain("timed out waiting for the condition")
  }
}

/// How far a rollout is, in kubectl's words.
private struct RolloutStatus {
  var line: String
  var isThrough = false

  /// Throws where a Deployment is not at `revision`; 0 stands for whichever it is at.
  init(_ object: Object, revision: Int64) throws(KubectlError) {
    switch object.kind {
    case .deployment:
      let running = object.metadata.annotations[Deployment.revisionAnnotation].flatMap { Int64($0) } ?? 0
      if revision > 0, revision != running {
        throw .plain("desired revision (\(revision)) is different from the running revision (\(running))")
      }
      self = try RolloutStatus.ofDeployment(object)
    case .daemonSet: self = try RolloutStatus.ofDaemonSet(object)
    case .statefulSet: throw .notSimulated("rollout status of StatefulSets")
    default:
      throw .plain("no status viewer has been implemented for \(object.kind.name).\(object.kind.group)")
    }
  }

  private init(line: String, isThrough: Bool = false) {
    self.line = line
    self.isThrough = isThrough
  }

  private static func ofDeployment(_ object: Object) throws(KubectlError) -> RolloutStatus {
    let name = object.metadata.name.goQuoted
    guard object.metadata.generation <= object.number("status", "observedGeneration") else {
      return RolloutStatus(line: "Waiting for deployment spec update to be observed...")
    }
    let conditions = object.body["status"]?["conditions"]?.array ?? []
    if conditions.contains(where: { $0["reason"]?.string == "ProgressDeadlineExceeded" }) {
      throw .plain("deployment \(name) exceeded its progress deadline")
    }
    let wanted = object.body["spec"]?["replicas"]?.int ?? 1
    let all = object.number("status", "replicas")
    let updated = object.number("status", "updatedReplicas")
    let available = object.number("status", "availableReplicas")
    let start = "Waiting for deployment \(name) rollout to finish: "
    if updated < wanted {
      return RolloutStatus(line: start + "\(updated) out of \(wanted) new replicas have been updated...")
    }
    if all > updated {
      return RolloutStatus(line: start + "\(all - updated) old replicas are pending termination...")
    }
    if available < updated {
      return RolloutStatus(line: start + "\(available) of \(updated) updated replicas are available...")
    }
    return RolloutStatus(line: "deployment \(name) successfully rolled out", isThrough: true)
  }

  private static func ofDaemonSet(_ object: Object) throws(KubectlError) -> RolloutStatus {
    guard object.body["spec"]?["updateStrategy"]?["type"]?.string == "RollingUpdate" else {
      throw .plain("rollout status is only available for RollingUpdate strategy type")
    }
    let name = object.metadata.name.goQuoted
    guard object.metadata.generation <= object.number("status", "observedGeneration") else {
      return RolloutStatus(line: "Waiting for daemon set spec update to be observed...")
    }
    let wanted = object.number("status", "desiredNumberScheduled")
    let updated = object.number("status", "updatedNumberScheduled")
    let available = object.number("status", "numberAvailable")
    let start = "Waiting for daemon set \(name) rollout to finish: "
    if updated < wanted {
      return RolloutStatus(line: start + "\(updated) out of \(wanted) new pods have been updated...")
    }
    if available < wanted {
      return RolloutStatus(line: start + "\(available) of \(wanted) updated pods are available...")
    }
    return RolloutStatus(line: "daemon set \(name) successfully rolled out", isThrough: true)
  }
}
