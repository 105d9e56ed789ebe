import Objects

/// `kubectl explain`: what the fields of a resource type mean.
enum ExplainVerb {
  static let verb = Verb("explain", manual: manual, flags: FlagTable([apiVersion, output, recursive]), run: run)

  private static let manual = Manual(
    "tell what the fields of a resource type mean",
    "리소스 타입의 필드가 무엇인지 설명합니다",
    usage: "TYPE[.FIELD…]",
    takes: Grammar([.typeField]),
    values: ["output": .words(["plaintext"])],
    examples: "explain pods.spec.restartPolicy",
    "explain rs.spec"
  )

  private static let apiVersion = Flag.string("api-version")
  private static let output = Flag.string("output", "o", default: "plaintext")
  private static let recursive = Flag.bool("recursive")

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    guard let argument = call.arguments.first else {
      throw .plain(
        "You must specify the type of resource to explain. Use \"kubectl api-resources\" for a complete list of "
          + "supported resources."
      )
    }
    if call.arguments.count > 1 { throw .plain("We accept only this format: explain RESOURCE") }
    switch call[output] {
    case "plaintext": break
    case "plaintext-openapiv2": throw .notSimulated("explain --output=plaintext-openapiv2")
    case let other: throw .plain("unrecognized format: \(other)")
    }
    let (kind, path) = try target(argument, &context)
    if !call[apiVersion].isEmpty, call[apiVersion] != kind.apiVersion {
      throw .plain("no matches for kind \(kind.name.goQuoted) in version \(call[apiVersion].goQuoted)")
    }
    guard Schema.structure(of: kind) != nil else { throw .notSimulated("explain of \(kind.resource)") }
    do throws(Explanation.Failure) {
      let explanation = Explanation(of: kind, path: path, recursive: call[recursive], language: context.language)
      try context.output.say(explanation.text())
    } catch {
      context.output.say(error.output)
      throw .plain(error.message)
    }
  }

  /// `pods.spec.containers`, or with a group `deployments.apps.spec` and `deployments.v1.apps.spec`.
  private static func target(
    _ argument: String,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> (Kind, [String]) {
    let steps = argument.split(separator: ".").map(String.init)
    for length in stride(from: min(steps.count, 6), to: 1, by: -1) {
      if let kind = try? ResourceType.kind(steps.prefix(length).joined(separator: ".")) {
        return (kind, Array(steps.dropFirst(length)))
      }
    }
    do throws(KubectlError) {
      return (try ResourceType.kind(steps.first ?? ""), Array(steps.dropFirst()))
    } catch {
      guard case .unknownType = error else { throw error }
      context.hint = error.nearest
      // This one comes without a prefix.
      throw .verbatim(error.line + "\n")
    }
  }
}
