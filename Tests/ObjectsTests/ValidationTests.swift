import Foundation
import Objects
import Testing

@Suite struct ValidationTests {
  private func refusal(_ json: String, uid: UID = UID("1-2-3")) throws -> String? {
    let (kind, fields) = try prepared(json, uid: uid)
    let errors = Validation.onCreate(kind: kind, fields: fields)
    guard !errors.isEmpty else { return nil }
    let name = fields["metadata"]?["name"]?.string ?? ""
    return Validation.message(kind: kind, name: name, errors: errors)
  }

  @Test(arguments: Refusal.invalid)
  func refusesAsRecorded(refusal: Refusal) throws {
    // The recorded Job has a uid of its own.
    let uid = refusal.text.range(of: "controller-uid\":\"").map { String(refusal.text[$0.upperBound...].prefix(36)) }
    #expect(try self.refusal(refusal.json, uid: UID(uid ?? "1-2-3")) == refusal.text)
  }

  @Test(arguments: [
    (#"{"name":"c"}"#, ["spec.containers[0].image: Required value"]),
    (
      #"{"name":"C_","image":"x"}"#,
      [
        "spec.containers[0].name: Invalid value: \"C_\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
      ]
    ),
    (#"{"name":"a.b","image":"x"}"#, [#"spec.containers[0].name: Invalid value: "a.b": must not contain dots"#]),
    (
      #"{"name":"c","image":"x","imagePullPolicy":"Sometimes","resources":{"limits":{"bogus":"1"}}}"#,
      [
        #"spec.containers[0].imagePullPolicy: Unsupported value: "Sometimes": supported values: "Always", "IfNotPresent", "Never""#,
        #"spec.containers[0].resources.limits[bogus]: Invalid value: "bogus": must be a standard resource type or fully qualified"#,
        #"spec.containers[0].resources.limits[bogus]: Invalid value: "bogus": must be a standard resource for containers"#,
        #"spec.containers[0].resources.requests[bogus]: Invalid value: "bogus": must be a standard resource type or fully qualified"#,
        #"spec.containers[0].resources.requests[bogus]: Invalid value: "bogus": must be a standard resource for containers"#,
      ]
    ),
    (
      #"{"name":"c","image":"x","resources":{"limits":{"cpu":"1"},"requests":{"cpu":"2","memory":"-1"}}}"#,
      [
        #"spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1"#,
        #"spec.containers[0].resources.requests[memory]: Invalid value: "-1": must be greater than or equal to 0"#,
      ]
    ),
    (
      #"{"name":"c","image":"x","ports":[{"name":"a","containerPort":0},{"name":"a","containerPort":70000,"protocol":"X"}]}"#,
      [
        "spec.containers[0].ports[0].containerPort: Required value",
        #"spec.containers[0].ports[1].name: Duplicate value: "a""#,
        "spec.containers[0].ports[1].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive",
        #"spec.containers[0].ports[1].protocol: Unsupported value: "X": supported values: "SCTP", "TCP", "UDP""#,
      ]
    ),
    (
      #"{"name":"c","image":"x","volumeMounts":[{"name":"v","mountPath":"/a"},{"name":"v","mountPath":"/a"}]}"#,
      [
        #"spec.containers[0].volumeMounts[0].name: Not found: "v""#,
        #"spec.containers[0].volumeMounts[1].name: Not found: "v""#,
        #"spec.containers[0].volumeMounts[1].mountPath: Invalid value: "/a": must be unique"#,
      ]
    ),
    (
      #"{"name":"c","image":"x","env":[{"name":"a=b"},{"name":"c","value":"d","valueFrom":{"fieldRef":{"fieldPath":"spec.x"}}}]}"#,
      [
        #"spec.containers[0].env[0].name: Invalid value: "a=b": a valid environment variable name must consist only of printable ASCII characters other than '='"#,
        #"spec.containers[0].env[1].valueFrom.fieldRef.fieldPath: Invalid value: "spec.x": error converting fieldPath: field label not supported: spec.x"#,
        #"spec.containers[0].env[1].valueFrom: Invalid value: "": may not be specified when `value` is not empty"#,
      ]
    ),
    (
      #"{"name":"c","image":"x","readinessProbe":{"exec":{},"terminationGracePeriodSeconds":1}}"#,
      [
        "spec.containers[0].readinessProbe.exec.command: Required value",
        "spec.containers[0].readinessProbe.terminationGracePeriodSeconds: Invalid value: 1: must not be set for readinessProbes",
      ]
    ),
    (
      #"{"name":"c","image":"x","env":[{"name":"a","valueFrom":{"configMapKeyRef":{"name":"","key":"a b"}}},{"name":"b","valueFrom":{"resourceFieldRef":{"resource":"cpu"}}}]}"#,
      [
        #"spec.containers[0].env[0].valueFrom.configMapKeyRef.name: Invalid value: "": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"#,
        #"spec.containers[0].env[0].valueFrom.configMapKeyRef.key: Invalid value: "a b": a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')"#,
        #"spec.containers[0].env[1].valueFrom.resourceFieldRef.resource: Unsupported value: "cpu": supported values: "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage", "requests.memory""#,
      ]
    ),
    (
      #"{"name":"c","image":"x","envFrom":[{"configMapRef":{}},{"prefix":"A="},{"configMapRef":{"name":"a"},"secretRef":{"name":"b"}}]}"#,
      [
        "spec.containers[0].envFrom[0].configMapRef.name: Required value",
        #"spec.containers[0].envFrom[1].prefix: Invalid value: "A=": a valid environment variable name must consist only of printable ASCII characters other than '='"#,
        #"spec.containers[0].envFrom: Invalid value: "": must specify one of: `configMapRef` or `secretRef`"#,
        #"spec.containers[0].envFrom: Invalid value: "": may not have more than one field specified at a time"#,
      ]
    ),
    (
      #"{"name":"c","image":"x","volumeMounts":[{"name":"v","mountPath":"/a","subPath":"/b","subPathExpr":"../c","mountPropagation":"Some"}]}"#,
      [
        #"spec.containers[0].volumeMounts[0].name: Not found: "v""#,
        #"spec.containers[0].volumeMounts.subPath: Invalid value: "/b": must be a relative path"#,
        #"spec.containers[0].volumeMounts[0].subPathExpr: Invalid value: "../c": subPathExpr and subPath are mutually exclusive"#,
        #"spec.containers[0].volumeMounts.subPathExpr: Invalid value: "../c": must not contain '..'"#,
        #"spec.containers[0].volumeMounts.mountPropagation: Unsupported value: "Some": supported values: "Bidirectional", "HostToContainer", "None""#,
      ]
    ),
  ])
  func containers(json: String, texts: [String]) throws {
    let (kind, pod) = try prepared(
      #"{"kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[\#(json)]}}"#
    )
    #expect(Validation.onCreate(kind: kind, fields: pod).map(\.text) == texts)
  }

  @Test(arguments: [
    (
      #"{"tolerations":[{"key":"a","operator":"Exists","value":"b","effect":"NoSchedule","tolerationSeconds":1},{"operator":"Equal"}]}"#,
      [
        #"spec.tolerations[0].effect: Invalid value: "NoSchedule": effect must be 'NoExecute' when `tolerationSeconds` is set"#,
        #"spec.tolerations[0].operator: Invalid value: "b": value must be empty when `operator` is 'Exists'"#,
        #"spec.tolerations[1].operator: Invalid value: "Equal": operator must be Exists when `key` is empty, which means "match all values and all keys""#,
      ]
    ),
    (
      #"{"restartPolicy":"Sometimes"}"#,
      [
        #"spec.restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "OnFailure", "Never""#
      ]
    ),
    (
      #"{"initContainers":[{"name":"c","image":"x","livenessProbe":{"exec":{"command":["a"]}}}]}"#,
      [
        #"spec.initContainers[0].name: Duplicate value: "c""#,
        "spec.initContainers[0].livenessProbe: Forbidden: may not be set for init containers without restartPolicy=Always",
      ]
    ),
    (
      #"{"volumes":[{"name":"v","secret":{}},{"name":"w","emptyDir":{},"hostPath":{"path":"/"}},{}]}"#,
      [
        "spec.volumes[0].secret.secretName: Required value",
        "spec.volumes[1].hostPath: Forbidden: may not specify more than 1 volume type",
        "spec.volumes[2].name: Required value",
      ]
    ),
    (
      #"{"activeDeadlineSeconds":0,"nodeSelector":{"a b":"c"}}"#,
      [
        #"spec.nodeSelector: Invalid value: "a b": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"#,
        "spec.activeDeadlineSeconds: Invalid value: 0: must be between 1 and 2147483647, inclusive",
      ]
    ),
    (
      #"{"volumes":[{"name":"v","configMap":{"name":"m","defaultMode":512,"items":[{"key":"k","path":"..x"},{"path":"/y"}]}}]}"#,
      [
        "spec.volumes[0].configMap.defaultMode: Invalid value: 512: must be a number between 0 and 0777 (octal), both inclusive",
        #"spec.volumes[0].configMap.items[0].path: Invalid value: "..x": must not start with '..'"#,
        "spec.volumes[0].configMap.items[1].key: Required value",
        #"spec.volumes[0].configMap.items[1].path: Invalid value: "/y": must be a relative path"#,
      ]
    ),
    (
      #"{"dnsPolicy":"None","hostPID":true,"shareProcessNamespace":true,"readinessGates":[{"conditionType":"a b"}]}"#,
      [
        "spec.securityContext.shareProcessNamespace: Invalid value: true: ShareProcessNamespace and HostPID cannot both be enabled",
        "spec.dnsConfig: Required value: must provide `dnsConfig` when `dnsPolicy` is None",
        #"spec.readinessGates[0].conditionType: Invalid value: "a b": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"#,
      ]
    ),
  ])
  func pods(json: String, texts: [String]) throws {
    var spec = try JSONText.parse(json)
    spec["containers"] = [["name": "c", "image": "x"]]
    let (kind, pod) = try prepared(
      #"{"kind":"Pod","metadata":{"name":"p"},"spec":\#(spec.json)}"#
    )
    #expect(Validation.onCreate(kind: kind, fields: pod).map(\.text) == texts)
  }

  @Test(arguments: [
    (
      #"{"labels":{"a b":"c","d":"e!"}}"#,
      [
        #"metadata.labels: Invalid value: "a b": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"#,
        #"metadata.labels: Invalid value: "e!": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"#,
      ]
    ),
    (#"{"annotations":{"A/B":"free text !"}}"#, []),
    (
      #"{"annotations":{"/b":""}}"#,
      [
        #"metadata.annotations: Invalid value: "/b": prefix part must be non-empty"#
      ]
    ),
    (
      #"{"finalizers":["mine","example.com/mine"]}"#,
      [
        #"metadata.finalizers[0]: Invalid value: "mine": name is neither a standard finalizer name nor is it fully qualified"#
      ]
    ),
    (
      #"{"ownerReferences":[{"apiVersion":"v1","kind":"Pod","name":"a","uid":"1","controller":true},{"apiVersion":"v1","kind":"Pod","name":"b","uid":"","controller":true}]}"#,
      [
        #"metadata.ownerReferences.uid: Invalid value: "": must not be empty"#,
        #"metadata.ownerReferences: Invalid value: [{"apiVersion":"v1","kind":"Pod","name":"a","uid":"1","controller":true},{"apiVersion":"v1","kind":"Pod","name":"b","uid":"","controller":true}]: Only one reference can have Controller set to true. Found "true" in references for Pod/a and Pod/b"#,
      ]
    ),
  ])
  func metadata(json: String, texts: [String]) throws {
    var metadata = try JSONText.parse(json)
    metadata["name"] = "p"
    let (kind, pod) = try prepared(
      #"{"kind":"Pod","metadata":\#(metadata.json),"spec":{"containers":[{"name":"c","image":"x"}]}}"#
    )
    #expect(Validation.onCreate(kind: kind, fields: pod).map(\.text) == texts)
  }

  @Test func anObjectThatGoesGetsNoNewFinalizers() {
    let old: Fields = ["metadata": ["name": "c", "namespace": "d", "deletionTimestamp": "2026-01-01T00:00:00Z"]]
    var new = old
    new["metadata"]?["finalizers"] = ["example.com/b", "example.com/a"]
    #expect(
      Validation.onUpdate(kind: .configMap, old: old, new: new).map(\.text) == [
        #"metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"example.com/a", "example.com/b"}"#
      ]
    )
  }

  @Test func severalErrorsAreToldOnceEach() {
    let error = FieldError(FieldPath("spec", "a"), .required)
    let other = FieldError(FieldPath("spec", "b")[0], .forbidden, "no")
    #expect(
      Validation.message(kind: .replicaSet, name: "x", errors: [error, other, error])
        == "The ReplicaSet \"x\" is invalid: \n* spec.a: Required value\n* spec.b[0]: Forbidden: no"
    )
    #expect(
      Validation.statusMessage(kind: .replicaSet, name: "x", errors: [error, other, error])
        == #"ReplicaSet.apps "x" is invalid: [spec.a: Required value, spec.b[0]: Forbidden: no]"#
    )
  }

