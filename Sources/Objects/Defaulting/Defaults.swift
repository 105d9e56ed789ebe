/// The values that the API server fills in for what an object leaves out.
///
/// Mirrors the `SetDefaults_…` functions of `pkg/apis/*/v1`: each structure of the schema has at most one rule, and the
/// rule of a structure runs before those of the structures in it.
package enum Defaults {
  typealias Rule = @Sendable (inout Fields) -> Void

  /// Fills in the defaults of an object of `kind`, given with all its members.
  package static func apply(to object: inout Fields, kind: Kind) {
    guard let structure = Schema.structure(of: kind) else { return }
    apply(to: &object, structure)
  }

  private static func apply(to fields: inout Fields, _ structure: StructureType) {
    for field in structure.fields {
      if let value = field.defaultValue, value != 0, value != "", value != false {
        fields.setDefault(field.name, value)
      }
    }
    rules[structure.name]?(&fields)
    for field in fields {
      guard let type = structure[field.name]?.type, let name = type.structureName,
        let nested = Schema.structure(named: name)
      else { continue }
      if type.item == nil {
        fields.editExisting(field.name) { apply(to: &$0, nested) }
      } else {
        fields.editItems(field.name) { apply(to: &$0, nested) }
      }
    }
  }

  private static let rules: [String: Rule] = [
    "Container": container,
    "ConfigMapVolumeSource": fileMode,
    "CronJob": cronJob,
    "DaemonSet": daemonSet,
    "Deployment": deployment,
    "DownwardAPIVolumeSource": fileMode,
    "EphemeralContainer": container,
    "GRPCAction": { $0.setDefault("service", "") },
    "HTTPGetAction": httpGet,
    "HostPathVolumeSource": { $0.setDefault("type", "") },
    "Job": job,
    "JobSpec": structures("template"),
    "JobTemplateSpec": structures("metadata", "spec"),
    "Namespace": namespace,
    "NodeStatus": nodeStatus,
    "ObjectFieldSelector": { $0.setDefault("apiVersion", "v1") },
    "PersistentVolumeClaimSpec": { $0.setDefault("volumeMode", "Filesystem") },
    "Pod": pod,
    "PodFailurePolicyOnPodConditionsPattern": { $0.setDefault("status", "True") },
    "PodSpec": podSpec,
    "PodTemplateSpec": structures("metadata", "spec"),
    "PriorityClass": { $0.setDefault("preemptionPolicy", "PreemptLowerPriority") },
    "Probe": probe,
    "ProjectedVolumeSource": fileMode,
    "ReplicaSet": replicaSet,
    "ReplicationController": replicationController,
    "Secret": secret,
    "SecretVolumeSource": fileMode,
    "Service": service,
    "ServiceAccountTokenProjection": { $0.setDefault("expirationSeconds", 3_600) },
    "StatefulSet": statefulSet,
    "Volume": volume,
  ]
}

/// The controllers.
extension Defaults {
  /// Structures that Go holds by value and that are therefore always there.
  private static func structures(_ names: String...) -> Rule {
    { fields in
      for name in names { fields.setDefault(name, [:]) }
    }
  }

  @Sendable private static func replicaSet(_ object: inout Fields) {
    object.edit("spec") { spec in
      spec.setDefault("replicas", 1)
      spec.setDefault("template", [:])
    }
  }

  /// The selector and the labels are those of the template where they are missing.
  @Sendable private static func replicationController(_ object: inout Fields) {
    if let labels = object[path: ["spec", "template", "metadata", "labels"]], labels.object?.isEmpty == false {
      object.edit("spec") { if $0["selector"]?.object?.isEmpty ?? true { $0["selector"] = labels } }
      object.edit("metadata") { if $0["labels"]?.object?.isEmpty ?? true { $0["labels"] = labels } }
    }
    object.edit("spec") { $0.setDefault("replicas", 1) }
  }

  @Sendable private static func deployment(_ object: inout Fields) {
    object.edit("spec") { spec in
      spec.setDefault("template", [:])
      spec.setDefault("replicas", 1)
      spec.setDefault("revisionHistoryLimit", 10)
      spec.setDefault("progressDeadlineSeconds", 600)
      spec.edit("strategy") { strategy in
        strategy.setDefault("type", "RollingUpdate")
        guard strategy["type"] == "RollingUpdate" else { return }
        strategy.edit("rollingUpdate") {
          $0.setDefault("maxUnavailable", "25%")
          $0.setDefault("maxSurge", "25%")
        }
      }
    }
  }

  @Sendable private static func daemonSet(_ object: inout Fields) {
    object.edit("spec") { spec in
      spec.setDefault("template", [:])
      spec.setDefault("revisionHistoryLimit", 10)
      spec.edit("updateStrategy") { strategy in
        strategy.setDefault("type", "RollingUpdate")
        guard strategy["type"] == "RollingUpdate" else { return }
        strategy.edit("rollingUpdate") {
          $0.setDefault("maxUnavailable", 1)
          $0.setDefault("maxSurge", 0)
        }
      }
    }
  }

