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
    supported(spec["restartPolicy"], ["Always", "OnFailure", "Never"], path.child("restartPolicy"))
    supported(
      spec["dnsPolicy"],
      ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"],
      path.child("dnsPolicy")
    )
    labels(spec.structure("nodeSelector"), path.child("nodeSelector"))
    affinity(spec.structure("affinity"), path.child("affinity"))
    schedulingGates(spec.items("schedulingGates"), path.child("schedulingGates"))
    spreadConstraints(spec.items("topologySpreadConstraints"), path.child("topologySpreadConstraints"))
    names(spec, path)
    if let deadline = spec["activeDeadlineSeconds"] {
      inRange(deadline, 1...Int64(Int32.max), path.child("activeDeadlineSeconds"))
    }
    tolerations(spec.items("tolerations"), path.child("tolerations"))
    if spec["preemptionPolicy"] != nil {
      supported(spec["preemptionPolicy"], ["PreemptLowerPriority", "Never"], path.child("preemptionPolicy"))
    }
  }

  private mutating func names(_ spec: Fields, _ path: FieldPath) {
    let rules: [(String, (String) -> [String])] = [
      ("serviceAccountName", NameSyntax.dns1123Subdomain),
      ("nodeName", NameSyntax.dns1123Subdomain),
      ("hostname", NameSyntax.dns1123Label),
      ("subdomain", NameSyntax.dns1123Label),
      ("priorityClassName", NameSyntax.dns1123Subdomain),
    ]
    for (name, rule) in rules where !spec.text(name).isEmpty {
      invalid(path.child(name), .string(spec.text(name)), rule(spec.text(name)))
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
          invalid(path.child("operator"), .object(toleration), "value must be empty when `operator` is 'Exists'")
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
