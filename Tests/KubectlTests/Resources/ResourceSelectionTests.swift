import Kubectl
import Objects
import Testing

@Suite struct ResourceSelectionTests {
  private func resolve(_ line: String, _ change: (inout ResourceArguments) -> Void = { _ in }) throws
    -> ResourceSelection
  {
    var arguments = ResourceArguments(try ShellWords.split(line).words)
    change(&arguments)
    return try arguments.resolve()
  }

  private func names(_ pairs: (Kind, String)...) -> ResourceSelection {
    .names(pairs.map { .init(kind: $0.0, name: $0.1) })
  }

  @Test(arguments: ["pods", "pod", "po", "Pod", "PODS"])
  func typesHaveSeveralNames(word: String) throws {
    #expect(try ResourceType.kind(word) == .pod)
  }

  @Test(arguments: ["deployments.apps", "deploy.apps", "deployments.v1.apps", "deployment.app"])
  func typesMayNameTheirGroup(word: String) throws {
    #expect(try ResourceType.kind(word) == .deployment)
  }

  @Test func aTypeWithoutNamesIsAllForGetAndAnErrorElsewhere() throws {
    #expect(try resolve("po,rs,po") { $0.typeMeansAll = true } == .kinds([.pod, .replicaSet]))
    #expect(try resolve("pods") { $0.all = true } == .kinds([.pod]))
    #expect(try resolve("pods") { $0.hasSelector = true } == .kinds([.pod]))
  }

  @Test func allIsACategory() throws {
    let all = try resolve("all") { $0.typeMeansAll = true }
    #expect(
      all
        == .kinds([
          .pod, .replicationController, .service, .daemonSet, .deployment, .replicaSet, .statefulSet, .cronJob, .job,
        ])
    )
  }

  @Test func namesStandAfterTypesOrBehindASlash() throws {
    #expect(try resolve("pod a b") == names((.pod, "a"), (.pod, "b")))
    #expect(try resolve("pod/a rs/b") == names((.pod, "a"), (.replicaSet, "b")))
    #expect(try resolve("rs,po a") == names((.replicaSet, "a"), (.pod, "a")))
    #expect(
      try resolve("rs kubia pods bare") == names((.replicaSet, "kubia"), (.replicaSet, "pods"), (.replicaSet, "bare"))
    )
  }

  @Test(arguments: [
    ("foo", "error: the server doesn't have a resource type \"foo\"\n"),
    ("foo bar", "error: the server doesn't have a resource type \"foo\"\n"),
    ("foo.example.com bar", "error: the server doesn't have a resource type \"foo\"\n"),
    ("pods.apps x", "error: the server doesn't have a resource type \"pods\"\n"),
    ("pods", "error: resource(s) were provided, but no name was specified\n"),
    ("rs,pods", "error: resource(s) were provided, but no name was specified\n"),
    ("pods/", "error: arguments in resource/name form must have a single resource and name\n"),
    ("/", "error: arguments in resource/name form must have a single resource and name\n"),
    ("pods,rs/foo", "error: arguments in resource/name form must have a single resource and name\n"),
    ("pods/a/b", "error: arguments in resource/name form may not have more than one slash\n"),
    ("ingress x", "error: not simulated: resource type ingresses.networking.k8s.io\n"),
    (
      "pod x/y",
      "error: there is no need to specify a resource type as a separate argument when passing arguments in "
        + "resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource "
        + "resource/<resource_name>'\n"
    ),
    (
      "",
      """
      error: You must provide one or more resources by argument or filename.
      Example resource specifications include:
         '-f rsrc.yaml'
         '--filename=rsrc.json'
         '<resource> <name>'
         '<resource>'

      """
    ),
  ])
  func refuses(line: String, text: String) throws {
    let error = try #require(throws: KubectlError.self) { try resolve(line) }
    #expect(error.text == text)
  }

  @Test func selectorsFilesAndNamesDoNotMix() throws {
    func message(_ line: String, _ change: (inout ResourceArguments) -> Void) throws -> String {
      try #require(throws: KubectlError.self) { try resolve(line, change) }.text
    }
    #expect(
      try message("pods a") { $0.hasSelector = true } == "error: name cannot be provided when a selector is specified\n"
    )
    #expect(
      try message("pod/a") { $0.all = true }
        == "error: selectors and the all flag cannot be used when passing resource/name arguments\n"
    )
    #expect(
      try message("") { $0.hasSelector = true }
        == "error: at least one resource must be specified to use a selector\n"
    )
    #expect(
      try message("pods") { $0.hasFiles = true }
        == "error: when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well\n"
    )
    #expect(
      try message("pods a") { $0.allNamespaces = true }
        == "error: a resource cannot be retrieved by name across all namespaces\n"
    )
  }
}
