import Objects

/// `kubectl set serviceaccount`: changes the ServiceAccount of Pod templates.
///
/// Mirrors `pkg/cmd/set/set_serviceaccount.go`.
enum SetServiceAccountVerb {
  static let verb = Verb("set", "serviceaccount", manual: manual, flags: PodSpecChange.flagsWithoutSelector, run: run)

  private static let manual = Manual(
    "change the ServiceAccount of Pod templates",
    "파드 템플릿의 서비스 어카운트를 바꿉니다",
    usage: "(TYPE NAME… | TYPE/NAME…) SERVICEACCOUNT",
    takes: PodSpecChange.grammar(.named(.serviceAccount)),
    examples: "set serviceaccount deployment shop default",
    "set serviceaccount rs/web default --dry-run=client"
  )

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    guard let account = call.words.last else { throw .plain("serviceaccount is required") }
    let resources = Array(call.words.dropLast())
    if resources.isEmpty, call[CommonFlags.filename].isEmpty { throw .plain(ResourceArguments.missingResource) }
    try PodSpecChange.run(&context, call, resources, .serviceAccount) { (_, _) throws(KubectlError) in
      ["serviceAccount": .string(account.text), "serviceAccountName": .string(account.text)]
    }
  }
}
