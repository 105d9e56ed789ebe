import Objects

/// `kubectl set serviceaccount`: changes the ServiceAccount of Pod templates.
///
/// Mirrors `pkg/cmd/set/set_serviceaccount.go`.
enum SetServiceAccountVerb {
  static let verb = Verb("set", "serviceaccount", flags: PodSpecChange.flagsWithoutSelector, run: run)

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    guard let account = call.words.last else { throw .plain("serviceaccount is required") }
    let resources = Array(call.words.dropLast())
    if resources.isEmpty, call[CommonFlags.filename].isEmpty { throw .plain(ResourceArguments.missingResource) }
    try PodSpecChange.run(&context, call, resources, done: "serviceaccount updated") { (_) throws(KubectlError) in
      ["serviceAccount": .string(account.text), "serviceAccountName": .string(account.text)]
    }
  }
}
