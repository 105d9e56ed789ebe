import APIServer
import Objects

/// A patch as it goes to the API server.
struct PatchRequest {
  enum Form: String, CaseIterable {
    case json, merge, strategic
  }

  var form: Form
  var patch: Value

  /// `object` after the patch.
  func applied(to object: Object) throws(KubectlError) -> Value {
    do throws(PatchError) {
      switch form {
      case .json: return try jsonPatched(object.value)
      case .merge:
        return JSONMergePatch.apply(.object(try members), to: object.value)
      case .strategic:
        let type = object.kind.name
        return .object(try StrategicMergePatch.apply(try members, to: object.fields, type: type, rules: .schema))
      }
    } catch {
      throw PatchRequest.refusal(error)
    }
  }

  private func jsonPatched(_ value: Value) throws(PatchError) -> Value {
    do throws(JSONPatchError) {
      return try JSONPatch(patch).apply(to: value)
    } catch {
      throw .operation(error)
    }
  }

  private var members: Fields {
    get throws(PatchError) {
      guard case .object(let fields) = patch else { throw .badFormat(.document) }
      return fields
    }
  }

  private static func refusal(_ error: PatchError) -> KubectlError {
    switch error.answer {
    case .badRequest: .server(.badRequest(error.message))
    case .tooLarge:
      .verbatim("Error from server (RequestEntityTooLarge): Request entity too large: \(error.message)\n")
    case .internalError: .verbatim("Error from server: \(error.message)\n")
    // The server keeps the reason for itself.
    case .unprocessable:
      .verbatim("The request is invalid: the server rejected our request due to an error in our request\n")
    }
  }
}

extension KubectlContext {
  /// Patches an object that is there; nil in `object` where that changed nothing.
  mutating func patch(
    _ object: Object,
    _ request: PatchRequest,
    subresource: Subresource? = nil,
    validation: FieldValidation = .warn,
    dryRun: Bool = false
  ) throws(KubectlError) -> Object? {
    let value = try request.applied(to: object)
    do throws(APIError) {
      let answer = try update(
        value,
        of: object,
        subresource: subresource,
        validation: validation,
        dryRun: dryRun
      )
      show(warnings: answer.warnings)
      return answer.object
    } catch {
      throw .server(error)
    }
  }

  /// Changes an object that is there by a merge patch, as commands do that set one thing.
  mutating func merge(
    _ patch: Value,
    into object: Object,
    subresource: Subresource? = nil,
    dryRun: DryRun = .none
  ) throws(KubectlError) -> Object {
    let request = PatchRequest(form: .merge, patch: patch)
    if dryRun.staysHere {
      return Object(unread: try request.applied(to: object).object ?? object.fields, kind: object.kind)
    }
    return try self.patch(object, request, subresource: subresource, dryRun: dryRun == .server) ?? object
  }
}
