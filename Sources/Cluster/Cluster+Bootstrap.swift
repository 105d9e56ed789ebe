import APIServer
import Basics
import Kubelet
import Machinery
import Objects

extension Cluster {
  /// Sets the cluster up as it is when kubectl first reaches it: namespaces, the API's own Service, nodes that are
  /// ready. It began half a minute before the run does.
  mutating func bootstrap() {
    let start = now
    now = start - .seconds(30)
    let cause = record(.apiServer, .began(nodes: configuration.nodes), cause: nil)
    for name in ["kube-system", "kube-public", "kube-node-lease", "default"] {
      add(BootstrapObjects.namespace(name), cause: cause)
    }
    add(BootstrapObjects.kubernetesService, cause: cause)
    for name in ["default", "kube-node-lease", "kube-public", "kube-system"] {
      add(BootstrapObjects.serviceAccount(in: name), cause: cause)
      add(BootstrapObjects.rootCertificate(in: name), cause: cause)
    }
    for number in 1...max(1, configuration.nodes) where configuration.nodes > 0 {
      add(
        BootstrapObjects.node("node-\(number)", number: number, pods: configuration.podsPerNode, at: now),
        cause: cause
      )
    }
    while let next = agenda.nextTime, next <= start { step() }
    now = start
  }

  private mutating func add(_ object: Object, cause: RecordID) {
    do throws(APIError) {
      let change = try server.create(object, at: now, isEstablished: true)
      accepted(.create, object.id, [change], by: .apiServer, cause: cause)
    } catch {
      preconditionFailure("a bootstrap object was refused: \(error.message)")
    }
  }

  /// A node has registered: its kubelet begins.
  mutating func join(_ node: Object) {
    let name = node.metadata.name
    parked.removeValue(forKey: name)
    guard kubelets[name] == nil, let typed = node.as(Node.self) else { return }
    nodesMade += 1
    clients.kubelets[name] = .kubelet(name, at: now)
    kubelets[name] = Kubelet(node: name, hostIP: typed.internalIP, number: kubelets.count)
  }
}

/// The objects that every cluster has from its start.
enum BootstrapObjects {
  static func namespace(_ name: String) -> Object {
    Object(
      PassiveResource(
        kind: .namespace,
        metadata: ObjectMeta(name: name, labels: ["kubernetes.io/metadata.name": name]),
        body: ["spec": ["finalizers": ["kubernetes"]], "status": ["phase": "Active"]]
      )
    )
  }

  static func serviceAccount(in namespace: String) -> Object {
    Object(
      PassiveResource(
        kind: .serviceAccount,
        metadata: ObjectMeta(name: "default", namespace: namespace),
        body: [:]
      )
    )
  }

  /// The ConfigMap that every Pod's token volume names; the certificate itself is not simulated.
  static func rootCertificate(in namespace: String) -> Object {
    Object(
      PassiveResource(
        kind: .configMap,
        metadata: ObjectMeta(name: "kube-root-ca.crt", namespace: namespace),
        body: ["data": ["ca.crt": "not simulated"]]
      )
    )
  }

  static let kubernetesService = Object(
    PassiveResource(
      kind: .service,
      metadata: ObjectMeta(
        name: "kubernetes",
        namespace: "default",
        labels: ["component": "apiserver", "provider": "kubernetes"]
      ),
      body: [
        "spec": [
          "clusterIP": "10.96.0.1",
          "clusterIPs": ["10.96.0.1"],
          "internalTrafficPolicy": "Cluster",
          "ipFamilies": ["IPv4"],
          "ipFamilyPolicy": "SingleStack",
          "ports": [["name": "https", "port": 443, "protocol": "TCP", "targetPort": 6443]],
          "sessionAffinity": "None",
          "type": "ClusterIP",
        ],
        "status": ["loadBalancer": [:]],
      ]
    )
  )

  private static let controlPlaneRole = "node-role.kubernetes.io/control-plane"

  /// One whose name ends in `control-plane` joins as kubeadm would let it: with the label and the taint of its role.
  static func node(_ name: String, number: Int, pods: Int, at now: Instant) -> Object {
    let isControlPlane = name.hasSuffix("control-plane")
    var labels: StringMap = [
      "beta.kubernetes.io/arch": "amd64",
      "beta.kubernetes.io/os": "linux",
      "kubernetes.io/arch": "amd64",
      "kubernetes.io/hostname": name,
      "kubernetes.io/os": "linux",
    ]
    if isControlPlane { labels[controlPlaneRole] = "" }
    var metadata = ObjectMeta(name: name, labels: labels)
    metadata.annotations = ["node.alpha.kubernetes.io/ttl": "0"]
    let range = Value.string("10.244.\(number - 1).0/24")
    var node = Node(
      metadata: metadata,
      body: [
        "spec": ["podCIDR": range, "podCIDRs": [range]],
        "status": .object(nodeStatus(name, number: number, pods: pods, at: now)),
      ]
    )
    if isControlPlane { node.taints = [Taint(key: controlPlaneRole, effect: .noSchedule)] }
    return Object(node)
  }

  private static func nodeStatus(_ name: String, number: Int, pods: Int, at now: Instant) -> Fields {
    let machine = padded(number + 1, 32)
    var status: Fields = [
      "addresses": [
        ["type": "InternalIP", "address": .string("172.18.0.\(number + 2)")],
        ["type": "Hostname", "address": .string(name)],
      ],
      "conditions": .array(conditions(at: now)),
      "daemonEndpoints": ["kubeletEndpoint": ["Port": 10250]],
      "nodeInfo": [
        "architecture": "amd64",
        "bootID": "11111111-1111-1111-1111-111111111111",
        "containerRuntimeVersion": "containerd://2.1.1",
        "kernelVersion": "6.8.0-50-generic",
        "kubeProxyVersion": "",
        "kubeletVersion": "v1.36.2",
        "machineID": .string(machine),
        "operatingSystem": "linux",
        "osImage": "Debian GNU/Linux 12 (bookworm)",
        "systemUUID": .string("00000000-0000-0000-0000-" + padded(number + 1, 12)),
      ],
    ]
    status["capacity"] = resources(memory: "8145408Ki", storage: "61255492Ki", pods: pods)
    status["allocatable"] = resources(memory: "8043008Ki", storage: "56453061334", pods: pods)
    return status
  }

  private static func resources(memory: String, storage: String, pods: Int) -> Value {
    [
      "cpu": "4",
      "ephemeral-storage": .string(storage),
      "hugepages-1Gi": "0",
      "hugepages-2Mi": "0",
      "memory": .string(memory),
      "pods": .string(String(pods)),
    ]
  }

  static func conditions(at now: Instant) -> [Value] {
    let pressures = [
      ("MemoryPressure", "KubeletHasSufficientMemory", "kubelet has sufficient memory available"),
      ("DiskPressure", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
      ("PIDPressure", "KubeletHasSufficientPID", "kubelet has sufficient PID available"),
      ("Ready", "KubeletReady", "kubelet is posting ready status"),
    ]
    return pressures.map { type, reason, message in
      [
        "type": .string(type),
        "status": .string(type == "Ready" ? "True" : "False"),
        "reason": .string(reason),
        "message": .string(message),
        "lastHeartbeatTime": .string(now.rfc3339),
        "lastTransitionTime": .string(now.rfc3339),
      ]
    }
  }
}
