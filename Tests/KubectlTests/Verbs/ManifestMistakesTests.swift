import Cluster
import Kubectl
import Testing

/// Manifests as beginners write them, and what kubectl and the API server say of them.
@Suite struct ManifestMistakesTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let manifest: String
    let stderr: String

    init(_ what: String, _ manifest: String, _ stderr: String) {
      testDescription = what
      self.manifest = manifest
      self.stderr = stderr
    }
  }

  private static let container = "containers: [{name: a, image: nginx}]"
  private static let ignoring = "; if you choose to ignore these errors, turn validation off with --validate=false\n"
  private static let refused = "Error from server (BadRequest): error when creating \"x.yaml\": "

  static let mistakes: [Mistake] = [
    Mistake(
      "no kind",
      "apiVersion: v1\nmetadata: {name: x}\n",
      "error: error validating \"x.yaml\": error validating data: kind not set" + ignoring
    ),
    Mistake(
      "neither kind nor apiVersion",
      "metadata: {name: x}\n",
      "error: error validating \"x.yaml\": error validating data: [apiVersion not set, kind not set]" + ignoring
    ),
    Mistake(
      "a kind that is a boolean in YAML 1.1",
      "apiVersion: v1\nkind: on\n",
      "error: error validating \"x.yaml\": error validating data: kind isn't string type" + ignoring
    ),
    Mistake(
      "an apiVersion with two slashes",
      "apiVersion: apps/v1/x\nkind: Pod\n",
      "error: error validating \"x.yaml\": error validating data: unexpected GroupVersion string: apps/v1/x" + ignoring
    ),
    Mistake(
      "a text instead of an object",
      "hello\n",
      "error: error validating \"x.yaml\": error validating data: invalid object to validate" + ignoring
    ),
    Mistake(
      "a list instead of an object",
      "- kind: Pod\n",
      "error: error validating \"x.yaml\": error validating data: invalid object to validate" + ignoring
    ),
    Mistake(
      "a kind in lower case",
      "apiVersion: v1\nkind: pod\nmetadata: {name: x}\n",
      refused + "pod in version \"v1\" cannot be handled as a Pod: no kind \"pod\" is registered for version \"v1\" in "
        + "scheme \"k8s.io/kubernetes/pkg/api/legacyscheme/scheme.go:30\"\n"
    ),
    Mistake(
      "a kind in mixed case",
      "apiVersion: v1\nkind: pOD\nmetadata: {name: x}\n",
      "error: resource mapping not found for name: \"x\" namespace: \"\" from \"x.yaml\": no matches for kind \"pOD\" "
        + "in version \"v1\"\nensure CRDs are installed first\n"
    ),
    Mistake(
      "a name that is a boolean in YAML 1.1",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: y}\nspec: {\(container)}\n",
      "error: unable to decode \"x.yaml\": json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.name of "
        + "type string\n"
    ),
    Mistake(
      "a name that is a number",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: 8080}\nspec: {\(container)}\n",
      "error: unable to decode \"x.yaml\": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.name "
        + "of type string\n"
    ),
    Mistake(
      "several unknown fields",
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: x}
      spec:
        containers: [{name: a, image: nginx, ports: [{containerPort: 80, hostport: 3}]}]
        restartpolicy: Never
      extra: 1
      """,
      refused + "Pod in version \"v1\" cannot be handled as a Pod: strict decoding error: unknown field \"extra\", "
        + "unknown field \"spec.containers[0].ports[0].hostport\", unknown field \"spec.restartpolicy\"\n"
    ),
    Mistake(
      "one container instead of a list",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {containers: {name: a, image: nginx}}\n",
      refused + "Pod in version \"v1\" cannot be handled as a Pod: json: cannot unmarshal object into Go struct field "
        + "PodSpec.spec.containers of type []v1.Container\n"
    ),
    Mistake(
      "a port in quotes",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n"
        + "spec: {containers: [{name: a, image: nginx, ports: [{containerPort: \"80\"}]}]}\n",
      refused + "Pod in version \"v1\" cannot be handled as a Pod: json: cannot unmarshal string into Go struct field "
        + "ContainerPort.spec.containers.ports.containerPort of type int32\n"
    ),
    Mistake(
      "a quantity with a wrong suffix",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n"
        + "spec: {containers: [{name: a, image: nginx, resources: {limits: {cpu: 100mm}}}]}\n",
      refused + "Pod in version \"v1\" cannot be handled as a Pod: unable to parse quantity's suffix\n"
    ),
    Mistake(
      "a quantity in bytes",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n"
        + "spec: {containers: [{name: a, image: nginx, resources: {limits: {memory: 1GB}}}]}\n",
      refused + "Pod in version \"v1\" cannot be handled as a Pod: quantities must match the regular expression "
        + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'\n"
    ),
    Mistake(
      "a variable without quotes",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n"
        + "spec: {containers: [{name: a, image: nginx, env: [{name: PORT, value: 80}]}]}\n",
      refused + "Pod in version \"v1\" cannot be handled as a Pod: json: cannot unmarshal number into Go struct field "
        + "EnvVar.spec.containers.env.value of type string\n"
    ),
    Mistake(
      "data of a ConfigMap without quotes",
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata: {debug: true}\n",
      refused + "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: json: cannot unmarshal bool into Go "
        + "struct field ConfigMap.data of type string\n"
    ),
    Mistake(
      "data of a Secret that is no base64",
      "apiVersion: v1\nkind: Secret\nmetadata: {name: x}\ndata: {a: hello!}\n",
      refused + "Secret in version \"v1\" cannot be handled as a Secret: illegal base64 data at input byte 5\n"
    ),
    Mistake(
      "a namespace that is not there",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: x, namespace: nope}\nspec: {\(container)}\n",
      "Error from server (NotFound): error when creating \"x.yaml\": namespaces \"nope\" not found\n"
    ),
    Mistake(
      "neither surge nor unavailable Pods",
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: x}
      spec:
        selector: {matchLabels: {app: x}}
        strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}
        template: {metadata: {labels: {app: x}}, spec: {\(container)}}
      """,
      "The Deployment \"x\" is invalid: spec.strategy.rollingUpdate.maxUnavailable: Invalid value: 0: may not be 0 when "
        + "`maxSurge` is 0\n"
    ),
  ]

  @Test(arguments: mistakes) func isToldAndChangesNothing(mistake: Mistake) {
    var typist = Typist(files: ["x.yaml": mistake.manifest])
    let before = typist.timeline.cluster.stateHash
    for verb in ["create", "apply"] {
      let answer = typist.type("\(verb) -f x.yaml")
      #expect(answer.stderr == mistake.stderr)
      #expect(answer.stdout.isEmpty)
      #expect(answer.exit == 1)
      #expect(typist.timeline.cluster.stateHash == before)
    }
  }

  @Test(arguments: [
    ("--validate=warn", "Warning: unknown field \"spec.extra\"\n"), ("--validate=ignore", ""), ("--validate=false", ""),
  ])
  func unknownFieldsAreToldOrPassedOver(flag: String, stderr: String) {
    let manifest = "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {\(Self.container), extra: 1}\n"
    var typist = Typist(files: ["x.yaml": manifest])
    let answer = typist.type("create -f x.yaml \(flag)")
    #expect(answer.stdout == "pod/x created\n")
    #expect(answer.stderr == stderr)
  }

  @Test func documentsBehindABadOneAreTaken() {
    func pod(_ name: String) -> String {
      "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name)}\nspec: {\(Self.container)}\n"
    }
    var typist = Typist(files: ["x.yaml": [pod("first"), pod("Second"), pod("third")].joined(separator: "---\n")])
    let answer = typist.type("apply -f x.yaml")
    #expect(answer.stdout == "pod/first created\npod/third created\n")
    #expect(answer.stderr.hasPrefix("The Pod \"Second\" is invalid: metadata.name: Invalid value: \"Second\""))
    #expect(answer.exit == 1)
  }
}
