/// Environment variables of containers.
///
/// Mirrors `ValidateEnv` and `ValidateEnvFrom` of `pkg/apis/core/validation`.
extension Validator {
  mutating func environment(_ variables: [Fields], _ path: FieldPath) {
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
    if let resource = source["resourceFieldRef"]?.object { resourceReference(resource, path.child("resourceFieldRef")) }
    for name in ["configMapKeyRef", "secretKeyRef"] {
      if let reference = source[name]?.object { keyReference(reference, path.child(name)) }
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

  private mutating func keyReference(_ reference: Fields, _ path: FieldPath) {
    let name = reference.text("name")
    invalid(path.child("name"), .string(name), NameSyntax.dns1123Subdomain(name))
    let key = reference.text("key")
    if key.isEmpty {
      required(path.child("key"))
    } else {
      invalid(path.child("key"), .string(key), NameSyntax.configMapKey(key))
    }
  }

  private mutating func resourceReference(_ reference: Fields, _ path: FieldPath) {
    let resource = reference.text("resource")
    let path = path.child("resource")
    guard !resource.isEmpty else { return required(path) }
    let supported = [
      "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage",
      "requests.memory",
    ]
    let isHuge = ["limits.hugepages-", "requests.hugepages-"].contains { resource.hasPrefix($0) }
    if !supported.contains(resource), !isHuge { add(path, .unsupported(.string(resource), supported: supported)) }
  }

  /// ConfigMaps and Secrets that are taken whole.
  mutating func environmentSources(_ sources: [Fields], _ path: FieldPath) {
    for (index, source) in sources.enumerated() {
      let prefix = source.text("prefix")
      if !prefix.isEmpty {
        invalid(path[index].child("prefix"), .string(prefix), NameSyntax.environmentName(prefix))
      }
      let references = ["configMapRef", "secretRef"].filter { source[$0] != nil }
      for name in references {
        let path = path[index].child(name).child("name")
        let text = source.structure(name).text("name")
        if text.isEmpty {
          required(path)
        } else {
          invalid(path, .string(text), NameSyntax.dns1123Subdomain(text.hasSuffix("-") ? text + "a" : text))
        }
      }
      // Without the index, as the server has it.
      if references.isEmpty {
        invalid(path, "", "must specify one of: `configMapRef` or `secretRef`")
      } else if references.count > 1 {
        invalid(path, "", "may not have more than one field specified at a time")
      }
    }
  }
}
