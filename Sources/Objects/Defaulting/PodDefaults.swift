/// Pods, Pod templates and what is in them.
extension Defaults {
  /// What only a Pod has, and not a Pod template.
  @Sendable static func pod(_ object: inout Fields) {
    object.edit("spec") { spec in
      for list in ["containers", "initContainers"] {
        spec.editItems(list, requestsFromLimits)
        if spec["hostNetwork"] == true { spec.editItems(list, hostPorts) }
      }
      spec.setDefault("enableServiceLinks", true)
    }
  }

  /// A limit without a request is the request.
  private static func requestsFromLimits(_ container: inout Fields) {
    guard let limits = container["resources"]?["limits"]?.object, !limits.isEmpty else { return }
    container.edit("resources") { resources in
      resources.edit("requests") { requests in
        for limit in limits { requests.setDefault(limit.name, limit.value) }
      }
    }
  }

  private static func hostPorts(_ container: inout Fields) {
    container.editItems("ports") { port in
      if let number = port["containerPort"], number != 0 { port.setDefault("hostPort", number) }
    }
  }

  @Sendable static func podSpec(_ spec: inout Fields) {
    spec.setDefault("dnsPolicy", "ClusterFirst")
    spec.setDefault("restartPolicy", "Always")
    spec.setDefault("securityContext", [:])
    spec.setDefault("terminationGracePeriodSeconds", 30)
    spec.setDefault("schedulerName", "default-scheduler")
    // The two names of the field are kept equal by the conversion to the internal type.
    if let account = spec["serviceAccountName"] ?? spec["serviceAccount"] {
      spec["serviceAccountName"] = account
      spec["serviceAccount"] = account
    }
  }

  @Sendable static func container(_ container: inout Fields) {
    if container["imagePullPolicy"] == nil {
      let tag = ImageReference(container["image"]?.string ?? "")?.tag
      container["imagePullPolicy"] = tag == "latest" ? "Always" : "IfNotPresent"
    }
    container.setDefault("terminationMessagePath", "/dev/termination-log")
    container.setDefault("terminationMessagePolicy", "File")
    container.setDefault("resources", [:])
  }

  @Sendable static func probe(_ probe: inout Fields) {
    probe.setDefault("timeoutSeconds", 1)
    probe.setDefault("periodSeconds", 10)
    probe.setDefault("successThreshold", 1)
    probe.setDefault("failureThreshold", 3)
  }

  @Sendable static func httpGet(_ action: inout Fields) {
    action.setDefault("path", "/")
    action.setDefault("scheme", "HTTP")
  }

  /// `rw-r--r--` for the files of a volume.
  @Sendable static func fileMode(_ source: inout Fields) { source.setDefault("defaultMode", 0o644) }

  /// A volume without a source is an empty directory.
  @Sendable static func volume(_ volume: inout Fields) {
    if volume.names.allSatisfy({ $0 == "name" }) { volume["emptyDir"] = [:] }
    volume.editExisting("image") { image in
      let tag = ImageReference(image["reference"]?.string ?? "")?.tag
      image.setDefault("pullPolicy", tag == "latest" ? "Always" : "IfNotPresent")
    }
  }
}
