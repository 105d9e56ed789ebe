import Basics
import Cluster
import Kubectl
import Testing

@Suite struct LogsTests {
  private static let two = """
    apiVersion: v1
    kind: Pod
    metadata: {name: two, labels: {app: two}}
    spec:
      containers:
      - {name: first, image: nginx}
      - {name: second, image: luksa/kubia}
    """

  private func typist() -> Typist {
    var typist = Typist(files: ["two.yaml": LogsTests.two, "rs.yaml": Typist.replicaSet])
    typist.type("apply -f two.yaml -f rs.yaml", then: 5)
    return typist
  }

  @Test(arguments: [
    ("logs two -c nope", "error: container nope is not valid for pod two out of: first, second\n"),
    ("logs two nope", "error: container nope is not valid for pod two out of: first, second\n"),
    ("logs nope", "error: error from server (NotFound): pods \"nope\" not found in namespace \"default\"\n"),
    (
      "logs rs/nope",
      "error: error from server (NotFound): replicasets.apps \"nope\" not found in namespace \"default\"\n"
    ),
    (
      "logs two -c first -p",
      "Error from server (BadRequest): previous terminated container \"first\" in pod \"two\" not found\n"
    ),
    (
      "logs",
      "error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for "
        + "the logs command\nSee 'kubectl logs -h' for help and examples\n"
    ),
  ])
  func refuses(line: String, text: String) {
    var typist = typist()
    let answer = typist.type(line)
    #expect(answer.stderr == text)
    #expect(answer.exit == 1)
  }

  @Test func tellsWhichContainerAndWhichPodItTook() {
    var typist = typist()
    #expect(typist.type("logs two").stderr == "Defaulted container \"first\" out of: first, second\n")
    #expect(typist.type("logs two --all-containers").stderr == "")
    #expect(typist.type("logs rs/kubia").stderr.hasPrefix("Found 2 pods, using pod/kubia-"))
  }

  @Test func cutsAndMarksLines() {
    var typist = typist()
    let all = typist.type("logs two -c first").stdout
    #expect(!all.isEmpty)
    #expect(typist.type("logs two -c first --tail=0").stdout == "")
    #expect(typist.type("logs two -c first --limit-bytes=3").stdout == String(all.prefix(3)))
    let marked = typist.type("logs two -c first --prefix --timestamps --tail=1").stdout
    #expect(marked.hasPrefix("[pod/two/first] 2026-01-01T"))
  }

  private static let talking = """
    apiVersion: v1
    kind: Pod
    metadata: {name: talk, annotations: {kubectl.kubernetes.io/default-container: nope}}
    spec:
      initContainers: [{name: setup, image: busybox, command: [echo, ready]}]
      containers:
      - {name: main, image: busybox, command: [sh, -c, 'i=0; while true; do i=$((i+1)); echo $i; sleep 1; done']}
      - {name: side, image: busybox, command: [sh, -c, 'echo short; sleep 8; echo bye; sleep 1000']}
    """

  private func talker() -> Typist {
    var typist = Typist(files: ["talk.yaml": LogsTests.talking])
    typist.type("apply -f talk.yaml", then: 5)
    return typist
  }

  @Test("the last lines are taken first, and of those the new ones")
  func tailBeforeSince() {
    var typist = talker()
    let all = typist.type("logs talk -c main").stdout.split(separator: "\n")
    let last = all.suffix(2).map { $0 + "\n" }.joined()
    #expect(typist.type("logs talk -c main --tail=2 --since=1h").stdout == last)
    #expect(typist.type("logs talk -c main --tail=3 --since-time=2030-01-01T00:00:00Z").stdout == "")
    #expect(typist.type("logs talk -c main --limit-bytes=3 --prefix").stdout == "[pod/talk/main] 1\n[pod/talk/main] 2")
  }

  @Test("what is followed goes on after its last lines, in the order of time")
  func follows() {
    var typist = talker()
    let before = typist.type("logs talk -c main").stdout
    let first = before.split(separator: "\n").last.flatMap { Int($0) } ?? 0
    let followed = typist.type("logs talk -c main -f --tail=1", interruptAfter: 3)
    #expect(followed.stdout == (first...first + 3).map { "\($0)\n" }.joined())
    #expect(followed.exit == 1)
    let both = typist.type("logs talk -f --all-containers --prefix --tail=1", interruptAfter: 3).stdout
    let lines = both.split(separator: "\n").map(String.init)
    #expect(lines.prefix(3) == ["[pod/talk/setup] ready", "[pod/talk/main] \(first + 3)", "[pod/talk/side] short"])
    #expect(lines.dropFirst(3).contains("[pod/talk/side] bye"))
    #expect(lines.last?.hasPrefix("[pod/talk/main] ") == true)
  }

  @Test(arguments: [
    (
      "logs talk",
      "Default container name \"nope\" not found in pod talk\n"
        + "Defaulted container \"main\" out of: main, side, setup (init)\n"
    ),
    (
      "logs talk main --all-containers",
      "error: --all-containers=true should not be specified with container name main\n"
    ),
    (
      "logs talk -c main --since=100ms",
      "The PodLogOptions \"talk\" is invalid: sinceSeconds: Invalid value: 0: must be greater than 0\n"
    ),
    (
      "logs talk -f --all-containers --max-log-requests=2",
      "error: you are attempting to follow 3 log streams, but maximum allowed concurrency is 2, use "
        + "--max-log-requests to increase the limit\n"
    ),
    ("logs node/node-1", "error: cannot get the logs from *v1.Node: selector for *v1.Node not implemented\n"),
  ])
  func says(line: String, text: String) {
    var typist = talker()
    #expect(typist.type(line).stderr == text)
  }

  @Test("errors that are to be ignored stand among the lines")
  func ignoresErrors() {
    var typist = talker()
    let answer = typist.type("logs talk -p --all-containers --ignore-errors")
    #expect(
      answer.stdout
        == ["setup", "main", "side"].map {
          "error: previous terminated container \"\($0)\" in pod \"talk\" not found\n"
        }.joined()
    )
    #expect(answer.exit == 0)
  }

  @Test("a controller without Pods is waited for")
  func waitsForAPod() {
    var typist = typist()
    typist.type("scale rs kubia --replicas=0", then: 60)
    let begin = typist.timeline.now
    let answer = typist.type("logs rs/kubia --pod-running-timeout=7s")
    #expect(answer.stderr == "error: timed out waiting for the condition\n")
    #expect((typist.timeline.now - begin).wholeSeconds == 7)
  }
}
