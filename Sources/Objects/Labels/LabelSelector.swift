/// `spec.selector` of a ReplicaSet and its kin: `matchLabels` and `matchExpressions`, all of which must hold.
package struct LabelSelector: Hashable, Sendable, FieldCodable {
  package var matchLabels: StringMap
  package var matchExpressions: [Expression]
  package var other: Fields

  /// One entry of `matchExpressions`.
  package struct Expression: Hashable, Sendable, FieldCodable {
    package var key: String
    package var operation: String
    package var values: [String]

    package init(fields: Fields) {
      var reader = FieldReader(fields)
      key = reader.string("key") ?? ""
      operation = reader.string("operator") ?? ""
      values = reader.strings("values") ?? []
    }

    package var fields: Fields {
      var out = Fields()
      out["key"] = .string(key)
      out["operator"] = .string(operation)
      out.set("values", values)
      return out
    }
  }

  package init(matchLabels: StringMap) {
    self.matchLabels = matchLabels
    matchExpressions = []
    other = [:]
  }

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    matchLabels = reader.stringMap("matchLabels") ?? [:]
    matchExpressions = reader.list("matchExpressions") ?? []
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out.set("matchLabels", matchLabels)
    out.set("matchExpressions", matchExpressions)
    return out
  }

  /// The requirements as a list; expressions with an unknown operator match nothing, as validation refuses them.
  package var requirements: [LabelRequirement] {
    matchLabels.map { LabelRequirement(key: $0.key, test: .isIn([$0.value])) }
      + matchExpressions.map { expression in
        let test: LabelRequirement.Test =
          switch expression.operation {
          case "In": .isIn(expression.values)
          case "NotIn": .notIn(expression.values)
          case "Exists": .exists
          case "DoesNotExist": .absent
          default: .isIn([])
          }
        return LabelRequirement(key: expression.key, test: test)
      }
  }

  package func matches(_ labels: StringMap) -> Bool {
    for entry in matchLabels where labels[entry.key] != entry.value { return false }
    return matchExpressions.isEmpty || requirements.allSatisfy { $0.matches(labels) }
  }

  /// Whether nothing is asked, which for a controller is an error and for a query means everything.
  package var isEmpty: Bool { matchLabels.isEmpty && matchExpressions.isEmpty }
}

/// One condition on an object's labels.
package struct LabelRequirement: Hashable, Sendable {
  package enum Test: Hashable, Sendable {
    case isIn([String])
    case notIn([String])
    case exists
    case absent
    /// Written `=` or `==`; kept apart from `in` because queries print it as it was written.
    case equals(String)
    case notEquals(String)
    case greaterThan(Int64)
    case lessThan(Int64)
  }

  package var key: String
  package var test: Test

  package init(key: String, test: Test) {
    self.key = key
    self.test = test
  }

  /// Mirrors `labels.Requirement.Matches`: a missing label satisfies `notin` and `!=`.
  package func matches(_ labels: StringMap) -> Bool {
    let value = labels[key]
    return switch test {
    case .isIn(let values): value.map(values.contains) ?? false
    case .notIn(let values): value.map { !values.contains($0) } ?? true
    case .exists: value != nil
    case .absent: value == nil
    case .equals(let wanted): value == wanted
    case .notEquals(let unwanted): value != unwanted
    case .greaterThan(let bound): value.flatMap { Int64($0) }.map { $0 > bound } ?? false
    case .lessThan(let bound): value.flatMap { Int64($0) }.map { $0 < bound } ?? false
    }
  }
}
