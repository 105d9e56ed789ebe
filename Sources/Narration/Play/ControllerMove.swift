import APIServer
import Basics
package import Machinery
import Objects

/// What is to be done about one key: what a person says in a controller's place, or what a reconcile does.
///
/// Only what shows in the cluster counts: the status and finalizers are not part of it.
package struct ControllerMove: Hashable, Sendable {
  /// What can be done to an object that is there.
  package enum Deed: String, Hashable, Sendable, CaseIterable {
    case delete, adopt, release, update
  }

  package var creates = 0
  /// The names of the objects of each deed.
  private var names: [Deed: Set<String>] = [:]

  package init() {}

  /// What `reconciliation` does.
  package init(_ reconciliation: Reconciliation) {
    for action in reconciliation.actions {
      switch action.effect {
      case .create: creates += 1
      case .delete(let version, _, _): add(.delete, version.id.key.name)
      case .adopt(let version, _, _): add(.adopt, version.id.key.name)
      case .release(let version, _, _): add(.release, version.id.key.name)
      case .update(let object, _): add(.update, object.metadata.name)
      case .recordStatus, .addFinalizer, .removeFinalizer: break
      }
    }
  }

  package mutating func add(_ deed: Deed, _ name: String) { names[deed, default: []].insert(name) }

  /// The names of the objects of a deed, in byte order.
  package func names(_ deed: Deed) -> [String] { (names[deed] ?? []).sorted { $0.precedesByBytes($1) } }

  package var isNothing: Bool { self == ControllerMove() }
}

extension ControllerMove {
  /// Reads `nothing`, or `create N`, `delete NAME…`, `adopt NAME…`, `release NAME…`, `update NAME…` one after another;
  /// nil for anything else. A name may have its type in front.
  package init?(_ words: [String]) {
    self.init()
    if words == ["nothing"] { return }
    var rest = words[...]
    guard !rest.isEmpty else { return nil }
    while let word = rest.popFirst() {
      if word == "create" {
        guard let count = rest.popFirst().flatMap({ Int($0) }), count > 0 else { return nil }
        creates += count
      } else if let deed = Deed(rawValue: word) {
        let named = rest.prefix { $0 != "create" && Deed(rawValue: $0) == nil }
        guard !named.isEmpty else { return nil }
        for name in named { add(deed, name.split(separator: "/").last.map(String.init) ?? name) }
        rest = rest[named.endIndex...]
      } else {
        return nil
      }
    }
  }
}

extension Action.Effect {
  /// The deed and the name of the object that it is done to; nil for what makes objects or is not part of a move.
  var deed: (ControllerMove.Deed, String)? {
    switch self {
    case .delete(let version, _, _): (.delete, version.id.key.name)
    case .adopt(let version, _, _): (.adopt, version.id.key.name)
    case .release(let version, _, _): (.release, version.id.key.name)
    case .update(let object, _): (.update, object.metadata.name)
    case .create, .recordStatus, .addFinalizer, .removeFinalizer: nil
    }
  }
}
