import Manifest
import Objects

/// `kubectl version`.
enum VersionVerb {
  static let verb = Verb("version", manual: manual, flags: FlagTable([client, CommonFlags.output]), run: run)

  private static let manual = Manual(
    "print the versions of client and server",
    "클라이언트와 서버의 버전을 출력합니다",
    values: ["output": .words(["json", "yaml"])],
    examples: "version",
    "version --client"
  )

  private static let client = Flag.bool("client")
  /// The release that is simulated.
  private static let release = "v1.36.2"
  private static let kustomize = "v5.8.1"

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if !call.words.isEmpty { throw call.usage("extra arguments: [\(call.arguments.joined(separator: " "))]") }
    switch call[CommonFlags.output] {
    case "":
      context.output.print("Client Version: \(release)")
      context.output.print("Kustomize Version: \(kustomize)")
      if !call[client] { context.output.print("Server Version: \(release)") }
    case "yaml": context.output.write(YAMLWriter.text(versions(withServer: !call[client])))
    case "json": context.output.write(versions(withServer: !call[client]).prettyJSON + "\n")
    default: throw .plain("--output must be 'yaml' or 'json'")
    }
  }

  private static func versions(withServer: Bool) -> Value {
    var versions: Fields = ["clientVersion": .object(build), "kustomizeVersion": .string(kustomize)]
    if withServer { versions["serverVersion"] = server }
    return .object(versions)
  }

  /// What the API server says of itself.
  static let server: Value = {
    var server = build
    server["emulationMajor"] = "1"
    server["emulationMinor"] = "36"
    server["minCompatibilityMajor"] = "1"
    server["minCompatibilityMinor"] = "35"
    return .object(server)
  }()

  /// What a build from the sources without their history says of itself.
  private static let build: Fields = [
    "buildDate": "1970-01-01T00:00:00Z", "compiler": "gc", "gitCommit": "$Format:%H$", "gitTreeState": "",
    "gitVersion": .string(release), "goVersion": "go1.27.3", "major": "1", "minor": "36", "platform": "linux/amd64",
  ]
}
