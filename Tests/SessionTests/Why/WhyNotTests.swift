import APIServer
import Cluster
import Kubectl
import Machinery
import Narration
import Objects
import Session
import Testing

@Suite("Why something is not so")
struct WhyNotTests {
  /// A world, a question, and what the answer must name: the fact, its owner, what could come first.
  struct Case: Sendable, CustomTestStringConvertible {
    var lines: [String]
    var question: String
    var says: [String]
    var testDescription: String { question + " after " + lines.joined(separator: "; ") }

    init(_ lines: String..., ask question: String, says: String...) {
      self.lines = lines
      self.question = question
      self.says = says
    }
  }

  private static func pod(_ container: String, _ rest: String = "") -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata:
      name: one
    spec:
    \(rest)
      containers:
      - name: main
    \(container)
    """
  }

  private static func job(_ command: String, _ spec: String = "") -> String {
    """
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: pi
    spec:
    \(spec)
      template:
        spec:
          restartPolicy: Never
          containers:
          - name: main
            image: busybox
            command: [sh, -c, "\(command)"]
    """
  }

  private static func probe(_ kind: String, port: Int) -> String {
    """
        image: nginx
        \(kind)Probe:
          httpGet:
            port: \(port)
          periodSeconds: 10
    """
  }

  static let files: FileReader = {
    var memory = MemoryFiles()
    memory.files = [
      "rs.yaml": Manifests.replicaSet(),
      "bad-image.yaml": pod("    image: nosuch:9"),
      "crash.yaml": pod("    image: busybox\n    command: [sh, -c, 'exit 3']"),
      "once.yaml": pod("    image: busybox\n    command: [sh, -c, 'exit 3']", "  restartPolicy: Never"),
      "readiness.yaml": pod(probe("readiness", port: 8080)), "startup.yaml": pod(probe("startup", port: 8080)),
      "greedy.yaml": pod("    image: nginx\n    resources: {requests: {cpu: '64'}}"),
      "picky.yaml": pod("    image: nginx", "  nodeSelector: {disk: ssd}"),
      "gated.yaml": pod("    image: nginx", "  schedulingGates: [{name: hold}]"),
      "other.yaml": pod("    image: nginx", "  schedulerName: mine"),
      "plain.yaml": pod("    image: nginx"),
      "configured.yaml": pod("    image: nginx", "  volumes: [{name: conf, configMap: {name: nowhere}}]"),
      "stubborn.yaml": pod("    image: busybox\n    command: [sh, -c, \"trap '' TERM; sleep 600\"]"),
      "init.yaml": pod(
        "    image: nginx",
        "  initContainers: [{name: first, image: busybox, command: [sh, -c, 'sleep 30']}]"
      ),
      "job.yaml": job("sleep 20"), "failing.yaml": job("exit 1", "  backoffLimit: 1"),
      "retrying.yaml": job("exit 1", "  backoffLimit: 4"), "suspended.yaml": job("sleep 20", "  suspend: true"),
      "quick.yaml": job("true"),
      "slow.yaml": Manifests.replicaSet("slow", replicas: 1)
        .replacing("kind: ReplicaSet", with: "kind: Deployment")
        .replacing("spec:\n  replicas: 1", with: "spec:\n  progressDeadlineSeconds: 5\n  replicas: 1")
        .replacing("nginx:1.29", with: "nosuch:1"),
      "quota.yaml": "apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: few}\nspec: {hard: {pods: '2'}}",
    ]
    return memory.reader
  }()

  static let cases: [Case] = [
    Case(ask: "pod/one", says: "pod/one is not there, and never was", "owner:     you", "nothing on the agenda could"),
    Case(
      "apply -f plain.yaml",
      "sleep 3s",
      "delete pod one",
      ask: "pod/one",
      says: "is gone: removed in #",
      "why pod/one"
    ),
    Case("apply -f plain.yaml", "sleep 3s", ask: "pod/one gone", says: "nobody has deleted pod/one"),
    Case(
      "apply -f bad-image.yaml",
      "sleep 4s",
      ask: "pod/one Ready",
      says: "container main cannot start: ",
      "owner:     kubelet/node-",
      "back-off to end at +",
      "synchronises pod/one"
    ),
    Case("apply -f bad-image.yaml", "sleep 25s", ask: "pod/one ContainersReady", says: "container main cannot start: "),
    Case(
      "apply -f crash.yaml",
      "sleep 20s",
      ask: "pod/one Ready",
      says: "container main has ended with exit code 3 and is to start again",
      "back-off to end at +",
      "kubelet/node-"
    ),
    Case("apply -f once.yaml", "sleep 9s", ask: "pod/one Ready", says: "it has ended (Failed)", "it never will be"),
    Case(
      "apply -f readiness.yaml",
      "sleep 15s",
      ask: "pod/one Ready",
      says: "the readiness probe of container main has not passed: 3 failures in a row",
      "to pass once",
      "puts the readiness probe to main in pod/one"
    ),
    Case(
      "apply -f startup.yaml",
      "sleep 15s",
      ask: "pod/one Ready",
      says: "the startup probe of container main has not passed",
      "puts the startup probe to main"
    ),
    Case(
      "apply -f greedy.yaml",
      "sleep 3s",
      ask: "pod/one PodScheduled",
      says: "none of 3 nodes can take it",
      "node-1: ruled out by NodeResourcesFit: Insufficient cpu",
      "owner:     default-scheduler",
      "room on a node"
    ),
    Case("apply -f greedy.yaml", "sleep 3s", ask: "pod/one Ready", says: "none of 3 nodes can take it"),
    Case("apply -f picky.yaml", "sleep 3s", ask: "pod/one on node-2", says: "node-2 is ruled out by NodeAffinity"),
    Case("apply -f gated.yaml", "sleep 3s", ask: "pod/one PodScheduled", says: "schedulingGates hold it back: hold"),
    Case("apply -f other.yaml", "sleep 3s", ask: "pod/one PodScheduled", says: "scheduler mine"),
    Case(
      "apply -f plain.yaml",
      "sleep 3s",
      ask: "pod/one on node-9",
      says: "there is no node node-9",
      "add node node-9"
    ),
    Case("apply -f init.yaml", "sleep 3s", ask: "pod/one Initialized", says: "container first", "owner:     kubelet/"),
    Case("apply -f plain.yaml", "sleep 3s", ask: "pod/one DisruptionTarget", says: "nobody is about to disrupt it"),
    Case("apply -f once.yaml", "sleep 9s", ask: "pod/one PodReadyToStartContainers", says: "it has ended (Failed)"),
    Case(
      "apply -f configured.yaml",
      "sleep 9s",
      ask: "pod/one PodReadyToStartContainers",
      says: "volume conf cannot be mounted",
      "nowhere",
      "owner:     kubelet/",
      "back-off to end at +"
    ),
    Case(
      "apply -f greedy.yaml",
      "sleep 3s",
      ask: "pod/one PodReadyToStartContainers",
      says: "none of 3 nodes can take it"
    ),
    Case(
      "cordon node-2",
      "cordon node-3",
      "apply -f plain.yaml",
      "sleep 3s",
      "fail node node-1",
      "sleep 60s",
      ask: "pod/one DisruptionTarget",
      says: "it tolerates the taints of its node, for a time only",
      "its toleration to end",
      "taint-eviction-controller"
    ),
    Case(
      "apply -f stubborn.yaml",
      "sleep 3s",
      "delete pod one --wait=false",
      ask: "pod/one gone",
      says: "main still runs: it may take 30 s",
      "kills main of pod/one"
    ),
    Case(
      "drop watch default-scheduler",
      "apply -f plain.yaml",
      "sleep 1s",
      ask: "pod/one Ready",
      says: "the watch of default-scheduler is late or broken",
      "mend watch default-scheduler"
    ),
    Case(
      "apply -f rs.yaml",
      "sleep 3s",
      ask: "rs/web replicas=4",
      says: "spec.replicas is 3: nobody asks for another number"
    ),
    Case("apply -f rs.yaml", "sleep 3s", ask: "rs/web ReplicaFailure", says: "was refused at the last reconcile"),
    Case(
      "create deployment site --image=nginx",
      "sleep 3s",
      ask: "deploy/site ReplicaFailure",
      says: "was refused at the last reconcile"
    ),
    Case(
      "apply -f quota.yaml",
      "sleep 1s",
      "apply -f rs.yaml",
      "sleep 3s",
      ask: "rs/web readyReplicas=3",
      says: "the API server refuses its Pods: ",
      "exceeded quota",
      "owner:     replicaset-controller",
      "come back into its work queue"
    ),
    Case(
      "cordon node-1",
      "cordon node-2",
      "cordon node-3",
      "apply -f rs.yaml",
      "sleep 3s",
      ask: "rs/web readyReplicas=3",
      says: "none of 3 nodes can take it",
      "a node to be uncordoned"
    ),
    Case(
      "drop watch replicaset-controller",
      "apply -f rs.yaml",
      "sleep 3s",
      ask: "rs/web replicas=3",
      says: "the watch of replicaset-controller is late or broken"
    ),
    Case(
      "create deployment site --image=nosuch:1",
      "sleep 9s",
      ask: "deploy/site Available",
      says: "container nosuch cannot start"
    ),
    Case(
      "apply -f slow.yaml",
      "sleep 9s",
      ask: "deploy/slow Progressing",
      says: "ProgressDeadlineExceeded",
      "container nginx cannot start"
    ),
    Case(
      "create deployment site --image=nginx",
      "sleep 9s",
      ask: "deploy/site Progressing==False",
      says: "status.conditions[Progressing].status is True"
    ),
    Case("apply -f job.yaml", "sleep 5s", ask: "job/pi Complete", says: "still runs", "0 of 1 completions", "kubelet/"),
    Case("apply -f job.yaml", "sleep 5s", ask: "job/pi SuccessCriteriaMet", says: "still runs"),
    Case("apply -f job.yaml", "sleep 5s", ask: "job/pi Failed", says: "0 failures so far, and backoffLimit allows 6"),
    Case("apply -f quick.yaml", "sleep 9s", ask: "job/pi FailureTarget", says: "has succeeded already"),
    Case("apply -f job.yaml", "sleep 5s", ask: "job/pi Suspended", says: "spec.suspend is not true"),
    Case("apply -f suspended.yaml", "sleep 5s", ask: "job/pi Complete", says: "the Job is suspended", "owner:     you"),
    Case(
      "apply -f failing.yaml",
      "sleep 60s",
      ask: "job/pi Complete",
      says: "failed for good: BackoffLimitExceeded",
      "it never will be"
    ),
    Case(
      "apply -f retrying.yaml",
      "sleep 8s",
      ask: "job/pi Complete",
      says: "no Pod is created before",
      "come back into its work queue"
    ),
    Case(
      "fail node node-2",
      "sleep 60s",
      ask: "node/node-2 Ready",
      says: "the kubelet of node-2 is stopped",
      "heal node node-2"
    ),
    Case(ask: "node/node-1 MemoryPressure", says: "reports MemoryPressure False", "not simulated"),
    Case(ask: "node/node-1 DiskPressure", says: "reports DiskPressure False"),
    Case(ask: "node/node-1 PIDPressure", says: "reports PIDPressure False"),
    Case(
      "apply -f plain.yaml",
      "sleep 3s",
      ask: "pod/one Shiny",
      says: "nothing here sets a condition Shiny",
      "PodScheduled"
    ),
    Case("apply -f readiness.yaml", "sleep 5s", ask: "pods.ready == 1", says: "pod/one: the readiness probe"),
    Case("apply -f plain.yaml", "sleep 5s", ask: "pods.ready == 2", says: "pods: only 1, and all of them count"),
    Case(
      "apply -f quota.yaml",
      "sleep 1s",
      "create deployment site --image=nginx --replicas=3",
      "sleep 3s",
      ask: "deploy/site Available",
      says: "rs/site-",
      "the API server refuses its Pods: ",
      "owner:     replicaset-controller"
    ),
    Case("apply -f readiness.yaml", "sleep 5s", ask: "pod/one and pod/one Ready", says: "readiness probe"),
  ]

  @Test("names the fact, its owner and what could come first", arguments: cases)
  func answers(_ example: Case) {
    var session = Session.test(.script, files: WhyNotTests.files)
    for line in example.lines {
      let output = session.execute(line)
      #expect(output.exit == 0, "\(line): \(output.stderr)")
    }
    let output = session.execute("why not \(example.question)")
    #expect(output.exit == 0, "\(output.stderr)")
    for part in example.says { #expect(output.stdout.contains(part), "\(output.stdout)") }
    #expect(output.stdout.contains("waits for: ") && output.stdout.contains("earliest:  "))
    _ = session.execute("set lang ko")
    let korean = session.execute("why not \(example.question)").stdout
    #expect(korean.hasHangul && korean.contains("가장 빠름"), "\(korean)")
  }

  /// The types of the conditions that have occurred on the objects of a run, by kind.
  private static func conditions(_ store: Store) -> Set<String> {
    let kinds: [Kind] = [.pod, .replicaSet, .job, .node, .deployment]
    let found = kinds.flatMap { kind in
      store.list(kind).flatMap { object in
        (object.body["status"]?["conditions"]?.array ?? []).compactMap { $0["type"]?.string }
          .map { "\(kind.name) \($0)" }
      }
    }
    return Set(found)
  }

  @Test("each condition that occurs on a Pod, ReplicaSet, Deployment, Job or Node is asked about")
  func allConditions() throws {
    var occurring: Set<String> = []
    var asked: Set<String> = []
    for example in WhyNotTests.cases {
      var session = Session.test(.script, files: WhyNotTests.files)
      for line in example.lines {
        _ = session.execute(line)
        occurring.formUnion(WhyNotTests.conditions(session.timeline.cluster.store))
      }
      guard case .isTrue(let id, let type)? = try? WorldCondition(example.question).statement else { continue }
      asked.insert("\(id.kind.name) \(type)")
    }
    #expect(occurring.count >= 18, "\(occurring.sorted())")
    #expect(occurring.subtracting(asked).isEmpty, "nobody asks about \(occurring.subtracting(asked).sorted())")
  }

  @Test("a Pod on another node says why that one was chosen")
  func boundElsewhere() throws {
    var session = Session.test(.script, files: WhyNotTests.files)
    for line in ["apply -f plain.yaml", "sleep 3s"] { _ = session.execute(line) }
    let node = session.out("get pod one -o jsonpath={.spec.nodeName}")
    let other = try #require(["node-1", "node-2"].first { $0 != node })
    let text = session.out("why not pod/one on \(other)")
    #expect(text.contains("it is bound to \(node)") && text.contains("a Pod never moves"))
    #expect(text.contains("\(other): fits; score") && text.contains("\(node): fits; score"))
    #expect(session.out("why not pod/one on \(node)").contains("it is so"))
  }

  @Test("what is no matter of an object is refused")
  func refused() {
    var session = Session.test(.script, files: WhyNotTests.files)
    #expect(session.execute("why not probe failed").stderr.hasPrefix("error: why not asks about an object"))
    #expect(session.execute("why not rss/x").stderr.hasPrefix("error: there is no resource type rss (column 9)"))
  }
}
