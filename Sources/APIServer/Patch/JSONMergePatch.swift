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

  /// The patch that makes `new` of `old`; nil where they are the same.
  package static func difference(from old: Value, to new: Value) -> Value? {
    guard case .object(let before) = old, case .object(let after) = new else { return old == new ? nil : new }
    var patch = Fields()
    for field in before where after[field.name] == nil { patch[field.name] = .null }
    for field in after { patch[field.name] = difference(from: before[field.name] ?? .null, to: field.value) }
    return patch.isEmpty ? nil : .object(patch)
  }
}
