package import APIServer
import Objects

/// A statement about the cluster: what `until` waits for, and what the choices of a lesson's predictions stand on.
///
///     pod/web                             the object exists
///     pod/web Ready                       a condition of the object is True
///     pod/web gone                        the object does not exist
///     rs/web.status.readyReplicas==3      a field compares so: == != >= <= > <
///     pods.running == 3                   a number of objects compares so: count, running, ready, terminating
///     pods(app=web,tier!=db).count > 0    the same of the objects that a label selector matches
package struct WorldCondition: Hashable, Sendable {
  private enum Statement: Hashable, Sendable {
    case exists(ObjectID)
    case gone(ObjectID)
    case isTrue(ObjectID, condition: String)
    case field(ObjectID, path: [String], Comparison, String)
    case number(ObjectCount, Comparison, Int64)
  }

  private let statement: Statement

  /// Reads a condition; nil where the text is none. Names are those of the namespace `default`.
  package init?(_ text: String) {
    let statement: Statement? =
      if let (left, comparison, right) = Comparison.split(text) {
        WorldCondition.comparing(left, comparison, right)
      } else {
        WorldCondition.stating(text.split(separator: " ").map(String.init))
      }
    guard let statement else { return nil }
    self.statement = statement
  }

  private static func stating(_ words: [String]) -> Statement? {
    guard let first = words.first, words.count <= 2, let id = ResourceName.object(first, namespace: "default") else {
      return nil
    }
    if words.count == 1 { return .exists(id) }
    return words[1] == "gone" ? .gone(id) : .isTrue(id, condition: words[1])
  }

  private static func comparing(_ left: String, _ comparison: Comparison, _ right: String) -> Statement? {
    if let count = ObjectCount(left) { return Int64(right).map { .number(count, comparison, $0) } }
    let path = left.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard path.count > 1, let id = ResourceName.object(path[0], namespace: "default") else { return nil }
    return .field(id, path: Array(path.dropFirst()), comparison, right)
  }

  package func holds(in store: Store) -> Bool {
    switch statement {
    case .exists(let id): return store[id] != nil
    case .gone(let id): return store[id] == nil
    case .isTrue(let id, let condition): return store[id]?.hasTrueCondition(condition) ?? false
    case .field(let id, let path, let comparison, let wanted):
      guard let object = store[id] else { return false }
      guard let value = object.value[path: path] else { return comparison == .notEqual }
      if let left = value.int, let right = Int64(wanted) { return comparison.holds(left, right) }
      let text = value.string ?? value.json
      switch comparison {
      case .equal: return text == wanted
      case .notEqual: return text != wanted
      default: return false
      }
    case .number(let count, let comparison, let wanted):
      return comparison.holds(Int64(count.value(in: store)), wanted)
    }
  }
}

/// How two values are compared.
private enum Comparison: String, Hashable, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case atLeast = ">="
  case atMost = "<="
  case more = ">"
  case less = "<"

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

  /// The two sides of a comparison, without the white space around its sign; nil where there is none.
  ///
  /// A label selector in parentheses has signs of its own.
  static func split(_ text: String) -> (String, Comparison, String)? {
    let start = text.lastIndex(of: ")") ?? text.startIndex
    let tail = text[start...]
    guard let comparison = allCases.first(where: { tail.contains($0.rawValue) }),
      let range = tail.firstRange(of: comparison.rawValue)
    else { return nil }
    return (String(text[..<range.lowerBound]).trimmed, comparison, String(text[range.upperBound...]).trimmed)
  }
}
