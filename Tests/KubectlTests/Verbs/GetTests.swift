import Kubectl
import Testing

@Suite struct GetTests {
  private func typist() -> Typist {
    var typist = Typist(files: ["p.yaml": Typist.pod, "rs.yaml": Typist.replicaSet])
    typist.type("apply -f p.yaml -f rs.yaml", then: 4)
    return typist
  }

  @Test func severalKindsAreNamedAndParted() {
    var typist = typist()
    let text = typist.type("get rs,pods").stdout
    #expect(text.hasPrefix("NAME                    DESIRED   CURRENT   READY   AGE\nreplicaset.apps/kubia   2 "))
    #expect(text.contains("\n\nNAME "))
    #expect(text.contains("\npod/web "))
    #expect(typist.type("get rs kubia").stdout.contains("\nkubia "))
  }

  @Test func theScaleOfAControllerIsServedBesideIt() {
    var typist = typist()
    let table = typist.type("get rs kubia --subresource=scale").stdout.split(separator: "\n").map(String.init)
    #expect(table.first == "NAME    DESIRED   AVAILABLE   AGE")
    #expect(table.last?.hasPrefix("kubia   2         2           ") == true)
    let yaml = typist.type("get rs kubia --subresource=scale -o yaml").stdout
    #expect(yaml.hasPrefix("apiVersion: autoscaling/v1\nkind: Scale\nmetadata:\n  creationTimestamp: "))
    #expect(yaml.hasSuffix("spec:\n  replicas: 2\nstatus:\n  replicas: 2\n  selector: app=kubia\n"))
    #expect(typist.type("get rs kubia --subresource=scale -o name").stdout == "scale.autoscaling/kubia\n")
    #expect(
      typist.type("get pod web --subresource=scale").stderr
        == "Error from server (NotFound): the server could not find the requested resource\n"
    )
    #expect(
      typist.type("get rs --subresource=status").stderr
        == "error: subresource cannot be used when bulk resources are specified\n"
    )
  }

  @Test func whatIsThereIsPrintedBesideWhatIsMissing() {
    var typist = typist()
    let answer = typist.type("get pods web nope")
    #expect(answer.stdout.contains("web    1/1     Running"))
    #expect(answer.stderr == "Error from server (NotFound): pods \"nope\" not found\n")
    #expect(answer.exit == 1)
    let ignored = typist.type("get pods nope --ignore-not-found")
    #expect(ignored.exit == 0 && ignored.stderr == "" && ignored.stdout == "")
  }

  @Test(arguments: [
    ("get pods -n kube-system", "No resources found in kube-system namespace.\n", 0),
    ("get pods -A -l app=none", "No resources found\n", 0),
    ("get nodes -l app=none", "No resources found\n", 0),
    ("get pods -o json nope", "Error from server (NotFound): pods \"nope\" not found\n", 1),
    ("get pods web -l app=x", "error: name cannot be provided when a selector is specified\n", 1),
    ("get pods,rs -w", "error: you may only specify a single resource type\n", 1),
    ("get pod web nope -w", "error: watch is only supported on individual resources and resource collections\n", 1),
    (
      "get rs -l 'a b'",
      "Error from server (BadRequest): Unable to find \"apps/v1, Resource=replicasets\" that match label selector "
        + "\"a b\", field selector \"\": unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt\n",
      1
    ),
    ("get pods --raw /", "error: arguments may not be passed when --raw is specified\n", 1),
  ])
  func tellsOnStandardError(line: String, text: String, exit: Int32) {
    var typist = typist()
    let answer = typist.type(line)
    #expect(answer.stderr == text)
    #expect(answer.exit == exit)
  }

  @Test func aListIsAListEvenOfOne() {
    var typist = typist()
    #expect(typist.type("get pods -l app=web -o jsonpath={.kind}").stdout == "List")
    #expect(typist.type("get pods web -o jsonpath={.kind}").stdout == "Pod")
    #expect(typist.type("get pods -l app=none -o name").stdout == "")
    #expect(typist.type("get rs,pods -l app=web -o name").stdout == "pod/web\n")
  }

  @Test func aWatchTellsOfEachChangeUntilItIsInterrupted() {
    var typist = Typist(files: ["rs.yaml": Typist.replicaSet])
    typist.type("apply -f rs.yaml")
    let answer = typist.type("get pods -w", interruptAfter: 8)
    let lines = answer.stdout.split(separator: "\n")
    #expect(lines.first?.hasPrefix("NAME") == true)
    #expect(lines.contains { $0.contains("Pending") })
    #expect(lines.last?.contains("1/1     Running") == true)
    #expect(answer.exit == 1)
  }

  @Test func aWatchSeesAnObjectThatStopsMatchingAsDeleted() {
    var typist = Typist(files: ["p.yaml": Typist.pod])
    typist.type("apply -f p.yaml", then: 4)
    typist.type("delete pod web --wait=false")
    let answer = typist.type("get pods -l app=web -w --output-watch-events", interruptAfter: 60)
    #expect(answer.stdout.contains("DELETED"))
  }

  @Test func describesWhatBeginsWithTheName() {
    var typist = typist()
    #expect(typist.type("describe pod we").stdout.hasPrefix("Name:             web\n"))
    #expect(typist.type("describe pod nope").stderr == "Error from server (NotFound): pods \"nope\" not found\n")
    #expect(typist.type("describe rs kubia").stdout.contains("SuccessfulCreate"))
  }
}
