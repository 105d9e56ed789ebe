import Objects
import Testing

@Suite struct UpdateValidationTests {
  private let metadata: Value = ["name": "nginx", "namespace": "default"]

  private func pod(ports: [Value] = []) -> Fields {
    var container: Value = ["name": "nginx", "image": "nginx"]
    if !ports.isEmpty { container["ports"] = .array(ports) }
    var pod: Fields = ["metadata": metadata, "spec": ["containers": [container]]]
    Defaults.apply(to: &pod, kind: .pod)
    return pod
  }

  /// The Pod as admission and the scheduler leave it.
  private func admitted(_ pod: Fields) -> Fields {
    var pod = pod
    var spec = pod["spec"] ?? [:]
    spec["nodeName"] = "node-1"
    spec["serviceAccountName"] = "default"
    spec["serviceAccount"] = "default"
    spec["priority"] = 0
    spec["preemptionPolicy"] = "PreemptLowerPriority"
    spec["tolerations"] = .array(
      ["not-ready", "unreachable"].map { name in
        [
          "key": .string("node.kubernetes.io/" + name), "operator": "Exists", "effect": "NoExecute",
          "tolerationSeconds": 300,
        ]
      }
    )
    spec["volumes"] = [
      [
        "name": "kube-api-access-r94bm",
        "projected": [
          "defaultMode": 420,
          "sources": [
            ["serviceAccountToken": ["expirationSeconds": 3607, "path": "token"]],
            ["configMap": ["name": "kube-root-ca.crt", "items": [["key": "ca.crt", "path": "ca.crt"]]]],
            [
              "downwardAPI": [
                "items": [
                  ["path": "namespace", "fieldRef": ["apiVersion": "v1", "fieldPath": "metadata.namespace"]]
                ]
              ]
            ],
          ],
        ],
      ]
    ]
    let mount: Value = [
      "name": "kube-api-access-r94bm", "readOnly": true,
      "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount",
    ]
    var containers = spec["containers"]?.array ?? []
    for index in containers.indices { containers[index]["volumeMounts"] = [mount] }
    spec["containers"] = .array(containers)
    pod["spec"] = spec
    return pod
  }

  private func message(_ kind: Kind, old: Fields, new: Fields) -> String {
    Validation.message(kind: kind, name: "nginx", errors: Validation.onUpdate(kind: kind, old: old, new: new))
  }

  private let port: Value = ["containerPort": 80, "protocol": "TCP"]

  @Test func portsOfAPodDoNotChange() {
    #expect(
      message(.pod, old: admitted(pod()), new: admitted(pod(ports: [port]))) == RecordedPodUpdates.portAdded
    )
  }

  @Test func replacingAPodIsRefusedWithADiff() {
    var new = pod(ports: [port])
    // What the update strategy and admission carry over.
    new["spec"]?["tolerations"] = admitted(pod())["spec"]?["tolerations"]
    new["spec"]?["priority"] = 0
    new["spec"]?["preemptionPolicy"] = "PreemptLowerPriority"
    #expect(message(.pod, old: admitted(pod()), new: new) == RecordedPodUpdates.replacedWithPort)
  }

  @Test func imagesAndTolerationsOfAPodMayChange() {
    let old = admitted(pod())
    var new = old
    var containers = new["spec"]?["containers"]?.array ?? []
    containers[0]["image"] = "nginx:2"
    new["spec"]?["containers"] = .array(containers)
    new["spec"]?["activeDeadlineSeconds"] = 5
    let more: [Value] = [["key": "a", "operator": "Exists"]]
    new["spec"]?["tolerations"] = .array((old["spec"]?["tolerations"]?.array ?? []) + more)
    #expect(Validation.onUpdate(kind: .pod, old: old, new: new) == [])
  }

  @Test func onlyTheSecondsOfATolerationMayChange() {
    let old = admitted(pod())
    var longer = old
    var tolerations = longer["spec"]?["tolerations"]?.array ?? []
    tolerations[0]["tolerationSeconds"] = 5
    longer["spec"]?["tolerations"] = .array(tolerations)
    #expect(Validation.onUpdate(kind: .pod, old: old, new: longer) == [])
    tolerations[0]["key"] = "other"
    longer["spec"]?["tolerations"] = .array(tolerations)
    #expect(
      Validation.onUpdate(kind: .pod, old: old, new: longer).map(\.text)
        == ["spec.tolerations: Forbidden: existing toleration can not be modified except its tolerationSeconds"]
    )
  }

  private func replicaSet(selector: Value, labels: Value) -> Fields {
    var set: Fields = [
      "metadata": metadata,
      "spec": [
        "selector": selector,
        "template": ["metadata": ["labels": labels], "spec": ["containers": [["name": "a", "image": "b"]]]],
      ],
    ]
    Defaults.apply(to: &set, kind: .replicaSet)
    return set
  }

  @Test func selectorsAreImmutable() {
    let old = replicaSet(selector: ["matchLabels": ["app": "kubia"]], labels: ["app": "kubia"])
    let new = replicaSet(
      selector: [
        "matchExpressions": [["key": "app", "operator": "Exists"]], "matchLabels": ["app": "other"],
      ],
      labels: ["app": "kubia"]
    )
    #expect(
      message(.replicaSet, old: old, new: new) == """
        The ReplicaSet "nginx" is invalid: 
        * spec.template.metadata.labels: Invalid value: {"app":"kubia"}: `selector` does not match template `labels`
        * spec.selector: Invalid value: {"matchLabels":{"app":"other"},"matchExpressions":[{"key":"app","operator":"Exists"}]}: field is immutable
        """
    )
  }

  private func job(image: String = "main", completions: Value = 1, suspend: Bool = false) -> Fields {
    let container: Value = ["name": "main", "image": .string(image)]
    var job: Fields = [
      "metadata": ["name": "nginx", "namespace": "default", "uid": "u"],
      "spec": [
        "completions": completions,
        "suspend": .bool(suspend),
        "template": ["spec": ["restartPolicy": "OnFailure", "containers": [container]]],
      ],
    ]
    Defaults.apply(to: &job, kind: .job)
    RegistryStrategy.prepareForCreate(&job, kind: .job, uid: UID("u"))
    return job
  }

  @Test func completionsAndTemplateOfAJobAreImmutable() {
    #expect(
      message(.job, old: job(), new: job(completions: 3))
        == #"The Job "nginx" is invalid: spec.completions: Invalid value: 3: field is immutable"#
    )
    let text = message(.job, old: job(), new: job(image: "other"))
    #expect(text == RecordedJobUpdate.text)
  }

  @Test func aSuspendedJobMayMoveToOtherNodes() {
    let old = job(suspend: true)
    var new = old
    new["spec"]?["template"]?["spec"]?["nodeSelector"] = ["disk": "ssd"]
    #expect(Validation.onUpdate(kind: .job, old: old, new: new) == [])
  }
}
