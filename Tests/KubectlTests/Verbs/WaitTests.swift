import Kubectl
import Testing

/// `kubectl wait` in its forms.
@Suite struct WaitTests {
  @Test(arguments: [
    ("pod/web --for=condition=Ready", "pod/web condition met\n", ""),
    ("pod/web --for=create --for=condition=Ready", "pod/web condition met\n", ""),
    ("pod/web --for=jsonpath='{.status.phase}'=Running", "pod/web condition met\n", ""),
    ("pod/web --for=jsonpath=.status.podIP", "pod/web condition met\n", ""),
    ("pod/web --for=condition=Ready=false --timeout=0", "", "error: condition not met for pods/web\n"),
    ("pod/web --for=delete --timeout=1s", "", "error: timed out waiting for the condition on pods/web\n"),
    ("pod/nope --for=create --timeout=1s", "", "error: timed out waiting for the condition\n"),
    ("pod/nope --for=condition=Ready", "", "Error from server (NotFound): pods \"nope\" not found\n"),
    ("pod/nope --for=delete", "", ""),
    ("pods -l a=b --for=condition=Ready", "", "error: no matching resources found\n"),
    (
      "pod/web --for=jsonpath={.status}=x", "",
      "error: jsonpath leads to a nested object or list which is not supported\n"
    ),
    (
      "pod/web --for=jsonpath={.status.phase}=", "",
      "error: jsonpath wait has to have a value after equal sign, like --for=jsonpath='{.status.readyReplicas}'=3\n"
    ),
    ("pod/web --for=foo", "", "error: unrecognized condition: \"foo\"\n"),
  ])
  func answers(arguments: String, stdout: String, stderr: String) {
    var typist = Typist(files: ["pod.yaml": Typist.pod])
    typist.type("apply -f pod.yaml")
    typist.type("wait pod/web --for=condition=Ready")
    let answer = typist.type("wait \(arguments)")
    #expect(answer.stdout == stdout)
    #expect(answer.stderr == stderr)
    #expect((answer.exit == 0) == stderr.isEmpty)
  }
}
