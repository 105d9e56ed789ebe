import Objects

/// `kubectl cluster-info`.
enum ClusterInfoVerb {
  static let verb = Verb(
    "cluster-info",
    manual: Manual(
      "tell where the control plane answers",
      "컨트롤 플레인의 주소를 알려 줍니다",
      examples: "cluster-info",
      "kubectl cluster-info"
    ),
    flags: FlagTable([]),
    run: run
  )

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if !call.words.isEmpty { throw .notSimulated("cluster-info \(call.arguments.joined(separator: " "))") }
    context.output.print("Kubernetes control plane is running at https://127.0.0.1:6443")
    context.output.print("")
    context.output.print("To further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.")
  }
}

/// `kubectl top`, which needs a metrics server; the cluster has none.
enum TopVerbs {
  static let node = Verb(
    "top",
    "node",
    manual: Manual(
      "show what nodes use; no metrics server runs here, so it always says so",
      "노드의 사용량을 봅니다. 메트릭 서버가 없어 늘 없다고 답합니다",
      usage: "[NODE]",
      takes: Grammar([.named(.node)]),
      examples: "top node",
      "top node node-1"
    ),
    flags: flags,
    run: run
  )
  static let pod = Verb(
    "top",
    "pod",
    manual: Manual(
      "show what Pods use; no metrics server runs here, so it always says so",
      "파드의 사용량을 봅니다. 메트릭 서버가 없어 늘 없다고 답합니다",
      usage: "[POD]",
      takes: Grammar([.named(.pod)]),
      examples: "top pod",
      "top pod web"
    ),
    flags: flags,
    run: run
  )

  private static let flags = FlagTable([
    CommonFlags.allNamespaces, Flag.bool("containers"), CommonFlags.fieldSelector, Flag.bool("no-headers"),
    CommonFlags.selector, Flag.bool("show-capacity"), Flag.string("sort-by", takes: .words(["cpu", "memory"])),
    Flag.bool("sum"),
    Flag.bool("use-protocol-buffers", default: true),
  ])

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    throw .plain("Metrics API not available")
  }
}
