/// The place of a field in an object, as errors name it: `spec.containers[0].image`.
///
/// Mirrors `field.Path` of `k8s.io/apimachinery/pkg/util/validation/field`.
package struct FieldPath: Hashable, Sendable {
  package private(set) var text: String

  /// The object as a whole, which errors write as `<nil>`.
  package static let root = FieldPath(text: "")

  /// The field `names` steps below the object.
  package init(_ names: String...) { text = names.joined(separator: ".") }

  private init(text: String) { self.text = text }

  /// The field `name` of this one.
  package func child(_ name: String) -> FieldPath { FieldPath(text: text.isEmpty ? name : "\(text).\(name)") }

  /// An item of this list.
  package subscript(index: Int) -> FieldPath { FieldPath(text: "\(text)[\(index)]") }

  /// An entry of this map.
  package subscript(key key: String) -> FieldPath { FieldPath(text: "\(text)[\(key)]") }
}
