/// `spec` of a Pod and of a Pod template.
package struct PodSpec: Hashable, Sendable, FieldCodable {
  package var containers: [Container]
  package var initContainers: [Container]
  package var restartPolicy: RestartPolicy?
  package var nodeName: String
  package var nodeSelector: StringMap
  package var tolerations: [Toleration]
  /// Seconds.
  package var terminationGracePeriodSeconds: Int?
  package var volumes: [Value]
  package var hostNetwork: Bool?
  package var serviceAccountName: String?
  /// `affinity`, `topologySpreadConstraints` and all that nothing acts on.
  package var other: Fields

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    containers = reader.list("containers") ?? []
    initContainers = reader.list("initContainers") ?? []
    restartPolicy = reader.string("restartPolicy").flatMap(RestartPolicy.init(rawValue:))
    nodeName = reader.string("nodeName") ?? ""
    nodeSelector = reader.stringMap("nodeSelector") ?? [:]
    tolerations = reader.list("tolerations") ?? []
    terminationGracePeriodSeconds = reader.int("terminationGracePeriodSeconds")
    volumes = reader.array("volumes") ?? []
    hostNetwork = reader.bool("hostNetwork")
    serviceAccountName = reader.string("serviceAccountName")
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    // `containers` has no omitempty: an empty template prints `containers: null`.
    out["containers"] = containers.isEmpty ? .null : .array(containers.map { .object($0.fields) })
    out.set("initContainers", initContainers)
    out.set("restartPolicy", restartPolicy?.rawValue)
    out.setNonEmpty("nodeName", nodeName)
    out.set("nodeSelector", nodeSelector)
    out.set("tolerations", tolerations)
    out.set("terminationGracePeriodSeconds", terminationGracePeriodSeconds)
    if !volumes.isEmpty { out["volumes"] = .array(volumes) }
    out.set("hostNetwork", hostNetwork)
    out.set("serviceAccountName", serviceAccountName)
    return out
  }
}

/// When the kubelet starts an ended container of the Pod again.
package enum RestartPolicy: String, Hashable, Sendable {
  case always = "Always"
  case onFailure = "OnFailure"
  case never = "Never"
}

/// `spec.template` of a controller: what its Pods are made from.
package struct PodTemplate: Hashable, Sendable, FieldCodable {
  package var metadata: ObjectMeta
  /// Behind a pointer: controllers copy their objects at each reconcile.
  package var spec: PodSpec {
    _read { yield boxedSpec.value }
    _modify { yield &boxedSpec.value }
  }
  private var boxedSpec: Boxed<PodSpec>
  package var other: Fields

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    metadata = reader.structure("metadata") ?? ObjectMeta()
    boxedSpec = Boxed(reader.structure("spec") ?? PodSpec(fields: [:]))
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out["metadata"] = .object(metadata.fields)
    out["spec"] = .object(spec.fields)
    return out
  }
}
