import APIServer
import Objects

extension Subresource {
  /// What `--subresource` asks for, nil for the object itself; `verb` is `patch`, which refusals name.
  init?(_ call: Invocation, _ verb: String) throws(KubectlError) {
    let allowed: [String]
    switch verb {
    case "edit": allowed = ["status"]
    case "replace": allowed = ["status", "scale"]
    default: allowed = ["status", "scale", "resize"]
    }
    let name = call[CommonFlags.subresource]
    if name.isEmpty { return nil }
    guard allowed.contains(name) else {
      throw .plain("invalid subresource value: \(name.goQuoted). Must be one of [\(allowed.joined(separator: " "))]")
    }
    switch name {
    case "status": self = .status
    case "scale" where ["get", "patch"].contains(verb): self = .scale
    case "scale": throw .notSimulated("--subresource=scale of kubectl \(verb) (scale sets the number of Pods)")
    default:
      throw .notSimulated("--subresource=\(name) of kubectl \(verb) (a Pod with other resources has to be made anew)")
    }
  }
}
