import Basics

/// `spec` of Pods and of Pod templates.
///
/// Mirrors `ValidatePodSpec` of `pkg/apis/core/validation`. Security contexts and DNS options are accepted unseen.
extension Validator {
  mutating func podTemplate(_ template: Fields, _ path: FieldPath) {
    let metadata = template.structure("metadata")
    // Without `metadata` in the path, as the server has it.
    labels(metadata.structure("labels"), path.child("labels"))
    annotations(metadata.structure("annotations"), path.child("annotations"))
    podSpec(template.structure("spec"), path.child("spec"), isTemplate: true)
    if !template.structure("spec").items("ephemeralContainers").isEmpty {
      forbidden(
        path.child("spec").child("ephemeralContainers"),
        "ephemeral containers not allowed in pod template"
      )
    }
  }

  mutating func podSpec(_ spec: Fields, _ path: FieldPath, isTemplate: Bool) {
    let volumes = self.volumes(spec.items("volumes"), path.child("volumes"))
    let pod = PodContext(
      volumes: volumes,
      gracePeriod: spec["terminationGracePeriodSeconds"]?.int ?? 30,
      isTemplate: isTemplate
    )
    containers(spec.items("containers"), path.child("containers"), pod)
    initContainers(spec, path.child("initContainers"), pod)
    if spec["hostNetwork"] == true { hostNetworkPorts(spec.items("containers"), path.child("containers"), pod) }
    supported(spec["restartPolicy"], ["Always", "OnFailure", "Never"], path.child("restartPolicy"))
    supported(
      spec["dnsPolicy"],
      ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"],
      path.child("dnsPolicy")
    )
    labels(spec.structure("nodeSelector"), path.child("nodeSelector"))
    if spec["shareProcessNamespace"] == true, spec["hostPID"] == true {
      invalid(
        path.child("securityContext").child("shareProcessNamespace"),
        true,
        "ShareProcessNamespace and HostPID cannot both be enabled"
      )
    }
    affinity(spec.structure("affinity"), path.child("affinity"))
    nameServers(spec, path.child("dnsConfig"))
    for (index, gate) in spec.items("readinessGates").enumerated() {
      let type = gate.text("conditionType")
      invalid(path.child("readinessGates")[index].child("conditionType"), .string(type), NameSyntax.labelKey(type))
    }
    schedulingGates(spec.items("schedulingGates"), path.child("schedulingGates"))
    spreadConstraints(spec.items("topologySpreadConstraints"), path.child("topologySpreadConstraints"))
    name("serviceAccountName", of: spec, path, NameSyntax.dns1123Subdomain)
    name("nodeName", of: spec, path, NameSyntax.dns1123Subdomain)
    if let deadline = spec["activeDeadlineSeconds"] {
      inRange(deadline, 1...Int64(Int32.max), path.child("activeDeadlineSeconds"))
    }
    name("hostname", of: spec, path, NameSyntax.dns1123Label)
    name("subdomain", of: spec, path, NameSyntax.dns1123Label)
    tolerations(spec.items("tolerations"), path.child("tolerations"))
    name("priorityClassName", of: spec, path, NameSyntax.dns1123Subdomain)
    if spec["preemptionPolicy"] != nil {
      supported(spec["preemptionPolicy"], ["PreemptLowerPriority", "Never"], path.child("preemptionPolicy"))
    }
  }

  private mutating func name(_ name: String, of spec: Fields, _ path: FieldPath, _ rule: (String) -> [String]) {
    let text = spec.text(name)
    if !text.isEmpty { invalid(path.child(name), .string(text), rule(text)) }
  }

  /// On the node's network a port is the node's port; templates may leave that to the Pods made of them.
  private mutating func hostNetworkPorts(_ containers: [Fields], _ path: FieldPath, _ pod: PodContext) {
    for (index, container) in containers.enumerated() {
      for (position, port) in container.items("ports").enumerated() {
        let hostPort = port["hostPort"] ?? 0
        if hostPort != port["containerPort"], !pod.isTemplate || hostPort != 0 {
          invalid(
            path[index].child("ports")[position].child("hostPort"),
            hostPort,
            "must match `containerPort` when `hostNetwork` is true"
          )
        }
      }
    }
  }

  private mutating func nameServers(_ spec: Fields, _ path: FieldPath) {
    guard spec.text("dnsPolicy") == "None" else { return }
    guard let config = spec["dnsConfig"]?.object else {
      return required(path, "must provide `dnsConfig` when `dnsPolicy` is None")
    }
    if config["nameservers"]?.array?.isEmpty ?? true {
      required(path.child("nameservers"), "must provide at least one DNS nameserver when `dnsPolicy` is None")
    }
  }

  mutating func tolerations(_ tolerations: [Fields], _ path: FieldPath) {
    for (index, toleration) in tolerations.enumerated() {
      let path = path[index]
      let key = toleration.text("key")
      let operation = toleration.text("operator")
      let effect = toleration.text("effect")
      let value = toleration.text("value")
      if !key.isEmpty { invalid(path.child("key"), .string(key), NameSyntax.labelKey(key)) }
      if key.isEmpty, operation != "Exists" {
        invalid(
          path.child("operator"),
          .string(operation),
          #"operator must be Exists when `key` is empty, which means "match all values and all keys""#
        )
      }
      if toleration["tolerationSeconds"] != nil, effect != "NoExecute" {
        invalid(
          path.child("effect"),
          .string(effect),
          "effect must be 'NoExecute' when `tolerationSeconds` is set"
        )
      }
      switch operation {
      case "", "Equal":
        let errors = NameSyntax.labelValue(value)
        if !errors.isEmpty { invalid(path.child("operator"), .string(value), errors.joined(separator: ";")) }
      case "Exists":
        if !value.isEmpty {
          add(
            path.child("operator"),
            .invalidJSON(InternalPod.toleration(toleration).json),
            "value must be empty when `operator` is 'Exists'"
          )
        }
      default: add(path.child("operator"), .unsupported(.string(operation), supported: ["Equal", "Exists"]))
      }
      if !effect.isEmpty {
        supported(.string(effect), ["NoSchedule", "PreferNoSchedule", "NoExecute"], path.child("effect"))
      }
    }
  }
}

/// What the rules for containers need to know of their Pod.
struct PodContext {
  let volumes: Set<String>
  /// Seconds.
  let gracePeriod: Int64
  let isTemplate: Bool
}
