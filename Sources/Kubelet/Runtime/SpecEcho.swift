import Objects

/// What the status of a container repeats of its `spec`: made once for each, since a status is told often.
struct SpecEcho: Sendable {
  /// Of a container that has not been made yet.
  let waiting: Fields
  /// Of one that was made.
  let made: Fields

  init(_ container: Container) {
    var fields = Fields()
    let mounts = container.volumeMounts.map(SpecEcho.mount)
    if !mounts.isEmpty { fields["volumeMounts"] = .array(mounts) }
    waiting = fields
    fields["resources"] = .object(container.resources.fields)
    if !container.resources.requests.isEmpty {
      fields["allocatedResources"] = .object(container.resources.requests.fields)
    }
    made = fields
  }

  private static func mount(_ mount: Value) -> Value {
    var out = Fields()
    out["name"] = mount["name"]
    out["mountPath"] = mount["mountPath"]
    if mount["readOnly"]?.bool == true {
      out["readOnly"] = true
      out["recursiveReadOnly"] = "Disabled"
    }
    return .object(out)
  }
}
