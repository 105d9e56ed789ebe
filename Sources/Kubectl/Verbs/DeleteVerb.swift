import APIServer
import Basics
import Objects

/// `kubectl delete`: deletes objects and waits until they are gone.
///
/// Mirrors `pkg/cmd/delete`.
enum DeleteVerb {
  static let verb = Verb("delete", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "delete objects, and wait until they are gone",
    "오브젝트를 삭제하고 사라질 때까지 기다립니다",
    usage: "(TYPE NAME… | TYPE/NAME… | -f FILE)",
    takes: Grammar([.type(), .name], [.object()]),
    values: ["output": .words(["name"])],
    examples: "delete pod web",
    "delete rs web --cascade=orphan"
  )

  private static let now = Flag.bool("now")

  private static let flags =
    FlagTable(
      [
        CommonFlags.all, CommonFlags.allNamespaces, CommonFlags.cascade, CommonFlags.dryRun, CommonFlags.fieldSelector,
        CommonFlags.force, CommonFlags.gracePeriod, CommonFlags.ignoreNotFound, now, CommonFlags.output,
        CommonFlags.selector, CommonFlags.timeout, CommonFlags.wait,
      ],
      refused: [.init("interactive", "i", unless: "false"), "raw"]
    ) + CommonFlags.files

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    var deletion = Deletion(
      propagation: try propagation(call, &context),
      dryRun: try DryRun(call),
      output: call[CommonFlags.output]
    )
    deletion.gracePeriod = try gracePeriod(call)
    let selects = !call[CommonFlags.selector].isEmpty || !call[CommonFlags.fieldSelector].isEmpty
    if call[CommonFlags.all], selects {
      // The blank at the end is kubectl's.
      throw .plain("setting 'all' parameter but found a non empty selector. ")
    }
    let query = try ObjectQuery(call, all: call[CommonFlags.all], context: context)
    var errors: [KubectlError] = []
    let targets = try context.targets(query, call, errors: &errors)
    if !["", "name"].contains(deletion.output) {
      throw .plain("unexpected -o output mode: \(deletion.output). We only support '-o name'")
    }
    if call[CommonFlags.force] {
      guard let period = deletion.gracePeriod, period <= 0 else {
        throw .plain("--force and --grace-period greater than 0 cannot be specified together")
      }
      context.output.warn(
        "Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. "
          + "The resource may continue to run on the cluster indefinitely."
      )
    }
    let ignoresMissing = call.given(CommonFlags.ignoreNotFound) ?? (call[CommonFlags.all] || selects)
    if !call[CommonFlags.namespace].isEmpty, !call[CommonFlags.allNamespaces],
      targets.contains(where: { !$0.id.kind.isNamespaced })
    {
      context.output.warn("Warning: deleting cluster-scoped resources, not scoped to the provided namespace")
    }
    let doomed = deletion.delete(targets, ignoresMissing: ignoresMissing, &context, errors: &errors)
    if !errors.isEmpty { throw .several(errors) }
    if targets.isEmpty { context.output.print("No resources found") }
    guard call[CommonFlags.wait], deletion.dryRun == .none else { return }
    try context.waitForDeletion(of: doomed, timeout: call[CommonFlags.timeout])
  }

  /// Mirrors `cmdutil.GetCascadingStrategy`; the boolean values of old are still understood.
  static func propagation(
    _ call: Invocation,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> DeleteOptions.Propagation {
    let text = call[CommonFlags.cascade]
    if let old = try? GoNumbers.bool(text) {
      let new = old ? "background" : "orphan"
      context.output.warn(
        "warning: --cascade=\(text) is deprecated (boolean value) and can be replaced with --cascade=\(new)."
      )
      return old ? .background : .orphan
    }
    switch text {
    case "background": return .background
    case "foreground": return .foreground
    case "orphan": return .orphan
    default:
      throw .plain("invalid cascade value (\(text)). Must be \"background\", \"foreground\", or \"orphan\"")
    }
  }

  /// Seconds; nil for each object's own.
  private static func gracePeriod(_ call: Invocation) throws(KubectlError) -> Int? {
    let asked = Int(call[CommonFlags.gracePeriod])
    if call[now] {
      if asked >= 0 { throw .plain("--now and --grace-period cannot be specified together") }
      return 1
    }
    if call[CommonFlags.force] { return max(asked, 0) }
    // Without --force a period of 0 waits for the kubelet all the same.
    if asked == 0 { return 1 }
    return asked < 0 ? nil : asked
  }
}

/// How the objects of one command are deleted.
struct Deletion {
  var propagation: DeleteOptions.Propagation
  var dryRun: DryRun
  var output = ""
  /// Seconds; nil for each object's own.
  var gracePeriod: Int?

  /// Deletes `targets` and prints a line for each; those that were there.
  func delete(
    _ targets: [ObjectQuery.Target],
    ignoresMissing: Bool,
    _ context: inout KubectlContext,
    errors: inout [KubectlError]
  ) -> [Object] {
    var doomed: [Object] = []
    for target in targets {
      do throws(APIError) {
        let object = try context.get(target.id)
        let options = DeleteOptions(
          gracePeriodSeconds: gracePeriod,
          propagation: propagation,
          dryRun: dryRun == .server
        )
        if dryRun != .client { try context.delete(target.id, options) }
        doomed.append(object)
        context.output.print(line(target.id))
      } catch {
        if ignoresMissing, case .notFound = error { continue }
        errors.append(.server(error, context: target.source.map { "error when deleting \($0.goQuoted)" }))
      }
    }
    return doomed
  }

  private func line(_ id: ObjectID) -> String {
    let prefix = id.kind.qualifiedSingular
    if output == "name" { return "\(prefix)/\(id.key.name)" }
    let done = (gracePeriod == 0 ? "force deleted" : "deleted") + dryRun.suffix
    let place = id.kind.isNamespaced ? " from \(id.key.namespace) namespace" : ""
    return "\(prefix) \"\(id.key.name)\" \(done)\(place)"
  }
}

extension KubectlContext {
  /// Deletes objects in whose place others are to be made. Where time is held still and they would not be gone at once,
  /// it throws, and all stays as it was.
  mutating func makeRoom(
    _ dryRun: DryRun,
    _ delete: (inout KubectlContext) throws(KubectlError) -> [Object]
  ) throws(KubectlError) -> [Object] {
    var ahead = self
    let doomed = try delete(&ahead)
    if !mayWait, dryRun == .none,
      let left = doomed.first(where: { ahead.store[$0.id]?.metadata.uid == $0.metadata.uid })
    {
      throw .notSimulated(
        "waiting for \(left.kind.qualifiedSingular)/\(left.metadata.name) to go while time is held still (set mode auto; "
          + "or delete it, step until it has gone, and create)"
      )
    }
    self = ahead
    return doomed
  }

  /// Lets time pass until the objects are gone; a new object of the same name does not count.
  mutating func waitForDeletion(of objects: [Object], timeout: Interval = .zero) throws(KubectlError) {
    let week = Interval.hours(168)
    let remaining = { (store: Store) in
      objects.filter { store[$0.id]?.metadata.uid == $0.metadata.uid }
    }
    guard mayWait, !wait(timeout == .zero ? week : timeout, until: { remaining($0).isEmpty }) else { return }
    if isInterrupted {
      output.exit = 1
      return
    }
    throw .several(
      remaining(store).map { .plain("timed out waiting for the condition on \($0.kind.plural)/\($0.metadata.name)") }
    )
  }
}
