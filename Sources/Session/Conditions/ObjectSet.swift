package import APIServer
import Kubectl
package import Objects

/// The objects of one kind, all or those that a label selector matches: `pods`, `pods(app=web)`.
package struct ObjectSet: Hashable, Sendable {
  package var kind: Kind
  package var labels: LabelQuery
  /// Nil for whatever their fields are.
  package var fields: FieldSelector?
  /// Of kinds with namespaces only those in this one.
  package var namespace: String

  /// Reads a kind as kubectl names it, with a selector in parentheses behind it or not; nil for anything else.
  package init?(_ text: String, namespace: String = "default") {
    self.namespace = namespace
    let parts = text.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let word = parts.first, let kind = try? ResourceType.kind(word) else { return nil }
    self.kind = kind
    labels = LabelQuery(requirements: [])
    guard parts.count == 2 else { return }
    guard parts[1].hasSuffix(")"), let query = try? LabelQuery.parse(String(parts[1].dropLast())) else { return nil }
    labels = query
  }

  /// The objects in the order of their names.
  package func objects(in store: Store) -> [Object] {
    store.list(kind, in: kind.isNamespaced ? namespace : nil).filter {
      labels.matches($0.metadata.labels) && fields?.matches($0.fields) ?? true
    }
  }
}

/// How many objects of a set are in some state: `pods.count`, `pods(app=web).running`.
package struct ObjectCount: Hashable, Sendable {
  package enum Which: String, Hashable, Sendable, CaseIterable {
    /// All, also those that are being deleted.
    case count
    /// Pods whose phase is Running and that are not being deleted.
    case running
    /// Objects whose condition Ready is True and that are not being deleted.
    case ready
    /// Objects that are being deleted.
    case terminating
  }

  package var set: ObjectSet
  package var which: Which

  init(_ set: ObjectSet, _ which: Which) {
    self.set = set
    self.which = which
  }

  /// Reads `SET.WHICH`; nil for anything else.
  package init?(_ text: String, namespace: String = "default") {
    guard let dot = text.lastIndex(of: "."), let which = Which(rawValue: String(text[text.index(after: dot)...])),
      let set = ObjectSet(String(text[..<dot]), namespace: namespace)
    else { return nil }
    self.set = set
    self.which = which
  }

  package func value(in store: Store) -> Int { set.objects(in: store).count(where: counts) }

  private func counts(_ object: Object) -> Bool {
    let isTerminating = object.metadata.deletionTimestamp != nil
    switch which {
    case .count: return true
    case .terminating: return isTerminating
    case .running: return !isTerminating && object.body["status"]?["phase"]?.string == "Running"
    case .ready: return !isTerminating && object.hasTrueCondition("Ready")
    }
  }
}

extension Object {
  /// Whether the condition `type` of the status is True.
  func hasTrueCondition(_ type: String) -> Bool {
    let conditions = body["status"]?["conditions"]?.array ?? []
    return conditions.contains { $0["type"]?.string == type && $0["status"]?.string == "True" }
  }
}
