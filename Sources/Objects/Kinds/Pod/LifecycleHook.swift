package import Basics

/// What a kubelet does right after a container's start or right before its stop: `lifecycle`.
package struct LifecycleHook: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case postStart, preStop

    /// The word that events use: `PostStart`.
    package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
  }

  package enum Action: Hashable, Sendable {
    case exec([String])
    case http(HTTPGet)
    case sleep(Interval)
  }

  package var kind: Kind
  package var action: Action
}

extension Container {
  /// The container's hook of a kind; nil where it has none.
  package func hook(_ kind: LifecycleHook.Kind) -> LifecycleHook? {
    guard let fields = other["lifecycle"]?[kind.rawValue]?.object else { return nil }
    if let exec = fields["exec"] {
      return LifecycleHook(kind: kind, action: .exec(exec["command"]?.array?.compactMap(\.string) ?? []))
    }
    if let http = fields["httpGet"]?.object { return LifecycleHook(kind: kind, action: .http(HTTPGet(http))) }
    if let sleep = fields["sleep"] {
      return LifecycleHook(kind: kind, action: .sleep(.seconds(sleep["seconds"]?.int ?? 0)))
    }
    return nil
  }
}
