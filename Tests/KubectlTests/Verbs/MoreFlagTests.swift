import Cluster
import Kubectl
import Testing

/// Flags that only some commands have.
@Suite("Flags of single commands") struct MoreFlagTests {
  private func typist() -> Typist {
    var typist = Typist(files: [
      "pod.yaml": Typist.pod, "rs.yaml": Typist.replicaSet,
      "both.yaml": Typist.pod + "\n---\n" + Typist.pod.replacing("web", with: "db"),
    ])
    typist.type("apply -f pod.yaml", then: 5)
    return typist
  }

  @Test(
    "change objects of files, and nothing else, with --local",
    arguments: [
      ("label --local -f rs.yaml x=y -o jsonpath='{.metadata.labels}'", #"{"x":"y"}"#),
      ("annotate --local -f rs.yaml x=y -o jsonpath='{.metadata.annotations}'", #"{"x":"y"}"#),
      ("patch --local -f rs.yaml -p '{\"spec\":{\"replicas\":5}}' -o jsonpath='{.spec.replicas}'", "5"),
      ("set image --local -f rs.yaml kubia=x:1 -o jsonpath='{.spec.template.spec.containers[*].image}'", "x:1"),
      ("label --local -f rs.yaml x=y", "replicaset.apps/kubia labeled\n"),
      ("set image --local -f rs.yaml kubia=x:1 -o jsonpath='{.metadata.namespace}'", ""),
    ]
  )
  func local(line: String, stdout: String) {
    var typist = typist()
    let before = typist.timeline.cluster.stateHash
    let answer = typist.type(line)
    #expect(answer.stdout == stdout)
    #expect(answer.stderr.isEmpty)
    #expect(typist.timeline.cluster.stateHash == before)
  }

  @Test(
    "are refused with --local where they ask the server",
    arguments: [
      (
        "label --local pod web x=y",
        "error: can only use local files by -f pod.yaml or --filename=pod.json when --local=true is set\n"
      ),
      (
        "annotate --local x=y", "error: one or more files must be specified as -f rsrc.yaml or --filename=rsrc.json\n"
      ),
      (
        "label --local -f pod.yaml x=y --dry-run=server",
        "error: cannot specify --local and --dry-run=server - did you mean --dry-run=client?\n"
      ),
      (
        "patch --local pod web -p {}",
        "error: you must specify resources by --filename when --local is set.\nExample resource specifications include:\n   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n"
      ),
      ("label pod web --list -o yaml", "error: --list and --output may not be specified together\n"),
      (
        "annotate pod web a=b a-",
        "error: can not both modify and remove the following annotation(s) in the same command: a\n"
      ),
    ]
  )
  func localRefusals(line: String, stderr: String) {
    var typist = typist()
    #expect(typist.type(line).stderr == stderr)
  }

  @Test("let the cause of a change be told anew")
  func changeCause() {
    var typist = typist()
    typist.type("annotate pod web kubernetes.io/change-cause=a")
    #expect(typist.type("annotate pod web kubernetes.io/change-cause=b").stdout == "pod/web annotated\n")
  }

  @Test("choose among the objects of files with -l")
  func selectors() {
    var typist = typist()
    #expect(typist.type("create -f both.yaml -l app=db").stdout == "pod/db created\n")
    #expect(typist.type("apply -f both.yaml -l app=web").stdout == "pod/web unchanged\n")
    #expect(typist.type("apply -f both.yaml -l app=none").stderr == "error: no objects passed to apply\n")
    #expect(typist.type("get -f both.yaml -l app=db -o name").stdout == "pod/db\n")
    #expect(
      typist.type("apply -f both.yaml -l 'a=('").stderr.hasPrefix("error: the provided selector \"a=(\" is not valid: ")
    )
    #expect(typist.type("delete -f both.yaml -l app=db --wait=false").stdout.hasPrefix("pod \"db\" deleted"))
  }

  @Test("show Events in the form of -o")
  func events() {
    var typist = typist()
    let names = typist.type("events --for pod/web -o name").stdout
    #expect(names.split(separator: "\n").count > 3)
    #expect(names.hasPrefix("event/web."))
    #expect(typist.type("events -o jsonpath='{.kind} {.items[0].kind}'").stdout == "EventList Event")
    #expect(typist.type("events --types=Warning").stderr == "No events found in default namespace.\n")
    #expect(
      typist.type("events --for a/b/c").stderr
        == "error: arguments in resource/name form may not have more than one slash\n"
    )
  }

  @Test("show what the server answers at a path")
  func raw() {
    var typist = typist()
    #expect(typist.type("get --raw /healthz").stdout == "ok")
    #expect(typist.type("get --raw /version").stdout.contains("\"gitVersion\": \"v1.36.2\""))
    let pod = typist.type("get --raw /api/v1/namespaces/default/pods/web").stdout
    #expect(pod.hasPrefix("{\"apiVersion\":\"v1\",\"kind\":\"Pod\""))
    let list = typist.type("get --raw /api/v1/pods").stdout
    #expect(list.contains("\"kind\":\"PodList\""))
    #expect(!list.contains("\"kind\":\"Pod\""))
    #expect(
      typist.type("get --raw /api/v1/namespaces/default/pods/x").stderr
        == "Error from server (NotFound): pods \"x\" not found\n"
    )
    #expect(
      typist.type("get --raw /apis/apps/v1/x").stderr
        == "Error from server (NotFound): the server could not find the requested resource\n"
    )
    #expect(
      typist.type("get pods --raw /healthz").stderr == "error: arguments may not be passed when --raw is specified\n"
    )
    #expect(typist.type("get --raw /api/v1/pods?limit=1").stderr.hasPrefix("error: not simulated: --raw with a query"))
  }

  @Test("make a Service with the Pod, and change what is made")
  func runs() {
    var typist = typist()
    #expect(typist.type("run x --image=nginx --port=80 --expose").stdout == "service/x created\npod/x created\n")
    #expect(typist.type("get svc x -o jsonpath='{.spec.selector}'").stdout == #"{"run":"x"}"#)
    #expect(
      typist.type("run y --image=nginx --expose").stderr.hasPrefix("error: --port must be set when exposing a service")
    )
    let overrides = #"'{"spec":{"nodeName":"node-1"}}'"#
    typist.type("run z --image=nginx --overrides=\(overrides)")
    #expect(typist.type("get pod z -o jsonpath='{.spec.nodeName}'").stdout == "node-1")
  }

  @Test("do not replace by force while time is held still")
  func heldReplacement() {
    var typist = typist()
    typist.mayWait = false
    let before = typist.timeline.cluster.stateHash
    let answer = typist.type("replace --force -f pod.yaml")
    #expect(answer.stderr.hasPrefix("error: not simulated: waiting for pod/web to go while time is held still"))
    #expect(answer.stdout.isEmpty)
    #expect(typist.timeline.cluster.stateHash == before)
    typist.mayWait = true
    #expect(typist.type("replace --force -f pod.yaml").stdout.hasSuffix("pod/web replaced\n"))
  }

  @Test(
    "end where the user interrupts",
    arguments: [
      "wait --for=condition=Never pod/web --timeout=100000h", "wait --for=create pod/none --timeout=100000h",
      "get pods -w", "events -w",
    ]
  )
  func interrupts(line: String) {
    var typist = Typist(files: ["pod.yaml": Typist.pod])
    typist.type("apply -f pod.yaml")
    typist.asks = 3
    let answer = typist.type(line)
    #expect(answer.exit == 1)
  }
}
