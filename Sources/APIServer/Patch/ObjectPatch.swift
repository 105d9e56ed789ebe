package import Objects

/// A patch as the API server gets it.
package struct ObjectPatch: Sendable {
  package enum Form: String, CaseIterable, Sendable {
    case json, merge, strategic
  }

  package var form: Form
  package var patch: Value

  package init(_ form: Form, _ patch: Value) {
    self.form = form
    self.patch = patch
  }

  /// `object` after the patch, not yet looked at.
  package func applied(to object: Object) throws(PatchError) -> PatchedObject {
    switch form {
    case .json:
      let value: Value
      do throws(JSONPatchError) {
        value = try JSONPatch(patch).apply(to: object.value)
      } catch {
        throw .operation(error)
      }
      return PatchedObject(value: value, form: form, shown: value.json)
    case .merge:
      let value = JSONMergePatch.apply(.object(try members), to: object.value)
      return PatchedObject(value: value, form: form, shown: value.json)
    case .strategic:
      let members = try members
      let fields = object.fields
      let type = object.kind.name
      var merged = try StrategicMergePatch.apply(members, to: fields, type: type, rules: .schema)
      // The object stays of its type, whatever the patch calls it.
      for name in ["apiVersion", "kind"] { merged[name] = fields[name] }
      let rest = PatchRemainder(rules: .schema).fields(of: members, over: fields, type: type)
      return PatchedObject(value: .object(merged), form: form, shown: Value.object(rest).goDescription)
    }
  }

  /// The members of a merge patch. Nothing is as good as no members in a strategic one.
  private var members: Fields {
    get throws(PatchError) {
      switch (form, patch) {
      case (_, .object(let fields)): return fields
      case (.strategic, .null): return [:]
      case (_, .null): throw .notAnObject("Invalid JSON Patch")
      default:
        let text = "json: cannot unmarshal \(patch.jsonTypeName) into Go value of type map[string]interface {}"
        throw .notAnObject((form == .merge ? ObjectPatch.undecodable : "") + text)
      }
    }
  }

  private static let undecodable = "error decoding patch: "

  /// How the API server answers to a patch that is not even JSON.
  package static func refusal(_ error: JSONSyntaxError, _ form: Form) -> APIError {
    .badRequest((form == .strategic ? "" : undecodable) + error.text)
  }
}

/// What a patch has made of an object, before it counts as one.
package struct PatchedObject: Sendable {
  package let value: Value
  fileprivate let form: ObjectPatch.Form
  /// The patch, or the patched object, as errors show it.
  fileprivate let shown: String

  fileprivate init(value: Value, form: ObjectPatch.Form, shown: String) {
    self.value = value
    self.form = form
    self.shown = shown
  }

  /// Refuses what is no object of the kind any more, and what has another name.
  ///
  /// Mirrors `applyPatchToObject` and `patcher.applyPatch` of apiserver's `handlers`.
  package func check(patching old: Object, _ validation: FieldValidation) throws(APIError) {
    let kind = old.kind
    if form == .strategic, let problem = Schema.conversionProblem(value.object ?? [:], as: kind) {
      throw refusal(problem)
    }
    if let problem = kind.problem(as: value["kind"]?.string ?? "") { throw refusal(problem) }
    let decoding: Decoding
    do throws(DecodingError) { decoding = try Schema.decode(value, as: kind) } catch { throw refusal(error.text) }
    if validation == .strict, let problem = decoding.strictError { throw refusal(problem) }
    let metadata = value["metadata"]
    if kind.isNamespaced, let namespace = metadata?["namespace"]?.string, !namespace.isEmpty,
      namespace != old.metadata.namespace
    {
      throw .badRequest("the namespace of the provided object does not match the namespace sent on the request")
    }
    let name = metadata?["name"]?.string ?? ""
    if name != old.metadata.name {
      throw .badRequest(
        "the name of the object (\(name)) does not match the name on the URL (\(old.metadata.name))"
      )
    }
  }

  private func refusal(_ problem: String) -> APIError {
    .patchInvalid(FieldError(FieldPath("patch"), .invalid(.string(shown)), problem))
  }
}
