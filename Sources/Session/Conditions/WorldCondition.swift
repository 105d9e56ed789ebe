package import APIServer
import Basics
package import Objects

/// A statement about the cluster that `until` waits for.
///
///     pod/web Ready                       a condition of the object is True
///     pod/web gone                        the object does not exist
///     rs/web.status.readyReplicas==3      a field compares so: == != >= <= > <
package struct WorldCondition: Hashable, Sendable {
  package enum Test: Hashable, Sendable {
    case exists
    case gone
    case isTrue(String)
    case compares([String], Comparison, String)
  }

  package enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal = "=="
    case notEqual = "!="
    case atLeast = ">="
    case atMost = "<="
    case more = ">"
    case less = "<"
  }

  package var object: ObjectID
  package var test: Test

  /// Reads the words of a condition; nil where they are none.
  package init?(_ words: [String], object resolve: (String) -> ObjectID?) {
    guard let first = words.first, words.count <= 2 else { return nil }
    if words.count == 2 {
      guard let id = resolve(first) else { return nil }
      object = id
      test = words[1] == "gone" ? .gone : .isTrue(words[1])
      return
    }
    guard let found = Comparison.allCases.first(where: { first.contains($0.rawValue) }),
      let parts = first.split(onFirst: found.rawValue)
    else {
      guard let id = resolve(first) else { return nil }
      object = id
      test = .exists
      return
    }
    let path = parts.0.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard path.count > 1, let id = resolve(path[0]) else { return nil }
    object = id
    test = .compares(Array(path.dropFirst()), found, parts.1)
  }

  package func holds(in store: Store) -> Bool {
    let found = store[object]
    switch test {
    case .exists: return found != nil
    case .gone: return found == nil
    case .isTrue(let type):
      let conditions = found?.body["status"]?["conditions"]?.array ?? []
      return conditions.contains { $0["type"]?.string == type && $0["status"]?.string == "True" }
    case .compares(let path, let comparison, let wanted):
      guard let value = found?.value[path: path] else { return comparison == .notEqual && found != nil }
      return WorldCondition.compare(value, comparison, wanted)
    }
  }

  private static func compare(_ value: Value, _ comparison: Comparison, _ wanted: String) -> Bool {
    if let left = value.int, let right = Int64(wanted) {
      switch comparison {
      case .equal: return left == right
      case .notEqual: return left != right
      case .atLeast: return left >= right
      case .atMost: return left <= right
      case .more: return left > right
      case .less: return left < right
      }
    }
    let text = value.string ?? value.json
    switch comparison {
    case .equal: return text == wanted
    case .notEqual: return text != wanted
    default: return false
    }
  }
}

extension String {
  /// What stands before and after the first `separator`.
  fileprivate func split(onFirst separator: String) -> (String, String)? {
    guard let range = firstRange(of: separator) else { return nil }
    return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
  }
}
