import Kubectl
import Testing

/// The commands under `kubectl set`, `expose` and `diff`.
@Suite struct SetTests {
  private static let files = [
    "pod.yaml": Typist.pod, "rs.yaml": Typist.replicaSet,
    "changed.yaml": Typist.replicaSet.replacing("replicas: 2", with: "replicas: 3"),
  ]

  private func typist() -> Typist {
    var typist = Typist(files: Self.files)
    typist.type("apply -f rs.yaml", then: 3)
    return typist
  }

  @Test(arguments: [
    ("set env rs/kubia A=1 B=2", "replicaset.apps/kubia env updated\n", ""),
    ("set env rs/kubia", "", ""),
    (
      "set resources rs kubia", "",
      "error: you must specify an update to requests or limits (in the form of --requests/--limits)\n"
    ),
    ("set resources rs kubia --limits=cpu=1", "replicaset.apps/kubia resource requirements updated\n", ""),
    ("set sa rs kubia default", "replicaset.apps/kubia serviceaccount updated\n", ""),
    ("set image rs/kubia *=nginx", "replicaset.apps/kubia image updated\n", ""),
    ("set image rs/kubia x=nginx", "", "error: unable to find container named \"x\"\n"),
    (
      "set image rs/kubia x=a kubia=b", "replicaset.apps/kubia image updated\n",
      "error: unable to find container named \"x\"\n"
    ),
    (
      "set image rs/kubia x=a y=b", "",
      "error: unable to find container named \"x\"\nerror: unable to find container named \"y\"\n"
    ),
    (
      "set image rs/kubia kubia=", "",
      "error: failed to patch image update to pod template: ReplicaSet.apps \"kubia\" is invalid: "
        + "spec.template.spec.containers[0].image: Required value\n"
    ),
    ("set image rs/nope", "", "Error from server (NotFound): replicasets.apps \"nope\" not found\n"),
    ("set image rs kubia", "", "error: at least one image update is required\n"),
    ("set resources rs kubia -c x --limits=cpu=1", "", "error: unable to find container named x\n"),
    (
      "set image node/node-1 x=y", "",
      "error: nodes/node-1 the object is not a pod or does not have a pod template: *v1.Node\n"
    ),
    ("expose rs kubia --port=80", "service/kubia exposed\n", ""),
    ("expose rs kubia", "", "error: couldn't find port via --port flag or introspection\n"),
    ("expose node node-1 --port=80", "", "error: cannot expose a Node\n"),
    ("auth can-i get pods", "yes\n", ""),
    ("diff -f rs.yaml", "", ""),
    ("config use-context x", "", "error: no context exists with the name: \"x\"\n"),
    ("rollout undo rs kubia", "", "error: no rollbacker has been implemented for \"ReplicaSet.apps\"\n"),
  ])
  func answers(line: String, stdout: String, stderr: String) {
    var typist = typist()
    let answer = typist.type(line)
    #expect(answer.stdout == stdout)
    #expect(answer.stderr == stderr)
    #expect((answer.exit == 0) == stderr.isEmpty)
  }

  @Test func environmentVariablesComeAndGo() {
    var typist = typist()
    typist.type("set env rs/kubia A=1 B=2")
    typist.type("set env rs/kubia A- C=3")
    let lines = typist.type("set env rs/kubia --list").stdout.split(separator: "\n").map(String.init)
    #expect(lines.first == "# ReplicaSet kubia, container kubia")
    #expect(Set(lines.dropFirst()) == ["B=2", "C=3"])
  }

  @Test func newEnvironmentVariablesComeLast() {
    var typist = typist()
    typist.type("set env rs/kubia B=1 C=2")
    typist.type("set env rs/kubia D=5 A=3 B=4")
    let path = "{.spec.template.spec.containers[0].env[*].name}"
    #expect(typist.type("get rs kubia -o jsonpath='\(path)'").stdout == "B C D A")
  }

