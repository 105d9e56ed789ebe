import Basics
import Cluster
import Kubectl
import Testing

@Suite struct DeleteTests {
  private func typist() -> Typist {
    var typist = Typist(files: ["p.yaml": Typist.pod])
    typist.type("apply -f p.yaml", then: 4)
    return typist
  }

  @Test func waitsUntilTheObjectIsGone() {
    var typist = typist()
    let start = typist.timeline.now
    #expect(typist.type("delete pod web").stdout == "pod \"web\" deleted from default namespace\n")
    #expect(typist.timeline.now > start)
    #expect(typist.type("get pods").stderr == "No resources found in default namespace.\n")
  }

  @Test func doesNotWaitWhereItIsNotToOrMayNot() {
    var typist = typist()
    let start = typist.timeline.now
    typist.type("delete pod web --wait=false")
    #expect(typist.timeline.now == start)
    #expect(typist.type("get pods").stdout.contains("Terminating"))
  }

  @Test func forceWarns() {
    var typist = typist()
    let answer = typist.type("delete pod web --force --grace-period=0")
    #expect(answer.stdout == "pod \"web\" force deleted from default namespace\n")
    #expect(answer.stderr.hasPrefix("Warning: Immediate deletion does not wait for confirmation"))
  }

  @Test func clusterWideKindsHaveNoNamespaceInTheLine() {
    var typist = typist()
    #expect(typist.type("delete node node-2").stdout == "node \"node-2\" deleted\n")
    let scoped = typist.type("delete node node-1 -n default")
    #expect(scoped.stdout == "node \"node-1\" deleted\n")
    #expect(
      scoped.stderr == "Warning: deleting cluster-scoped resources, not scoped to the provided namespace\n"
    )
  }

  @Test(arguments: [
    ("delete", "error: You must provide one or more resources by argument or filename.\n"),
    ("delete pods", "error: resource(s) were provided, but no name was specified\n"),
    ("delete pod nope", "Error from server (NotFound): pods \"nope\" not found\n"),
    ("delete pods --all web", "error: name cannot be provided when a selector is specified\n"),
    ("delete pods -l a=b --all", "error: setting 'all' parameter but found a non empty selector. \n"),
    (
      "delete pod web --cascade=x",
      "error: invalid cascade value (x). Must be \"background\", \"foreground\", or \"orphan\"\n"
    ),
    ("delete pod web --now --grace-period=3", "error: --now and --grace-period cannot be specified together\n"),
    ("delete pod web -o wide", "error: unexpected -o output mode: wide. We only support '-o name'\n"),
    (
      "delete pod web --force --grace-period=5",
      "error: --force and --grace-period greater than 0 cannot be specified together\n"
    ),
  ])
  func refuses(line: String, start: String) {
    var typist = typist()
    let answer = typist.type(line)
    #expect(answer.stderr.hasPrefix(start))
    #expect(answer.exit == 1)
    #expect(typist.type("get pod web -o name").stdout == "pod/web\n")
  }

  @Test func aMissingObjectOfAFileIsNamedWithTheFile() {
    var typist = Typist(files: ["p.yaml": Typist.pod])
    #expect(
      typist.type("delete -f p.yaml").stderr
        == "Error from server (NotFound): error when deleting \"p.yaml\": pods \"web\" not found\n"
    )
    #expect(typist.type("delete pods --all").stdout == "No resources found\n")
  }

  @Test func anInterruptEndsTheWaiting() {
    var typist = Typist(files: [
      "p.yaml": Typist.pod.replacing("labels: {app: web}", with: "finalizers: [example.com/stay]")
    ])
    typist.type("apply -f p.yaml", then: 2)
    let start = typist.timeline.now
    let answer = typist.type("delete pod web", interruptAfter: 5)
    #expect(answer.exit == 1)
    #expect(typist.timeline.now == start + .seconds(5))
    #expect(
      typist.type("delete pod web --timeout=2s").stderr
        == "error: timed out waiting for the condition on pods/web\n"
    )
  }
}
