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
      self.container(container, path, pod)
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

  mutating func initContainers(_ spec: Fields, _ path: FieldPath, _ pod: PodContext) {
    var names = Set(spec.items("containers").map { $0.text("name") })
    for (index, container) in spec.items("initContainers").enumerated() {
      let path = path[index]
      self.container(container, path, pod)
      if !names.insert(container.text("name")).inserted {
        duplicate(path.child("name"), .string(container.text("name")))
      }
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
  private mutating func container(_ container: Fields, _ path: FieldPath, _ pod: PodContext) {
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
    volumeMounts(container.items("volumeMounts"), path.child("volumeMounts"), pod)
    supported(
      container["imagePullPolicy"],
      ["Always", "IfNotPresent", "Never"],
      path.child("imagePullPolicy")
    )
    resources(container.structure("resources"), path.child("resources"))
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

  private mutating func environment(_ variables: [Fields], _ path: FieldPath) {
    for (index, variable) in variables.enumerated() {
      let path = path[index]
      let name = variable.text("name")
      if name.isEmpty {
        required(path.child("name"))
      } else {
        invalid(path.child("name"), .string(name), NameSyntax.environmentName(name))
      }
      if let source = variable["valueFrom"]?.object {
        environmentSource(source, hasValue: !variable.text("value").isEmpty, path.child("valueFrom"))
      }
    }
  }

  private mutating func environmentSource(_ source: Fields, hasValue: Bool, _ path: FieldPath) {
    if let field = source["fieldRef"]?.object { fieldReference(field, path.child("fieldRef")) }
    for name in ["configMapKeyRef", "secretKeyRef"] {
      guard let reference = source[name]?.object else { continue }
      if reference.text("name").isEmpty { required(path.child(name).child("name")) }
      let key = reference.text("key")
      if key.isEmpty {
        required(path.child(name).child("key"))
      } else {
        invalid(path.child(name).child("key"), .string(key), NameSyntax.configMapKey(key))
      }
    }
    if hasValue {
      if !source.isEmpty { invalid(path, "", "may not be specified when `value` is not empty") }
    } else if source.isEmpty {
      invalid(
        path,
        "",
        "must specify one of: `configMapKeyRef`, `fieldRef`, `fileKeyRef`, `resourceFieldRef` or `secretKeyRef`"
      )
    } else if source.count > 1 {
      invalid(path, "", "may not have more than one field specified at a time")
    }
  }

  private mutating func fieldReference(_ reference: Fields, _ path: FieldPath) {
    let field = reference.text("fieldPath")
    let path = path.child("fieldPath")
    guard !field.isEmpty else { return required(path) }
    if field.hasPrefix("metadata.labels['") || field.hasPrefix("metadata.annotations['") { return }
    let supported = [
      "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName",
      "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
    ]
    let convertible = [
      "metadata.annotations", "metadata.labels", "spec.restartPolicy", "spec.schedulerName", "status.phase",
    ]
    if convertible.contains(field) {
      add(path, .unsupported(.string(field), supported: supported))
    } else if !supported.contains(field) {
      invalid(path, .string(field), "error converting fieldPath: field label not supported: \(field)")
    }
  }
}
