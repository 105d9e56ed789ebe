import APIServer
import Basics
import Objects

/// `kubectl drain`: cordons a node and evicts its Pods.
///
/// Mirrors `pkg/drain`. There are no PodDisruptionBudgets, so no eviction is refused.
enum DrainVerb {
  static let verb = Verb("drain", flags: flags, run: run)

  private static let deleteEmptyDirData = Flag.bool("delete-emptydir-data")
  private static let disableEviction = Flag.bool("disable-eviction")
  private static let ignoreDaemonSets = Flag.bool("ignore-daemonsets")
  private static let podSelector = Flag.string("pod-selector")

  private static let flags = FlagTable(
    [
      CommonFlags.chunkSize, deleteEmptyDirData, disableEviction, CommonFlags.dryRun, CommonFlags.force,
      CommonFlags.gracePeriod, ignoreDaemonSets, podSelector, CommonFlags.selector, CommonFlags.timeout,
    ],
    refused: ["skip-wait-for-delete-timeout"]
  )

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let query = try NodeArguments.query(call, verb: "drain", context)
    let dryRun = try DryRun(call)
    let nodes = try context.find(query, call)
    try nodes.throwErrors()
    for (node, _) in nodes.objects { try CordonVerb.set(true, on: node, dryRun, &context) }
    var failures: [(node: String, errors: [KubectlError])] = []
    for (node, _) in nodes.objects {
      let name = node.metadata.name
      do throws(KubectlError) {
        try drain(name, call, dryRun, &context)
        guard context.output.exit == 0 else { return }
        context.output.print("node/\(name) drained\(dryRun.suffix)")
      } catch {
        let errors = if case .several(let errors) = error { errors } else { [error] }
        failures.append((name, errors))
      }
    }
    if !failures.isEmpty { throw report(failures) }
  }

  private static func report(_ failures: [(node: String, errors: [KubectlError])]) -> KubectlError {
    var text = ""
    for failure in failures {
      let lines = failure.errors.map(\.line)
      let all = lines.count == 1 ? lines[0] : "[\(lines.joined(separator: ", "))]"
      text += "error: unable to drain node \(failure.node.goQuoted) due to error: \(all), continuing command...\n"
    }
    text += "There are pending nodes to be drained:\n" + failures.map { " \($0.node)\n" }.joined()
    return .verbatim(text + failures.flatMap(\.errors).map { $0.line + "\n" }.joined())
  }

  private static func drain(
    _ node: String,
    _ call: Invocation,
    _ dryRun: DryRun,
    _ context: inout KubectlContext
  ) throws(KubectlError) {
    let filter = DrainFilter(
      force: call[CommonFlags.force],
      ignoresDaemonSets: call[ignoreDaemonSets],
      deletesEmptyDirs: call[deleteEmptyDirData]
    )
    let labels: LabelQuery
    do throws(LabelQueryError) { labels = try LabelQuery.parse(call[podSelector]) } catch { throw .plain(error.text) }
    let pods = context.list(.pod, in: nil).compactMap { $0.as(Pod.self) }
      .filter { $0.spec.nodeName == node && labels.matches($0.metadata.labels) }
    let sorted = filter.sort(pods, context.store)
    if !sorted.errors.isEmpty { throw .several(sorted.errors.map { .plain($0) }) }
    if !sorted.warnings.isEmpty { context.output.warn("Warning: " + sorted.warnings.joined(separator: "; ")) }
    let verb = call[disableEviction] ? ("deleting", "deleted") : ("evicting", "evicted")
    for pod in sorted.evicted {
      context.output.print("\(verb.0) pod \(pod.metadata.key)\(dryRun.suffix)")
      if dryRun == .none { try context.evict(pod, call) }
    }
    guard dryRun == .none else { return }
    try context.waitForDeletion(of: sorted.evicted.map { Object($0) }, timeout: call[CommonFlags.timeout])
    guard context.output.exit == 0 else { return }
    for pod in sorted.evicted { context.output.print("pod/\(pod.metadata.name) \(verb.1)") }
  }
}

extension KubectlContext {
  /// Mirrors `EvictionREST`: the Pod is told why it goes, and is deleted.
  fileprivate mutating func evict(_ pod: Pod, _ call: Invocation) throws(KubectlError) {
    let asked = Int(call[CommonFlags.gracePeriod])
    do throws(APIError) {
      var evicted = pod
      evicted.status.conditions.append(
        Condition(
          .disruptionTarget,
          .true,
          reason: "EvictionByEvictionAPI",
          message: "Eviction API: evicting",
          lastTransitionTime: now,
          observedGeneration: pod.metadata.generation
        )
      )
      _ = try update(Object(evicted).value, of: Object(pod), subresource: .status)
      try delete(Object(pod).id, DeleteOptions(gracePeriodSeconds: asked < 0 ? nil : asked))
    } catch {
      if case .notFound = error { return }
      throw .server(
        error,
        context: "error when evicting pods/\(pod.metadata.name.goQuoted) -n \(pod.metadata.namespace.goQuoted)"
      )
    }
  }
}
