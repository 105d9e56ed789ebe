/// Label selectors of controllers.
///
/// Mirrors `ValidateLabelSelector` of `k8s.io/apimachinery/pkg/apis/meta/v1/validation`.
extension Validator {
  mutating func selector(_ selector: Fields, _ path: FieldPath) {
    labels(selector.structure("matchLabels"), path.child("matchLabels"))
    for (index, expression) in selector.items("matchExpressions").enumerated() {
      let path = path.child("matchExpressions")[index]
      let values = expression["values"]?.array ?? []
      switch expression.text("operator") {
      case "In", "NotIn":
        if values.isEmpty { required(path.child("values"), "must be specified when `operator` is 'In' or 'NotIn'") }
      case "Exists", "DoesNotExist":
        if !values.isEmpty {
          forbidden(path.child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")
        }
      case let operation: invalid(path.child("operator"), .string(operation), "not a valid selector operator")
      }
      let key = expression.text("key")
      invalid(path.child("key"), .string(key), NameSyntax.labelKey(key))
      for (position, value) in values.enumerated() {
        invalid(path.child("values")[position], value, NameSyntax.labelValue(value.string ?? ""))
      }
    }
  }

  /// Whether the selector can be used at all.
  ///
  /// Mirrors `metav1.LabelSelectorAsSelector`.
  func isUsable(_ selector: Fields) -> Bool {
    var check = Validator()
    check.selector(selector, .root)
    return check.errors.isEmpty
  }

  /// Refuses a template whose labels the selector does not match.
  mutating func templateLabels(_ template: Fields, matchedBy selector: Fields?, _ path: FieldPath) {
    let labels = template.structure("metadata").structure("labels")
    let matches = selector.map { LabelSelector(fields: $0).matches(StringMap(fields: labels)) } ?? false
    guard !matches else { return }
    invalid(
      path.child("metadata").child("labels"),
      labels.isEmpty ? .null : .object(labels),
      "`selector` does not match template `labels`"
    )
  }

  mutating func immutableSelector(old: Fields, new: Fields) {
    guard old["selector"] != new["selector"] else { return }
    add(
      FieldPath("spec", "selector"),
      .invalidJSON(Validator.selectorJSON(new["selector"])),
      "field is immutable"
    )
  }

  /// A selector as Go prints it: `matchLabels` before `matchExpressions`.
  static func selectorJSON(_ selector: Value?) -> String {
    guard let selector = selector?.object else { return "null" }
    return OrderedJSON.object(
      ["matchLabels", "matchExpressions"].compactMap { name in selector[name].map { (name, .value($0)) } }
    ).json
  }
}