  @Sendable private static func statefulSet(_ object: inout Fields) {
    object.edit("spec") { spec in
      spec.setDefault("template", [:])
      spec.setDefault("replicas", 1)
      spec.setDefault("revisionHistoryLimit", 10)
      spec.setDefault("podManagementPolicy", "OrderedReady")
      spec.edit("persistentVolumeClaimRetentionPolicy") {
        $0.setDefault("whenDeleted", "Retain")
        $0.setDefault("whenScaled", "Retain")
      }
      spec.edit("updateStrategy") { strategy in
        strategy.setDefault("type", "RollingUpdate")
        guard strategy["type"] == "RollingUpdate" else { return }
        strategy.edit("rollingUpdate") { $0.setDefault("partition", 0) }
      }
    }
  }

  @Sendable private static func job(_ object: inout Fields) {
    object.edit("spec") { spec in
      if spec["completions"] == nil, spec["parallelism"] == nil { spec["completions"] = 1 }
      spec.setDefault("parallelism", 1)
      spec.setDefault("backoffLimit", spec["backoffLimitPerIndex"] == nil ? 6 : .int(Int64(Int32.max)))
      spec.setDefault("completionMode", "NonIndexed")
      spec.setDefault("suspend", false)
      spec.setDefault("podReplacementPolicy", spec["podFailurePolicy"] == nil ? "TerminatingOrFailed" : "Failed")
      spec.setDefault("manualSelector", false)
    }
    if let labels = object[path: ["spec", "template", "metadata", "labels"]], labels.object?.isEmpty == false {
      object.edit("metadata") { if $0["labels"]?.object?.isEmpty ?? true { $0["labels"] = labels } }
    }
  }

  @Sendable private static func cronJob(_ object: inout Fields) {
    object.edit("spec") { spec in
      spec.setDefault("jobTemplate", [:])
      spec.setDefault("concurrencyPolicy", "Allow")
      spec.setDefault("suspend", false)
      spec.setDefault("successfulJobsHistoryLimit", 3)
      spec.setDefault("failedJobsHistoryLimit", 1)
    }
  }
}

/// The kinds that hold no Pods.
extension Defaults {
  @Sendable private static func namespace(_ object: inout Fields) {
    if let name = object["metadata"]?["name"]?.string, !name.isEmpty {
      object.edit("metadata") { $0.edit("labels") { $0["kubernetes.io/metadata.name"] = .string(name) } }
    }
    object.edit("status") { $0.setDefault("phase", "Active") }
  }

  @Sendable private static func nodeStatus(_ status: inout Fields) {
    if let capacity = status["capacity"] { status.setDefault("allocatable", capacity) }
  }

  /// `stringData` becomes `data`, as in the conversion to the internal type.
  @Sendable private static func secret(_ object: inout Fields) {
    object.setDefault("type", "Opaque")
    guard let texts = object.remove("stringData")?.object, !texts.isEmpty else { return }
    object.edit("data") { data in
      for text in texts { data[text.name] = .string(Base64.encode(text.value.string ?? "")) }
    }
  }

  @Sendable private static func service(_ object: inout Fields) {
    object.edit("spec") { spec in
      spec.setDefault("sessionAffinity", "None")
      spec.setDefault("type", "ClusterIP")
      if spec["sessionAffinity"] == "ClientIP" {
        spec.edit("sessionAffinityConfig") { $0.edit("clientIP") { $0.setDefault("timeoutSeconds", 10_800) } }
      } else {
        _ = spec.remove("sessionAffinityConfig")
      }
      spec.editItems("ports") { port in
        port.setDefault("protocol", "TCP")
        if port["targetPort"] == nil || port["targetPort"] == 0 || port["targetPort"] == "" {
          port["targetPort"] = port["port"] ?? 0
        }
      }
      let type = spec["type"]?.string ?? ""
      let isExternal =
        type == "LoadBalancer" || type == "NodePort"
        || (type == "ClusterIP" && spec["externalIPs"]?.array?.isEmpty == false)
      if isExternal { spec.setDefault("externalTrafficPolicy", "Cluster") }
      if ["NodePort", "LoadBalancer", "ClusterIP"].contains(type) {
        spec.setDefault("internalTrafficPolicy", "Cluster")
      }
      if type == "LoadBalancer" { spec.setDefault("allocateLoadBalancerNodePorts", true) }
    }
  }
}

extension Fields {
  /// The value below `path`; nil where a step is missing.
  subscript(path path: [String]) -> Value? { Value.object(self)[path: path] }
}
