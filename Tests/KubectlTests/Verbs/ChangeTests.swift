import Kubectl
import Testing

/// Commands that change objects which are there.
@Suite struct ChangeTests {
  private func typist() -> Typist {
    var typist = Typist(files: ["p.yaml": Typist.pod, "rs.yaml": Typist.replicaSet])
    typist.type("apply -f p.yaml -f rs.yaml", then: 4)
    return typist
  }

  private func check(_ steps: [(line: String, stdout: String, stderr: String)]) {
    var typist = typist()
    for step in steps {
      let answer = typist.type(step.line)
      #expect(answer.stdout == step.stdout, "\(step.line)")
      #expect(answer.stderr == step.stderr, "\(step.line)")
      #expect((answer.exit == 0) == step.stderr.isEmpty, "\(step.line)")
    }
  }

  @Test func labels() {
    check([
      ("label pod web env=prod", "pod/web labeled\n", ""),
      ("label pod web env=prod", "pod/web not labeled\n", ""),
      ("label pod web env=dev", "", "error: 'env' already has a value (prod), and --overwrite is false\n"),
      (
        "label pod web env=dev app=x", "",
        "'app' already has a value (web), and --overwrite is false\n'env' already has a value (prod), and --overwrite is false\n"
      ),
      ("label pod web env=dev --overwrite", "pod/web labeled\n", ""),
      ("label pod web env-", "pod/web unlabeled\n", ""),
      ("label pod web env-", "label \"env\" not found.\npod/web not labeled\n", ""),
      ("label pod -l app=web x=1 --dry-run=client", "pod/web labeled (dry run)\n", ""),
      ("label pod web --list", "app=web\n", ""),
      ("label pod web", "", "error: at least one label update is required\n"),
      ("label pod web a=b web2", "", "error: all resources must be specified before label changes: web2\n"),
      ("label pod web a=b a-", "", "error: can not both modify and remove a label in the same command\n"),
      (
        "label", "",
        "error: one or more resources must be specified as <resource> <name> or <resource>/<name>\n"
      ),
    ])
  }

  @Test func annotates() {
    check([
      ("annotate pod web note='hello world'", "pod/web annotated\n", ""),
      (
        "annotate pod web note=other", "",
        "error: --overwrite is false but found the following declared annotation(s): "
          + "'note' already has a value (hello world)\n"
      ),
      ("annotate pod web note=other --overwrite", "pod/web annotated\n", ""),
      ("annotate pod web note-", "pod/web annotated\n", ""),
      ("annotate pod web note-", "pod/web annotated\n", ""),
    ])
  }

  @Test func scales() {
    check([
      ("scale rs kubia --replicas=3", "replicaset.apps/kubia scaled\n", ""),
      ("scale rs/kubia --replicas=1 --current-replicas=2", "", "error: Expected replicas to be 2, was 3\n"),
      ("scale rs kubia", "", "error: required flag(s) \"replicas\" not set\n"),
      (
        "scale rs kubia --replicas=-1", "",
        "error: The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0\n"
      ),
      (
        "scale pod web --replicas=1", "",
        "Error from server (NotFound): the server could not find the requested resource\n"
      ),
      // The first that cannot be scaled ends it.
      (
        "scale pod/web rs/kubia --replicas=1", "",
        "Error from server (NotFound): the server could not find the requested resource\n"
      ),
      ("get rs kubia -o jsonpath={.spec.replicas}", "3", ""),
      ("scale rs --all --replicas=0", "replicaset.apps/kubia scaled\n", ""),
      ("scale rs -l a=b --replicas=0", "", "error: no objects passed to scale\n"),
    ])
  }

