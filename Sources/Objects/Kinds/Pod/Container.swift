/// One container of a Pod, as its `spec` describes it.
package struct Container: Hashable, Sendable, FieldCodable {
  package var name: String
  package var image: String
  package var command: [String]
  package var args: [String]
  package var imagePullPolicy: String?
  package var ports: [ContainerPort]
  package var resources: Resources
  package var volumeMounts: [Value]
  /// `env`, probes, `lifecycle`, and all that nothing acts on.
  package var other: Fields

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    name = reader.string("name") ?? ""
    image = reader.string("image") ?? ""
    command = reader.strings("command") ?? []
    args = reader.strings("args") ?? []
    imagePullPolicy = reader.string("imagePullPolicy")
    ports = reader.list("ports") ?? []
    resources = reader.structure("resources") ?? Resources(fields: [:])
    volumeMounts = reader.array("volumeMounts") ?? []
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out["name"] = .string(name)
    out.setNonEmpty("image", image)
    out.set("command", command)
    out.set("args", args)
    out.set("imagePullPolicy", imagePullPolicy)
    out.set("ports", ports)
    out["resources"] = .object(resources.fields)
    if !volumeMounts.isEmpty { out["volumeMounts"] = .array(volumeMounts) }
    return out
  }
}

/// One port that a container says it listens on.
package struct ContainerPort: Hashable, Sendable, FieldCodable {
  package var name: String?
  package var containerPort: Int
  package var hostPort: Int?
  package var proto: String?
  package var other: Fields

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    name = reader.string("name")
    containerPort = reader.int("containerPort") ?? 0
    hostPort = reader.int("hostPort")
    proto = reader.string("protocol")
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out.set("name", name)
    out["containerPort"] = .int(Int64(containerPort))
    out.set("hostPort", hostPort)
    out.set("protocol", proto)
    return out
  }
}

/// What a container asks of its node, and the most it may take; quantities as they were written.
package struct Resources: Hashable, Sendable, FieldCodable {
  package var requests: StringMap
  package var limits: StringMap
  package var other: Fields

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    requests = reader.fields("requests").map(Resources.quantities) ?? [:]
    limits = reader.fields("limits").map(Resources.quantities) ?? [:]
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out.set("requests", requests)
    out.set("limits", limits)
    return out
  }

  /// Quantities may be written as numbers (`cpu: 1`); they are served as strings.
  private static func quantities(_ fields: Fields) -> StringMap {
    var out = StringMap()
    for field in fields {
      switch field.value {
      case .string(let text): out[field.name] = text
      case .int(let number): out[field.name] = String(number)
      case .double(let number): out[field.name] = String(number)
      default: break
      }
    }
    return out
  }
}

/// A taint that a Pod puts up with.
package struct Toleration: Hashable, Sendable, FieldCodable {
  package var key: String?
  package var operation: String?
  package var value: String?
  package var effect: String?
  /// Seconds.
  package var tolerationSeconds: Int?

  package init(
    key: String?,
    operation: String?,
    value: String? = nil,
    effect: String?,
    tolerationSeconds: Int? = nil
  ) {
    self.key = key
    self.operation = operation
    self.value = value
    self.effect = effect
    self.tolerationSeconds = tolerationSeconds
  }

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    key = reader.string("key")
    operation = reader.string("operator")
    value = reader.string("value")
    effect = reader.string("effect")
    tolerationSeconds = reader.int("tolerationSeconds")
  }

  package var fields: Fields {
    var out = Fields()
    out.set("key", key)
    out.set("operator", operation)
    out.set("value", value)
    out.set("effect", effect)
    out.set("tolerationSeconds", tolerationSeconds)
    return out
  }

  /// Mirrors `v1.Toleration.ToleratesTaint`.
  package func tolerates(_ taint: Taint) -> Bool {
    if let effect, !effect.isEmpty, effect != taint.effect.rawValue { return false }
    if let key, !key.isEmpty, key != taint.key { return false }
    switch operation ?? "" {
    case "", "Equal": return (value ?? "") == taint.value
    case "Exists": return true
    default: return false
    }
  }
}
