import Kubectl
package import Objects

/// Reads `TYPE/NAME` at the prompt.
package enum ResourceName {
  /// The object that `text` names; nil where it has not that form or the type is not known.
  package static func object(_ text: String, namespace: String) -> ObjectID? {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2, let kind = try? ResourceType.kind(parts[0]) else { return nil }
    return ObjectID(kind, namespace: kind.isNamespaced ? namespace : "", name: parts[1])
  }
}
