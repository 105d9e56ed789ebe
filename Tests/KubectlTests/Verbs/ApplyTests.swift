import Kubectl
import Testing

@Suite struct ApplyTests {
  @Test func createsThenLeavesThenConfigures() {
    var typist = Typist(files: ["p.yaml": Typist.pod])
    #expect(typist.type("apply -f p.yaml").stdout == "pod/web created\n")
    #expect(typist.type("apply -f p.yaml").stdout == "pod/web unchanged\n")
    typist.files["p.yaml"] = Typist.pod.replacing("labels: {app: web}", with: "labels: {app: web, tier: front}")
    #expect(typist.type("apply -f p.yaml").stdout == "pod/web configured\n")
    #expect(typist.type("get pod web -o jsonpath={.metadata.labels.tier}").stdout == "front")
    typist.files["p.yaml"] = Typist.pod
    #expect(typist.type("apply -f p.yaml").stdout == "pod/web configured\n")
    #expect(typist.type("get pod web -o jsonpath={.metadata.labels.tier}").stdout == "")
  }

  @Test func warnsWhereTheObjectWasNotApplied() {
    var typist = Typist(files: ["p.yaml": Typist.pod])
    typist.type("create -f p.yaml")
    let answer = typist.type("apply -f p.yaml")
    #expect(answer.stdout == "pod/web configured\n")
    #expect(answer.stderr.hasPrefix("Warning: resource pods/web is missing the kubectl.kubernetes.io/last-applied-"))
    #expect(typist.type("apply -f p.yaml").stdout == "pod/web unchanged\n")
  }

  @Test(arguments: [
    ("apply", "error: must specify one of -f and -k\n"),
    ("apply p.yaml", "error: Unexpected args: [p.yaml]\nSee 'kubectl apply -h' for help and examples\n"),
    ("apply -f none.yaml", "error: the path \"none.yaml\" does not exist\n"),
    ("apply -f none.yaml -f nil.yaml", "the path \"none.yaml\" does not exist\nthe path \"nil.yaml\" does not exist\n"),
    ("apply -f empty.yaml", "error: no objects passed to apply\n"),
    ("apply -f gen.yaml", "error: from gen-: cannot use generate name with apply\n"),
    (
      "apply -f p.yaml --prune",
      "error: not simulated: --prune of kubectl apply (delete -l removes what no file names any more)\n"
    ),
    ("apply -f https://example.com/x.yaml", "error: not simulated: -f with a URL\n"),
    (
      "apply -f old.yaml",
      "error: resource mapping not found for name: \"x\" namespace: \"\" from \"old.yaml\": no matches for kind "
        + "\"ReplicaSet\" in version \"v1\"\nensure CRDs are installed first\n"
    ),
    (
      "apply -f kindless.yaml",
      "error: error validating \"kindless.yaml\": error validating data: kind not set; if you choose to ignore these "
        + "errors, turn validation off with --validate=false\n"
    ),
    (
      "apply -f number.yaml",
      "error: unable to decode \"number.yaml\": json: cannot unmarshal number into Go struct field "
        + "ObjectMeta.metadata.labels of type string\n"
    ),
    (
      "apply -f typo.yaml",
      "Error from server (BadRequest): error when creating \"typo.yaml\": Pod in version \"v1\" cannot be handled as a "
        + "Pod: strict decoding error: unknown field \"spec.nope\"\n"
    ),
    ("apply -f p.yaml --dry-run=x", "error: Invalid dry-run value (x). Must be \"none\", \"server\", or \"client\".\n"),
    (
      "apply -f p.yaml -n other",
      "Error from server (NotFound): error when creating \"p.yaml\": namespaces \"other\" not found\n"
    ),
    // kubectl finds the resource all the same.
    (
      "apply -f lower.yaml",
      "Error from server (BadRequest): error when creating \"lower.yaml\": replicaset in version \"v1\" cannot be handled "
        + "as a ReplicaSet: no kind \"replicaset\" is registered for version \"apps/v1\" in scheme "
        + "\"k8s.io/kubernetes/pkg/api/legacyscheme/scheme.go:30\"\n"
    ),
    // What is not there has its defaults too.
    (
      "apply -f cj.yaml",
      """
      The CronJob "x" is invalid: 
      * spec.jobTemplate.spec.template.spec.containers: Required value
      * spec.jobTemplate.spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"

      """
    ),
    (
      "apply -f pdb.yaml",
      "The PodDisruptionBudget \"x\" is invalid: spec: Invalid value: {\"MinAvailable\":1,\"Selector\":null,"
        + "\"MaxUnavailable\":1,\"UnhealthyPodEvictionPolicy\":null}: minAvailable and maxUnavailable cannot be both set\n"
    ),
  ])
  func refuses(line: String, text: String) {
    var typist = Typist(files: [
      "p.yaml": Typist.pod, "empty.yaml": "# nothing\n",
      "gen.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {generateName: gen-}\n",
      "old.yaml": "apiVersion: v1\nkind: ReplicaSet\nmetadata: {name: x}\n",
      "lower.yaml": Typist.replicaSet.replacing("kind: ReplicaSet", with: "kind: replicaset"),
      "cj.yaml": "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: x}\nspec: {schedule: '* * * * *'}\n",
      "pdb.yaml": "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: x}\nspec: {minAvailable: 1, "
        + "maxUnavailable: 1}\n",
      "kindless.yaml": "apiVersion: v1\nmetadata: {name: x}\n",
      "number.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: x, labels: {a: 1}}\n",
      "typo.yaml": Typist.pod + "\n  nope: 1\n",
    ])
    let answer = typist.type(line)
    #expect(answer.stderr == text)
    #expect(answer.exit == 1)
    #expect(answer.stdout == "")
  }

