import Basics

/// A label selector as it is typed after `-l`: `app=web,tier in (a,b),!canary`.
///
/// Mirrors `labels.Parse` of `k8s.io/apimachinery/pkg/labels`.
package struct LabelQuery: Hashable, Sendable {
  /// All must hold; in the byte order of their keys.
  package private(set) var requirements: [LabelRequirement]

  package init(requirements: [LabelRequirement]) {
    self.requirements = requirements.enumerated()
      .sorted { left, right in
        left.element.key == right.element.key
          ? left.offset < right.offset : left.element.key.precedesByBytes(right.element.key)
      }
      .map(\.element)
  }

  package static func parse(_ text: String) throws(LabelQueryError) -> LabelQuery {
    var parser = LabelQueryParser(text)
    return LabelQuery(requirements: try parser.requirements())
  }

  package func matches(_ labels: StringMap) -> Bool { requirements.allSatisfy { $0.matches(labels) } }

  package var isEmpty: Bool { requirements.isEmpty }
}

/// Why a label selector cannot be read.
package enum LabelQueryError: Error, Hashable, Sendable {
  /// A word that does not fit where it stands, inside a requirement or between two.
  case unexpected(found: String, expected: String, insideRequirement: Bool)
  /// A key or value of the wrong form.
  case invalid([FieldError])

  package var text: String {
    switch self {
    case .unexpected(let found, let expected, let isInside):
      "\(isInside ? "unable to parse requirement: " : "")found '\(found)'\(expected)"
    case .invalid(let errors):
      "unable to parse requirement: "
        + (errors.count == 1 ? errors[0].text : "[\(errors.map(\.text).joined(separator: ", "))]")
    }
  }
}

extension LabelRequirement: CustomStringConvertible {
  /// The canonical form: `app=web`, `tier in (a,b)`, `!canary`.
  ///
  /// Mirrors `labels.Requirement.String`.
  package var description: String {
    func list(_ values: [String]) -> String { values.sorted { $0.precedesByBytes($1) }.joined(separator: ",") }
    return switch test {
    case .isIn(let values): "\(key) in (\(list(values)))"
    case .notIn(let values): "\(key) notin (\(list(values)))"
    case .exists: key
    case .absent: "!\(key)"
    case .equals(let value): "\(key)=\(value)"
    case .notEquals(let value): "\(key)!=\(value)"
    case .greaterThan(let bound): "\(key)>\(bound)"
    case .lessThan(let bound): "\(key)<\(bound)"
    }
  }
}