  @Test func aDaemonSetCountsTheChangesOfItsTemplate() {
    var old: Fields = ["spec": ["template": ["metadata": ["labels": ["a": "b"]]]]]
    RegistryStrategy.prepareForCreate(&old, kind: .daemonSet, uid: UID("u"))
    var same = old
    same["metadata"] = nil
    RegistryStrategy.prepareForUpdate(&same, replacing: old, kind: .daemonSet)
    #expect(same == old)
    var changed: Fields = ["spec": ["template": ["metadata": ["labels": ["a": "c"]]]]]
    RegistryStrategy.prepareForUpdate(&changed, replacing: old, kind: .daemonSet)
    #expect(changed["metadata"]?["annotations"]?["deprecated.daemonset.template.generation"] == "2")
  }

  @Test func onTheNodesNetworkPortsAreTheNodes() throws {
    let spec =
      #"{"hostNetwork":true,"containers":[{"name":"c","image":"x","ports":[{"containerPort":80,"hostPort":81}]}]}"#
    let (kind, pod) = try prepared(#"{"kind":"Pod","metadata":{"name":"p"},"spec":\#(spec)}"#)
    #expect(
      Validation.onCreate(kind: kind, fields: pod).map(\.text) == [
        "spec.containers[0].ports[0].hostPort: Invalid value: 81: must match `containerPort` when `hostNetwork` is true"
      ]
    )
  }

  @Test(arguments: [
    (
      "Deployment", "strategy",
      #"{"Type":"Rolling","RollingUpdate":null}: supported values: "Recreate", "RollingUpdate""#
    ),
    (
      "DaemonSet", "updateStrategy",
      #"{"Type":"Rolling","RollingUpdate":null}: supported values: "RollingUpdate", "OnDelete""#
    ),
  ])
  func strategiesArePrintedInTheirInternalForm(kind: String, field: String, text: String) throws {
    let template = #"{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"x"}]}}"#
    let spec = #"{"selector":{"matchLabels":{"a":"b"}},"template":\#(template),"\#(field)":{"type":"Rolling"}}"#
    let (found, object) = try prepared(#"{"kind":"\#(kind)","metadata":{"name":"p"},"spec":\#(spec)}"#)
    #expect(
      Validation.onCreate(kind: found, fields: object).map(\.text) == ["spec.\(field): Unsupported value: \(text)"]
    )
  }
}
