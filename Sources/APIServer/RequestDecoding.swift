package import Objects

/// What the API server does about fields that a kind does not have: `--validate`.
package enum FieldValidation: String, Hashable, Sendable {
  case strict, warn, ignore
}

/// From a manifest's value to an object that may be stored: decoding, defaulting, validation.
package enum RequestDecoding {
  /// The object that `value` asks for, which is to have `uid`.
  ///
  /// Mirrors the create handler: strict decoding, defaulting, `rest.BeforeCreate`, validation.
  package static func forCreate(
    _ value: Value,
    as kind: Kind,
    namespace: String,
    uid: UID,
    validation: FieldValidation
  ) throws(APIError) -> (object: Object, warnings: [String]) {
    let decoded = try decode(value, as: kind, validation)
    var fields = decoded.fields
    var metadata = fields["metadata"] ?? [:]
    if kind.isNamespaced, metadata["namespace"] == nil { metadata["namespace"] = .string(namespace) }
    metadata["uid"] = .string(uid.text)
    fields["metadata"] = metadata
    Defaults.apply(to: &fields, kind: kind)
    RegistryStrategy.prepareForCreate(&fields, kind: kind, uid: uid)
    let errors = Validation.onCreate(kind: kind, fields: fields)
    guard errors.isEmpty else { throw .invalid(kind, name: name(of: fields), errors: errors) }
    if let field = UnsimulatedFields.first(in: fields, of: kind) { throw .notSimulated(field) }
    return (Object(kind: kind, fields: fields), decoded.warnings)
  }

  /// Mirrors the update handler: as for a new object, and what may not change is compared with `old`.
  package static func forUpdate(
    _ value: Value,
    of old: Object,
    subresource: Subresource?,
    validation: FieldValidation
  ) throws(APIError) -> (object: Object, warnings: [String]) {
    let decoded = try decode(value, as: old.kind, validation)
    var fields = decoded.fields
    Defaults.apply(to: &fields, kind: old.kind)
    if subresource == nil, var pod = Object(kind: old.kind, fields: fields).as(Pod.self), let before = old.as(Pod.self)
    {
      PodAdmission.admitUpdate(&pod, old: before)
      fields = Object(pod).fields
    }
    if subresource != .status {
      let errors = Validation.onUpdate(kind: old.kind, old: old.fields, new: fields)
      guard errors.isEmpty else { throw .invalid(old.kind, name: name(of: fields), errors: errors) }
      if let field = UnsimulatedFields.first(in: fields, of: old.kind) { throw .notSimulated(field) }
    }
    return (Object(kind: old.kind, fields: fields), decoded.warnings)
  }

  private static func name(of fields: Fields) -> String { fields["metadata"]?["name"]?.string ?? "" }

  private static func decode(
    _ value: Value,
    as kind: Kind,
    _ validation: FieldValidation
  ) throws(APIError) -> (fields: Fields, warnings: [String]) {
    let word = value["kind"]?.string ?? kind.name
    let cannot = "\(word) in version \"\(kind.version)\" cannot be handled as a \(kind.name): "
    if let problem = kind.problem(as: word) { throw .badRequest(cannot + problem) }
    let decoding: Decoding
    do throws(DecodingError) {
      decoding = try Schema.decode(value, as: kind)
    } catch {
      throw .badRequest(cannot + error.text)
    }
    if validation == .strict, let error = decoding.strictError { throw .badRequest(cannot + error) }
    return (decoding.fields, validation == .warn ? decoding.strictErrors : [])
  }
}

extension Kind {
  /// Why the server does not know `word` for this kind; nil where it does.
  ///
  /// Mirrors `runtime.NewNotRegisteredErrForKind`, which names the scheme by the place in the source that makes it.
  func problem(as word: String) -> String? {
    if word == name { return nil }
    return "no kind \(word.goQuoted) is registered for version \(apiVersion.goQuoted) in scheme "
      + "\"k8s.io/kubernetes/pkg/api/legacyscheme/scheme.go:30\""
  }
}
