import Cluster
import Kubectl
import Session
import Testing

@Suite("Bad input changes nothing, is told in kubectl's words, and the prompt goes on")
struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var line: String
    var stderr: String
    var testDescription: String { String(line.prefix(60)) }
  }

  static let nested = String(repeating: "{a: ", count: 20_000) + "1" + String(repeating: "}", count: 20_000)
  /// Nine levels of nine aliases each: a billion nodes if they were copied.
  static let bomb =
    "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + zip("bcdefghi", "abcdefgh").map { name, before in
      "\(name): &\(name) [\(Array(repeating: "*\(before)", count: 9).joined(separator: ","))]\n"
    }.joined()

  static let files = MemoryFiles(
    files: [
      "pod.yaml": Manifests.pod,
      "rs.yaml": Manifests.replicaSet(),
      "broken.yaml": "apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\n bad: [1, 2\n",
      "kind.yaml": "apiVersion: v1\nkind: Podd\nmetadata:\n  name: x\n",
      "field.yaml": Manifests.pod.replacing("    image: nginx:1.29", with: "    image: nginx:1.29\n    httpGet: {}"),
      "type.yaml": Manifests.pod.replacing("  containers:", with: "  hostNetwork: 3\n  containers:"),
      "nested.yaml": nested,
      "bomb.yaml": bomb,
      "empty.yaml": "# nothing\n",
    ],
    folders: ["folder": ["readme.txt"]],
    raw: ["nul.yaml": [0x61, 0x3A, 0x20, 0x00], "latin.yaml": [0x61, 0x3A, 0x20, 0xE9, 0xFF]]
  ).reader

  static let cases: [Case] = [
    Case(line: "create -f missing.yaml", stderr: "error: the path \"missing.yaml\" does not exist\n"),
    Case(
      line: "apply -f folder",
      stderr: "error: error reading [folder]: recognized file extensions are [.json .yaml .yml]\n"
    ),
    Case(line: "apply -f empty.yaml", stderr: "error: no objects passed to apply\n"),
    Case(
      line: "apply -f kind.yaml",
      stderr: "error: resource mapping not found for name: \"x\" namespace: \"\" from \"kind.yaml\": "
        + "no matches for kind \"Podd\" in version \"v1\"\nensure CRDs are installed first\n"
    ),
    Case(
      line: "create -f field.yaml",
      stderr: "Error from server (BadRequest): error when creating \"field.yaml\": Pod in version \"v1\" cannot be "
        + "handled as a Pod: strict decoding error: unknown field \"spec.containers[0].httpGet\"\n"
    ),
    Case(
      line: "create -f type.yaml",
      stderr: "Error from server (BadRequest): error when creating \"type.yaml\": Pod in version \"v1\" cannot be "
        + "handled as a Pod: json: cannot unmarshal number into Go struct field PodSpec.spec.hostNetwork of type bool\n"
    ),
    Case(line: "get foo", stderr: "error: the server doesn't have a resource type \"foo\"\n"),
    Case(line: "get pods --nope", stderr: "error: unknown flag: --nope\nSee 'kubectl get --help' for usage.\n"),
    Case(line: "delete pod nope", stderr: "Error from server (NotFound): pods \"nope\" not found\n"),
  ]

  @Test("told exactly", arguments: cases)
  func toldExactly(_ example: Case) {
    var session = Session.test(.step, files: BadInputTests.files)
    let before = session.timeline.cluster.stateHash
    let output = session.execute(example.line)
    #expect(output.stderr == example.stderr)
    #expect(output.exit == 1)
    #expect(output.stdout.isEmpty)
    #expect(session.timeline.cluster.stateHash == before)
    let next = session.execute("get nodes")
    #expect(next.exit == 0)
  }

  @Test(
    "refused, whatever it is",
    arguments: [
      "create -f broken.yaml", "create -f nested.yaml", "create -f bomb.yaml", "create -f nul.yaml",
      "create -f latin.yaml", "nosuchcommand", "get 'pods", "get pods | wc", "step x", "goto nowhere", "explain #99999",
      "why rs/none", "set mode sideways", "seed -1", "until", "advance 5", "back 0", "get \u{0}",
      "create -f " + String(repeating: "x", count: 1_000_000), String(repeating: "y", count: 2_000_000),
    ]
  )
  func refused(line: String) {
    var session = Session.test(.step, files: BadInputTests.files)
    let before = session.timeline.cluster.stateHash
    let output = session.execute(line)
    #expect(output.exit != 0)
    #expect(!output.stderr.isEmpty)
    #expect(session.timeline.cluster.stateHash == before)
    let next = session.execute("get nodes")
    #expect(next.stdout.contains("node-3"))
  }

  @Test("malformed YAML is told in kubectl's words, and at the prompt with its line and column")
  func yamlPlace() {
    var script = Session.test(files: BadInputTests.files)
    let words = script.execute("create -f broken.yaml").stderr
    #expect(words.hasPrefix("error: error parsing broken.yaml: error converting YAML to JSON: yaml: line "))
    var prompt = Session.test(.step, files: BadInputTests.files)
    let placed = prompt.execute("create -f broken.yaml").stderr
    #expect(placed == words + "broken.yaml:5:2: here\n")
  }

  @Test("what is not simulated of a container is refused by name")
  func unsimulated() {
    let pod = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: web
          image: nginx
          restartPolicy: Never
          restartPolicyRules: [{action: RestartAllContainers, exitCodes: {operator: In, values: [3]}}]
      """
    var session = Session.test(files: MemoryFiles(files: ["pod.yaml": pod]).reader)
    let output = session.execute("create -f pod.yaml")
    #expect(output.stderr.contains("not simulated: restartPolicyRules with action RestartAllContainers"))
    #expect(session.execute("get pods").stdout.isEmpty)
  }

  @Test("empty lines and comments do nothing", arguments: ["", "   ", "# a comment", "\t"])
  func nothing(line: String) {
    var session = Session.test(.step)
    let before = session.timeline.cluster.stateHash
    let output = session.execute(line)
    #expect(output == CommandOutput())
    #expect(session.timeline.cluster.stateHash == before)
  }
}
