import APIServer
import Objects

extension KubectlContext {
  /// Patches an object that is there; nil in `object` where that changed nothing.
  mutating func patch(
    _ object: Object,
    _ patch: ObjectPatch,
    subresource: Subresource? = nil,
    validation: FieldValidation = .warn,
    dryRun: Bool = false
  ) throws(KubectlError) -> Object? {
    let patched: PatchedObject
    do throws(PatchError) { patched = try patch.applied(to: object) } catch { throw error.refusal }
    do throws(APIError) {
      try patched.check(patching: object, validation)
      let answer = try update(
        patched.value,
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
    _ members: Value,
    into object: Object,
    subresource: Subresource? = nil,
    dryRun: DryRun = .none
  ) throws(KubectlError) -> Object {
    let patch = ObjectPatch(.merge, members)
    if dryRun.staysHere { return try patch.appliedHere(to: object) }
    return try self.patch(object, patch, subresource: subresource, dryRun: dryRun == .server) ?? object
  }
}

extension ObjectPatch {
  /// The object that kubectl makes of `object` without the server.
  ///
  /// Mirrors `getPatchedJSON` of `pkg/cmd/patch`.
  func appliedHere(to object: Object) throws(KubectlError) -> Object {
    do throws(PatchError) {
      return Object(unread: try applied(to: object).value.object ?? object.fields, kind: object.kind)
    } catch {
      throw .plain(error.message)
    }
  }
}

extension PatchError {
  /// What kubectl prints where the server does not carry out the patch.
  fileprivate var refusal: KubectlError {
    switch answer {
    case .badRequest: .server(.badRequest(message))
    case .tooLarge: .verbatim("Error from server (RequestEntityTooLarge): Request entity too large: \(message)\n")
    case .internalError: .verbatim("Error from server: \(message)\n")
    // The server keeps the reason for itself.
    case .unprocessable:
      .verbatim("The request is invalid: the server rejected our request due to an error in our request\n")
    }
  }
}
