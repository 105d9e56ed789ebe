import Objects

/// `kubectl cordon` and `kubectl uncordon`: whether Pods may be placed on a node.
///
/// Mirrors `drain.RunCordonOrUncordon`.
enum CordonVerb {
  static let cordon = Verb(
    "cordon",
    manual: Manual(
      "keep new Pods off a node",
      "노드에 새 파드가 오지 않게 합니다",
      usage: "NODE…",
      takes: Grammar([.named(.node)]),
      examples: "cordon node-2",
      "cordon node-1 node-3 --dry-run=client"
    ),
    flags: flags
  ) { (context, call) throws(KubectlError) in
    try run(&context, call, unschedulable: true)
  }
  static let uncordon = Verb(
    "uncordon",
    manual: Manual(
      "let new Pods onto a node again",
      "노드에 다시 파드가 올 수 있게 합니다",
      usage: "NODE…",
      takes: Grammar([.named(.node)]),
      examples: "uncordon node-2",
      "uncordon node-1 node-3"
    ),
    flags: flags
  ) { (context, call) throws(KubectlError) in
    try run(&context, call, unschedulable: false)
  }

  private static let flags = FlagTable([CommonFlags.dryRun, CommonFlags.selector])

  private static func run(
    _ context: inout KubectlContext,
    _ call: Invocation,
    unschedulable: Bool
  ) throws(KubectlError) {
    let verb = unschedulable ? "cordon" : "uncordon"
    let nodes = try NodeArguments.query(call, verb: verb, context)
    let dryRun = try DryRun(call)
    let found = try context.find(nodes, call)
    // All nodes are looked up before any is changed, and the first that is missing ends it.
    if let first = found.errors.first { throw first }
    for (node, _) in found.objects { try set(unschedulable, on: node, dryRun, &context) }
  }

  /// Sets `spec.unschedulable` and prints what was done.
  static func set(
    _ unschedulable: Bool,
    on node: Object,
    _ dryRun: DryRun,
    _ context: inout KubectlContext
  ) throws(KubectlError) {
    let done = unschedulable ? "cordoned" : "uncordoned"
    let line = "node/\(node.metadata.name) "
    guard (node.body["spec"]?["unschedulable"]?.bool ?? false) != unschedulable else {
      context.output.print(line + "already \(done)" + dryRun.suffix)
      return
    }
    let value: Value = unschedulable ? true : .null
    _ = try context.merge(["spec": ["unschedulable": value]], into: node, dryRun: dryRun)
    context.output.print(line + done + dryRun.suffix)
  }
}

/// How `cordon`, `uncordon` and `drain` read their arguments: names of nodes, or a selector.
enum NodeArguments {
  static func query(
    _ call: Invocation,
    verb: String,
    _ context: KubectlContext
  ) throws(KubectlError) -> ObjectQuery {
    let hasSelector = !call[CommonFlags.selector].isEmpty
    if call.words.isEmpty, !hasSelector { throw call.usage("USAGE: \(verb) NODE [flags]") }
    if !call.words.isEmpty, hasSelector {
      throw call.usage("cannot specify both a node name and a --selector option")
    }
    let words = call.words.map { $0.text.contains("/") ? $0 : Word("node/\($0.text)", at: $0.range) }
    return try ObjectQuery(
      call,
      words: hasSelector ? [Word("nodes", at: 0..<0)] : words,
      context: context
    )
  }
}
