import Objects

/// `kubectl auth can-i`: whoever types here is the cluster's administrator, who may do everything.
enum AuthVerbs {
  static let canI = Verb(
    "auth",
    "can-i",
    manual: Manual(
      "say whether you may do something",
      "어떤 일을 해도 되는지 알려 줍니다",
      usage: "VERB TYPE[/NAME]",
      takes: Grammar([.words(APIResourcesVerb.apiVerbs), .type()]),
      examples: "auth can-i delete pods",
      "auth can-i get nodes"
    ),
    flags: FlagTable([CommonFlags.allNamespaces, quiet, CommonFlags.subresource], refused: ["list", "no-headers"]),
    run: run
  )

  private static let quiet = Flag.bool("quiet", "q")

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    guard (2...3).contains(call.words.count) else {
      throw .plain("you must specify two arguments: verb resource or verb resource/resourceName.")
    }
    let resource = call.arguments[1]
    if resource != "*", !resource.hasPrefix("/") { warn(of: String(resource.prefix { $0 != "/" }), &context) }
    if !call[quiet] { context.output.print("yes") }
  }

  /// Mirrors `CanIOptions.resourceFor` and its check of the scope.
  private static func warn(of word: String, _ context: inout KubectlContext) {
    let all = (try? ResourceType.kind(word)).map { ($0.plural, $0.isNamespaced) } ?? OtherResource.named(word)
    guard let (plural, isNamespaced) = all else {
      context.output.warn("Warning: the server doesn't have a resource type '\(word)'\n")
      return
    }
    if !isNamespaced { context.output.warn("Warning: resource '\(plural)' is not namespace scoped\n") }
  }
}

extension OtherResource {
  fileprivate static func named(_ word: String) -> (String, Bool)? {
    all.first { $0.plural == word || $0.singular == word || $0.shortNames.contains(word) }
      .map { ($0.plural, $0.isNamespaced) }
  }
}
