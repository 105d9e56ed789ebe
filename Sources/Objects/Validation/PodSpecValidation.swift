import Basics

/// `spec` of Pods and of Pod templates.
///
/// Mirrors `ValidatePodSpec` of `pkg/apis/core/validation`. The options of Windows users are accepted unseen.
extension Validator {
  mutating func podTemplate(_ template: Fields, _ path: FieldPath) {
    let metadata = template.structure("metadata")
    // Without `metadata` in the path, as the server has it.
    labels(metadata.structure("labels"), path.child("labels"))
    annotations(metadata.structure("annotations"), path.child("annotations"))
    deletionCost(metadata.structure("annotations"), path.child("annotations"))
    podSpec(template.structure("spec"), path.child("spec"), isTemplate: true)
    if !template.structure("spec").items("ephemeralContainers").isEmpty {
      forbidden(
        path.child("spec").child("ephemeralContainers"),
        "ephemeral containers not allowed in pod template"
      )
    }
  }

  mutating func podSpec(_ spec: Fields, _ path: FieldPath, isTemplate: Bool) {
    let volumes = self.volumes(spec.items("volumes"), path.child("volumes"), isTemplate: isTemplate)
    let pod = PodContext(
      volumes: volumes,
      gracePeriod: spec["terminationGracePeriodSeconds"]?.int ?? 30,
      isTemplate: isTemplate,
      spec: spec
    )
    deviceClaims(spec.items("resourceClaims"), path.child("resourceClaims"))
    containers(spec.items("containers"), path.child("containers"), pod)
    initContainers(spec, path.child("initContainers"), pod)
    ephemeralContainers(spec, path.child("ephemeralContainers"), pod)
    if spec["hostNetwork"] == true { hostNetworkPorts(spec.items("containers"), path.child("containers"), pod) }
    supported(spec["restartPolicy"], ["Always", "OnFailure", "Never"], path.child("restartPolicy"))
    supported(
      spec["dnsPolicy"],
      ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"],
      path.child("dnsPolicy")
    )
    labels(spec.structure("nodeSelector"), path.child("nodeSelector"))
    podSecurity(spec, path)
    affinity(spec.structure("affinity"), path.child("affinity"))
    dnsConfig(spec, path.child("dnsConfig"))
    for (index, gate) in spec.items("readinessGates").enumerated() {
      let type = gate.text("conditionType")
      invalid(path.child("readinessGates")[index].child("conditionType"), .string(type), NameSyntax.labelKey(type))
    }
    schedulingGates(spec.items("schedulingGates"), path.child("schedulingGates"))
    spreadConstraints(spec.items("topologySpreadConstraints"), path.child("topologySpreadConstraints"))
    hostUsers(spec, path)
    name("serviceAccountName", of: spec, path, NameSyntax.dns1123Subdomain)
    name("nodeName", of: spec, path, NameSyntax.dns1123Subdomain)
    if let deadline = spec["activeDeadlineSeconds"] {
      inRange(deadline, 1...Int64(Int32.max), path.child("activeDeadlineSeconds"))
    }
    name("hostname", of: spec, path, NameSyntax.dns1123Label)
    name("subdomain", of: spec, path, NameSyntax.dns1123Label)
    tolerations(spec.items("tolerations"), path.child("tolerations"))
    hostAliases(spec.items("hostAliases"), path.child("hostAliases"))
    name("priorityClassName", of: spec, path, NameSyntax.dns1123Subdomain)
    name("runtimeClassName", of: spec, path, NameSyntax.dns1123Subdomain)
    if spec["preemptionPolicy"] != nil {
      supported(spec["preemptionPolicy"], ["PreemptLowerPriority", "Never"], path.child("preemptionPolicy"))
    }
    operatingSystem(spec, path)
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

  /// Mirrors `validatePodDNSConfig`.
  private mutating func dnsConfig(_ spec: Fields, _ path: FieldPath) {
    let config = spec["dnsConfig"]?.object
    let servers = config?["nameservers"]?.array ?? []
    if spec.text("dnsPolicy") == "None" {
      if config == nil { return required(path, "must provide `dnsConfig` when `dnsPolicy` is None") }
      if servers.isEmpty {
        let detail = "must provide at least one DNS nameserver when `dnsPolicy` is None"
        return required(path.child("nameservers"), detail)
      }
    }
    guard let config else { return }
    if servers.count > 3 {
      invalid(path.child("nameservers"), .array(servers), "must not have more than 3 nameservers")
    }
    for (index, server) in servers.enumerated() { address(server.string ?? "", path.child("nameservers")[index]) }
    let searches = (config["searches"]?.array ?? []).compactMap(\.string)
    let place = path.child("searches")
    let shown = config["searches"] ?? .null
    if searches.count > 32 { invalid(place, shown, "must not have more than 32 search paths") }
    if searches.joined(separator: " ").utf8.count > 2_048 {
      invalid(place, shown, "must not have more than 2048 characters (including spaces) in the search list")
    }
    for (index, search) in searches.enumerated() where search != "." {
      let name = search.hasSuffix(".") ? String(search.dropLast()) : search
      invalid(place[index], .string(name), NameSyntax.dns1123SubdomainWithUnderscore(name))
    }
    for (index, option) in config.items("options").enumerated() where option.text("name").isEmpty {
      required(path.child("options")[index], "must not be empty")
    }
  }

  private mutating func hostAliases(_ aliases: [Fields], _ path: FieldPath) {
    for (index, alias) in aliases.enumerated() {
      address(alias.text("ip"), path[index].child("ip"))
      for (position, name) in (alias["hostnames"]?.array ?? []).enumerated() {
        invalid(path[index].child("hostnames")[position], name, NameSyntax.dns1123Subdomain(name.string ?? ""))
      }
    }
  }

  /// Mirrors `ValidatePodSpecificAnnotations`.
  mutating func deletionCost(_ annotations: Fields, _ path: FieldPath) {
    let name = "controller.kubernetes.io/pod-deletion-cost"
    guard let text = annotations[name]?.string else { return }
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let isCanonical = digits == "0" ? text == "0" : !digits.hasPrefix("0") && !digits.hasPrefix("+")
    if Int32(text) == nil || !isCanonical { invalid(path[key: name], .string(text), "must be a 32bit integer") }
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
          invalid(path.child("operator"), .string(value), "value must be empty when `operator` is 'Exists'")
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
  let spec: Fields

  /// Whether its users are those of the node.
  var sharesUsers: Bool { spec["hostUsers"] != false }
}