  @Test func patches() {
    check([
      (#"patch rs kubia -p '{"spec":{"replicas":1}}'"#, "replicaset.apps/kubia patched\n", ""),
      (#"patch rs kubia -p '{"spec":{"replicas":1}}'"#, "replicaset.apps/kubia patched (no change)\n", ""),
      ("patch rs kubia --type=merge -p 'spec: {replicas: 2}'", "replicaset.apps/kubia patched\n", ""),
      (
        #"patch rs kubia --type=json -p '[{"op":"replace","path":"/spec/replicas","value":3}]'"#,
        "replicaset.apps/kubia patched\n", ""
      ),
      (
        #"patch rs kubia --type=json -p '[{"op":"remove","path":"/nope"}]'"#, "",
        "The request is invalid: the server rejected our request due to an error in our request\n"
      ),
      (
        #"patch rs kubia -p '{"spec":{"template":{"spec":{"containers":[{"image":"nginx"}]}}}}'"#, "",
        "Error from server: map: map[image:nginx] does not contain declared merge key: name\n"
      ),
      (
        "patch rs kubia", "",
        "error: must specify --patch or --patch-file containing the contents of the patch\n"
      ),
      (
        #"patch rs kubia -p '{"spec":{"replicas":"x"}}'"#, "",
        "The request is invalid: patch: Invalid value: \"map[spec:map[replicas:x]]\": unrecognized type: int32\n"
      ),
      // What begins as JSON is not read as YAML.
      (
        "patch rs kubia -p '{spec: {replicas: 2}}'", "",
        "Error from server (BadRequest): invalid character 's' looking for beginning of object key string\n"
      ),
      (
        "patch rs kubia --type=merge -p '{'", "",
        "Error from server (BadRequest): error decoding patch: unexpected end of JSON input\n"
      ),
      ("patch rs kubia --dry-run=client -p '{'", "", "error: unexpected end of JSON input\n"),
      ("patch rs kubia --type=x -p '{}'", "", "error: --type must be one of [json merge strategic], not \"x\"\n"),
      (#"patch pod nope -p '{}'"#, "", "Error from server (NotFound): pods \"nope\" not found\n"),
    ])
  }

  @Test func setsImages() {
    check([
      ("set image rs/kubia kubia=luksa/kubia:v2", "replicaset.apps/kubia image updated\n", ""),
      ("set image rs/kubia kubia=luksa/kubia:v2", "", ""),
      ("set image rs/kubia *=luksa/kubia:v3", "replicaset.apps/kubia image updated\n", ""),
      ("set image rs/kubia x=y", "", "error: unable to find container named \"x\"\n"),
    ])
  }

  @Test func taintsAndCordons() {
    check([
      ("taint nodes node-1 key=value:NoSchedule", "node/node-1 tainted\n", ""),
      (
        "taint nodes node-1 key=other:NoSchedule", "",
        "error: node node-1 already has key taint(s) with same effect(s) and --overwrite is false\n"
      ),
      ("taint nodes node-1 key=other:NoSchedule --overwrite", "node/node-1 modified\n", ""),
      ("taint nodes node-1 key:NoExecute-", "", "error: taint \"key:NoExecute\" not found\n"),
      ("taint nodes node-1 key-", "node/node-1 untainted\n", ""),
      (
        "taint node node-1 a=b:Foo", "",
        "error: invalid taint effect: Foo, unsupported taint effect\nSee 'kubectl taint -h' for help and examples\n"
      ),
      ("taint pod web a=b:NoSchedule", "", "error: invalid resource type pod, only node(s) is supported\n"),
      ("cordon node-1", "node/node-1 cordoned\n", ""),
      ("cordon node-1", "node/node-1 already cordoned\n", ""),
      ("cordon node-2 node-9", "", "Error from server (NotFound): nodes \"node-9\" not found\n"),
      ("uncordon node-1 node-2", "node/node-1 uncordoned\nnode/node-2 already uncordoned\n", ""),
      ("cordon", "", "error: USAGE: cordon NODE [flags]\nSee 'kubectl cordon -h' for help and examples\n"),
    ])
  }

  @Test func drains() {
    var typist = typist()
    for node in ["node-1", "node-2"] {
      let answer = typist.type("drain \(node)")
      let isBare = typist.type("get pod web -o jsonpath={.spec.nodeName}").stdout == node
      #expect((answer.exit == 1) == isBare)
      if isBare {
        #expect(
          answer.stderr.contains("cannot delete Pods that declare no controller (use --force to override): default/web")
        )
        let forced = typist.type("drain \(node) --force")
        #expect(forced.stdout.hasSuffix("node/\(node) drained\n"))
        #expect(forced.stderr == "Warning: deleting Pods that declare no controller: default/web\n")
        return
      }
    }
  }
}
