package import Objects

/// JSON merge patch (RFC 7386).
package enum JSONMergePatch {
  /// `target` with `patch` laid over it: null removes a member, objects are merged, anything else replaces.
  package static func apply(_ patch: Value, to target: Value) -> Value {
    guard case .object(let changes) = patch else { return patch }
    var fields = target.object ?? [:]
    for change in changes {
      fields[change.name] = change.value.isNull ? nil : apply(change.value, to: fields[change.name] ?? .null)
    }
    return .object(fields)
  }
}
