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
    if let field = source["fieldRef"]?.object { fieldReference(field, path.child("fieldRef"), of: .variable) }
    if let resource = source["resourceFieldRef"]?.object {
      resourceReference(resource, path.child("resourceFieldRef"), of: .variable)
    }
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

  /// Where the downward API puts a value, which decides what it can tell.
  enum DownwardTarget {
    case variable, volume

    fileprivate var fields: [String] {
      switch self {
      case .variable:
        [
          "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName",
          "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
        ]
      case .volume:
        ["metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid"]
      }
    }
  }

  /// Fields that the server knows of Pods, wherever they may be used.
  private static let convertibleFields = [
    "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName",
    "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs",
    "status.phase", "status.podIP", "status.podIPs",
  ]

  /// Mirrors `validateObjectFieldSelector`.
  mutating func fieldReference(_ reference: Fields, _ path: FieldPath, of target: DownwardTarget) {
    let field = reference.text("fieldPath")
    let place = path.child("fieldPath")
    guard !field.isEmpty else { return required(place) }
    let parts = field.split(separator: "['", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, parts[1].hasSuffix("']") {
      let key = String(parts[1].dropLast(2))
      switch parts[0] {
      case "metadata.annotations":
        return invalid(path, .string(key.lowercased()), NameSyntax.labelKey(key.lowercased()))
      case "metadata.labels": return invalid(path, .string(key), NameSyntax.labelKey(key))
      default:
        let detail = "error converting fieldPath: field label does not support subscript: \(field)"
        return invalid(place, .string(field), detail)
      }
    }
    if !Validator.convertibleFields.contains(field) {
      invalid(place, .string(field), "error converting fieldPath: field label not supported: \(field)")
    } else if !target.fields.contains(field) {
      add(place, .unsupported(.string(field), supported: target.fields))
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

  /// Mirrors `validateContainerResourceFieldSelector`.
  mutating func resourceReference(_ reference: Fields, _ path: FieldPath, of target: DownwardTarget) {
    let resource = reference.text("resource")
    let supported = [
      "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage",
      "requests.memory",
    ]
    let isHuge = ["limits.hugepages-", "requests.hugepages-"].contains { resource.hasPrefix($0) }
    if target == .volume, reference.text("containerName").isEmpty {
      required(path.child("containerName"))
    } else if resource.isEmpty {
      required(path.child("resource"))
    } else if !supported.contains(resource), !isHuge {
      add(path.child("resource"), .unsupported(.string(resource), supported: supported))
    }
    divisor(reference["divisor"]?.string, of: resource, path.child("divisor"))
  }

  private mutating func divisor(_ text: String?, of resource: String, _ path: FieldPath) {
    guard let text, let divisor = try? Quantity(parsing: text), divisor.milliValue != 0 else { return }
    let kind = resource.split(separator: ".", maxSplits: 1).last.map(String.init) ?? ""
    let sizes = ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"]
    let words: String
    switch kind {
    case "cpu":
      if !["1m", "1"].contains(divisor.description) {
        let detail = "only divisor's values 1m and 1 are supported with the cpu resource"
        invalid(path, .string(resource), detail)
      }
      return
    case "memory": words = "memory"
    case "ephemeral-storage": words = "local ephemeral storage"
    case let other where other.hasPrefix("hugepages-"): words = "hugepages"
    default: return
    }
    if !sizes.contains(divisor.description) {
      let list = sizes.joined(separator: ", ")
      invalid(path, .string(resource), "only divisor's values \(list) are supported with the \(words) resource")
    }
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
