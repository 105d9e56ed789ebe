package import APIServer
package import Machinery
import Narration
package import Objects

/// A statement about the cluster or about what happens in it: what `until` and `break on` wait for, what goals ask, and
/// what the choices of predictions stand on.
///
///     condition  = part { "or" part }
///     part       = factor { "and" factor }
///     factor     = "not" factor | "(" condition ")" | statement
///     statement  = OBJECT                               it exists
///                | OBJECT "gone"                        it does not
///                | OBJECT CONDITION                     a condition of its status is True: pod/web Ready
///                | OBJECT "on" NODE                     a Pod is bound to that node
///                | OBJECT.FIELD SIGN VALUE              rs/web.status.readyReplicas==3
///                | OBJECT FIELD SIGN VALUE              rs/web replicas=3: in the status, else in the spec
///                | SET.STATE SIGN NUMBER                pods(app=web).running==2: count, running, ready, terminating
///                | "count(" TYPE [-l LABELS] [-n NAMESPACE] [--field-selector FIELDS] ")" SIGN NUMBER
///                | HAPPENING                            something that a record tells
///     happening  = "reconcile" [OBJECT] | "scheduled" [OBJECT] | "restarted" [OBJECT] | "refused" [OBJECT]
///                | "created" [OBJECT] | "changed" [OBJECT] | "deleted" [OBJECT]
///                | "probe" ["passed" | "failed" | "liveness" | "readiness" | "startup"] [OBJECT]
///                | "event" [REASON] [OBJECT]
///     OBJECT     = TYPE "/" NAME ["-n" NAMESPACE]
///     SIGN       = "==" | "=" | "!=" | "<" | "<=" | ">" | ">="
///
/// A number that is not there counts as 0, for Kubernetes leaves zero counters out.
package struct WorldCondition: Hashable, Sendable {
  /// A condition in its parts.
  package indirect enum Statement: Hashable, Sendable {
    case exists(ObjectID)
    case gone(ObjectID)
    case isTrue(ObjectID, condition: String)
    case field(ObjectID, ValuePath, ValueComparison, String)
    case number(ObjectCount, ValueComparison, Int64)
    case record(RecordPattern)
    case all([Statement])
    case any([Statement])
    case not(Statement)
  }

  package let statement: Statement

  /// Reads a condition; objects without a namespace of their own are those of `namespace`.
  package init(_ text: String, namespace: String = "default") throws(ConditionError) {
    var parser = ConditionParser(text, namespace: namespace)
    statement = try parser.condition()
  }

  /// Whether it holds in a world in which `records` have just been made.
  package func holds(in store: Store, after records: some Collection<Record>) -> Bool {
    statement.holds(in: store, after: records)
  }

  /// The number or the value that is compared, and of several the first that is not as it should be; nil where there is
  /// none to show.
  package func seen(in store: Store, after records: some Collection<Record>) -> String? {
    statement.seen(in: store, after: records)
  }

  /// Whether it can change only by a write: then it need not be looked at after other moves.
  package var isAboutObjects: Bool { statement.isAboutObjects }
}

extension WorldCondition.Statement {
  func holds(in store: Store, after records: some Collection<Record>) -> Bool {
    switch self {
    case .exists(let id): return store[id] != nil
    case .gone(let id): return store[id] == nil
    case .isTrue(let id, let condition): return store[id]?.hasTrueCondition(condition) ?? false
    case .field(let id, let path, let comparison, let wanted):
      guard let object = store[id] else { return false }
      return comparison.holds(object.field(path)?.value, wanted)
    case .number(let count, let comparison, let wanted):
      return comparison.holds(Int64(count.value(in: store)), wanted)
    case .record(let pattern): return records.contains(where: pattern.matches)
    case .all(let parts): return parts.allSatisfy { $0.holds(in: store, after: records) }
    case .any(let parts): return parts.contains { $0.holds(in: store, after: records) }
    case .not(let part): return !part.holds(in: store, after: records)
    }
  }

  fileprivate func seen(in store: Store, after records: some Collection<Record>) -> String? {
    switch self {
    case .field(let id, let path, _, _): store[id]?.field(path).map { $0.value.string ?? $0.value.json }
    case .number(let count, _, _): String(count.value(in: store))
    case .all(let parts), .any(let parts):
      (parts.first { !$0.holds(in: store, after: records) } ?? parts.last)?.seen(in: store, after: records)
    case .not(let part): part.seen(in: store, after: records)
    case .exists, .gone, .isTrue, .record: nil
    }
  }

  fileprivate var isAboutObjects: Bool {
    switch self {
    case .exists, .gone, .isTrue, .field, .number: true
    case .record: false
    case .all(let parts), .any(let parts): parts.allSatisfy(\.isAboutObjects)
    case .not(let part): part.isAboutObjects
    }
  }
}

/// How two values are compared.
package enum ValueComparison: String, Hashable, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case atLeast = ">="
  case atMost = "<="
  case more = ">"
  case less = "<"

  /// Whether only numbers can be compared so.
  var isOrder: Bool { self != .equal && self != .notEqual }

  func holds(_ left: Int64, _ right: Int64) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .atLeast: left >= right
    case .atMost: left <= right
    case .more: left > right
    case .less: left < right
    }
  }

  /// Whether a field compares so with what was typed.
  func holds(_ value: Value?, _ wanted: String) -> Bool {
    if let right = Int64(wanted), let left = value.map(\.int) ?? 0 { return holds(left, right) }
    let text = value.map { $0.string ?? $0.json }
    switch self {
    case .equal: return text == wanted
    case .notEqual: return text != wanted
    case .atLeast, .atMost, .more, .less: return false
    }
  }
}