  @Test func aFolderIsReadInNameOrderAndABadDocumentDoesNotStopTheOthers() {
    var typist = Typist(files: [
      "dir/b.yaml": Typist.pod, "dir/a.yaml": Typist.replicaSet, "dir/notes.txt": "x",
      "multi.yaml": "apiVersion: v1\nkind: Nope\nmetadata: {name: x}\n---\n" + Typist.pod,
    ])
    #expect(typist.type("apply -f dir").stdout == "replicaset.apps/kubia created\npod/web created\n")
    let answer = typist.type("apply -f multi.yaml")
    #expect(answer.stdout == "pod/web unchanged\n")
    #expect(answer.stderr.hasPrefix("error: resource mapping not found"))
    #expect(answer.exit == 1)
  }

  @Test(arguments: [
    "apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: ConfigMap, metadata: {name: x}}]\n",
    "apiVersion: apps/v1\nkind: List\nitems: [{apiVersion: v1, kind: ConfigMap, metadata: {name: x}}]\n",
    "apiVersion: v1\nkind: ConfigMapList\nitems: [{metadata: {name: x}}]\n",
  ])
  func listsAreTakenApart(file: String) {
    var typist = Typist(files: ["list.yaml": file])
    #expect(typist.type("apply -f list.yaml").stdout == "configmap/x created\n")
  }

  @Test func dryRunsChangeNothing() {
    var typist = Typist(files: ["p.yaml": Typist.pod])
    #expect(typist.type("apply -f p.yaml --dry-run=client").stdout == "pod/web created (dry run)\n")
    #expect(typist.type("apply -f p.yaml --dry-run=server").stdout == "pod/web created (server dry run)\n")
    #expect(typist.type("get pods").stderr == "No resources found in default namespace.\n")
  }

  /// A patch is refused whole: the server does not know the file, only the patch that kubectl made of it.
  @Test func anUnknownFieldOfAnObjectThatIsThereIsTheWholePatchsFault() {
    var typist = Typist(files: ["p.yaml": Typist.pod, "typo.yaml": Typist.pod + "\n  nope: 1\n"])
    typist.type("apply -f p.yaml")
    let answer = typist.type("apply -f typo.yaml")
    let start = #"The request is invalid: patch: Invalid value: "map[metadata:map[annotations:map["#
    #expect(answer.stderr.hasPrefix(start))
    let end = #"\n]] spec:map[nope:1]]": strict decoding error: unknown field "spec.nope""#
    #expect(answer.stderr.hasSuffix(end + "\n"))
    #expect(answer.exit == 1)
    #expect(typist.type("apply -f typo.yaml --validate=warn").stderr == "Warning: unknown field \"spec.nope\"\n")
  }

  @Test func readsStandardInput() {
    var typist = Typist(files: ["p.yaml": Typist.pod])
    #expect(typist.type("apply -f - < p.yaml").stdout == "pod/web created\n")
  }

  /// Only what the file itself records is recorded anew, whatever the object had.
  @Test func replacingForgetsWhatWasApplied() {
    var typist = Typist(files: ["rs.yaml": Typist.replicaSet, "empty.yaml": "# nothing\n"])
    typist.type("apply -f rs.yaml", then: 3)
    #expect(typist.type("replace -f rs.yaml").stdout == "replicaset.apps/kubia replaced\n")
    #expect(typist.type("apply -f rs.yaml").stderr.hasPrefix("Warning: resource replicasets/kubia is missing the "))
    typist.type("replace -f rs.yaml --save-config")
    #expect(typist.type("apply -f rs.yaml").stdout == "replicaset.apps/kubia unchanged\n")
    #expect(typist.type("replace -f empty.yaml") == CommandOutput())
    #expect(typist.type("replace").stderr == "error: must specify one of -f and -k\n")
  }

  @Test func replacesByForceThroughADeletion() {
    var typist = Typist(files: ["p.yaml": Typist.pod])
    typist.type("apply -f p.yaml", then: 3)
    let before = typist.type("get pod web -o jsonpath={.metadata.uid}").stdout
    let answer = typist.type("replace --force -f p.yaml")
    #expect(answer.stdout == "pod \"web\" deleted from default namespace\npod/web replaced\n")
    #expect(typist.type("get pod web -o jsonpath={.metadata.uid}").stdout != before)
    #expect(
      typist.type("replace -f p.yaml --grace-period=1").stderr == "error: --grace-period must have --force specified\n"
    )
  }
}
