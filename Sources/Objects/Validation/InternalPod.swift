/// Pod specs in the API server's internal form, which some of its errors print: every field of the Go structures, in
/// their order and under their Go names.
///
/// Mirrors `pkg/apis/core/types.go`.
enum InternalPod {
  static func spec(_ spec: Fields) -> OrderedJSON { structure(internalSpec(spec), "PodSpec") }

  static func securityContext(_ context: Fields) -> OrderedJSON { structure(context, "SecurityContext") }

  static func seccompProfile(_ profile: Fields) -> OrderedJSON { structure(profile, "SeccompProfile") }

  static func template(_ template: Fields) -> OrderedJSON {
    let metadata = template.structure("metadata")
    var members: [(name: String, value: OrderedJSON)] = []
    for name in ["name", "generateName", "namespace", "labels", "annotations", "finalizers"] {
      if let value = metadata[name] { members.append((name, .value(value))) }
    }
    members.append(("Spec", spec(template.structure("spec"))))
    return .object(members)
  }

  /// The fields about the host are those of the security context there.
  private static func internalSpec(_ spec: Fields) -> Fields {
    var internalSpec = spec
    internalSpec.edit("securityContext") { context in
      for name in ["hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace", "hostUsers"] {
        context[name] = spec[name]
      }
    }
    return internalSpec
  }

  private static func structure(_ fields: Fields, _ type: String) -> OrderedJSON {
    guard let members = layouts[type] else {
      return .value(.string("not simulated: the internal form of \(type)"))
    }
    return .object(members.map { ($0.goName, value(fields[$0.field], $0)) })
  }

  private static func value(_ value: Value?, _ member: Member) -> OrderedJSON {
    guard let value, !value.isNull else { return absent(member) }
    switch member.type {
    // `metav1.LabelSelector` has no internal form.
    case .structure("LabelSelector"): return .value(value)
    case .structure(let name): return structure(value.object ?? [:], name)
    case .list(.structure(let name)):
      return .list((value.array ?? []).map { structure($0.object ?? [:], name) })
    default: return .value(value)
    }
  }

  private static func absent(_ member: Member) -> OrderedJSON {
    if member.isPointer { return .value(.null) }
    switch member.type {
    case .string: return .value("")
    case .int32, .int64, .intOrString: return .value(0)
    case .bool: return .value(false)
    case .quantity: return .value("0")
    case .structure(let name): return structure([:], name)
    default: return .value(.null)
    }
  }

  /// One member of a Go structure.
  private struct Member {
    let goName: String
    let field: String
    let type: FieldType
    let isPointer: Bool
  }

  /// The Go structures by their names, from `InternalPodLayout` and the schema.
  private static let layouts: [String: [Member]] = {
    var layouts: [String: [Member]] = [:]
    for line in InternalPodLayout.text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      let type = String(words[0].dropLast())
      layouts[type] = words.dropFirst().map { member($0, of: type) }
    }
    return layouts
  }()

  /// A member as the layout writes it; `!` marks a structure that is held by value.
  private static func member(_ word: String, of type: String) -> Member {
    let isHeldByValue = word.hasSuffix("!")
    let goName = isHeldByValue ? String(word.dropLast()) : word
    var candidates = Schema.structure(named: type)?.fields ?? []
    if type == "PodSecurityContext" { candidates += Schema.structure(named: "PodSpec")?.fields ?? [] }
    guard let field = candidates.first(where: { $0.name.lowercased() == goName.lowercased() }) else {
      preconditionFailure("the schema has no \(type).\(goName)")
    }
    var isPointer = field.isPointer
    if case .structure = field.type { isPointer = !isHeldByValue }
    return Member(goName: goName, field: field.name, type: field.type, isPointer: isPointer)
  }
}
