import Objects

/// `kubectl cluster-info`.
enum ClusterInfoVerb {
  static let verb = Verb("cluster-info", flags: FlagTable([]), run: run)

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if !call.words.isEmpty { throw .notSimulated("cluster-info \(call.arguments.joined(separator: " "))") }
    context.output.print("Kubernetes control plane is running at https://127.0.0.1:6443")
    context.output.print("")
    context.output.print("To further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.")
  }
}

/// `kubectl top`, which needs a metrics server; the cluster has none.
enum TopVerbs {
  static let node = Verb("top", "node", flags: flags, run: run)
  static let pod = Verb("top", "pod", flags: flags, run: run)

  private static let flags = FlagTable([
    CommonFlags.allNamespaces, Flag.bool("containers"), CommonFlags.fieldSelector, Flag.bool("no-headers"),
    CommonFlags.selector, Flag.bool("show-capacity"), Flag.string("sort-by"), Flag.bool("sum"),
    Flag.bool("use-protocol-buffers", default: true),
  ])

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    throw .plain("Metrics API not available")
  }
}
