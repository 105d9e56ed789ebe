import Basics

/// Containers.
///
/// Mirrors `validateContainers` and `validateInitContainers` of `pkg/apis/core/validation`.
extension Validator {
  mutating func containers(_ containers: [Fields], _ path: FieldPath, _ pod: PodContext) {
    guard !containers.isEmpty else { return required(path) }
    var names: Set<String> = []
    for (index, container) in containers.enumerated() {
      let path = path[index]
      commonRules(container, path, pod)
      if !names.insert(container.text("name")).inserted {
        duplicate(path.child("name"), .string(container.text("name")))
      }
      lifecycle(container["lifecycle"]?.object, path.child("lifecycle"), pod)
      livenessProbe(container["livenessProbe"]?.object, path.child("livenessProbe"), pod)
      readinessProbe(container["readinessProbe"]?.object, path.child("readinessProbe"), pod)
      livenessProbe(container["startupProbe"]?.object, path.child("startupProbe"), pod)
    }
    hostPortConflicts(containers, path)
  }

  mutating func initContainers(_ spec: Fields, _ list: FieldPath, _ pod: PodContext) {
    var names = Set(spec.items("containers").map { $0.text("name") })
    for (index, container) in spec.items("initContainers").enumerated() {
      let path = list[index]
      commonRules(container, path, pod)
      if !names.insert(container.text("name")).inserted {
        duplicate(path.child("name"), .string(container.text("name")))
      }
      hostPortConflicts([container], list)
      if container.text("restartPolicy") == "Always" {
        lifecycle(container["lifecycle"]?.object, path.child("lifecycle"), pod)
        livenessProbe(container["livenessProbe"]?.object, path.child("livenessProbe"), pod)
        readinessProbe(container["readinessProbe"]?.object, path.child("readinessProbe"), pod)
        livenessProbe(container["startupProbe"]?.object, path.child("startupProbe"), pod)
      } else {
        for name in ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"] where container[name] != nil {
          forbidden(path.child(name), "may not be set for init containers without restartPolicy=Always")
        }
      }
    }
  }

  /// What all containers of a Pod have to keep to.
  mutating func commonRules(_ container: Fields, _ path: FieldPath, _ pod: PodContext) {
    let name = container.text("name")
    if name.isEmpty {
      required(path.child("name"))
    } else {
      invalid(path.child("name"), .string(name), NameSyntax.dns1123Label(name))
    }
    let image = container.text("image")
    if image.isEmpty {
      required(path.child("image"))
    } else if !pod.isTemplate, image.first?.isWhitespace == true || image.last?.isWhitespace == true {
      invalid(path.child("image"), .string(image), "must not have leading or trailing whitespace")
    }
    supported(
      container["terminationMessagePolicy"],
      ["File", "FallbackToLogsOnError"],
      path.child("terminationMessagePolicy")
    )
    ports(container.items("ports"), path.child("ports"))
    environment(container.items("env"), path.child("env"))
    environmentSources(container.items("envFrom"), path.child("envFrom"))
    volumeMounts(container, path.child("volumeMounts"), pod)
    volumeDevices(container, pod.spec.items("volumes"), path.child("volumeDevices"), pod)
    supported(
      container["imagePullPolicy"],
      ["Always", "IfNotPresent", "Never"],
      path.child("imagePullPolicy")
    )
    resources(container.structure("resources"), path.child("resources"))
    usedClaims(container.structure("resources").items("claims"), path.child("resources").child("claims"), pod)
    resizePolicy(container.items("resizePolicy"), path.child("resizePolicy"), pod)
    containerSecurity(container["securityContext"]?.object, path.child("securityContext"), pod)
  }

  private mutating func resizePolicy(_ policies: [Fields], _ path: FieldPath, _ pod: PodContext) {
    var names: Set<String> = []
    for (index, policy) in policies.enumerated() {
      let name = policy.text("resourceName")
      if !names.insert(name).inserted { duplicate(path[index], .string(name)) }
      supported(policy["resourceName"], ["cpu", "memory"], path)
      supported(policy["restartPolicy"], ["NotRequired", "RestartContainer"], path)
      if pod.spec.text("restartPolicy") == "Never", policy["restartPolicy"] != "NotRequired" {
        invalid(path, policy["restartPolicy"] ?? "", "must be 'NotRequired' when `restartPolicy` is 'Never'")
      }
    }
  }

  private mutating func ports(_ ports: [Fields], _ path: FieldPath) {
    var names: Set<String> = []
    for (index, port) in ports.enumerated() {
      let path = path[index]
      let name = port.text("name")
      if !name.isEmpty {
        let errors = NameSyntax.portName(name)
        invalid(path.child("name"), .string(name), errors)
        if errors.isEmpty, !names.insert(name).inserted { duplicate(path.child("name"), .string(name)) }
      }
      let number = port["containerPort"] ?? 0
      if number == 0 {
        required(path.child("containerPort"))
      } else {
        inRange(number, 1...65_535, path.child("containerPort"))
      }
      if let hostPort = port["hostPort"], hostPort != 0 { inRange(hostPort, 1...65_535, path.child("hostPort")) }
      supported(port["protocol"], ["SCTP", "TCP", "UDP"], path.child("protocol"))
    }
  }

  /// Two containers cannot have one port of the node.
  private mutating func hostPortConflicts(_ containers: [Fields], _ path: FieldPath) {
    var taken: Set<String> = []
    for (index, container) in containers.enumerated() {
      for (position, port) in container.items("ports").enumerated() {
        guard let number = port["hostPort"]?.int, number != 0 else { continue }
        let text = "\(port.text("protocol"))/\(port.text("hostIP"))/\(number)"
        if !taken.insert(text).inserted {
          duplicate(path[index].child("ports")[position].child("hostPort"), .string(text))
        }
      }
    }
  }
}
