import Basics
import Objects

extension APIServer {
  /// The object with everything that admission adds, its generated name included.
  ///
  /// Mirrors the admission plugins that are on by default: NamespaceLifecycle, ServiceAccount,
  /// DefaultTolerationSeconds, Priority, ResourceQuota, TaintNodesByCondition.
  func admit(
    _ object: Object,
    at now: Instant,
    isEstablished: Bool,
    _ generator: inout Generator
  ) throws(APIError) -> Object {
    var admitted = object
    if admitted.metadata.name.isEmpty, !admitted.metadata.generateName.isEmpty {
      let name = generatedName(admitted.metadata.generateName, &generator)
      admitted = admitted.with { $0.name = name }
    }
    let metadata = admitted.metadata
    if object.kind.isNamespaced {
      guard let namespace = store[ObjectID(.namespace, name: metadata.namespace)] else {
        throw .notFound(.namespace, name: metadata.namespace)
      }
      if namespace.metadata.isBeingDeleted {
        throw .forbidden(
          object.kind,
          name: metadata.name,
          why: "unable to create new content in namespace \(metadata.namespace) because it is being terminated"
        )
      }
    }
    if var pod = admitted.as(Pod.self) {
      try setPriority(&pod)
      PodAdmission.admit(&pod, &generator)
      admitted = Object(pod)
    }
    if var node = admitted.as(Node.self), !isEstablished {
      // Nothing is to come before the node has been seen to be ready.
      let taint = Taint(key: Taint.notReadyKey, effect: .noSchedule)
      if !node.taints.contains(where: { $0.isSame(as: taint) }) { node.taints.append(taint) }
      admitted = Object(node)
    }
    return admitted
  }
}

/// A name that begins with `base`, of which so much is left that the suffix still fits a label.
///
/// Mirrors `names.SimpleNameGenerator.GenerateName`.
private func generatedName(_ base: String, _ generator: inout Generator) -> String {
  let longest = 63
  let suffix = generator.suffix()
  return String(decoding: base.utf8.prefix(longest - suffix.utf8.count), as: UTF8.self) + suffix
}

/// What admission adds to every new Pod.
enum PodAdmission {
  static func admit(_ pod: inout Pod, _ generator: inout Generator) {
    var spec = pod.spec.value
    if spec.serviceAccountName == nil { spec.serviceAccountName = "default" }
    spec.other["serviceAccount"] = spec.serviceAccountName.map(Value.string)
    if spec.other["enableServiceLinks"] == nil { spec.other["enableServiceLinks"] = true }
    MatchLabelKeys.apply(&spec, pod.metadata.labels)
    addTolerations(&spec)
    if spec.other["automountServiceAccountToken"]?.bool != false { mountToken(&spec, &generator) }
    pod.spec = Boxed(spec)
  }

  /// What admission adds to a Pod that is replaced; the rest it only adds to new ones.
  static func admitUpdate(_ pod: inout Pod, old: Pod) {
    var spec = pod.spec.value
    for name in ["priority", "preemptionPolicy"] where spec.other[name] == nil {
      spec.other[name] = old.spec.value.other[name]
    }
    addTolerations(&spec)
    pod.spec = Boxed(spec)
  }

  /// Mirrors the plugin DefaultTolerationSeconds: 300 s on a node that is not ready or cannot be reached.
  private static func addTolerations(_ spec: inout PodSpec) {
    for key in [Taint.notReadyKey, Taint.unreachableKey] {
      let tolerated = spec.tolerations.contains { toleration in
        let coversKey = (toleration.key ?? "").isEmpty || toleration.key == key
        let coversEffect = (toleration.effect ?? "").isEmpty || toleration.effect == "NoExecute"
        return coversKey && coversEffect
      }
      if !tolerated {
        spec.tolerations.append(
          Toleration(key: key, operation: "Exists", effect: "NoExecute", tolerationSeconds: 300)
        )
      }
    }
  }

  /// Mirrors the plugin ServiceAccount: a projected volume with a token, mounted into every container.
  private static func mountToken(_ spec: inout PodSpec, _ generator: inout Generator) {
    let path = "/var/run/secrets/kubernetes.io/serviceaccount"
    let name = "kube-api-access-" + generator.suffix()
    let mount: Value = ["mountPath": .string(path), "name": .string(name), "readOnly": true]
    func isMounted(_ container: Container) -> Bool {
      container.volumeMounts.contains { $0["mountPath"]?.string == path }
    }
    if spec.containers.allSatisfy(isMounted), spec.initContainers.allSatisfy(isMounted) { return }
    for index in spec.containers.indices where !isMounted(spec.containers[index]) {
      spec.containers[index].volumeMounts.append(mount)
    }
    for index in spec.initContainers.indices where !isMounted(spec.initContainers[index]) {
      spec.initContainers[index].volumeMounts.append(mount)
    }
    spec.volumes.append(["name": .string(name), "projected": tokenProjection])
  }

  private static let tokenProjection: Value = [
    "defaultMode": 420,
    "sources": [
      ["serviceAccountToken": ["expirationSeconds": 3607, "path": "token"]],
      ["configMap": ["items": [["key": "ca.crt", "path": "ca.crt"]], "name": "kube-root-ca.crt"]],
      [
        "downwardAPI": [
          "items": [["fieldRef": ["apiVersion": "v1", "fieldPath": "metadata.namespace"], "path": "namespace"]]
        ]
      ],
    ],
  ]
}
