import Basics
import Cluster
import Kubectl
import Testing

@Suite struct ExecTests {
  private static let pods = """
    apiVersion: v1
    kind: Pod
    metadata: {name: box}
    spec:
      containers:
      - {name: main, image: busybox, command: [sleep, "1000"]}
      - {name: side, image: nginx}
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: done}
    spec:
      restartPolicy: Never
      containers:
      - {name: main, image: busybox, command: ["true"]}
    """

  private func typist() -> Typist {
    var typist = Typist(files: ["pods.yaml": ExecTests.pods, "text": "typed\n", "script": "cd /tmp\nls\n"])
    typist.type("apply -f pods.yaml", then: 10)
    return typist
  }

  @Test("a command changes the container's files, and the next one sees it")
  func files() {
    var typist = typist()
    #expect(typist.type("exec box -q -- touch /tmp/ready").exit == 0)
    #expect(typist.type("exec box -c main -- ls /tmp").stdout == "ready\n")
    let gone = typist.type("exec box -c side -- ls /tmp/ready")
    #expect(gone.stderr.contains("cannot access '/tmp/ready'"))
    #expect(gone.stderr.hasSuffix("command terminated with exit code 2\n"))
    #expect(gone.exit == 2)
    #expect(typist.type("exec -i box -q -- cat < text").stdout == "typed\n")
    let shell = typist.type("exec -it box -c main -- sh < script")
    #expect(shell.stdout == "ready\n")
    #expect(shell.stderr == "Unable to use a TTY - input is not a terminal or the right kind of file\n")
  }

  @Test("a command takes its virtual time, and is let go at an interruption")
  func time() {
    var typist = typist()
    let begin = typist.timeline.now
    typist.type("exec box -q -- sleep 30")
    #expect((typist.timeline.now - begin).wholeSeconds == 30)
    let cut = typist.type("exec box -q -- sh -c 'echo a; sleep 100; echo b'", interruptAfter: 5)
    #expect(cut.stdout == "a\n")
    #expect(cut.exit == 1)
  }

  @Test(arguments: [
    ("exec nope -- ls", "Error from server (NotFound): pods \"nope\" not found\n"),
    ("exec box -c x -- ls", "Error from server (BadRequest): container x is not valid for pod box\n"),
    ("exec done -- ls", "error: cannot exec into a container in a completed pod; current phase is Succeeded\n"),
    (
      "exec -it box -c main -- sh",
      "error: not simulated: a shell that is typed into (kubectl exec POD -- sh -c '…' runs a command)\n"
    ),
    ("exec box -c main -- git log", "error: not simulated: git\n"),
  ])
  func refuses(line: String, text: String) {
    var typist = typist()
    let answer = typist.type(line)
    #expect(answer.stderr == text)
    #expect(answer.exit == 1)
  }

  @Test("a missing program is the runtime's error; the first container is the default one")
  func missing() {
    var typist = typist()
    let answer = typist.type("exec box -- foo")
    #expect(
      answer.stderr.hasPrefix("Defaulted container \"main\" out of: main, side\nerror: Internal error occurred: ")
    )
    #expect(answer.stderr.hasSuffix("exec: \"foo\": executable file not found in $PATH: unknown\n"))
  }
}
