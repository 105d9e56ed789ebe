import Objects

/// `kubectl set resources`: changes what containers ask for and may take at most.
///
/// Mirrors `pkg/cmd/set/set_resources.go`.
enum SetResourcesVerb {
  static let verb = Verb("set", "resources", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "change requests and limits of containers",
    "컨테이너의 리소스 요청과 제한을 바꿉니다",
    usage: "(TYPE NAME… | TYPE/NAME…) --requests=AMOUNTS --limits=AMOUNTS",
    takes: PodSpecChange.grammar(),
    examples: "set resources deployment shop --requests=cpu=100m,memory=64Mi",
    "set resources deployment shop -c nginx --limits=memory=128Mi"
  )

  private static let containers = Flag.string("containers", "c", default: "*", takes: .container)
  private static let limits = Flag.string("limits", takes: .free("AMOUNTS"))
  private static let requests = Flag.string("requests", takes: .free("AMOUNTS"))

  private static let flags = FlagTable([containers, limits, requests]) + PodSpecChange.flags

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    var resources = Fields()
    try PodSpecChange.run(
      &context,
      call,
      call.words,
      .resources,
      check: { () throws(KubectlError) in resources = try amounts(call) },
      patch: { (spec, mistakes) throws(KubectlError) in
        let found = PodSpecChange.containers(of: spec, matching: call[containers])
        if found.isEmpty { mistakes.append(PodSpecChange.noContainer(call[containers])) }
        var lists = Fields()
        for (list, container) in found {
          let change: Value = ["name": container["name"] ?? "", "resources": .object(resources)]
          lists[list] = .array((lists[list]?.array ?? []) + [change])
        }
        return lists
      }
    )
  }

  private static func amounts(_ call: Invocation) throws(KubectlError) -> Fields {
    if call[limits].isEmpty, call[requests].isEmpty {
      throw .plain("you must specify an update to requests or limits (in the form of --requests/--limits)")
    }
    var resources = Fields()
    for (flag, member) in [(limits, "limits"), (requests, "requests")] where !call[flag].isEmpty {
      resources[member] = .object(try CreateQuotaVerb.resources(call[flag]))
    }
    return resources
  }
}
