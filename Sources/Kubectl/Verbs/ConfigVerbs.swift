import Manifest
import Objects

/// `kubectl config`: the little of it that has a meaning here, where one context leads to the one cluster.
enum ConfigVerbs {
  static let currentContext = Verb(
    "config",
    "current-context",
    manual: Manual(
      "name the context in use",
      "사용 중인 컨텍스트의 이름을 출력합니다",
      examples: "config current-context",
      "k config current-context"
    ),
    flags: FlagTable([]),
    run: showCurrent
  )
  static let getContexts = Verb(
    "config",
    "get-contexts",
    manual: Manual(
      "list the contexts; there is one",
      "컨텍스트 목록을 봅니다. 하나뿐입니다",
      usage: "[NAME]",
      takes: Grammar([.words([contextName])]),
      values: ["output": .words(["name"])],
      examples: "config get-contexts",
      "config get-contexts -o name"
    ),
    flags: FlagTable([CommonFlags.output, noHeaders]),
    run: list
  )
  static let setContext = Verb(
    "config",
    "set-context",
    manual: Manual(
      "change the context: the namespace of commands without -n",
      "컨텍스트를 바꿉니다: -n이 없는 명령의 네임스페이스",
      usage: "(--current | NAME) --namespace=NAMESPACE",
      takes: Grammar([.words([contextName])]),
      examples: "config set-context --current --namespace=kube-system",
      "config set-context --current --namespace=default"
    ),
    flags: FlagTable([current], refused: ["cluster", "user"]),
    run: set
  )
  static let useContext = Verb(
    "config",
    "use-context",
    manual: Manual(
      "choose a context; there is one",
      "컨텍스트를 고릅니다. 하나뿐입니다",
      usage: "NAME",
      takes: Grammar([.words([contextName])]),
      examples: "config use-context admin@kubernetes",
      "config use admin@kubernetes"
    ),
    flags: FlagTable([]),
    run: use
  )
  static let view = Verb(
    "config",
    "view",
    manual: Manual(
      "print the configuration of kubectl",
      "kubectl의 설정을 출력합니다",
      examples: "config view",
      "config view --minify -o json"
    ),
    flags: viewFlags,
    run: show
  )

  /// The one context that there is.
  static let contextName = "admin@kubernetes"
  private static let cluster = "kubernetes"
  private static let user = "admin"

  private static let current = Flag.bool("current")
  private static let minify = Flag.bool("minify")
  private static let noHeaders = Flag.bool("no-headers")
  private static let viewFlags = FlagTable(
    [CommonFlags.output, CommonFlags.template, CommonFlags.allowMissingTemplateKeys, minify],
    refused: ["flatten", "merge", "raw", "show-managed-fields"]
  )

  private static func showCurrent(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    context.output.print(contextName)
  }

  private static func list(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    for name in call.arguments where name != contextName {
      context.output.warn("error: context \(name) not found")
      context.output.exit = 1
    }
    guard context.output.exit == 0 else { return }
    switch call[CommonFlags.output] {
    case "name": context.output.print(contextName)
    case "":
      let header = ["CURRENT", "NAME", "CLUSTER", "AUTHINFO", "NAMESPACE"]
      var table = TableText(header, noHeaders: call[noHeaders], context.layout)
      let namespace = context.namespace == "default" ? "" : context.namespace
      context.output.write(table.text(of: [["*", contextName, cluster, user, namespace]]))
    case let other: throw .plain("output must be one of '' or 'name': \(other)")
    }
  }

  private static func set(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    guard call[current] || call.arguments == [contextName] else {
      throw .notSimulated("contexts other than \(contextName)")
    }
    if let namespace = call.given(CommonFlags.namespace) {
      context.namespace = namespace.isEmpty ? "default" : namespace
    }
    context.output.print("Context \"\(contextName)\" modified.")
  }

  private static func use(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    guard call.words.count == 1 else { throw call.usage("unexpected args: [\(call.arguments.joined(separator: " "))]") }
    guard call.arguments == [contextName] else {
      throw .plain("no context exists with the name: \(call.arguments[0].goQuoted)")
    }
    context.output.print("Switched to context \"\(contextName)\".")
  }

  private static func show(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let form: OutputForm
    do throws(OutputForm.FormError) {
      let output = call[CommonFlags.output]
      form = try OutputForm.parse(
        output.isEmpty ? "yaml" : output,
        template: call[CommonFlags.template],
        family: .change
      )
    } catch {
      throw .plain(error.message)
    }
    let configuration = configuration(namespace: context.namespace)
    switch form {
    case .yaml: context.output.write(YAMLWriter.text(configuration))
    case .json: context.output.write(configuration.prettyJSON + "\n")
    case .jsonPath(let path):
      do throws(JSONPath.PathError) {
        try context.output.write(path.text(for: configuration))
      } catch {
        throw .plain(error.message)
      }
    default: throw .notSimulated("config view -o \(call[CommonFlags.output])")
    }
  }

  private static func configuration(namespace: String) -> Value {
    var place: Fields = ["cluster": .string(cluster), "user": .string(user)]
    if namespace != "default" { place["namespace"] = .string(namespace) }
    return [
      "apiVersion": "v1",
      "clusters": [
        [
          "cluster": ["certificate-authority-data": "DATA+OMITTED", "server": "https://127.0.0.1:6443"],
          "name": .string(cluster),
        ]
      ],
      "contexts": [["context": .object(place), "name": .string(contextName)]],
      "current-context": .string(contextName),
      "kind": "Config",
      "users": [
        [
          "name": .string(user),
          "user": ["client-certificate-data": "DATA+OMITTED", "client-key-data": "DATA+OMITTED"],
        ]
      ],
    ]
  }
}