  @Test func environmentVariablesComeFromConfigMaps() {
    var typist = typist()
    typist.type("create configmap settings --from-literal=log.level=debug --from-literal=mode=fast")
    let line = "set env rs/kubia --from=configmap/settings --keys=log.level --prefix=APP_"
    #expect(typist.type(line).stdout == "replicaset.apps/kubia env updated\n")
    #expect(
      typist.type("set env rs/kubia --list").stdout
        == "# ReplicaSet kubia, container kubia\n# APP_LOG_LEVEL from configmap settings, key log.level\n"
    )
    #expect(typist.type("set env rs/kubia APP_LOG_LEVEL=info").exit == 0)
    #expect(typist.type("set env rs/kubia --list").stdout.hasSuffix("container kubia\nAPP_LOG_LEVEL=info\n"))
    #expect(
      typist.type("set env rs/kubia --from=rs/kubia").stderr == "error: unsupported resource specified in --from\n"
    )
    #expect(
      typist.type("set env rs/kubia APP_LOG_LEVEL=x --overwrite=false").stderr
        == "error: 'APP_LOG_LEVEL' already has a value (info), and --overwrite is false\n"
    )
  }

  @Test func aServiceGetsAnotherSelector() {
    var typist = typist()
    typist.type("expose rs kubia --port=80 --name=web")
    #expect(typist.type("set selector svc web tier=front,app=x").stdout == "service/web selector updated\n")
    #expect(
      typist.type("get svc web -o jsonpath='{.spec.selector}'").stdout == #"{"app":"x","tier":"front"}"#
    )
    #expect(typist.type("set selector svc web a=b").exit == 0)
    #expect(typist.type("get svc web -o jsonpath='{.spec.selector}'").stdout == #"{"a":"b"}"#)
    #expect(
      typist.type("set selector svc web 'a in (b,c)'").stderr
        == "error: match expression [{a In [b c]}] not supported on this object\n"
    )
    #expect(
      typist.type("set selector rs kubia a=b").stderr
        == "error: setting a selector is only supported for Services\n"
    )
    #expect(typist.type("set selector").stderr == "error: one selector is required\n")
  }

  @Test func aServiceTakesOverTheSelector() {
    var typist = typist()
    typist.type("expose rs kubia --port=80 --target-port=8080 --name=web --type=NodePort")
    let path = "{.spec.selector.app} {.spec.ports[0].targetPort} {.spec.type}"
    #expect(typist.type("get svc web -o jsonpath='\(path)'").stdout == "kubia 8080 NodePort")
    let port = Int(typist.type("get svc web -o jsonpath='{.spec.ports[0].nodePort}'").stdout) ?? 0
    #expect((30_000...32_767).contains(port))
  }

  @Test func aDifferenceFailsTheCommandAndChangesNothing() {
    var typist = typist()
    let answer = typist.type("diff -f changed.yaml")
    #expect(answer.exit == 1)
    #expect(answer.stderr.isEmpty)
    let lines = answer.stdout.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("diff -u -N /tmp/LIVE-") == true)
    #expect(lines.contains("-  replicas: 2") && lines.contains("+  replicas: 3"))
    #expect(typist.type("get rs kubia -o jsonpath={.spec.replicas}").stdout == "2")
    #expect(typist.type("diff -f pod.yaml").stdout.contains("\n@@ -0,0 +1,"))
  }

  @Test func whatWasAppliedLastIsShown() {
    var typist = typist()
    #expect(typist.type("apply view-last-applied rs kubia").stdout.contains("\n  replicas: 2\n"))
    #expect(typist.type("apply set-last-applied -f changed.yaml").stdout == "replicaset.apps/kubia configured\n")
    #expect(typist.type("apply view-last-applied rs kubia").stdout.contains("\n  replicas: 3\n"))
  }

  @Test func forceMakesAnewWhatCannotBePatched() {
    var typist = typist()
    typist.files["other.yaml"] = Typist.replicaSet.replacing("app: kubia", with: "app: other")
    #expect(typist.type("apply -f other.yaml").stderr.contains("field is immutable"))
    #expect(typist.type("apply -f other.yaml --force").stdout == "replicaset.apps/kubia configured\n")
    #expect(typist.type("get rs kubia -o jsonpath={.spec.selector.matchLabels.app}").stdout == "other")
  }

  @Test(arguments: ["json", "yaml"])
  func versionsComeInBothForms(form: String) {
    var typist = Typist()
    let answer = typist.type("version -o \(form)")
    #expect(answer.stdout.contains("gitVersion") && answer.stdout.contains("serverVersion"))
    #expect(!typist.type("version --client -o \(form)").stdout.contains("serverVersion"))
  }
}
