import Objects

/// `kubectl version`.
enum VersionVerb {
  static let verb = Verb("version", flags: FlagTable([client, CommonFlags.output]), run: run)

  private static let client = Flag.bool("client")
  /// The release that is simulated.
  private static let release = "v1.36.2"
  private static let kustomize = "v5.8.1"

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if !call.words.isEmpty { throw call.usage("extra arguments: [\(call.arguments.joined(separator: " "))]") }
    switch call[CommonFlags.output] {
    case "": break
    case "yaml", "json": throw .notSimulated("kubectl version -o \(call[CommonFlags.output])")
    default: throw .plain("--output must be 'yaml' or 'json'")
    }
    context.output.print("Client Version: \(release)")
    context.output.print("Kustomize Version: \(kustomize)")
    if !call[client] { context.output.print("Server Version: \(release)") }
  }
}
