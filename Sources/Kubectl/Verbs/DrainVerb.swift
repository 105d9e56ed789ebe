import APIServer
import Basics
import Objects

/// `kubectl drain`: cordons a node and evicts its Pods.
///
/// Mirrors `pkg/drain`.
enum DrainVerb {
  static let verb = Verb("drain", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "cordon a node and evict its Pods",
    "노드에 파드가 새로 오지 않게 하고 있던 파드를 내보냅니다",
    usage: "NODE…",
    takes: Grammar([.named(.node)]),
    examples: "drain node-2 --ignore-daemonsets --force",
    "drain node-3 --ignore-daemonsets --force --dry-run=client"
  )

  private static let deleteEmptyDirData = Flag.bool("delete-emptydir-data")
  private static let disableEviction = Flag.bool("disable-eviction")
  private static let ignoreDaemonSets = Flag.bool("ignore-daemonsets")
  private static let podSelector = Flag.string("pod-selector", takes: .podLabels)

  static let skipWait = Flag.int("skip-wait-for-delete-timeout")

  private static let flags = FlagTable([
    CommonFlags.chunkSize, deleteEmptyDirData, disableEviction, CommonFlags.dryRun, CommonFlags.force,
    CommonFlags.gracePeriod, ignoreDaemonSets, podSelector, CommonFlags.selector, skipWait, CommonFlags.timeout,
  ])

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
      deletesEmptyDirs: call[deleteEmptyDirData],
      skipsDeletedBefore: Evictions.skipLimit(call, at: context.now)
    )
    let labels: LabelQuery
    do throws(LabelQueryError) { labels = try LabelQuery.parse(call[podSelector]) } catch { throw .plain(error.text) }
    let pods = context.list(.pod, in: nil).compactMap { $0.as(Pod.self) }
      .filter { $0.spec.nodeName == node && labels.matches($0.metadata.labels) }
    let sorted = filter.sort(pods, context.store)
    if !sorted.errors.isEmpty { throw .several(sorted.errors.map { .plain($0) }) }
    if !sorted.warnings.isEmpty { context.output.warn("Warning: " + sorted.warnings.joined(separator: "; ")) }
    if call[disableEviction], dryRun == .none { return try context.delete(sorted.evicted, call) }
    let evictions = Evictions(sorted.evicted, call, dryRun)
    try evictions.run(&context)
  }
}

extension KubectlContext {
  /// Deletes the Pods without asking their budgets, and waits until they are gone.
  fileprivate mutating func delete(_ pods: [Pod], _ call: Invocation) throws(KubectlError) {
    for pod in pods {
      output.print("deleting pod \(pod.metadata.key)")
      do throws(APIError) {
        try delete(Object(pod).id, DeleteOptions(gracePeriodSeconds: Evictions.gracePeriod(call)))
      } catch {
        if case .notFound = error { continue }
        throw .plain(error.message)
      }
    }
    try waitForDeletion(of: pods.map { Object($0) }, timeout: call[CommonFlags.timeout])
    guard output.exit == 0 else { return }
    for pod in pods { output.print("pod/\(pod.metadata.name) deleted") }
  }
}
