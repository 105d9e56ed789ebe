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
}
