import APIServer
import Basics
package import Machinery
import Objects

/// What is to be done about one key: what a person says in a controller's place, or what a reconcile does.
///
/// Only what people would call doing something counts: the status, finalizers and a controller's ControllerRevisions
/// are its bookkeeping.
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
      if case .create(let object) = action.effect, object.kind != .controllerRevision {
        creates += 1
      } else if let (deed, name) = action.effect.deed {
        add(deed, name)
      }
    }
  }

  package mutating func add(_ deed: Deed, _ name: String) { names[deed, default: []].insert(name) }

  /// The names of the objects of a deed, in byte order.
  package func names(_ deed: Deed) -> [String] { (names[deed] ?? []).sorted { $0.precedesByBytes($1) } }

  package var isNothing: Bool { self == ControllerMove() }

  /// The first of its names that is of nothing which `reconciliation` saw or acts on; nil where there is none.
  package func unknownName(in reconciliation: Reconciliation) -> String? {
    let observed = reconciliation.observed
    let real = ControllerMove(reconciliation)
    var known = Set(observed.dependents.map(\.metadata.name))
    known.formUnion((observed.owned.objects.sortedValues + observed.orphans.sortedValues).map(\.metadata.name))
    if let primary = observed.primary { known.insert(primary.metadata.name) }
    for deed in Deed.allCases { known.formUnion(real.names(deed)) }
    return Deed.allCases.lazy.flatMap(names).first { !known.contains($0) }
  }
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
    let (deed, id): (ControllerMove.Deed, ObjectID)
    switch self {
    case .delete(let version, _, _): (deed, id) = (.delete, version.id)
    case .adopt(let version, _, _): (deed, id) = (.adopt, version.id)
    case .release(let version, _, _): (deed, id) = (.release, version.id)
    case .update(let object, _): (deed, id) = (.update, object.id)
    case .create, .recordStatus, .addFinalizer, .removeFinalizer: return nil
    }
    return id.kind == .controllerRevision ? nil : (deed, id.key.name)
  }
}
