/// Something that is wrong with one field of an object.
///
/// Mirrors `field.Error` of `k8s.io/apimachinery/pkg/util/validation/field`.
package struct FieldError: Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case required
    case invalid(Value)
    /// A structure, as Go prints its JSON: members in the order of the Go type.
    case invalidJSON(String)
    /// A structure that the error does not print.
    case invalidAsWhole
    case notFound(Value)
    case unsupported(Value, supported: [String])
    /// The same for a structure.
    case unsupportedJSON(String, supported: [String])
    case forbidden
    case duplicate(Value)
    /// The same for a structure.
    case duplicateJSON(String)
    /// More than so many bytes.
    case tooLong(maximum: Int)
    case tooMany(actual: Int, maximum: Int)
  }

  package var path: FieldPath
  package var problem: Problem
  /// What follows the problem, empty where nothing does.
  package var detail: String

  package init(_ path: FieldPath, _ problem: Problem, _ detail: String = "") {
    self.path = path
    self.problem = problem
    self.detail = detail
  }

  /// The whole message: `spec.replicas: Invalid value: -1: must be greater than or equal to 0`.
  package var text: String { "\(path == .root ? "<nil>" : path.text): \(body)" }

  /// The message without the field.
  package var body: String {
    switch problem {
    case .required: joined("Required value", detail)
    case .invalid(let value): joined("Invalid value: \(FieldError.shown(value))", detail)
    case .invalidJSON(let json): joined("Invalid value: \(json)", detail)
    case .invalidAsWhole: joined("Invalid value", detail)
    case .notFound(let value): joined("Not found: \(FieldError.shown(value))", detail)
    case .forbidden: joined("Forbidden", detail)
    case .duplicate(let value): joined("Duplicate value: \(FieldError.shown(value))", detail)
    case .duplicateJSON(let json): joined("Duplicate value: \(json)", detail)
    case .unsupported(let value, let supported): unsupported(FieldError.shown(value), supported)
    case .unsupportedJSON(let json, let supported): unsupported(json, supported)
    case .tooLong(let maximum): "Too long: may not be more than \(maximum) bytes"
    case .tooMany(let actual, let maximum): "Too many: \(actual): must have at most \(maximum) items"
    }
  }

  private func unsupported(_ value: String, _ supported: [String]) -> String {
    joined(
      "Unsupported value: \(value)",
      supported.isEmpty ? "" : "supported values: " + supported.map(\.goQuoted).joined(separator: ", ")
    )
  }

  private func joined(_ start: String, _ detail: String) -> String { detail.isEmpty ? start : "\(start): \(detail)" }

  /// Text in Go's quotes, everything else as JSON.
  private static func shown(_ value: Value) -> String { value.string?.goQuoted ?? value.json }
}
