import Basics
import Objects
import Testing

@testable import Kubectl

/// The describers that no recording covers, held to kubectl's source.
@Suite struct DescriberTests {
  private func describe(_ kind: Kind, _ fields: Fields, quotas: [Object] = []) -> String {
    var context = DescribeContext(now: Instant(unixSeconds: 1_800_000_000), events: [])
    context.quotas = quotas
    return Describer.text(of: Object(kind: kind, fields: fields), context)
  }

  @Test func configMap() {
    let fields: Fields = [
      "metadata": [
        "name": "cm", "namespace": "default", "annotations": ["note": .string(String(repeating: "x", count: 150))],
      ],
      "data": ["b": "two\nlines", "a": "1"], "binaryData": ["c": "AAEC", "d": "AA=="],
    ]
    #expect(
      describe(.configMap, fields) == """
        Name:         cm
        Namespace:    default
        Labels:       <none>
        Annotations:  note:
                        \(String(repeating: "x", count: 138))...

        Data
        ====
        a:
        ----
        1

        b:
        ----
        two
        lines


        BinaryData
        ====
        c: 3 bytes
        d: 1 bytes

        Events:  <none>

        """
    )
  }

  @Test func secret() {
    let fields: Fields = [
      "metadata": ["name": "s", "namespace": "default"], "type": "Opaque", "data": ["password": "aHVudGVyMg=="],
    ]
    #expect(
      describe(.secret, fields) == """
        Name:         s
        Namespace:    default
        Labels:       <none>
        Annotations:  <none>

        Type:  Opaque

        Data
        ====
        password:  7 bytes

        """
    )
  }

  @Test func service() {
    let fields: Fields = [
      "metadata": ["name": "kubernetes", "namespace": "default", "labels": ["component": "apiserver"]],
      "spec": [
        "type": "ClusterIP", "ipFamilyPolicy": "SingleStack", "ipFamilies": ["IPv4"], "clusterIP": "10.96.0.1",
        "clusterIPs": ["10.96.0.1"], "sessionAffinity": "None", "internalTrafficPolicy": "Cluster",
        "ports": [["name": "https", "port": 443, "targetPort": 6443, "protocol": "TCP"]],
      ],
    ]
    #expect(
      describe(.service, fields) == """
        Name:                     kubernetes
        Namespace:                default
        Labels:                   component=apiserver
        Annotations:              <none>
        Selector:                 <none>
        Type:                     ClusterIP
        IP Family Policy:         SingleStack
        IP Families:              IPv4
        IP:                       10.96.0.1
        IPs:                      10.96.0.1
        Port:                     https  443/TCP
        TargetPort:               6443/TCP
        Endpoints:                <none>
        Session Affinity:         None
        Internal Traffic Policy:  Cluster
        Events:                   <none>

        """
    )
  }

  @Test func namespaceWithAQuota() {
    let quota = Object(
      kind: .resourceQuota,
      fields: [
        "metadata": ["name": "q", "namespace": "dev"],
        "status": ["hard": ["pods": "2", "limits.cpu": "4"], "used": ["pods": "1"]],
      ]
    )
    let fields: Fields = ["metadata": ["name": "dev"], "status": ["phase": "Active"]]
    #expect(
      describe(.namespace, fields, quotas: [quota]) == """
        Name:         dev
        Labels:       <none>
        Annotations:  <none>
        Status:       Active

        Resource Quotas
          Name:       q
          Resource    Used  Hard
          --------    ---   ---
          limits.cpu  0     4
          pods        1     2

        No LimitRange resource.

        """
    )
  }

  @Test func kindsWithoutADescriber() {
    let fields: Fields = [
      "metadata": ["name": "r", "namespace": "default", "uid": "u-1", "ownerReferences": [["kind": "DaemonSet"]]],
      "revision": 2, "data": ["spec": ["podCIDRs": ["a", "b"], "x.y": .null]],
    ]
    let text = describe(.controllerRevision, fields)
    for line in [
      "API Version:  apps/v1", "Kind:         ControllerRevision", "  Owner References:", "  UID:                 u-1",
      "Revision:               2", "    Pod CIDRs:", "      a", "    x.y:                <nil>",
    ] {
      #expect(text.replacing(" ", with: "").contains(line.replacing(" ", with: "")), "\(line) in \(text)")
    }
  }

  @Test(arguments: [
    ("creationTimestamp", "Creation Timestamp"), ("apiVersion", "API Version"), ("uid", "UID"),
    ("podCIDRs", "Pod CIDRs"), ("blockOwnerDeletion", "Block Owner Deletion"), ("x.y/z", "x.y/z"),
    ("hostIP", "Host IP"),
  ])
  func smartLabels(field: String, label: String) {
    #expect(field.smartLabel == label)
  }

  @Test func sidecarsAndInitContainersCountTowardsRequests() {
    func container(_ name: String, _ cpu: String, sidecar: Bool = false) -> Value {
      var fields: Fields = ["name": .string(name), "resources": ["requests": ["cpu": .string(cpu)]]]
      if sidecar { fields["restartPolicy"] = "Always" }
      return .object(fields)
    }
    let object = Object(
      kind: .pod,
      fields: [
        "metadata": ["name": "p"],
        "spec": [
          "initContainers": [container("side", "100m", sidecar: true), container("setup", "2")],
          "containers": [container("a", "250m"), container("b", "0.5")],
        ],
      ]
    )
    let pod = object.as(Pod.self)
    #expect(pod.map { PodAmounts($0).requests["cpu"].description } == "2100m")
  }
}
